// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu, reshape } from "kernelsmith";
import { IMAGE, MAPS as maps } from "./parts/sizes.ts";

export default defineModel({
  name: "letters",
  inputs: { letter: IMAGE },
  outputs({ letter }) {
    let x = letter;
    for (const filters of maps) x = maxPool2d(relu(conv2d(x, { filters, kernel: 3 })), { kernel: 2 });
    const [c] = x.shape;
    const columns = reshape(x, [c, 36]); // !! KS207
    return { letters: linear(flatten(columns), { units: 26 }) };
  },
});
