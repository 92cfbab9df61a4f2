// @ts-nocheck
import { add, batchNorm, conv2d, defineModel, globalAveragePool2d, hardSigmoid, hardSwish, linear, mul, relu } from "kernelsmith";

const divisible = (v: number, by = 8): number => {
  const rounded = Math.max(by, Math.floor(v + by / 2) - (Math.floor(v + by / 2) % by));
  return rounded < 0.9 * v ? rounded + by : rounded;
};

const activations = { RE: relu, HS: hardSwish } as const;

// kernel, expansion, out, squeeze-excite, activation, stride
const rows = [
  [3, 16, 16, true, "RE", 2],
  [3, 72, 24, false, "RE", 2],
  [3, 88, 24, false, "RE", 1],
  [5, 96, 40, true, "HS", 2],
  [5, 240, 40, true, "HS", 1],
  [5, 120, 48, true, "HS", 1],
  [5, 288, 96, true, "HS", 2],
] as const;

const squeezeExcite = (x) => {
  const [c] = x.shape;
  const s = globalAveragePool2d(x, { keepDims: true });
  const hidden = relu(conv2d(s, { filters: divisible(c / 4), kernel: 1 }));
  return mul(x, hardSigmoid(conv2d(hidden, { filters: c, kernel: 1 })));
};

export default defineModel({
  name: "mobilenet-v3-small",
  inputs: { image: [3, 224, 224] },
  outputs({ image }) {
    const cn = (x, o) => batchNorm(conv2d(x, { ...o, padding: Math.floor(o.kernel / 2), bias: false }));
    let x = hardSwish(cn(image, { filters: 16, kernel: 3, stride: 2 }));
    for (const [kernel, hidden, filters, se, a, stride] of rows) {
      const act = activations[a];
      const from = x;
      let y = hidden === from.shape[0] ? from : act(cn(from, { filters: hidden, kernel: 1 })); // ok KS301
      y = act(cn(y, { filters: hidden, groups: hidden, kernel, stride }));
      if (se) y = squeezeExcite(y);
      y = cn(y, { filters, kernel: 1 });
      x = stride === 1 && from.shape[0] === filters ? add(from, y) : y;
    }
    x = globalAveragePool2d(hardSwish(cn(x, { filters: 576, kernel: 1 })));
    return { logits: linear(hardSwish(linear(x, { units: 1024 })), { units: 1000 }) };
  },
});
