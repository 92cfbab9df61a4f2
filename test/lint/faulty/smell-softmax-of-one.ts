// @ts-nocheck
import { defineModel, linear, relu, softmax } from "kernelsmith";

const classes = ["spam"];

export default defineModel({
  name: "spam",
  inputs: { words: [200] },
  outputs({ words }) {
    const h = relu(linear(words, { units: 32 }));
    return { spam: softmax(linear(h, { units: classes.length })) }; // !! KS314
  },
});
