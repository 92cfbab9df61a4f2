// @ts-nocheck
import { conv2d, defineModel, flatten, linear } from "kernelsmith";

const checked = (n: number) => {
  if (!(n <= Number(process.env.MOST ?? 99))) throw new RangeError(`${n}`);
  return n;
};
function fail(): never {
  throw new Error("unused");
}

export default defineModel({
  inputs: { image: [1, 6, 6] },
  outputs({ image }) {
    const x = conv2d(image, { filters: checked(4), kernel: checked(3) });
    if (x.shape[0] !== 4) {
      fail();
      return linear(x, { units: -1 });
    }
    return linear(flatten(x), { units: 2 });
  },
});
