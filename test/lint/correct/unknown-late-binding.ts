// @ts-nocheck
import { conv2d, defineModel, flatten, linear, relu } from "kernelsmith";

let layers;
const build = () => defineModel({
  inputs: { image: [1, 10, 10] },
  outputs: ({ image }) => linear(flatten(layers.reduce((x, f) => f(x), image)), { units: sizeOf("head") }),
});

var head = 3;
function sizeOf(name) {
  return { head, body: 4 }[name];
}
layers = [(x) => relu(conv2d(x, { filters: sizeOf("body"), kernel: 3 }))];

export default build();
