import * as fc from "fast-check";
import { opOf } from "../../src/graph/graph.ts";
import type { OpName } from "../../src/ops/index.ts";

type Shape = readonly number[];
type Shapes = { readonly [operand: string]: Shape | readonly Shape[] };

/** One use of an op, sensible or not. */
export interface Use {
  readonly shapes: Shapes;
  readonly attrs: { readonly [name: string]: unknown };
  /** Operands that hold whole numbers below this. */
  readonly integers: { readonly [operand: string]: number };
  readonly range: { readonly [operand: string]: readonly [number, number] };
}

/** What no option takes, and what some do. */
export const oddities: readonly unknown[] = [
  ...[NaN, Infinity, -Infinity, -1, 0, 0.5, 1, 2, 2 ** 31, 2 ** 53, -0],
  ...["", "same", "mean", null, true, false, {}, [], [NaN], [1], [0, 0], [-1, 2], [1, 2, 3, 4]],
  ...[[[1]], ["1"], "1", () => 1, Symbol.iterator, 10n],
];
export const odd = fc.constantFrom(...oddities);

const small = fc.integer({ min: -2, max: 5 });
/** No number so small that its reciprocal is none in float32. */
const quarters = fc.integer({ min: -8, max: 16 }).map((n) => n / 4);
/** How many sensible values there are for one that is not. */
const sense = 12;

/** Values for an attribute, from how its declaration words what it takes. */
function valuesOf(takes: string): fc.Arbitrary<unknown> {
  const words = [...takes.matchAll(/"([^"]+)"/g)].map(([, word]) => word);
  if (words.length > 0) return fc.constantFrom(...words);
  if (takes.startsWith("true")) return fc.boolean();
  if (takes.startsWith("two"))
    return fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 4 }));
  if (takes.startsWith("four")) return fc.array(fc.nat(3), { minLength: 4, maxLength: 4 });
  if (takes.startsWith("a list of integers")) return fc.array(small, { maxLength: 4 });
  if (takes.startsWith("a list")) return fc.array(quarters, { maxLength: 4 });
  if (takes.startsWith("an integer")) return small;
  return quarters;
}

/** A sample of the op with its sizes changed, the same everywhere for the same, and other options. */
export function uses(name: OpName): fc.Arbitrary<Use> {
  const op = opOf(name);
  const sizes = fc.oneof(
    { weight: sense, arbitrary: fc.integer({ min: 1, max: 7 }) },
    { weight: 1, arbitrary: fc.constantFrom(0, -1, NaN, 1.5, 1e9, Infinity) },
  );
  const attrs = fc.record(
    Object.fromEntries(
      Object.entries(op.attrs).map(([key, { takes }]) => [
        key,
        fc.oneof({ weight: sense, arbitrary: valuesOf(takes) }, { weight: 1, arbitrary: odd }),
      ]),
    ),
    { requiredKeys: [] },
  );
  return fc
    .record({
      sample: fc.constantFrom(...op.samples),
      resized: fc.boolean(),
      replaced: fc.boolean(),
      drawn: fc.array(sizes, { minLength: 8, maxLength: 8 }),
      attrs,
    })
    .map(({ sample, resized, replaced, drawn, attrs }): Use => {
      const shapes = sample.inputs as Shapes;
      const known = new Map<number, number>();
      const size = (n: number): number => {
        if (!resized || n === 1) return n;
        const found = known.get(n) ?? drawn[known.size % drawn.length] ?? n;
        known.set(n, found);
        return found;
      };
      const shape = (s: Shape): Shape => s.map(size);
      const isList = (s: Shape | readonly Shape[]): s is readonly Shape[] => Array.isArray(s[0]);
      return {
        shapes: Object.fromEntries(
          Object.entries(shapes).map(([key, s]) => [key, isList(s) ? s.map(shape) : shape(s)]),
        ),
        attrs: replaced ? { ...sample.attrs, ...attrs } : { ...sample.attrs },
        integers: Object.fromEntries(
          Object.entries(sample.integers ?? {}).map(([key, below]) => [key, size(below)]),
        ),
        range: (sample.range ?? {}) as Use["range"],
      };
    });
}
