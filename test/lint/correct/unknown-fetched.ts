// @ts-nocheck
// not run: reads from a network
import { defineModel, linear, relu } from "kernelsmith";

const answer = await fetch("https://example.com/model.json");
const { units, inputs } = await answer.json();

export default defineModel({
  inputs: { x: [inputs] },
  outputs: ({ x }) => {
    const h = units.reduce((t, n) => relu(linear(t, { units: n })), x);
    return linear(h, { units: 2 });
  },
});
