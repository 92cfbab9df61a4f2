// @ts-nocheck
import { add, conv2d, defineModel, instanceNorm, pad, relu, tanh, upsample } from "kernelsmith";

const conv = (x, filters, kernel, stride = 1) => {
  const reflected = pad(x, { padding: kernel >> 1, mode: "reflect" });
  return conv2d(reflected, { filters, kernel, stride, bias: false }); // ok KS251
};
const active = (x) => relu(instanceNorm(x));

export default defineModel({
  name: "style",
  inputs: { photo: [3, 64, 64] },
  outputs({ photo }) {
    let x = active(conv(photo, 16, 9));
    x = active(conv(x, 32, 3, 2));
    x = active(conv(x, 64, 3, 2));
    for (let i = 0; i < 3; i++) x = add(x, instanceNorm(conv(active(conv(x, 64, 3)), 64, 3)));
    for (const filters of [32, 16]) x = active(conv(upsample(x, { scale: 2 }), filters, 3));
    return { painting: tanh(conv2d(pad(x, { padding: 4, mode: "reflect" }), { filters: 3, kernel: 9 })) };
  },
});
