// @ts-nocheck
import { crossEntropy, defineModel, linear, relu } from "kernelsmith";

const units = { hidden: 24, classes: 3 };

export default defineModel({
  name: "wine",
  inputs: { measures: [13] },
  outputs({ measures }) {
    const hidden = relu(linear(measures, { units: units.hidden }));
    return { logits: linear(hidden, { units: units.classes }) };
  },
  train: {
    loss: crossEntropy({ fromLogits: true, labelSmoothing: 0.1 }), // !! KS101
  },
});
