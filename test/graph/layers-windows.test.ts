import fc from "fast-check";
import { expect, it } from "vitest";
import { KernelsmithError } from "../../src/diagnostics.ts";
import * as library from "../../src/index.ts";
import { complaints } from "../shapes/compile.ts";
import { bench } from "../support/model.ts";

const small = fc.integer({ min: 1, max: 4 });
const either = (n: fc.Arbitrary<number>) => fc.oneof(n, fc.tuple(n, n));
const pads = fc.integer({ min: 0, max: 2 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const window = {
  kernel: either(fc.integer({ min: 1, max: 5 })),
  stride: maybe(either(small)),
  dilation: maybe(either(fc.integer({ min: 1, max: 3 }))),
  padding: maybe(
    fc.oneof(
      either(pads),
      fc.tuple(pads, pads, pads, pads),
      fc.constantFrom("same" as const, "valid" as const),
    ),
  ),
};
const conv = fc.record({ filters: small, groups: maybe(small), ...window });
const pool = fc.record({ ...window, ceilMode: maybe(fc.boolean()) });
const transposed = fc.record({
  filters: small,
  groups: maybe(small),
  kernel: window.kernel,
  stride: window.stride,
  dilation: window.dilation,
  padding: maybe(fc.oneof(either(pads), fc.tuple(pads, pads, pads, pads))),
  outputPadding: maybe(either(pads)),
});
const call = fc.record({
  shape: fc.tuple(small, fc.integer({ min: 3, max: 9 }), fc.integer({ min: 3, max: 9 })),
  use: fc.oneof(
    fc.tuple(fc.constant("conv2d" as const), conv),
    fc.tuple(fc.constantFrom("maxPool2d" as const, "averagePool2d" as const), pool),
    fc.tuple(fc.constant("convTranspose2d" as const), transposed),
  ),
});

/** The size the layer gives, or nothing where it refuses; anything else that goes wrong stays wrong. */
function sized([layer, options]: readonly [string, object], shape: readonly number[]) {
  const layers = library as unknown as {
    readonly [name: string]: (x: unknown, options: object) => { shape: readonly number[] };
  }; // as JavaScript sees it
  try {
    return layers[layer]?.(bench().input(shape), options).shape;
  } catch (error) {
    if (error instanceof KernelsmithError) return error.diagnostic;
    throw error;
  }
}

const opening = `import { averagePool2d, conv2d, convTranspose2d, maxPool2d, type Tensor } from "../../src/index.ts"; import { same } from "./same.ts"; declare function input<const S extends readonly number[]>(shape: S): Tensor<{ -readonly [I in keyof S]: S[I] }>;`;

it("the types of generated calls are their sizes, and refuse what the layers refuse", () => {
  const lines: string[] = [];
  const refusedAt: number[] = [];
  for (const { shape, use } of fc.sample(call, { seed: 7, numRuns: 400 })) {
    const found = sized(use, shape);
    const text = `${use[0]}(input(${JSON.stringify(shape)}), ${JSON.stringify(use[1])})`;
    // types leave it to the layer that padding must not hide a window
    if (found && "code" in found && / hides a window /.test(found.message)) continue;
    const isSize = Array.isArray(found);
    const line = `y${lines.length}`;
    lines.push(
      `const ${line} = ${text};${isSize ? ` same<typeof ${line}, Tensor<${JSON.stringify(found)}>>();` : ""}`,
    );
    if (!isSize) refusedAt.push(lines.length + 1);
  }
  expect(lines.length).toBeGreaterThan(250);
  expect(refusedAt.length).toBeGreaterThan(20);
  const found = complaints([opening, ...lines].join("\n"));
  const complainedAt = found.map((complaint) => Number(complaint.split(":")[0]));
  const surplus = complainedAt.filter((line) => !refusedAt.includes(line));
  expect(surplus.map((line) => [lines[line - 2], found[complainedAt.indexOf(line)]])).toEqual([]);
  expect(refusedAt.filter((l) => !complainedAt.includes(l)).map((l) => lines[l - 2])).toEqual([]);
});
