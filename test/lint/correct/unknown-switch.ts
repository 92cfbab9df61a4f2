// @ts-nocheck
import { averagePool2d, conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

const kind: string = process.argv.includes("--mean") ? "mean" : "max";

function pool(x) {
  switch (kind) {
    case "mean":
    case "average":
      return averagePool2d(x, { kernel: 2 });
    case "none":
      x = conv2d(x, { filters: 1, kernel: 99 });
    // falls through
    case "max":
      return maxPool2d(x, { kernel: 2 });
    default:
      return maxPool2d(x, { kernel: 1000 });
  }
}

export default defineModel({
  inputs: { image: [1, 12, 12] },
  outputs: ({ image }) => linear(flatten(pool(relu(conv2d(image, { filters: 4, kernel: 3 })))), { units: 5 }),
});
