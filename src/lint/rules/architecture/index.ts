import type { Rule } from "../rule.ts";
import { batchNormOfOne } from "./batch-norm-of-one.ts";
import { biasBeforeNorm } from "./bias-before-norm.ts";
import { collapsingLayers } from "./collapsing-layers.ts";
import { dropoutBeforeNorm } from "./dropout-before-norm.ts";
import { idleFreeze } from "./idle-freeze.ts";
import { lossyPooling } from "./lossy-pooling.ts";
import { normOfOne } from "./norm-of-one.ts";
import { reluBeforeSoftmax } from "./relu-before-softmax.ts";
import { repeatedActivation } from "./repeated-activation.ts";
import { softmaxOfOne } from "./softmax-of-one.ts";
import { softmaxTwice } from "./softmax-twice.ts";
import { unfitInitializer } from "./unfit-initializer.ts";
import { untrainedBranch } from "./untrained-branch.ts";
import { unusedInput } from "./unused-input.ts";
import { unusedLayer } from "./unused-layer.ts";

/** How layers are put together. */
export const architecture: readonly Rule[] = [
  collapsingLayers,
  repeatedActivation,
  reluBeforeSoftmax,
  softmaxTwice,
  biasBeforeNorm,
  dropoutBeforeNorm,
  lossyPooling,
  unusedLayer,
  unusedInput,
  unfitInitializer,
  idleFreeze,
  batchNormOfOne,
  normOfOne,
  softmaxOfOne,
  untrainedBranch,
];
