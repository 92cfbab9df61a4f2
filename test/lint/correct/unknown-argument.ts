// @ts-nocheck
import { batchNorm, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

/** Nobody here says what size is: neither may the linter. */
export function build(size: number, depth = 5, groups?: number) {
  return defineModel({
    name: `net-${size}`,
    inputs: { image: [3, size, size] },
    outputs({ image }) {
      let x = image;
      for (let i = 0; i < depth; i++)
        x = relu(batchNorm(conv2d(x, { filters: 30 + i, groups: i ? groups : 1, kernel: 7, stride: 2, bias: false })));
      return linear(globalAveragePool2d(x), { units: 10 });
    },
  });
}
