import type { ts } from "ts-morph";
import type { Diagnostic } from "../../diagnostics.ts";
import type { Fix, Severity } from "../finding.ts";
import type { CallSite } from "../followed.ts";
import type { Value } from "../interpreter/values.ts";

/** What is told of a call of a generated module. */
export interface CallReport {
  readonly site: CallSite;
  readonly trail: readonly CallSite[];
  readonly diagnostic: Omit<Diagnostic, "at">;
  readonly candidates?: () => readonly Fix[];
  readonly severity: Severity;
}

/** What a module that the compiler wrote exports, as far as calls can be checked; undefined for others. */
export function generated(
  source: ts.SourceFile,
  report: (told: CallReport) => void,
): { readonly [name: string]: Value } | undefined {
  void source;
  void report;
  return undefined;
}
