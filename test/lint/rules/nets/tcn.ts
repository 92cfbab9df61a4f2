import { add, conv1d, defineModel, globalAveragePool2d, linear, relu, reshape } from "kernelsmith";
import { slice, type Tensor } from "kernelsmith";

/** Bai et al. 2018 (arXiv:1803.01271): padded on both sides, the end cut off. */
const length = 128;

function causal(x: Tensor, filters: number, dilation: number): Tensor {
  const kernel = 2;
  const padding = (kernel - 1) * dilation;
  const wide = conv1d(x, { filters, kernel, padding, dilation });
  return relu(slice(wide, { axis: 1, start: 0, end: length }));
}

export default defineModel({
  inputs: { signal: [32, length] },
  outputs: ({ signal }) => {
    let x: Tensor = signal;
    for (const dilation of [1, 2, 4, 8])
      x = relu(add(x, causal(causal(x, 32, dilation), 32, dilation)));
    return linear(globalAveragePool2d(reshape(x, [32, 1, length])), { units: 4 });
  },
});
