import {
  adamw,
  batchNorm,
  concat,
  conv2d,
  cos,
  crossEntropy,
  defineModel,
  dropout,
} from "kernelsmith";
import { elu, exp, gelu, globalAveragePool2d, linear, maxPool2d } from "kernelsmith";
import { silu, softplus, tanh } from "kernelsmith";

/** Convolutions that Winograd's algorithm takes, batch norms, dropout, and mathematics that engines round differently. */
export const mathematical = defineModel({
  name: "mathematical",
  inputs: { image: [3, 12, 12] },
  outputs({ image }) {
    const convolution = { filters: 16, kernel: 3, padding: 1, bias: false };
    const a = gelu(batchNorm(conv2d(image, convolution)));
    const b = dropout(silu(batchNorm(conv2d(a, convolution))), { p: 0.25 });
    const c = concat([tanh(b), elu(b), cos(b)]);
    const d = softplus(conv2d(maxPool2d(c, { kernel: 2 }), { filters: 7, kernel: 3 }));
    return linear(exp(globalAveragePool2d(d)), { units: 5 });
  },
  train: { loss: crossEntropy(), optimizer: adamw({ clipNorm: 1 }) },
});
