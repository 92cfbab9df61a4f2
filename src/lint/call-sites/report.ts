import type { ts } from "ts-morph";
import type { Level } from "../../config.ts";
import type { Code, Diagnostic } from "../../diagnostics.ts";
import type { Fix, Severity } from "../finding.ts";
import type { CallSite } from "../followed.ts";

/** What is told of a call of a generated module. */
export interface CallReport {
  readonly site: CallSite;
  /** Where it is told, if not at the call: an argument, or where a result is read. */
  readonly at?: ts.Node;
  readonly trail: readonly CallSite[];
  readonly diagnostic: Omit<Diagnostic, "at">;
  readonly candidates?: () => readonly Fix[];
  readonly severity: Severity;
}

/** One thing that can be wrong with such a call, as it is documented. */
export interface CallSiteRule {
  /** Its name and title stand in diagnostics.ts. */
  readonly code: Code;
  readonly what: string;
  readonly why: string;
  /** A file of an app that imports a module from "./generated/lenet.js", and the same made right. */
  readonly bad: string;
  readonly good: string;
  readonly recommended: Level;
  readonly strict: Level;
}
