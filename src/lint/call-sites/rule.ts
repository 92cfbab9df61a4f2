import type { Level } from "../../config.ts";
import type { Code } from "../../diagnostics.ts";

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
