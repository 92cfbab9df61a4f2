// @ts-nocheck
import { averagePool2d, conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

enum Pool {
  Max = 2,
  Mean,
  None = "none",
}
const enum Width {
  Small = 4,
  Large = Small * 4,
}
namespace Sizes {
  export const image = 14;
  export const classes = 3;
}

export default defineModel({
  inputs: { image: [1, Sizes.image, Sizes.image] },
  outputs({ image }) {
    const pool = (x, kind: Pool) =>
      kind === Pool.Max ? maxPool2d(x, { kernel: Pool.Max }) : averagePool2d(x, { kernel: Pool.Mean });
    const x = pool(relu(conv2d(image, { filters: Width.Large, kernel: 3 })), Pool.Max);
    return linear(flatten(pool(x, Pool.Mean)), { units: Sizes.classes });
  },
});
