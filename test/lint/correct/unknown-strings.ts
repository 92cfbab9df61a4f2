// @ts-nocheck
import { averagePool2d, conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

/** "c8k3 p2 c16k3 p2": a net in a line. */
const spec = "c8k3 p2 c16k3 a2";
const number = (text: string, letter: string) => parseInt(text.split(letter)[1] ?? "", 10);

export default defineModel({
  name: spec.replace(/\s+/g, "-"),
  inputs: { image: [1, 18, 18] },
  outputs({ image }) {
    let x = image;
    for (const word of spec.trim().split(" ")) {
      if (word.startsWith("c")) x = relu(conv2d(x, { filters: number(word, "c"), kernel: number(word, "k") }));
      else if (/^p\d$/.test(word)) x = maxPool2d(x, { kernel: +word[1] });
      else x = averagePool2d(x, { kernel: Number(word.at(-1)) });
    }
    return linear(flatten(x), { units: [..."abcdef"].length });
  },
});
