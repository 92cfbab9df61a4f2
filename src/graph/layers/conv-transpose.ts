import { refuse } from "../../diagnostics.ts";
import type {
  ConvTranspose2dShape,
  ConvTranspose2dSizes,
  Input,
  Options,
  Shape,
  ShapeOf,
} from "../../shapes/index.ts";
import type { Tensor } from "../tensor.ts";
import { weighted, type Weighted } from "./conv.ts";
import { layer, sizes } from "./layer.ts";
import { integer, pair, sides } from "./options.ts";

export interface ConvTranspose2dOptions extends ConvTranspose2dSizes, Weighted {}

const declared = {
  called: "convTranspose2d",
  short: "convTranspose",
  options: {
    filters: integer(1),
    kernel: pair(1),
    stride: pair(1, [1, 1]),
    padding: sides(0, [0, 0, 0, 0]),
    outputPadding: pair(0, [0, 0]),
    dilation: pair(1, [1, 1]),
    groups: integer(1, 1),
    ...weighted,
  },
};

/**
 * Transposed convolution: [c, h, w] → [filters, (h − 1)·s − pads + d·(kernel − 1) + outputPadding + 1, …].
 * Its weight is [c, filters / groups, kh, kw].
 */
export function convTranspose2d<S extends Shape, const O extends ConvTranspose2dOptions>(
  x: Input<Tensor<S>, ConvTranspose2dShape<S, O>>,
  options: Options<O, ConvTranspose2dOptions, ConvTranspose2dShape<S, O>>,
): Tensor<ShapeOf<ConvTranspose2dShape<S, O>>>;
export function convTranspose2d(fed: unknown, given: unknown): Tensor {
  return layer(declared, { x: fed }, given, (call, { x }, options) => {
    const [c, h, w] = sizes("convTranspose2d", x, ["channels", "height", "width"]);
    const { filters, kernel, stride, padding, outputPadding, dilation, groups } = options;
    for (const [count, what] of [
      [c, "input channels"],
      [filters, "filters"],
    ] as const)
      if (count % groups !== 0)
        refuse("KS204", `groups ${groups} does not divide ${count} ${what}`);
    for (const [d, size] of [h, w].entries()) spread(d === 0 ? 0 : 1, size, options);
    // each output gets one of stride² taps of each channel
    const taps = (kernel[0] * kernel[1]) / (stride[0] * stride[1]);
    const fans = {
      in: Math.max(1, (c / groups) * taps),
      out: (filters / groups) * kernel[0] * kernel[1],
    };
    const shape = [c, filters / groups, ...kernel];
    const weight = call.parameter("weight", shape, options.weightInitializer(fans));
    const bias = options.bias
      ? call.parameter("bias", [filters], options.biasInitializer(fans))
      : undefined;
    const attrs = { stride, padding, outputPadding, dilation, groups };
    return call.add("convTranspose2d", { x: x.raw, w: weight, bias }, attrs);
  });
}

/** Refuses padding that leaves nothing, and output padding that no tap reaches. */
function spread(
  d: 0 | 1,
  size: number,
  options: {
    readonly [K in "kernel" | "stride" | "dilation" | "outputPadding"]: readonly [number, number];
  } & { readonly padding: readonly [number, number, number, number] },
): void {
  const [stride, dilation, extra] = [
    options.stride[d],
    options.dilation[d],
    options.outputPadding[d],
  ];
  if (extra > 0 && extra >= Math.max(stride, dilation))
    refuse(
      "KS102",
      `outputPadding ${extra} is not less than stride ${stride} or dilation ${dilation}`,
    );
  const full = (size - 1) * stride + dilation * (options.kernel[d] - 1) + 1 + extra;
  const [before, after] = [options.padding[d], options.padding[d === 0 ? 2 : 3]];
  if (full - before - after < 1)
    refuse(
      "KS203",
      `padding ${before} + ${after} leaves nothing of the ${full} that ${size} spreads over`,
    );
}
