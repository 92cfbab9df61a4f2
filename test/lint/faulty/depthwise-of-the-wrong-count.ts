// @ts-nocheck
import { batchNorm, conv2d, defineModel, globalAveragePool2d, linear, relu6 } from "kernelsmith";

const separable = (x, filters, { stride = 1, groups }) => {
  const depth = conv2d(x, { filters: groups, kernel: 3, stride, padding: 1, groups, bias: false }); // !! KS204
  const point = conv2d(relu6(batchNorm(depth)), { filters, kernel: 1, bias: false });
  return relu6(batchNorm(point));
};

export default defineModel({
  name: "mobile",
  inputs: { image: [3, 64, 64] },
  outputs({ image }) {
    // the first layer of MobileNet is a full convolution: here it was forgotten
    let x = separable(image, 64, { groups: 32 });
    x = separable(x, 128, { groups: 64, stride: 2 });
    x = separable(x, 128, { groups: 128 });
    return linear(globalAveragePool2d(x), { units: 20 });
  },
});
