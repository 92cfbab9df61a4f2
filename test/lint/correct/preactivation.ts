// @ts-nocheck
import { add, batchNorm, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

/** He et al. 2016: norm and relu come before each convolution. */
const pre = (x) => relu(batchNorm(x));
const conv3 = (x, filters, stride = 1) => conv2d(x, { filters, kernel: 3, stride, padding: 1, bias: false });

function unit(x, filters, stride) {
  const [c] = x.shape;
  const ready = pre(x);
  const f = conv3(pre(conv3(ready, filters, stride)), filters);
  const same = stride === 1 && c === filters;
  return add(f, same ? x : conv2d(ready, { filters, kernel: 1, stride, bias: false }));
}

export default defineModel({
  name: "resnet20-v2",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    let x = conv3(image, 16);
    let filters = 16;
    for (const stage of [0, 1, 2]) {
      for (const block of [0, 1, 2]) x = unit(x, filters, stage && !block ? 2 : 1);
      filters *= 2;
    }
    return { logits: linear(globalAveragePool2d(pre(x)), { units: 10 }) };
  },
});
