import type { Diagnostic } from "../../../src/diagnostics.ts";
import type { Call } from "./calls.ts";

interface Left {
  readonly what: string;
  readonly why: string;
  readonly is: (refused: Diagnostic) => boolean;
  readonly example: Call;
}

const says =
  (pattern: RegExp) =>
  ({ code, message }: Diagnostic): boolean =>
    code === "KS102" && pattern.test(message);

const of = (layer: string, ...options: readonly unknown[]): Call => ({
  layer,
  args: [{ tensor: [4, 6, 6] }, ...options.map((value) => ({ value }))],
});

/** What the engine refuses in a call of literals and the types do not: all of it, and nothing about sizes. */
export const leftToRunTime: readonly Left[] = [
  {
    what: "a range of numbers",
    why: "TypeScript has no type for the numbers from 0 to 1, or above 0",
    is: says(/^(momentum|epsilon|p|alpha|beta) must be a number/),
    example: of("dropout", { p: 1 }),
  },
  {
    what: "an integer that no size follows from",
    why: "the types read those options alone that the shape depends on",
    is: says(/^(divisor|size) must be an integer of at least 1, but|^localResponseNorm needs size/),
    example: of("averagePool2d", { kernel: 2, divisor: 0 }),
  },
  {
    what: "an empty name",
    why: "it is a string as any other",
    is: says(/^name must be a word/),
    example: of("relu", { name: "" }),
  },
  {
    what: "division by 0",
    why: "the second operand may be any number",
    is: says(/^div by 0/),
    example: of("div", 0),
  },
  {
    what: "more elements than an arena holds",
    why: "they are counted where a tensor is made, with the batch",
    is: ({ code }) => code === "KS208",
    example: of("upsample", { scale: 10_000 }),
  },
];
