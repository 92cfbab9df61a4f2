// @ts-nocheck
import { adam, defineModel, dropout, huber, layerNorm, linear, silu } from "kernelsmith";

export default defineModel({
  name: "houses",
  inputs: { features: [13] },
  outputs: ({ features }) => {
    let x = features;
    for (const units of [64, 64]) x = dropout(silu(layerNorm(linear(x, { units }))), { p: 0.1 });
    return { price: linear(x, { units: 1 }) };
  },
  train: { loss: huber({ delta: 2 }), optimizer: adam({ learningRate: 3e-4 }) },
});
