import { refuse } from "../../diagnostics.ts";
import type {
  Input,
  LinearShape,
  LinearSizes,
  MatMulShape,
  Options,
  Shape,
  ShapeOf,
} from "../../shapes/index.ts";
import type { Tensor } from "../tensor.ts";
import { weighted, type Weighted } from "./conv.ts";
import { describe, layer, type Named, text } from "./layer.ts";
import { integer } from "./options.ts";

export interface LinearOptions extends LinearSizes, Weighted {}

/**
 * Fully connected: [k] → [units], and [t, k] → [t, units], the same layer at each of t places.
 *
 *   y[m] = bias[m] + Σ k  x[k] · weight[m,k]
 */
export function linear<S extends Shape, const O extends LinearOptions>(
  x: Input<Tensor<S>, LinearShape<S, O>>,
  options: Options<O, LinearOptions, LinearShape<S, O>>,
): Tensor<ShapeOf<LinearShape<S, O>>>;
export function linear(fed: unknown, given: unknown): Tensor {
  const declared = {
    called: "linear",
    short: "linear",
    options: { units: integer(1), ...weighted },
  };
  return layer(declared, { x: fed }, given, (call, { x }, options) => {
    const { shape } = x;
    const { units } = options;
    const k = shape[shape.length - 1];
    if (k === undefined || shape.length > 2)
      refuse("KS202", `linear takes [k] but is fed ${describe(shape)}`, {
        ...(k === undefined ? {} : { fix: "Flatten it first: linear(flatten(x), …)." }),
      });
    const fans = { in: k, out: units };
    const w = call.parameter("weight", [units, k], options.weightInitializer(fans));
    const bias = options.bias
      ? call.parameter("bias", [units], options.biasInitializer(fans))
      : undefined;
    if (shape.length === 1) return call.add("linear", { x: x.raw, w, bias });
    const columns = call.add("transpose", { x: w }, { order: [1, 0] }, "columns");
    if (!bias) return call.add("matmul", { a: x.raw, b: columns });
    const product = call.add("matmul", { a: x.raw, b: columns }, {}, "product");
    return call.add("add", { a: product, b: bias });
  });
}

/**
 * Matrix product over the last two axes, those before broadcast. A vector is a row on the left, a column on
 * the right, and its axis is gone from the result.
 *
 *   y[…,i,j] = Σ k  a[…,i,k] · b[…,k,j]
 */
export function matmul<A extends Shape, B extends Shape>(
  a: Input<Tensor<A>, MatMulShape<A, B>>,
  b: Input<Tensor<B>, MatMulShape<A, B>, "other">,
  options?: Named,
): Tensor<ShapeOf<MatMulShape<A, B>>>;
export function matmul(first: unknown, second: unknown, given?: unknown): Tensor {
  const declared = { called: "matmul", short: "matmul", options: {} };
  return layer(declared, { a: first, b: second }, given, (call, { a, b }) => {
    if (a.shape.length === 0 || b.shape.length === 0)
      refuse("KS202", "matmul takes vectors and matrices, not a single number []");
    const [rows, columns] = [a.shape.at(-1), b.shape.at(b.shape.length > 1 ? -2 : -1)];
    if (rows !== columns)
      refuse(
        "KS201",
        `${text(a.shape)} has rows of ${rows} but ${text(b.shape)} has columns of ${columns}`,
      );
    const [row, column] = [a.shape.length === 1, b.shape.length === 1];
    const ranks = [a.shape.length + (row ? 1 : 0), b.shape.length + (column ? 1 : 0)];
    const rank = Math.max(...ranks);
    // the sample comes first in both, so what broadcasts is put in behind it
    const lifted = (x: Tensor, own: number, more: readonly number[], part: string) => {
      const axes = [...Array.from({ length: rank - own }, (_, d) => d + 1), ...more];
      return axes.length === 0 ? x.raw : call.add("unsqueeze", { x: x.raw }, { axes }, part);
    };
    const left = lifted(a, ranks[0] ?? rank, row ? [rank - 1] : [], "left");
    const right = lifted(b, ranks[1] ?? rank, column ? [rank] : [], "right");
    const made = call.add("matmul", { a: left, b: right });
    const gone = [...(row ? [rank - 1] : []), ...(column ? [rank] : [])];
    return gone.length === 0 ? made : call.add("squeeze", { x: made }, { axes: gone }, "squeezed");
  });
}
