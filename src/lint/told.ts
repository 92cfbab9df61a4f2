import type { ts } from "ts-morph";
import type { Diagnostic } from "../diagnostics.ts";
import type { Fix, Severity } from "./finding.ts";
import type { CallSite } from "./followed.ts";

/** Something to tell, before it is known how loud. */
export interface Told {
  readonly site: CallSite;
  /** Where it is told, if not at the call: an argument, or where a result is read. */
  readonly at?: ts.Node;
  readonly trail: readonly CallSite[];
  readonly diagnostic: Omit<Diagnostic, "at">;
  readonly candidates?: () => readonly Fix[];
  /** Unless the settings say otherwise. */
  readonly severity: Severity;
}
