// @ts-nocheck
import { concat, conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  name: "agent",
  inputs: { screen: [4, 84, 84], state: [12] },
  outputs(inputs) {
    const { screen, state } = inputs;
    const seen = [
      { filters: 32, kernel: 8, stride: 4 },
      { filters: 64, kernel: 4, stride: 2 },
      { filters: 64, kernel: 3, stride: 1 },
    ].reduce((x, options) => relu(conv2d(x, options)), screen);
    const known = relu(linear(state, { units: 64 }));
    const all = concat([seen, known]); // !! KS202
    return { actions: linear(flatten(all), { units: 6 }) };
  },
});
