import type { CompileSettings, Level } from "../../config.ts";
import type { Code } from "../../diagnostics.ts";
import type { Declared, Read } from "../../graph/layers/options.ts";
import type { Fix } from "../finding.ts";
import type { CallSite, LayerCall } from "../followed.ts";
import type { Net } from "../net.ts";

/** A thing to tell, at a layer's call or at the model's. */
export interface Report {
  readonly at: LayerCall | CallSite;
  /** What is wrong, in the user's words: lower case, no full stop. */
  readonly message: string;
  /** The shapes and numbers at issue, a line each. */
  readonly notes?: readonly string[];
  /** What would make it right, as a statement. */
  readonly fix?: string;
  /** Edits that might make it right, the best first; those that do not are dropped by the linter. */
  readonly fixes?: readonly Fix[];
}

/** One thing that can be wrong with a model that compiles: declared once, checked and documented from it. */
export interface Rule<D extends Declared = Declared> {
  /** Its name and title stand in diagnostics.ts. */
  readonly code: Code;
  /** Two or three sentences: what is reported, and exactly when. */
  readonly what: string;
  /** Why that is no good: what it costs, with the paper where there is one. */
  readonly why: string;
  /** A whole model file that is reported, and the same made right. Both are tested. */
  readonly bad: string;
  readonly good: string;
  readonly options: D;
  /** For `bad`, where the rule asks for options. */
  readonly example?: { readonly [name: string]: unknown };
  /** How `bad` and `good` are compiled, where that matters to the rule. */
  readonly compile?: CompileSettings;
  readonly recommended: Level;
  readonly strict: Level;
  /** Needs every call of the model followed: what looks unused may be used where it was not. */
  readonly whole?: true;
  /** A method, so that rules with options of every kind stand in one list. */
  check(net: Net, options: Read<D>): Iterable<Report>;
}

export const defineRule = <const D extends Declared>(rule: Rule<D>): Rule<D> => rule;
