/** The public names, and nothing else. */
export { type Config, defineConfig } from "./config.ts";
export { type Diagnostic, KernelsmithError } from "./diagnostics.ts";
export {
  type Loss,
  bce,
  bceWithLogits,
  crossEntropy,
  huber,
  l1,
  losses,
  mse,
  nll,
  smoothL1,
} from "./graph/losses.ts";
export { loss, type LossDefinition } from "./graph/custom-loss.ts";
export * from "./graph/initializers.ts";
export * from "./graph/layers/index.ts";
export { defineModel, type Model, type ModelDefinition } from "./graph/model.ts";
export {
  adagrad,
  adam,
  adamax,
  adamw,
  type Optimizer,
  optimizers,
  rmsprop,
  sgd,
} from "./graph/optimizers.ts";
export * from "./graph/schedules.ts";
export type { Tensor } from "./graph/tensor.ts";
export { explain } from "./report/explain.ts";
export { solve } from "./report/solve.ts";
export { summary } from "./report/summary.ts";
