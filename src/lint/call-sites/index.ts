import type { ts } from "ts-morph";
import type { Machine } from "../interpreter/machine.ts";
import type { Value } from "../interpreter/values.ts";
import { factsOf } from "./module.ts";
import { exportsOf } from "./net.ts";
import type { Told } from "../told.ts";

export type { CallSiteRule } from "./rule.ts";
export { callSiteRules } from "./rules.ts";

/** What a module that the compiler wrote exports, as far as calls can be checked; undefined for others. */
export function generated(
  source: ts.SourceFile,
  m: Machine,
  report: (told: Told) => void,
): { readonly [name: string]: Value } | undefined {
  const facts = factsOf(source);
  return facts && exportsOf(facts, m, report);
}
