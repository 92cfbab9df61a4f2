// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, mul, relu, sigmoid } from "kernelsmith";

const se = (x, reduction = 4) => {
  const [c] = x.shape;
  const squeezed = globalAveragePool2d(x);
  const hidden = relu(linear(squeezed, { units: c / reduction }));
  const gates = sigmoid(linear(hidden, { units: c }));
  return mul(x, gates); // !! KS201
};

export default defineModel({
  name: "senet",
  inputs: { image: [3, 40, 40] },
  outputs({ image }) {
    let x = relu(conv2d(image, { filters: 32, kernel: 3, padding: 1 }));
    x = se(x);
    x = relu(conv2d(x, { filters: 64, kernel: 3, stride: 2, padding: 1 }));
    return { logits: linear(globalAveragePool2d(se(x)), { units: 10 }) };
  },
});
