/**
 * Every message a user can get: a stable code, a name, and what would make it right where that does
 * not depend on the case. KS1xx: the model as written; KS2xx: sizes; KS3xx: how a net is put together;
 * KS4xx: budgets; KS5xx: files, options and data. What the compiler refuses comes before x50 and x20, what
 * the linter alone tells from there on.
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
  KS110: { name: "unknown-import", title: "a function that kernelsmith does not have" },
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
  KS251: { name: "dropped-border", title: "rows or columns at the end that no window reads" },
  KS252: { name: "even-kernel", title: "an even window where sizes are meant to stay" },
  KS253: { name: "window-of-padding", title: "a window that reads nothing but padding" },
  KS254: { name: "dead-taps", title: "taps of a kernel that only ever read padding" },
  KS255: { name: "receptive-field", title: "a head that sees less of the input than it must" },
  KS256: { name: "heavy-flatten", title: "one dense layer that holds most of the parameters" },
  KS257: { name: "skipped-pixels", title: "pixels between the windows that none reads" },
  KS301: { name: "collapsing-layers", title: "linear layers with nothing between: they are one" },
  KS302: { name: "repeated-activation", title: "an activation that changes nothing" },
  KS303: { name: "relu-before-softmax", title: "scores cut off at 0 before they are compared" },
  KS304: { name: "softmax-twice", title: "probabilities where a loss takes logits" },
  KS305: { name: "bias-before-norm", title: "a bias that the norm behind it takes out again" },
  KS306: {
    name: "dropout-before-norm",
    title: "dropout that spoils the running variance of a norm",
  },
  KS307: {
    name: "lossy-pooling",
    title: "a pool right behind a stride, with no windows that overlap",
  },
  KS308: { name: "unused-layer", title: "a layer that reaches no output" },
  KS309: { name: "unused-input", title: "an input that no output depends on" },
  KS310: { name: "unfit-initializer", title: "initial values unfit for what stands behind them" },
  KS311: {
    name: "idle-freeze",
    title: "a frozen part that leaves nothing to train, or is no part",
  },
  KS312: { name: "batch-norm-of-one", title: "batch norm trained on one sample at a time" },
  KS313: { name: "norm-of-one", title: "a norm over a single number: always its bias" },
  KS314: { name: "softmax-of-one", title: "a softmax over one class: always 1" },
  KS315: { name: "untrained-branch", title: "parameters that the loss does not depend on" },
  KS401: { name: "parameter-budget", title: "more parameters than the budget has" },
  KS402: { name: "multiply-add-budget", title: "more multiply-adds than the budget has" },
  KS403: {
    name: "inference-memory-budget",
    title: "more memory for inference than the budget has",
  },
  KS404: { name: "training-memory-budget", title: "more memory for training than the budget has" },
  KS405: { name: "module-size-budget", title: "a larger module than the budget has" },
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
  KS510: { name: "bad-config", title: "a configuration that cannot be read" },
  KS511: { name: "bad-directive", title: "a comment to the linter that it does not understand" },
  KS521: { name: "wrong-length", title: "data of a length that a generated module does not take" },
  KS522: {
    name: "wrong-layout",
    title: "data whose axes are in another order than a module was compiled for",
  },
  KS523: {
    name: "not-trainable",
    title: "a training call on a module compiled for inference alone",
  },
  KS524: { name: "kept-view", title: "a result kept beyond the next call, which overwrites it" },
  KS525: { name: "too-many-samples", title: "more samples at once than a module was compiled for" },
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
  /** The words that would do, where one was given that does not. */
  readonly choices?: readonly string[];
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
