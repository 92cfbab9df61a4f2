import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followBatch, resolveExtents } from "../../codegen/schedule/batch.ts";
import { inline } from "../../codegen/schedule/inline.ts";
import { prune } from "../../codegen/schedule/prune.ts";
import { recall } from "../../codegen/schedule/recall.ts";
import { share } from "../../codegen/schedule/share.ts";
import { winograd } from "../../codegen/schedule/winograd.ts";
import { type Work, worthwhile } from "../../codegen/schedule/winograd/worthwhile.ts";
import { gradient } from "../../src/graph/backward.ts";
import { expand } from "../../src/graph/expand.ts";
import { GraphBuilder } from "../../src/graph/graph.ts";
import { simplify } from "../../src/rewrite/rewrite.ts";
import { evaluate } from "../../src/tensor/evaluate.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { printProgram } from "../../src/tensor/print.ts";
import type { Program } from "../../src/tensor/program.ts";
import { within } from "../../src/tensor/walk.ts";
import { runCompiled } from "../support/run.ts";
import { random } from "../support/samples.ts";
import {
  by,
  type Case,
  difference,
  expectEqual,
  named,
  products,
  type Values,
} from "../support/winograd.ts";

type Attrs = { readonly [name: string]: unknown };

/** The output of `act` over an image, and what the image and all parameters are owed by it. */
function training(
  shape: readonly number[],
  act: (g: GraphBuilder, x: Tensor, weight: (shape: readonly number[]) => Tensor) => Tensor,
): Case {
  const g = new GraphBuilder();
  const x = g.variable("x", shape, "input", { batched: true });
  const weights: Tensor[] = [];
  const out = act(g, x, (shape) => {
    weights.push(g.variable(`w${weights.length}`, shape, "parameter"));
    return weights.at(-1) as Tensor; // just pushed
  });
  const { program } = expand(g.graph("net", { out }), "training");
  const owed: Tensor = { name: "owed", shape: out.shape };
  const derived = gradient(program, [{ of: out, owed }], [x, ...weights]);
  const { tensors } = followBatch(derived.program, new Set([x, owed]));
  const simple = simplify(resolveExtents(prune(derived.program), tensors));
  const fused = inline(prune(recall(share(simple))), new Set(simple.outputs));
  const values: Values = new Map();
  for (const [seed, tensor] of [x, owed, ...weights].entries())
    values.set(tensor, random(tensor.shape, -1, 1, seed + 1).map(Math.fround));
  return { program: simplify(fused), batched: tensors, values };
}

const conv =
  (filters: number, kernel: readonly [number, number], attrs: Attrs = {}) =>
  (g: GraphBuilder, x: Tensor, weight: (shape: readonly number[]) => Tensor): Tensor => {
    const channels = (x.shape[1] ?? 0) / Number(attrs["groups"] ?? 1);
    return g.add("conv2d", { x, w: weight([filters, channels, ...kernel]) }, attrs);
  };

const padded = (...padding: readonly [number, number, number, number]) => ({ padding });

describe("a 3×3 convolution and its gradients", () => {
  const plain = training([2, 3, 9, 8], conv(4, [3, 3], padded(1, 1, 1, 1)));

  it.each(["F2", "F4"] as const)("are three products by %s", (variant) => {
    const now = by(plain, variant);
    expect(products(now)).toEqual(["conv1.products", "d.x.products", "d.w0.products"]);
    expectEqual(plain, now);
  });

  it("leave a sum over all points where there were one over all taps", () => {
    const sums = by(plain, "F4").definitions.flatMap((d) =>
      d.pieces.flatMap((p) => [...within(p.body)].filter((e) => e.kind === "sum")),
    );
    expect(sums.map((e) => e.over.map((axis) => axis.size))).toEqual([[3], [4], [2, 6]]);
  });

  it("have no tests where tiles reach beyond the image", () => {
    const now = by(plain, "F4");
    const guards = now.definitions.flatMap((d) => d.pieces.map((p) => [...within(p.body)]));
    expect(guards.flat().filter((e) => e.kind === "guard")).toEqual([]);
  });

  it("lie by samples still", () => {
    const now = by(plain, "F2");
    const { tensors } = followBatch(now, plain.batched);
    const names = [...tensors].map((t) => t.name);
    for (const name of ["x.tiles", "conv1.products", "d.conv1.tiles", "d.conv1.points"])
      expect(names).toContain(name);
    for (const name of ["w0.points", "d.w0.products"]) expect(names).not.toContain(name);
  });

  const paddings = [
    [0, 0, 0, 0],
    [1, 1, 1, 1],
    [2, 2, 2, 2],
    [0, 1, 2, 0],
  ] as const;
  const maps = [
    [3, 3],
    [4, 4],
    [5, 7],
    [6, 6],
    [8, 11],
    [13, 4],
  ] as const;
  for (const variant of ["F2", "F4"] as const)
    for (const [h, w] of maps)
      it(`are right by ${variant} for a map of ${h}×${w} with any padding`, () => {
        for (const padding of paddings) {
          const c = training([2, 2, h, w], conv(3, [3, 3], { padding }));
          expectEqual(c, by(c, variant));
        }
      });

  for (const [channels, filters] of [
    [1, 2],
    [1, 5],
    [20, 2],
    [7, 20],
  ] as const)
    it(`are right from ${channels} to ${filters} channels`, () => {
      const c = training([1, channels, 6, 5], conv(filters, [3, 3], padded(1, 1, 1, 1)));
      const now = by(c, "F4");
      expect(products(now)).toHaveLength(3);
      expectEqual(c, now);
    });

  it("are right for any sizes", () => {
    const side = fc.integer({ min: 1, max: 11 });
    const pad = fc.integer({ min: 0, max: 2 });
    const sizes = fc.record({
      n: fc.integer({ min: 1, max: 3 }),
      channels: fc.integer({ min: 1, max: 5 }),
      filters: fc.integer({ min: 1, max: 5 }),
      map: fc.tuple(side, side),
      padding: fc.tuple(pad, pad, pad, pad),
      variant: fc.constantFrom("F2", "F4"),
    });
    fc.assert(
      fc.property(sizes, ({ n, channels, filters, map: [h, w], padding, variant }) => {
        if (!(h + padding[0] + padding[2] >= 3 && w + padding[1] + padding[3] >= 3)) return;
        const c = training([n, channels, h, w], conv(filters, [3, 3], { padding }));
        expectEqual(c, by(c, variant));
      }),
      { numRuns: 40 * Number(process.env["KERNELSMITH_RUNS"] ?? 1) },
    );
  });
});

describe("found are", () => {
  const relu = (g: GraphBuilder, x: Tensor) => g.add("relu", { x });
  const same = padded(1, 1, 1, 1);

  it("all but the first input gradient of a deep net", () => {
    const c = training([2, 3, 8, 8], (g, x, weight) => {
      const bias = weight([4]);
      const first = g.add("conv2d", { x, w: weight([4, 3, 3, 3]), bias }, same);
      const second = conv(5, [3, 3], same)(g, relu(g, first), weight);
      return g.add("sigmoid", { x: g.add("batchNorm", normOf(g, second, weight)) });
    });
    const now = by(c, "F4");
    expect(products(now)).toEqual(expect.arrayContaining(["relu1.products", "d.x.products"]));
    expect(products(now)).toHaveLength(6);
    expect(named(now, ".squares")).toEqual([]);
    expectEqual(c, now);
  });

  const normOf = (g: GraphBuilder, x: Tensor, weight: (shape: readonly number[]) => Tensor) => {
    const shape = [x.shape[1] ?? 0];
    const mean = g.variable("mean", shape, "state");
    const variance = g.variable("variance", shape, "state");
    return { x, scale: weight(shape), bias: weight(shape), mean, variance };
  };

  it("transposed convolutions in steps of one", () => {
    const c = training([2, 3, 6, 7], (g, x, weight) =>
      g.add("convTranspose2d", { x, w: weight([3, 4, 3, 3]) }, padded(1, 0, 1, 2)),
    );
    const now = by(c, "F4");
    expect(products(now)).toHaveLength(3);
    expectEqual(c, now);
  });

  it("what a pool takes and what wins it, with one product for both", () => {
    const c = training([2, 3, 12, 12], (g, x, weight) => {
      const map = conv(4, [3, 3], same)(g, x, weight);
      return g.add("maxPool2d", { x: map }, { kernel: [2, 2], stride: [2, 2] });
    });
    for (const variant of ["F2", "F4"] as const) {
      const now = by(c, variant);
      expect(products(now)).toHaveLength(3);
      expect(products(now)[0]).toBe("pool1.products");
      expect(named(now, ".squares")).toEqual([]);
      expectEqual(c, now);
    }
  });

  it("what a pool of three takes, written down before it is pooled", () => {
    const c = training([1, 2, 9, 9], (g, x, weight) => {
      const map = conv(3, [3, 3], same)(g, x, weight);
      return g.add("maxPool2d", { x: map }, { kernel: [3, 3], stride: [3, 3] });
    });
    const now = by(c, "F4");
    expect(named(now, ".squares").length).toBeGreaterThan(0);
    expectEqual(c, now);
  });

  it("sums beside other sums, written down for them", () => {
    const c = training([2, 3, 8, 8], (g, x, weight) => {
      const a = conv(4, [3, 3], same)(g, x, weight);
      const b = conv(4, [1, 1])(g, x, weight);
      return g.add("add", { a, b });
    });
    const now = by(c, "F4");
    expect(named(now, ".squares").length).toBeGreaterThan(0);
    expectEqual(c, now);
  });

  it("two convolutions of one image, which is transformed once", () => {
    const c = training([2, 3, 8, 8], (g, x, weight) => {
      const a = conv(4, [3, 3], same)(g, x, weight);
      const b = conv(4, [3, 3], same)(g, x, weight);
      return g.add("mul", { a, b });
    });
    const now = by(c, "F4");
    expect(named(now, ".tiles").filter((name) => name.startsWith("x."))).toEqual(["x.tiles"]);
    expectEqual(c, now);
  });

  it("some with other tiles than the rest", () => {
    const c = training([2, 3, 8, 8], (g, x, weight) => {
      const a = conv(4, [3, 3], same)(g, x, weight);
      const b = conv(4, [3, 3], same)(g, relu(g, a), weight);
      return g.add("add", { a, b });
    });
    const choose = ({ channels }: Work) => (channels === 3 ? "F2" : "F4");
    expectEqual(c, winograd(c.program, { batched: c.batched, choose }));
  });
});

describe("left alone is", () => {
  const others: { readonly [what: string]: Case } = {
    "a stride of 2": training([2, 3, 9, 9], conv(4, [3, 3], { stride: [2, 2] })),
    "a stride of 2 in one direction": training([2, 3, 9, 9], conv(4, [3, 3], { stride: [1, 2] })),
    "a dilation of 2": training([2, 3, 9, 9], conv(4, [3, 3], { dilation: [2, 2] })),
    "a kernel of 5×5": training([2, 3, 9, 9], conv(4, [5, 5], padded(2, 2, 2, 2))),
    "a kernel of 1×1": training([2, 3, 9, 9], conv(4, [1, 1])),
    "a kernel of 3×1": training([2, 3, 9, 9], conv(4, [3, 1])),
    "a convolution in groups": training([2, 4, 9, 9], conv(4, [3, 3], { groups: 2 })),
    "a depthwise convolution": training([2, 4, 9, 9], conv(4, [3, 3], { groups: 4 })),
    "a linear layer": training([2, 6], (g, x, weight) => g.add("linear", { x, w: weight([3, 6]) })),
    "an average pool": training([2, 3, 9, 9], (g, x) =>
      g.add("averagePool2d", { x }, { kernel: [3, 3], stride: [1, 1] }),
    ),
  };
  for (const [what, c] of Object.entries(others))
    it(what, () => expect(printProgram(by(c, "F2"))).toBe(printProgram(c.program)));

  it("what is not worth it", () => {
    const c = training([2, 3, 9, 9], conv(4, [3, 3]));
    expect(printProgram(winograd(c.program, { batched: c.batched }))).toBe(printProgram(c.program));
  });

  it("a sum over the samples that only looks like a convolution", () => {
    // A map of 3×3 is owed 3×3: the samples would be channels.
    const c = training([2, 3, 5, 5], conv(4, [3, 3]));
    const { tensors } = followBatch(by(c, "F4"), c.batched);
    expect([...tensors].map((t) => t.name)).not.toContain("d.w0.products");
    expectEqual(c, by(c, "F4"));
  });
});

describe("in float32", () => {
  const c = training([2, 24, 14, 14], conv(24, [3, 3], padded(1, 1, 1, 1)));
  const right = evaluate(c.program, c.values);
  const error = (target: "ts" | "wasm", program: Program): number => {
    const found = runCompiled(target, program, c.values, c.batched, 2);
    return difference(c.program, right, found);
  };

  for (const target of ["ts", "wasm"] as const)
    for (const [variant, most] of [
      ["F2", 1e-6],
      ["F4", 1e-5],
    ] as const)
      it(`${target} kernels are ${most} of the largest output apart by ${variant}`, () => {
        expect(error(target, by(c, variant))).toBeLessThan(most);
      });
});

describe("it is worthwhile", () => {
  const work = (samples: number, channels: number, rows: number, filters: number): Work => ({
    samples,
    channels,
    rows,
    columns: rows,
    filters,
  });

  it.each([
    [1, 64, 56, 64],
    [1, 16, 32, 16],
    [1, 256, 14, 256],
    [32, 512, 7, 512],
    [1, 64, 4, 64],
  ])("with large tiles for %i × %i channels at %i² to %i", (n, c, h, m) => {
    expect(worthwhile(work(n, c, h, m))).toBe("F4");
  });

  it("with small tiles where large ones would be half empty", () => {
    expect(worthwhile(work(1, 64, 2, 64))).toBe("F2");
    expect(worthwhile(work(32, 64, 6, 64))).toBe("F2");
  });

  it("with small tiles where the weights are most of the work", () => {
    for (const most of [1, 2]) expect(worthwhile(work(most, 512, 7, 512))).toBe("F2");
  });

  it.each([
    ["few channels", work(1, 3, 224, 64)],
    ["few filters", work(1, 64, 56, 1)],
    ["a map of one element", work(1, 64, 1, 64)],
    ["more memory than it may take", work(64, 64, 224, 64)],
  ])("not for %s", (_, of) => expect(worthwhile(of)).toBeUndefined());
});
