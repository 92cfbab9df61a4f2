import type { CallSiteRule } from "./report.ts";

/** What is told of calls of generated modules. */
export const callSiteRules: readonly CallSiteRule[] = [];
