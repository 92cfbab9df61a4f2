// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

const outer = { conv2d, maxPool2d };

export default defineModel({
  inputs: { image: [1, 6, 6] },
  outputs({ image }) {
    const x = relu(conv2d(image, { filters: 2, kernel: 3 }));
    {
      const conv2d = (t) => t;
      const relu = (t, _) => t;
      void conv2d(relu(x, { pading: 3 }));
    }
    const apply = (maxPool2d) => maxPool2d(x, { kernel: 40 });
    const same = apply((t) => t);
    return linear(flatten(outer.maxPool2d(same, { kernel: 2 })), { units: 2 });
  },
});
