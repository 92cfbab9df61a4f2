import * as activations from "./activations.ts";
import * as arithmetic from "./arithmetic.ts";
import { batchNorm } from "./batch-norm.ts";
import { conv2d } from "./conv2d.ts";
import { cumsum } from "./cumsum.ts";
import { dropout } from "./dropout.ts";
import { flatten } from "./flatten.ts";
import { groupNorm, instanceNorm } from "./group-norm.ts";
import { layerNorm, rmsNorm } from "./layer-norm.ts";
import { linear } from "./linear.ts";
import { localResponseNorm } from "./local-response-norm.ts";
import { maxPool2d } from "./max-pool2d.ts";
import * as reductions from "./reduce.ts";
import { logSoftmax, softmax } from "./softmax.ts";
import * as unaries from "./unary.ts";

/** Every op there is. A new one: write its file, name it here. */
export const ops = {
  ...activations,
  ...arithmetic,
  ...reductions,
  ...unaries,
  batchNorm,
  conv2d,
  cumsum,
  dropout,
  flatten,
  groupNorm,
  instanceNorm,
  layerNorm,
  linear,
  localResponseNorm,
  logSoftmax,
  maxPool2d,
  rmsNorm,
  softmax,
};

export type OpName = keyof typeof ops;
