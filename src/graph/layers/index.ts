/** Every layer there is: a plain function from tensors and options to a tensor. */
export * from "./arithmetic.ts";
export { conv1d, type Conv1dOptions, conv2d, type Conv2dOptions } from "./conv.ts";
export * from "./elementwise.ts";
export * from "./global-pool.ts";
export type { Named } from "./layer.ts";
export * from "./linear.ts";
export {
  batchNorm,
  type BatchNormOptions,
  groupNorm,
  type GroupNormOptions,
  instanceNorm,
  type InstanceNormOptions,
  layerNorm,
  type LayerNormOptions,
  rmsNorm,
  type RmsNormOptions,
} from "./norm.ts";
export * from "./pool.ts";
export * from "./prelu.ts";
export * from "./reshape.ts";
