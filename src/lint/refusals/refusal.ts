import type { Code } from "../../diagnostics.ts";

/** A message of the compiler or of a door, as its page has it. Its name and title stand in diagnostics.ts. */
export type Refusal = {
  readonly code: Code;
  /** What is refused, and exactly when. */
  readonly what: string;
  /** Why it is, and what would follow if it was not. */
  readonly why: string;
  /** What is refused, and the same made right. Both are tested. */
  readonly bad: string;
  readonly good: string;
} & Shown;

/** How `bad` is made to give its message. */
export type Shown =
  /** They are model files, and the linter tells. */
  | { readonly by: "linter" }
  /** They are lines of a shell, in a folder with these files. */
  | { readonly by: "command"; readonly files: Files }
  /** They are one of the files, and these lines meet it. */
  | {
      readonly by: "file";
      readonly file: string;
      readonly command: string;
      readonly files: Files;
    };

export type Files = { readonly [name: string]: string };

/** What nobody who keeps to the layers meets: a page without an example. */
export interface Guard {
  readonly code: Code;
  readonly what: string;
  readonly why: string;
}
