// @ts-nocheck
import { add, conv2d, defineModel, globalAveragePool2d, linear, maxPool2d, relu } from "kernelsmith";

const fibonacci = (n: number): number => (n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2));

function tree(x, depth: number) {
  const here = relu(conv2d(x, { filters: fibonacci(depth + 5), kernel: 3, padding: 1 }));
  if (x.shape[1] <= 4) return here;
  const below = tree(maxPool2d(x, { kernel: 2 }), depth);
  return depth > 0 ? add(below, globalAveragePool2d(here, { keepDims: true })) : below;
}

export default defineModel({
  inputs: { image: [1, 16, 16] },
  outputs: ({ image }) => linear(globalAveragePool2d(tree(image, 2)), { units: 2 }),
});
