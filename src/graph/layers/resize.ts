import { refuse } from "../../diagnostics.ts";
import type {
  ChannelShuffleShape,
  ChannelShuffleSizes,
  Input,
  Options,
  PixelShuffleShape,
  PixelShuffleSizes,
  Shape,
  ShapeOf,
  UpsampleShape,
  UpsampleSizes,
} from "../../shapes/index.ts";
import type { Tensor } from "../tensor.ts";
import { layer, type Named, sizes } from "./layer.ts";
import { choice, flag, integer, maybe, pair } from "./options.ts";

export interface UpsampleOptions extends UpsampleSizes, Named {}
export interface PixelShuffleOptions extends PixelShuffleSizes, Named {}
export interface ChannelShuffleOptions extends ChannelShuffleSizes, Named {}

const map = ["channels", "height", "width"] as const;

/** [c, h, w] → [c, h·scale, w·scale], or [c, ...size]; samples lie where PyTorch's do. */
export function upsample<S extends Shape, const O extends UpsampleOptions>(
  x: Input<Tensor<S>, UpsampleShape<S, O>>,
  options: Options<O, UpsampleOptions, UpsampleShape<S, O>>,
): Tensor<ShapeOf<UpsampleShape<S, O>>>;
export function upsample(fed: unknown, given: unknown): Tensor {
  const options = {
    scale: maybe(pair(1)),
    size: maybe(pair(1)),
    mode: choice(["nearest", "bilinear"], "nearest"),
    alignCorners: flag(false),
  };
  return layer(
    { called: "upsample", short: "upsample", options },
    { x: fed },
    given,
    (call, { x }, options) => {
      const [, h, w] = sizes("upsample", x, map);
      const { scale, size = scale && [h * scale[0], w * scale[1]], mode, alignCorners } = options;
      if (!size || (scale && options.size))
        refuse("KS102", scale ? "give scale or size, not both" : "upsample needs scale or size");
      if (mode === "nearest" && alignCorners)
        refuse("KS102", 'alignCorners is for mode "bilinear": the nearest element has no corners');
      if (mode === "nearest")
        return call.add(
          "resize",
          { x: x.raw },
          { size, coordinates: "asymmetric", rounding: "floor" },
        );
      const coordinates = alignCorners ? "align-corners" : "half-pixel";
      return call.add("resize", { x: x.raw }, { size, mode: "linear", coordinates });
    },
  );
}

/** scale² channels become scale × scale pixels: [c·r², h, w] → [c, h·r, w·r]. */
export function pixelShuffle<S extends Shape, const O extends PixelShuffleOptions>(
  x: Input<Tensor<S>, PixelShuffleShape<S, O>>,
  options: Options<O, PixelShuffleOptions, PixelShuffleShape<S, O>>,
): Tensor<ShapeOf<PixelShuffleShape<S, O>>>;
export function pixelShuffle(fed: unknown, given: unknown): Tensor {
  const declared = {
    called: "pixelShuffle",
    short: "pixelShuffle",
    options: { scale: integer(1) },
  };
  return layer(declared, { x: fed }, given, (call, { x }, { scale }) => {
    const [c] = sizes("pixelShuffle", x, map);
    if (c % scale ** 2 !== 0)
      refuse("KS204", `${c} channels do not divide by ${scale}·${scale} = ${scale ** 2}`);
    return call.add("pixelShuffle", { x: x.raw }, { factor: scale });
  });
}

/** y[i·G + g] = x[g·(C/G) + i]: the channels of each group dealt out to all (ShuffleNet). */
export function channelShuffle<S extends Shape, const O extends ChannelShuffleOptions>(
  x: Input<Tensor<S>, ChannelShuffleShape<S, O>>,
  options: Options<O, ChannelShuffleOptions, ChannelShuffleShape<S, O>>,
): Tensor<ShapeOf<ChannelShuffleShape<S, O>>>;
export function channelShuffle(fed: unknown, given: unknown): Tensor {
  const declared = {
    called: "channelShuffle",
    short: "channelShuffle",
    options: { groups: integer(1) },
  };
  return layer(declared, { x: fed }, given, (call, { x }, { groups }) => {
    const [c] = sizes("channelShuffle", x, map);
    if (c % groups !== 0) refuse("KS204", `groups ${groups} does not divide ${c} channels`);
    return call.add("channelShuffle", { x: x.raw }, { groups });
  });
}
