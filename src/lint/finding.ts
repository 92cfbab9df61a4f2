import type { Code, Diagnostic, Place } from "../diagnostics.ts";

export type Severity = "error" | "warning";

/** Text put in the place of text. Offsets count UTF-16 units from the file's start. */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One way to make it right: all of its edits together, or none. */
export interface Fix {
  /** What it does, as an editor's menu has it: "Set bias: false". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Makes another net of it: offered where a person chooses, and not made by `--fix`. */
  readonly bold?: true;
}

/** A stretch of a file. Lines and columns count from 1, offsets from 0; the end is the first beyond. */
export interface Span extends Place {
  readonly start: number;
  readonly end: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What the linter has to say about one place in a file. */
export interface Finding extends Omit<Diagnostic, "at"> {
  readonly code: Code;
  readonly severity: Severity;
  readonly at: Span;
  /** The calls on the way there, the outermost first: a block's caller in the model's file. */
  readonly trail: readonly Span[];
  /** The best first. Each was tried: with it, this finding is gone and no error is new. */
  readonly fixes: readonly Fix[];
}
