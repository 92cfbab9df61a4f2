import { refuse } from "../../diagnostics.ts";
import type {
  ChannelwiseShape,
  FromAxisShape,
  GroupNormShape,
  GroupNormSizes,
  Input,
  NoOptions,
  Options,
  Shape,
  ShapeOf,
} from "../../shapes/index.ts";
import { type Initializer, ones, zeros } from "../initializers.ts";
import type { Tensor } from "../tensor.ts";
import { type Call, describe, graphAxis, layer, type Named } from "./layer.ts";
import { flag, initializer, integer, positive, within } from "./options.ts";

interface Affine extends Named {
  /** What is added to the variance before the root; 1e-5 where not given. */
  readonly epsilon?: number;
  /** Scale and shift by learned numbers; true where not given. */
  readonly affine?: boolean;
  /** What the scale starts as; `ones()` where not given. */
  readonly weightInitializer?: Initializer;
  /** What the shift starts as; `zeros()` where not given. */
  readonly biasInitializer?: Initializer;
}
const affine = {
  epsilon: positive(1e-5),
  affine: flag(true),
  weightInitializer: initializer(ones()),
  biasInitializer: initializer(zeros()),
};

export interface BatchNormOptions extends Affine {
  /** Weight of the newest batch in the running averages; 0.1 where not given. */
  readonly momentum?: number;
}
export interface GroupNormOptions extends GroupNormSizes, Affine {}
export type InstanceNormOptions = Affine;
export interface LayerNormOptions extends Affine {
  /** Normalises over the axes from this one on, counted without the batch; 0, all of them, where not given. */
  readonly axis?: number;
}

/**
 * Normalises each channel by the batch's mean and variance while training, by running averages after.
 *
 *   y[c,…] = (x[c,…] − mean[c]) / √(variance[c] + ε) · weight[c] + bias[c]
 */
export function batchNorm<S extends Shape>(
  x: Input<Tensor<S>, ChannelwiseShape<S, "batchNorm">>,
  options?: BatchNormOptions,
): Tensor<ShapeOf<ChannelwiseShape<S, "batchNorm">>>;
export function batchNorm(fed: unknown, given?: unknown): Tensor {
  const options = { momentum: within(0, 1, 0.1), ...affine };
  return layer(
    { called: "batchNorm", short: "bn", options },
    { x: fed },
    given,
    (call, { x }, options) => {
      const c = channels("batchNorm", x);
      const learned = learnedIn(call, [c], options);
      const mean = call.parameter("running_mean", [c], { kind: "constant", value: 0 }, "state");
      const variance = call.parameter("running_var", [c], { kind: "constant", value: 1 }, "state");
      const { epsilon: eps, momentum } = options;
      return call.add("batchNorm", { x: x.raw, ...learned, mean, variance }, { eps, momentum });
    },
  );
}

/** Normalises each group of channels of each sample: y[c,…] = (x[c,…] − μ[g]) / √(σ²[g] + ε) · weight[c] + bias[c] */
export function groupNorm<S extends Shape, const O extends GroupNormOptions>(
  x: Input<Tensor<S>, GroupNormShape<S, O>>,
  options: Options<O, GroupNormOptions, GroupNormShape<S, O>>,
): Tensor<ShapeOf<GroupNormShape<S, O>>>;
export function groupNorm(fed: unknown, given: unknown): Tensor {
  const options = { groups: integer(1), ...affine };
  return layer(
    { called: "groupNorm", short: "groupNorm", options },
    { x: fed },
    given,
    (call, { x }, options) => {
      const c = channels("groupNorm", x);
      const { groups, epsilon: eps } = options;
      if (c % groups !== 0) refuse("KS204", `groups ${groups} does not divide ${c} channels`);
      return call.add("groupNorm", { x: x.raw, ...learnedIn(call, [c], options) }, { groups, eps });
    },
  );
}

/** Normalises each channel of each sample: y[c,…] = (x[c,…] − μ[c]) / √(σ²[c] + ε) · weight[c] + bias[c] */
export function instanceNorm<S extends Shape>(
  x: Input<Tensor<S>, ChannelwiseShape<S, "instanceNorm">>,
  options?: InstanceNormOptions,
): Tensor<ShapeOf<ChannelwiseShape<S, "instanceNorm">>>;
export function instanceNorm(fed: unknown, given?: unknown): Tensor {
  const declared = { called: "instanceNorm", short: "instanceNorm", options: affine };
  return layer(declared, { x: fed }, given, (call, { x }, options) => {
    const learned = learnedIn(call, [channels("instanceNorm", x)], options);
    return call.add("instanceNorm", { x: x.raw, ...learned }, { eps: options.epsilon });
  });
}

/** Normalises each sample over its axes from one on: y[…,r] = (x[…,r] − μ[…]) / √(σ²[…] + ε) · weight[r] + bias[r] */
export function layerNorm<S extends Shape, const O extends LayerNormOptions = NoOptions>(
  x: Input<Tensor<S>, FromAxisShape<S, O, "layerNorm">>,
  options?: Options<O, LayerNormOptions, FromAxisShape<S, O, "layerNorm">>,
): Tensor<ShapeOf<FromAxisShape<S, O, "layerNorm">>>;
export function layerNorm(fed: unknown, given?: unknown): Tensor {
  const options = { axis: integer(-Infinity, 0), ...affine };
  return layer(
    { called: "layerNorm", short: "layerNorm", options },
    { x: fed },
    given,
    (call, { x }, options) => {
      channels("layerNorm", x);
      const axis = graphAxis(options.axis, x);
      const learned = learnedIn(call, x.shape.slice(axis - 1), options);
      return call.add("layerNorm", { x: x.raw, ...learned }, { axis, eps: options.epsilon });
    },
  );
}

export interface RmsNormOptions extends Named {
  readonly epsilon?: number;
  /** Normalises over the axes from this one on, counted without the batch; 0, all of them, where not given. */
  readonly axis?: number;
  /** What the scale starts as; `ones()` where not given. */
  readonly weightInitializer?: Initializer;
}

/** Divides each sample by its root mean square: y[…,r] = x[…,r] / √(1/R · Σ s x[…,s]² + ε) · weight[r] */
export function rmsNorm<S extends Shape, const O extends RmsNormOptions = NoOptions>(
  x: Input<Tensor<S>, FromAxisShape<S, O, "rmsNorm">>,
  options?: Options<O, RmsNormOptions, FromAxisShape<S, O, "rmsNorm">>,
): Tensor<ShapeOf<FromAxisShape<S, O, "rmsNorm">>>;
export function rmsNorm(fed: unknown, given?: unknown): Tensor {
  const { epsilon, weightInitializer } = affine;
  const options = { axis: integer(-Infinity, 0), epsilon, weightInitializer };
  return layer(
    { called: "rmsNorm", short: "rmsNorm", options },
    { x: fed },
    given,
    (call, { x }, options) => {
      channels("rmsNorm", x);
      const axis = graphAxis(options.axis, x);
      const initial = options.weightInitializer({ in: 1, out: 1 });
      const scale = call.parameter("weight", x.shape.slice(axis - 1), initial);
      return call.add("rmsNorm", { x: x.raw, scale }, { axis, eps: options.epsilon });
    },
  );
}

/** scale and bias of a norm, where it is to learn them. */
function learnedIn(
  call: Call,
  shape: Shape,
  options: {
    readonly affine: boolean;
    readonly weightInitializer: Initializer;
    readonly biasInitializer: Initializer;
  },
) {
  if (!options.affine) return {};
  const fans = { in: 1, out: 1 };
  return {
    scale: call.parameter("weight", shape, options.weightInitializer(fans)),
    bias: call.parameter("bias", shape, options.biasInitializer(fans)),
  };
}

/** The size of the first axis, which there must be. */
export function channels(called: string, { shape }: Tensor): number {
  const [c] = shape;
  if (c === undefined)
    refuse("KS202", `${called} takes [channels, ...] but is fed ${describe(shape)}`);
  return c;
}
