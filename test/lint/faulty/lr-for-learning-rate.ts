// @ts-nocheck
import { crossEntropy, defineModel, flatten, linear, relu, sgd } from "kernelsmith";

const hyper = { lr: 0.01, momentum: 0.9 };
const optimizer = sgd(hyper); // !! KS101

export default defineModel({
  name: "mlp",
  inputs: { image: [1, 28, 28] },
  outputs: ({ image }) => ({
    logits: linear(relu(linear(flatten(image), { units: 100 })), { units: 10 }),
  }),
  train: { loss: crossEntropy(), optimizer },
});
