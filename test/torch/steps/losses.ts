import type { OpName } from "../../../src/ops/index.ts";
import type { Tensor } from "../../../src/tensor/expr.ts";
import { size } from "../../../src/tensor/program.ts";
import type { TorchAttrs } from "../case.ts";
import type { TorchBuilder } from "../torch-builder.ts";
import { num, reductionOf, at, two, type Rule, type Steps } from "./reading.ts";

type PointwiseLoss = "mse"; // all have x, target and a reduction
const loss = (op: OpName, more: (a: TorchAttrs) => object = () => ({})): Rule =>
  two((b, x, target, a) =>
    b.add(
      op as PointwiseLoss,
      { x, target },
      { reduction: reductionOf(a["reduction"]), ...more(a) },
    ),
  );

const ignored = (a: TorchAttrs): number | null =>
  a["ignore_index"] === undefined ? null : num(a["ignore_index"], -100);

function entropy(b: TorchBuilder, o: readonly Tensor[], a: TorchAttrs): Tensor {
  const [x, target, weight] = [at(o, 0), at(o, 1), o[2]];
  const common = {
    reduction: reductionOf(a["reduction"]),
    labelSmoothing: num(a["label_smoothing"], 0),
  };
  if (size(target.shape) === size(x.shape) && !b.isInteger(target))
    return b.add("softCrossEntropy", { x, target, weight }, common);
  return b.add("crossEntropy", { x, target, weight }, { ...common, ignoreIndex: ignored(a) });
}

const likelihood = (b: TorchBuilder, o: readonly Tensor[], a: TorchAttrs): Tensor =>
  b.add(
    "nll",
    { x: at(o, 0), target: at(o, 1), weight: o[2] },
    { reduction: reductionOf(a["reduction"]), ignoreIndex: ignored(a) },
  );

/** Losses. */
export const lossSteps: Steps = {
  cross_entropy: (b, o, a) => [entropy(b, o, a)],
  cross_entropy_w: (b, o, a) => [entropy(b, o, a)],
  nll_loss: (b, o, a) => [likelihood(b, o, a)],
  nll_loss_w: (b, o, a) => [likelihood(b, o, a)],
  mse_loss: loss("mse"),
  l1_loss: loss("l1"),
  smooth_l1_loss: loss("smoothL1", (a) => ({ beta: num(a["beta"], 1) })),
  huber_loss: loss("huber", (a) => ({ delta: num(a["delta"], 1) })),
  binary_cross_entropy: loss("bce"),
  binary_cross_entropy_with_logits: loss("bceWithLogits"),
  bce_logits_pw: (b, o, a) => [
    b.add(
      "bceWithLogits",
      { x: at(o, 0), target: at(o, 1), positiveWeight: o[2] },
      { reduction: reductionOf(a["reduction"]) },
    ),
  ],
  kl_div: loss("klDivergence", (a) => ({
    reduction: a["reduction"] === "batchmean" ? "batchmean" : reductionOf(a["reduction"]),
    logTarget: a["log_target"] === true,
  })),
  poisson_nll_loss: loss("poissonNll", (a) => ({ logInput: a["log_input"] !== false })),
  soft_margin_loss: loss("softMargin"),
};
