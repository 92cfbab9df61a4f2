import type {
  Input,
  Options,
  Pool2dShape,
  Pool2dSizes,
  Shape,
  ShapeOf,
} from "../../shapes/index.ts";
import type { Tensor } from "../tensor.ts";
import { layer, type Named, sizes } from "./layer.ts";
import { flag, integer, maybe, padding, pair } from "./options.ts";
import { window2d } from "./window.ts";

export interface MaxPool2dOptions extends Pool2dSizes, Named {}
export interface AveragePool2dOptions extends Pool2dSizes, Named {
  /** Whether padding counts as elements of the mean; true where not given. */
  readonly countIncludePad?: boolean;
  /** What the sum is divided by; the number of elements where not given. */
  readonly divisor?: number;
}

const pool = {
  short: "pool",
  options: {
    kernel: pair(1),
    stride: maybe(pair(1)),
    padding,
    dilation: pair(1, [1, 1]),
    ceilMode: flag(false),
  },
};

/**
 * The greatest of each window: [c, h, w] → [c, p, q]. The stride is the kernel where not given.
 *
 *   y[c,p,q] = max r,s  x[c, p·sy + r·dy − py, q·sx + s·dx − px]
 */
export function maxPool2d<S extends Shape, const O extends MaxPool2dOptions>(
  x: Input<Tensor<S>, Pool2dShape<S, O, "maxPool2d">>,
  options: Options<O, MaxPool2dOptions, Pool2dShape<S, O, "maxPool2d">>,
): Tensor<ShapeOf<Pool2dShape<S, O, "maxPool2d">>>;
export function maxPool2d(fed: unknown, given: unknown): Tensor {
  return layer({ called: "maxPool2d", ...pool }, { x: fed }, given, (call, { x }, options) => {
    const [, h, w] = sizes("maxPool2d", x, ["channels", "height", "width"]);
    const { kernel, stride = kernel, ceilMode: ceil } = options;
    const window = window2d([h, w], { ...options, stride });
    return call.add("maxPool2d", { x: x.raw }, { kernel, ...window, ceil });
  });
}

/**
 * The mean of each window: [c, h, w] → [c, p, q]. The stride is the kernel where not given.
 *
 *   y[c,p,q] = Σ r,s  x[c, p·sy + r·dy − py, q·sx + s·dx − px] / elements
 */
export function averagePool2d<S extends Shape, const O extends AveragePool2dOptions>(
  x: Input<Tensor<S>, Pool2dShape<S, O, "averagePool2d">>,
  options: Options<O, AveragePool2dOptions, Pool2dShape<S, O, "averagePool2d">>,
): Tensor<ShapeOf<Pool2dShape<S, O, "averagePool2d">>>;
export function averagePool2d(fed: unknown, given: unknown): Tensor {
  const declared = {
    called: "averagePool2d",
    ...pool,
    options: { ...pool.options, countIncludePad: flag(true), divisor: maybe(integer(1)) },
  };
  return layer(declared, { x: fed }, given, (call, { x }, options) => {
    const [, h, w] = sizes("averagePool2d", x, ["channels", "height", "width"]);
    const { kernel, stride = kernel, ceilMode: ceil, countIncludePad, divisor = null } = options;
    const window = window2d([h, w], { ...options, stride });
    const attrs = { kernel, ...window, ceil, countIncludePad, divisor };
    return call.add("averagePool2d", { x: x.raw }, attrs);
  });
}
