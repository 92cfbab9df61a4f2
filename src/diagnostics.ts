/**
 * Every message a user can get: a stable code, a name, and what would make it right where that does
 * not depend on the case. KS1xx: the model as written; KS2xx: sizes; KS5xx: files, options and data.
 */
export const codes = {
  KS101: { name: "unknown-attribute", title: "an option that the layer does not have" },
  KS102: { name: "bad-attribute", title: "an option with a value it cannot have" },
  KS103: { name: "foreign-tensor", title: "a tensor of another model, or no tensor at all" },
  KS104: { name: "duplicate-name", title: "two things of one name" },
  KS105: { name: "missing-input", title: "an operand that must be given" },
  KS106: { name: "batch-axis", title: "the batch used as if its size was known" },
  KS107: { name: "no-gradient", title: "a loss that does not depend on what is to be trained" },
  KS108: {
    name: "bad-model",
    title: "a model without inputs, outputs or a loss where one is needed",
  },
  KS109: { name: "unknown-layer", title: "a layer that the model does not have" },
  KS201: { name: "shape-mismatch", title: "sizes that should be one and are not" },
  KS202: { name: "rank-mismatch", title: "a tensor with too many or too few axes" },
  KS203: { name: "empty-output", title: "a window larger than what it moves over" },
  KS204: { name: "bad-groups", title: "groups that do not divide the channels" },
  KS205: { name: "bad-size", title: "a size that is no positive integer" },
  KS206: { name: "bad-axis", title: "an axis that the tensor does not have" },
  KS207: { name: "bad-reshape", title: "a reshape that changes the number of elements" },
  KS208: { name: "too-large", title: "a tensor beyond what an arena can hold" },
  KS209: { name: "too-much-memory", title: "a net beyond the memory that WebAssembly addresses" },
  KS210: { name: "too-large-kernel", title: "a kernel beyond what WebAssembly engines take" },
  KS501: { name: "no-model", title: "a file that gives no model" },
  KS502: { name: "model-throws", title: "a model file that fails while it is read" },
  KS503: { name: "unreadable-file", title: "a file that cannot be read" },
  KS504: { name: "unwritable-file", title: "a file that cannot be written" },
  KS505: { name: "bad-option", title: "a command-line option with a value it cannot have" },
  KS506: { name: "bad-weights", title: "weights that do not fit the model" },
  KS507: { name: "bad-data", title: "data of the wrong length or type" },
  KS508: { name: "bad-syntax", title: "a model file that is not TypeScript" },
  KS509: {
    name: "no-wasm",
    title: "an engine, or a policy of a page, that does not run WebAssembly",
  },
} as const;

export type Code = keyof typeof codes;

/** A place in the user's source. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The function called there: "conv2d". Columns may be off by what a loader inserted; a name is not. */
  readonly call?: string | undefined;
}

export interface Diagnostic {
  readonly code: Code;
  /** What is wrong, in the user's words: lower case, no full stop. */
  readonly message: string;
  /** The shapes and numbers at issue, a line each. */
  readonly notes?: readonly string[];
  /** What would make it right, as a statement. */
  readonly fix?: string;
  /** The node at fault. */
  readonly node?: string;
  readonly at?: Place;
}

/** Bad input of any kind. Its message is complete; doors print it without a stack. */
export class KernelsmithError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(render(diagnostic));
    this.name = "KernelsmithError";
    this.diagnostic = diagnostic;
  }
}

/** Stops with a diagnostic; the graph adds the node and the place in the user's source. */
export function refuse(
  code: Code,
  message: string,
  more: Omit<Diagnostic, "code" | "message"> = {},
): never {
  throw new KernelsmithError({ code, message, ...more });
}

/** For what cannot happen: never a wrong answer quietly. */
export function invariant(holds: unknown, words: string): asserts holds {
  if (!holds) throw new Error(`kernelsmith is wrong here, please report it: ${words}`);
}

function render({ code, message, notes = [], fix, node, at }: Diagnostic): string {
  const place = at ? [`  ${at.file}:${at.line}`] : [];
  const head = `error ${code} ${codes[code].name}: ${node ? `${node}: ` : ""}${message}`;
  return [head, ...place, ...notes.map((n) => `  ${n}`), ...(fix ? [`  ${fix}`] : [])].join("\n");
}
