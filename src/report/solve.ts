import { refuse } from "../diagnostics.ts";

/** What is known of a window along one dimension; what is left out is looked for. */
export interface Question {
  readonly input?: number;
  readonly output?: number;
  readonly kernel?: number;
  readonly stride?: number;
  /** On each side; "same" for output = ⌈input / stride⌉, "valid" for none. */
  readonly padding?: number | "same" | "valid";
  /** 1 unless given. */
  readonly dilation?: number;
  /** A transposed convolution: output = (input − 1)·stride − 2·padding + dilation·(kernel − 1) + 1. */
  readonly transposed?: boolean;
}

export interface Solution {
  readonly input: number;
  readonly output: number;
  readonly kernel: number;
  readonly stride: number;
  /** Before the first and after the last. */
  readonly padding: readonly [number, number];
  readonly dilation: number;
  /** How the output follows from the rest. */
  readonly arithmetic: string;
  /** Rows at the end that no window reads. */
  readonly dropped: number;
}

export interface Answer {
  readonly unknown: readonly Unknown[];
  /** How the unknown follows, as a formula, when there is one unknown. */
  readonly formula: string;
  readonly solutions: readonly Solution[];
}

export type Unknown = "input" | "output" | "kernel" | "stride" | "padding";
const names = ["input", "output", "kernel", "stride", "padding"] as const;

/** All integer answers within small ranges: stride ≤ kernel and padding < kernel where both are open. */
export function solve(question: Question): Answer {
  check(question);
  const unknown = names.filter((name) => question[name] === undefined);
  const transposed = question.transposed === true;
  const solutions = candidates(question).filter(
    (s) => question.output === undefined || s.output === question.output,
  );
  const even = solutions.filter((s) => s.padding[0] === s.padding[1]);
  return {
    unknown,
    formula: (transposed ? transposedFormulas : formulas)[
      unknown.length === 1 ? (unknown[0] ?? "output") : "output"
    ],
    solutions: even.length > 0 ? even : solutions,
  };
}

const formulas: { readonly [U in Unknown]: string } = {
  output: "output = ⌊(input + padding before + after − dilation·(kernel − 1) − 1) / stride⌋ + 1",
  input:
    "input = stride·(output − 1) + dilation·(kernel − 1) + 1 − padding, and up to stride − 1 more",
  kernel:
    "kernel = (input + padding − 1 − stride·(output − 1)) / dilation + 1, or so much less that the division still rounds down to it",
  stride: "stride: ⌊(input + padding − dilation·(kernel − 1) − 1) / stride⌋ = output − 1",
  padding:
    "padding before + after = stride·(output − 1) + dilation·(kernel − 1) + 1 − input, and up to stride − 1 more; at stride 1 an equal size takes (kernel − 1) / 2 on each side",
};
const forward = "output = (input − 1)·stride − padding before − after + dilation·(kernel − 1) + 1";
const transposedFormulas: typeof formulas = {
  output: forward,
  input: `input = (output + padding − dilation·(kernel − 1) − 1) / stride + 1`,
  kernel: `kernel = (output + padding − 1 − (input − 1)·stride) / dilation + 1`,
  stride: `stride = (output + padding − dilation·(kernel − 1) − 1) / (input − 1)`,
  padding: `padding before + after = (input − 1)·stride + dilation·(kernel − 1) + 1 − output`,
};

function check(question: Question): void {
  for (const name of [...names, "dilation"] as const) {
    const value = question[name];
    const least = name === "padding" ? 0 : 1;
    if (value === undefined || (name === "padding" && (value === "same" || value === "valid")))
      continue;
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= 1e5)
      continue;
    refuse("KS505", `${name} is ${value}, which is no integer from ${least} to 100000`);
  }
  if (question.input === undefined && question.output === undefined)
    refuse("KS505", "neither input nor output is given", { fix: "Give at least one of the two." });
  if (question.transposed && question.padding === "same")
    refuse("KS505", `"same" padding is not defined for a transposed convolution`);
}

function candidates(question: Question): Solution[] {
  const { input, output, dilation = 1, transposed = false } = question;
  const open = (name: Unknown) => question[name] === undefined;
  const extent = Math.max(input ?? 0, output ?? 0);
  const alone = names.every((name) => name === "kernel" || !open(name) || name === "output");
  const added = typeof question.padding === "number" ? 2 * question.padding : 0;
  const most = Math.min(alone && question.padding !== "same" ? Infinity : 11, extent + added + 1);
  const found: Solution[] = [];
  for (const kernel of span(question.kernel, 1, most))
    for (const stride of span(question.stride, 1, open("padding") ? kernel : extent + kernel))
      for (const size of input
        ? [input]
        : inputs(output ?? 1, kernel * dilation, stride, transposed))
        for (const padding of paddings(question, size, kernel, stride)) {
          const one = windowOver(size, kernel, stride, padding, dilation, transposed);
          if (one) found.push(one);
        }
  return found;
}

const span = (known: number | undefined, least: number, most: number): number[] =>
  known !== undefined
    ? [known]
    : Array.from({ length: Math.max(0, most - least + 1) }, (_, i) => least + i);

/** The inputs among which those are that make the output, with room for every padding. */
function inputs(output: number, window: number, stride: number, transposed: boolean): number[] {
  if (transposed) {
    const least = Math.floor((output - window) / stride);
    return span(undefined, Math.max(1, least), Math.ceil((output + 2 * window) / stride) + 1);
  }
  const least = stride * (output - 1) + 1 - 2 * window;
  return span(undefined, Math.max(1, least), stride * output + window);
}

/** Equal on both sides first; the surplus of an odd total stands at the end. */
function paddings(
  { padding, dilation = 1 }: Question,
  size: number,
  kernel: number,
  stride: number,
): readonly (readonly [number, number])[] {
  if (padding === "valid") return [[0, 0]];
  if (padding === "same") {
    const span = dilation * (kernel - 1) + 1;
    const total = Math.max(0, (Math.ceil(size / stride) - 1) * stride + span - size);
    return [[total >> 1, total - (total >> 1)]];
  }
  if (padding !== undefined) return [[padding, padding]];
  const reach = dilation * (kernel - 1);
  return Array.from({ length: 2 * reach + 1 }, (_, total) => [total >> 1, total - (total >> 1)]);
}

function windowOver(
  input: number,
  kernel: number,
  stride: number,
  padding: readonly [number, number],
  dilation: number,
  transposed: boolean,
): Solution | undefined {
  const total = padding[0] + padding[1];
  const reach = dilation * (kernel - 1);
  const sides = padding[0] === padding[1] ? `2·${padding[0]}` : `${padding[0]} + ${padding[1]}`;
  const known = { input, kernel, stride, padding, dilation };
  if (transposed) {
    const output = (input - 1) * stride - total + reach + 1;
    const arithmetic = `(${input} − 1)·${stride} − ${sides.includes("+") ? `(${sides})` : sides} + ${dilation}·(${kernel} − 1) + 1 = ${output}`;
    return output < 1 ? undefined : { ...known, output, arithmetic, dropped: 0 };
  }
  const room = input + total - reach - 1;
  if (room < 0) return undefined;
  const output = Math.floor(room / stride) + 1;
  const arithmetic = `⌊(${input} + ${sides} − ${dilation}·(${kernel} − 1) − 1) / ${stride}⌋ + 1 = ⌊${room} / ${stride}⌋ + 1 = ${output}`;
  return { ...known, output, arithmetic, dropped: room % stride };
}
