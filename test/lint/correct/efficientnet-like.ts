// @ts-nocheck
import { add, batchNorm, conv2d, defineModel, dropout, globalAveragePool2d, linear, mul, sigmoid, silu } from "kernelsmith";

const norm = (x) => batchNorm(x, { epsilon: 1e-3, momentum: 0.01 });

function mbconv(x, { filters, expand = 6, kernel = 3, stride = 1 }) {
  const input = x.shape[0];
  const hidden = input * expand;
  let y = expand > 1 ? silu(norm(conv2d(x, { filters: hidden, kernel: 1, bias: false }))) : x;
  y = silu(norm(conv2d(y, { filters: hidden, groups: hidden, kernel, stride, padding: (kernel - 1) >> 1, bias: false })));
  const squeezed = conv2d(globalAveragePool2d(y, { keepDims: true }), { filters: Math.max(1, input >> 2), kernel: 1 });
  y = mul(y, sigmoid(conv2d(silu(squeezed), { filters: hidden, kernel: 1 })));
  y = norm(conv2d(y, { filters, kernel: 1, bias: false }));
  return stride === 1 && input === filters ? add(x, y) : y;
}

export default defineModel({
  name: "efficientnet",
  inputs: { image: [3, 96, 96] },
  outputs({ image }) {
    let x = silu(norm(conv2d(image, { filters: 16, kernel: 3, stride: 2, padding: 1, bias: false })));
    x = mbconv(x, { filters: 16, expand: 1 });
    x = mbconv(x, { filters: 24, stride: 2 });
    x = mbconv(x, { filters: 24 });
    x = mbconv(x, { filters: 40, kernel: 5, stride: 2 });
    x = mbconv(x, { filters: 80, stride: 2 });
    x = silu(norm(conv2d(x, { filters: 320, kernel: 1, bias: false })));
    return { logits: linear(dropout(globalAveragePool2d(x), { p: 0.2 }), { units: 100 }) };
  },
});
