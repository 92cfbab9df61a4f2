// @ts-nocheck
import { conv2d, defineModel, flatten, linear, mean, relu, smoothL1, sub, add } from "kernelsmith";

const actions = 6;

/** The dueling network: a value and advantages, whose mean is taken off. */
export default defineModel({
  name: "dueling",
  inputs: { screen: [4, 84, 84] },
  outputs({ screen }) {
    let x = relu(conv2d(screen, { filters: 32, kernel: 8, stride: 4 }));
    x = relu(conv2d(x, { filters: 64, kernel: 4, stride: 2 }));
    x = flatten(relu(conv2d(x, { filters: 64, kernel: 3 })));
    const stream = (units: number) => linear(relu(linear(x, { units: 64 })), { units }); // ok KS256
    const advantage = stream(actions);
    const q = add(sub(advantage, mean(advantage)), stream(1)); // ok KS301
    return { q };
  },
  train: { loss: smoothL1() },
});
