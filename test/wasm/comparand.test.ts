import * as fc from "fast-check";
import { expect, it } from "vitest";
import { comparand } from "../../codegen/wasm/comparand.ts";

const number = (value: number) => ({ kind: "number", value }) as const;
const constants = fc.oneof(fc.double(), fc.double({ min: -2, max: 2 }));
/** Any float32, and those right beside the constant. */
const floats = (c: number): fc.Arbitrary<number> => {
  const bits = new Int32Array(Float32Array.of(c).buffer)[0] ?? 0;
  const near = (by: number) => new Float32Array(Int32Array.of(bits + by).buffer)[0] ?? NaN;
  return fc.oneof(fc.float(), fc.integer({ min: -2, max: 2 }).map(near));
};
const sides = {
  less: (a: number, b: number) => a < b,
  lessEqual: (a: number, b: number) => a <= b,
  equal: (a: number, b: number) => a === b,
} as const;

it.each(["less", "lessEqual", "equal"] as const)(
  "a float32 is on the same side of what stands for a constant as of the constant: %s",
  (is) => {
    const property = fc.property(
      constants.chain((c) => fc.tuple(fc.constant(c), floats(c))),
      ([c, x]) => {
        const [left, right] = [comparand(number(c), is, "left"), comparand(number(c), is, "right")];
        if (left.kind !== "number" || right.kind !== "number") return expect.fail("no numbers");
        for (const { value } of [left, right])
          expect(Object.is(Math.fround(value), value)).toBe(true);
        expect(sides[is](left.value, x)).toBe(sides[is](c, x));
        expect(sides[is](x, right.value)).toBe(sides[is](x, c));
      },
    );
    fc.assert(property, { numRuns: 5000, seed: 1 });
  },
);
