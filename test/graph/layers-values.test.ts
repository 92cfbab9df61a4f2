import { describe, expect, it } from "vitest";
import { expand } from "../../src/graph/expand.ts";
import type { Tensor } from "../../src/graph/tensor.ts";
import * as k from "../../src/index.ts";
import { evaluate } from "../../src/tensor/evaluate.ts";
import { bench } from "../support/model.ts";

type Data = readonly number[];
const [one, two] = [k.constant(1), k.constant(2)];

/** The layer's values for both samples; parameters are what they start as, if that is a constant. */
function values(
  shapes: readonly Data[],
  data: readonly Data[],
  of: (...xs: readonly Tensor[]) => Tensor,
): Data {
  const { builder, input, graph } = bench();
  const y = of(...shapes.map((shape) => input(shape)));
  const fed = new Map(
    builder.variables.map(({ tensor, initial }, i) => {
      const count = tensor.shape.reduce((a, b) => a * b, 1);
      const start = initial?.kind === "constant" ? initial.value : NaN;
      return [tensor, Float64Array.from(data[i] ?? Array<number>(count).fill(start))];
    }),
  );
  const { program } = expand(graph({ y }), "inference");
  return [...(evaluate(program, fed).get(y.raw) ?? [])];
}

/* What is made of several nodes, or treats the sample's axis with care. */
describe("a layer computes what it says", () => {
  it("a vector times a matrix, sample by sample", () => {
    const got = values(
      [[2], [2, 3]],
      [
        [1, 2, 3, 4],
        [1, 2, 3, 4, 5, 6, 1, 0, 0, 0, 1, 0],
      ],
      (a, b) => k.matmul(a as Tensor, b as Tensor),
    );
    expect(got).toEqual([9, 12, 15, 3, 4, 0]);
  });
  it("the product of two vectors", () => {
    const got = values(
      [[2], [2]],
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
      (a, b) => k.matmul(a as Tensor, b as Tensor),
    );
    expect(got).toEqual([17, 53]);
  });
  it("a smaller operand is the sample's own, not another sample's", () => {
    const got = values(
      [[2, 2], [2]],
      [
        [0, 0, 0, 0, 0, 0, 0, 0],
        [1, 2, 3, 4],
      ],
      (a, b) => k.sub(b as Tensor, a as Tensor),
    );
    expect(got).toEqual([1, 2, 1, 2, 3, 4, 3, 4]);
  });
  it("numbers in the place of the second operand", () => {
    const of = (f: (x: Tensor) => Tensor) =>
      values([[3]], [[1, 2, 4, -1, -2, -4]], (x) => f(x as Tensor));
    expect(of((x) => k.add(x, 1))).toEqual([2, 3, 5, 0, -1, -3]);
    expect(of((x) => k.sub(x, 1))).toEqual([0, 1, 3, -2, -3, -5]);
    expect(of((x) => k.mul(x, -2))).toEqual([-2, -4, -8, 2, 4, 8]);
    expect(of((x) => k.div(x, 2))).toEqual([0.5, 1, 2, -0.5, -1, -2]);
    expect(of((x) => k.pow(x, 2))).toEqual([1, 4, 16, 1, 4, 16]);
    expect(of((x) => k.maximum(x, 0))).toEqual([1, 2, 4, 0, 0, 0]);
    expect(of((x) => k.minimum(x, 1))).toEqual([1, 1, 1, -1, -2, -4]);
  });
  it("conv1d slides along the length", () => {
    const got = values([[1, 4]], [[1, 2, 3, 4, 5, 6, 7, 8]], (x) =>
      k.conv1d(x as Tensor, {
        filters: 1,
        kernel: 2,
        weightInitializer: one,
        biasInitializer: two,
      }),
    );
    expect(got).toEqual([5, 7, 9, 13, 15, 17]);
  });
  it("linear is the same at each place of a sequence", () => {
    const got = values([[2, 2]], [[1, 2, 3, 4, 5, 6, 7, 8]], (x) =>
      k.linear(x as Tensor, { units: 1, weightInitializer: two, biasInitializer: one }),
    );
    expect(got).toEqual([7, 15, 23, 31]);
  });
  it("sums and means stay within a sample", () => {
    const sample = [1, 2, 3, 4, 10, 20, 30, 40];
    expect(values([[2, 2]], [sample], (x) => k.sum(x as Tensor))).toEqual([10, 100]);
    expect(values([[2, 2]], [sample], (x) => k.mean(k.sum(x as Tensor)))).toEqual([10, 100]);
    expect(values([[2, 2]], [sample], (x) => k.max(x as Tensor, { axes: 0 }))).toEqual([
      ...[3, 4],
      ...[30, 40],
    ]);
  });
  it("a part of each sample", () => {
    const cut = (i: number) =>
      values([[3]], [[1, 2, 3, 4, 5, 6]], (x) => {
        const parts: readonly Tensor[] = k.split(x as Tensor, { parts: [1, 2] });
        return parts[i] as Tensor;
      });
    expect([cut(0), cut(1)]).toEqual([
      [1, 4],
      [2, 3, 5, 6],
    ]);
  });
  it("the nearest element of a map of another size lies where PyTorch has it", () => {
    const got = values([[1, 1, 3]], [[1, 2, 3, 4, 5, 6]], (x) =>
      k.upsample(x as Tensor, { size: [1, 5] }),
    );
    expect(got).toEqual([1, 1, 2, 2, 3, 4, 4, 5, 5, 6]);
  });
  it("prelu has a slope for each channel", () => {
    const got = values([[2, 1]], [[-1, 2, 3, -4]], (x) => k.prelu(x as Tensor));
    expect(got).toEqual([-0.25, 2, 3, -1]);
  });
});
