/** Every layer there is: a plain function from tensors and options to a tensor. */
export * from "./arithmetic.ts";
export * from "./concat.ts";
export { conv1d, type Conv1dOptions, conv2d, type Conv2dOptions } from "./conv.ts";
export * from "./conv-transpose.ts";
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
export {
  averagePool1d,
  type AveragePool1dOptions,
  maxPool1d,
  type MaxPool1dOptions,
} from "./pool1d.ts";
export * from "./prelu.ts";
export * from "./reduce.ts";
export * from "./reshape.ts";
export * from "./resize.ts";
export * from "./slice.ts";
