import * as activations from "./activations.ts";
import * as adaptivePools from "./adaptive-pool2d.ts";
import * as arithmetic from "./arithmetic.ts";
import { averagePool2d } from "./average-pool2d.ts";
import { batchNorm } from "./batch-norm.ts";
import { concat } from "./concat.ts";
import { convTranspose2d } from "./conv-transpose2d.ts";
import { conv2d } from "./conv2d.ts";
import * as classLosses from "./cross-entropy.ts";
import { cumsum } from "./cumsum.ts";
import { dropout } from "./dropout.ts";
import { flatten } from "./flatten.ts";
import * as globalPools from "./global-pool.ts";
import { glu } from "./glu.ts";
import { groupNorm, instanceNorm } from "./group-norm.ts";
import { layerNorm, rmsNorm } from "./layer-norm.ts";
import { linear } from "./linear.ts";
import { localResponseNorm } from "./local-response-norm.ts";
import { matmul } from "./matmul.ts";
import { maxPool2d } from "./max-pool2d.ts";
import { pad } from "./pad.ts";
import * as pixels from "./pixel-shuffle.ts";
import * as pointwiseLosses from "./pointwise-losses.ts";
import * as rearrangements from "./rearrange.ts";
import * as reductions from "./reduce.ts";
import * as reshapes from "./reshape.ts";
import { resize } from "./resize.ts";
import { slice } from "./slice.ts";
import { logSoftmax, softmax } from "./softmax.ts";
import * as unaries from "./unary.ts";
import { vector } from "./vector.ts";

/** Every op there is, families spread. A new one: write its file, name it here. */
export const ops = {
  ...activations,
  ...adaptivePools,
  ...arithmetic,
  averagePool2d,
  batchNorm,
  ...classLosses,
  concat,
  convTranspose2d,
  conv2d,
  cumsum,
  dropout,
  flatten,
  ...globalPools,
  glu,
  groupNorm,
  instanceNorm,
  layerNorm,
  linear,
  localResponseNorm,
  logSoftmax,
  matmul,
  maxPool2d,
  pad,
  ...pixels,
  ...pointwiseLosses,
  ...rearrangements,
  ...reductions,
  ...reshapes,
  resize,
  rmsNorm,
  slice,
  softmax,
  ...unaries,
  vector,
};

export type OpName = keyof typeof ops;
