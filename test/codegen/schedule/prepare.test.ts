import { describe, expect, it } from "vitest";
import { assemble } from "../../../codegen/assemble.ts";
import { prepareFirst } from "../../../codegen/schedule/prepare.ts";
import { Axis } from "../../../src/tensor/axis.ts";
import { extent, type Expr, mul, read, sum, type Tensor } from "../../../src/tensor/expr.ts";
import { define, type Program } from "../../../src/tensor/program.ts";

const n = new Axis("n", 2);
const c = new Axis("c", 24);
const k = new Axis("k", 24);
const vector = (name: string): Tensor => ({ name, shape: [24] });
const [x, w, a, b, y, z] = ["x", "w", "a", "b", "y", "z"].map(vector) as [
  Tensor,
  Tensor,
  Tensor,
  Tensor,
  Tensor,
  Tensor,
];
const nest = (tensor: Tensor, body: Expr) => ({
  nest: { axes: [c], stores: [{ tensor, at: [c], body, from: tensor.name }] },
});
const of = (tensor: Tensor) => read(tensor, [c]);

/** Names of what the nests write, those that are prepared in front of a bar. */
function order(nests: readonly ReturnType<typeof nest>[], stay: readonly Tensor[] = []): string {
  const found = prepareFirst(nests, new Set([w]), new Set(stay));
  const names = found.nests.map(({ nest }) => nest.stores.map((s) => s.tensor.name).join());
  const count = found.prepared.length;
  expect(found.prepared).toEqual(names.slice(0, count).map((_, k) => k));
  return `${names.slice(0, count).join(" ")} | ${names.slice(count).join(" ")}`;
}

describe("nests that depend on constants alone", () => {
  it("come first, in their order", () => {
    const nests = [nest(y, of(x)), nest(a, of(w)), nest(z, mul(of(y), of(a))), nest(b, of(a))];
    expect(order(nests)).toBe("a b | y z");
  });

  it("are none that read data, what is made of it, an output or the number of samples", () => {
    expect(order([nest(a, of(x)), nest(b, of(a))])).toBe(" | a b");
    expect(order([nest(a, of(w)), nest(b, of(a))], [a])).toBe(" | a b");
    expect(order([nest(a, mul(of(w), extent(x, 0))), nest(b, of(w))])).toBe("b | a");
  });

  it("write all of a tensor or nothing of it", () => {
    expect(order([nest(a, of(w)), nest(b, of(a)), nest(a, of(x))])).toBe(" | a b a");
    expect(order([nest(a, of(w)), nest(y, of(x)), nest(a, of(w))])).toBe("a a | y");
  });

  it("are none without constants", () => {
    const nests = [nest(y, of(x)), nest(a, mul(of(b), of(b)))];
    expect(prepareFirst(nests, new Set(), new Set())).toEqual({ nests, prepared: [] });
  });
});

describe("weights that a target packs", () => {
  const image: Tensor = { name: "image", shape: [2, 24] };
  const weight: Tensor = { name: "weight", shape: [24, 24] };
  const out: Tensor = { name: "out", shape: [2, 24] };
  const body = sum([k], mul(read(image, [n, k]), read(weight, [c, k])));
  const program: Program = {
    inputs: [image, weight],
    definitions: [define(out, [n, c], body, "out")],
    outputs: [out],
  };
  const run = (constants: ReadonlySet<Tensor>) =>
    assemble({
      program,
      batched: new Set([image]),
      maxBatch: 2,
      fixed: new Map([[weight, 0]]),
      inputs: [image],
      base: 576,
      target: "wasm",
      precision: "fast",
      layout: "nchw",
      constants,
    });

  it("are prepared where they are constants, and stay", () => {
    const { prepared, kernels, arena, schedule } = run(new Set([weight]));
    expect(prepared).toEqual([0]);
    expect(kernels[0]?.writes.map((tensor) => tensor.name)).toEqual(["weight.packed"]);
    const kept = arena.lifetimes.find((l) => l.of.name === "weight.packed");
    expect(kept).toMatchObject({ from: -1, to: schedule.nests.length });
  });

  it("are packed at every run where training changes them", () => {
    expect(run(new Set()).prepared).toEqual([]);
  });
});
