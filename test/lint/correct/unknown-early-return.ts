// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

function shrink(x, quick: boolean) {
  if (quick) return x;
  return maxPool2d(x, { kernel: 2 });
}

function guarded(x) {
  if (process.env.NEVER) throw new Error("never");
  if (x.shape[1] > 100) return conv2d(x, { filters: 1, kernel: 1000 });
  return x;
}

export default defineModel({
  inputs: { image: [1, 9, 9] },
  outputs({ image }) {
    const quick = Date.now() > 0;
    const x = guarded(shrink(image, quick));
    // 9×9 where it was quick, 4×4 where not
    return linear(flatten(relu(conv2d(x, { filters: 2, kernel: 5 }))), { units: 2 });
  },
});
