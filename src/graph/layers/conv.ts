import { refuse } from "../../diagnostics.ts";
import type {
  Conv1dShape,
  Conv1dSizes,
  Conv2dShape,
  Conv2dSizes,
  Input,
  Options,
  Shape,
  ShapeOf,
} from "../../shapes/index.ts";
import type { Tensor as Raw } from "../../tensor/expr.ts";
import { heUniform, type Initializer, zeros } from "../initializers.ts";
import type { Tensor } from "../tensor.ts";
import { type Call, layer, type Named, sizes } from "./layer.ts";
import { ends, flag, initializer, integer, padding, pair } from "./options.ts";
import { asRow } from "./pool1d.ts";
import { window1d, window2d } from "./window.ts";

/** Options of all layers with a weight and a bias. */
export interface Weighted extends Named {
  /** Add a learned number to each output channel; true where not given. */
  readonly bias?: boolean;
  /** What the weight starts as; `heUniform()` where not given. */
  readonly weightInitializer?: Initializer;
  /** What the bias starts as; `zeros()` where not given. */
  readonly biasInitializer?: Initializer;
}

/**
 * He's initialisation keeps the variance through relu layers, however deep; PyTorch's default,
 * heUniform({ slope: Math.sqrt(5) }), makes it a third with every layer that no batch norm follows.
 */
export const weighted = {
  bias: flag(true),
  weightInitializer: initializer(heUniform()),
  biasInitializer: initializer(zeros()),
};

export interface Conv2dOptions extends Conv2dSizes, Weighted {}
export interface Conv1dOptions extends Conv1dSizes, Weighted {}

const conv = {
  called: "conv2d",
  short: "conv",
  options: {
    filters: integer(1),
    kernel: pair(1),
    stride: pair(1, [1, 1]),
    padding,
    dilation: pair(1, [1, 1]),
    groups: integer(1, 1),
    ...weighted,
  },
};

/**
 * Two-dimensional cross-correlation: [c, h, w] → [filters, p, q]. `groups: c` is depthwise.
 *
 *   y[m,p,q] = bias[m] + Σ k,r,s  x[g·K + k, p·sy + r·dy − py, q·sx + s·dx − px] · weight[m,k,r,s]
 */
export function conv2d<S extends Shape, const O extends Conv2dOptions>(
  x: Input<Tensor<S>, Conv2dShape<S, O>>,
  options: Options<O, Conv2dOptions, Conv2dShape<S, O>>,
): Tensor<ShapeOf<Conv2dShape<S, O>>>;
export function conv2d(fed: unknown, given: unknown): Tensor {
  return layer(conv, { x: fed }, given, (call, { x }, options) => {
    const [c, h, w] = sizes("conv2d", x, ["channels", "height", "width"]);
    const window = window2d([h, w], options);
    const { weight, bias } = filters(call, c, options.kernel, options);
    const { groups } = options;
    return call.add("conv2d", { x: x.raw, w: weight, bias }, { ...window, groups });
  });
}

/** One-dimensional cross-correlation: [c, l] → [filters, p]. Its weight is [filters, c / groups, kernel]. */
export function conv1d<S extends Shape, const O extends Conv1dOptions>(
  x: Input<Tensor<S>, Conv1dShape<S, O>>,
  options: Options<O, Conv1dOptions, Conv1dShape<S, O>>,
): Tensor<ShapeOf<Conv1dShape<S, O>>>;
export function conv1d(fed: unknown, given: unknown): Tensor {
  const declared = {
    ...conv,
    called: "conv1d",
    options: {
      ...conv.options,
      kernel: integer(1),
      stride: integer(1, 1),
      padding: ends,
      dilation: integer(1, 1),
    },
  };
  return layer(declared, { x: fed }, given, (call, { x }, options) => {
    const [c, length] = sizes("conv1d", x, ["channels", "length"]);
    const window = window1d(length, options);
    const { weight, bias } = filters(call, c, [options.kernel], options);
    const w = call.add("unsqueeze", { x: weight }, { axes: [2] }, "rows");
    const { groups } = options;
    return asRow(call, x, (row) => call.add("conv2d", { x: row, w, bias }, { ...window, groups }));
  });
}

/** weight[m,k,…] and bias[m] of a convolution; the fans count the taps. */
function filters(
  call: Call,
  channels: number,
  kernel: readonly number[],
  options: {
    readonly filters: number;
    readonly groups: number;
    readonly bias: boolean;
    readonly weightInitializer: Initializer;
    readonly biasInitializer: Initializer;
  },
): { readonly weight: Raw; readonly bias: Raw | undefined } {
  const { filters, groups, bias, weightInitializer, biasInitializer } = options;
  for (const [count, what] of [
    [channels, "input channels"],
    [filters, "filters"],
  ] as const)
    if (count % groups !== 0)
      refuse("KS204", `groups ${groups} does not divide ${count} ${what}`, {
        fix: "Choose groups that divide both the channels and the filters.",
      });
  const taps = kernel.reduce((a, b) => a * b, 1);
  const fans = { in: (channels / groups) * taps, out: (filters / groups) * taps };
  return {
    weight: call.parameter(
      "weight",
      [filters, channels / groups, ...kernel],
      weightInitializer(fans),
    ),
    bias: bias ? call.parameter("bias", [filters], biasInitializer(fans)) : undefined,
  };
}
