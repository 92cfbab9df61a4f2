import type {
  AdaptivePool2dShape,
  AdaptivePool2dSizes,
  GlobalPool2dShape,
  GlobalPoolSizes,
  Input,
  NoOptions,
  Options,
  Shape,
  ShapeOf,
} from "../../shapes/index.ts";
import type { Tensor } from "../tensor.ts";
import { layer, type Named, sizes } from "./layer.ts";
import { flag, pair } from "./options.ts";

export interface GlobalPoolOptions extends GlobalPoolSizes, Named {}
export interface AdaptivePool2dOptions extends AdaptivePool2dSizes, Named {}

const short = "pool";
const map = ["channels", "height", "width"] as const;

/** The mean of each channel: [c, h, w] → [c], or [c, 1, 1] with keepDims. y[c] = 1/(H·W) · Σ r,s x[c,r,s] */
export function globalAveragePool2d<S extends Shape, const O extends GlobalPoolOptions = NoOptions>(
  x: Input<Tensor<S>, GlobalPool2dShape<S, O, "globalAveragePool2d">>,
  options?: Options<O, GlobalPoolOptions, GlobalPool2dShape<S, O, "globalAveragePool2d">>,
): Tensor<ShapeOf<GlobalPool2dShape<S, O, "globalAveragePool2d">>>;
export function globalAveragePool2d(fed: unknown, given?: unknown): Tensor {
  const declared = { called: "globalAveragePool2d", short, options: { keepDims: flag(false) } };
  return layer(declared, { x: fed }, given, (call, { x }, { keepDims }) => {
    sizes("globalAveragePool2d", x, map);
    return call.add("reduceMean", { x: x.raw }, { axes: [2, 3], keepDims });
  });
}

/** The greatest of each channel: [c, h, w] → [c], or [c, 1, 1] with keepDims. y[c] = max r,s x[c,r,s] */
export function globalMaxPool2d<S extends Shape, const O extends GlobalPoolOptions = NoOptions>(
  x: Input<Tensor<S>, GlobalPool2dShape<S, O, "globalMaxPool2d">>,
  options?: Options<O, GlobalPoolOptions, GlobalPool2dShape<S, O, "globalMaxPool2d">>,
): Tensor<ShapeOf<GlobalPool2dShape<S, O, "globalMaxPool2d">>>;
export function globalMaxPool2d(fed: unknown, given?: unknown): Tensor {
  const declared = { called: "globalMaxPool2d", short, options: { keepDims: flag(false) } };
  return layer(declared, { x: fed }, given, (call, { x }, { keepDims }) => {
    sizes("globalMaxPool2d", x, map);
    const made = call.add("globalMaxPool", { x: x.raw });
    return keepDims ? made : call.add("squeeze", { x: made }, { axes: [2, 3] }, "squeezed");
  });
}

/** The mean of each of P × Q windows that cover the map: [c, h, w] → [c, ...size]. */
export function adaptiveAveragePool2d<S extends Shape, const O extends AdaptivePool2dOptions>(
  x: Input<Tensor<S>, AdaptivePool2dShape<S, O, "adaptiveAveragePool2d">>,
  options: Options<O, AdaptivePool2dOptions, AdaptivePool2dShape<S, O, "adaptiveAveragePool2d">>,
): Tensor<ShapeOf<AdaptivePool2dShape<S, O, "adaptiveAveragePool2d">>>;
export function adaptiveAveragePool2d(fed: unknown, given: unknown): Tensor {
  return adaptive("adaptiveAveragePool2d", fed, given);
}

/** The greatest of each of P × Q windows that cover the map: [c, h, w] → [c, ...size]. */
export function adaptiveMaxPool2d<S extends Shape, const O extends AdaptivePool2dOptions>(
  x: Input<Tensor<S>, AdaptivePool2dShape<S, O, "adaptiveMaxPool2d">>,
  options: Options<O, AdaptivePool2dOptions, AdaptivePool2dShape<S, O, "adaptiveMaxPool2d">>,
): Tensor<ShapeOf<AdaptivePool2dShape<S, O, "adaptiveMaxPool2d">>>;
export function adaptiveMaxPool2d(fed: unknown, given: unknown): Tensor {
  return adaptive("adaptiveMaxPool2d", fed, given);
}

function adaptive(
  op: "adaptiveAveragePool2d" | "adaptiveMaxPool2d",
  fed: unknown,
  given: unknown,
): Tensor {
  const declared = { called: op, short, options: { size: pair(1) } };
  return layer(declared, { x: fed }, given, (call, { x }, { size }) => {
    sizes(op, x, map);
    return call.add(op, { x: x.raw }, { size });
  });
}
