// @ts-nocheck
import { concat, conv1d, defineModel, dropout, linear, max, relu } from "kernelsmith";

/** Kim 2014: the greatest response of each n-gram, wherever it is. */
export default defineModel({
  name: "text-cnn",
  inputs: { words: [64, 50] },
  outputs: ({ words }) => {
    const grams = [3, 4, 5].map((kernel) => max(relu(conv1d(words, { filters: 32, kernel })), { axes: 1 }));
    return { sentiment: linear(dropout(concat(grams)), { units: 2 }) };
  },
});
