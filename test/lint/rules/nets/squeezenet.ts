import { concat, conv2d, defineModel, dropout, globalAveragePool2d, maxPool2d } from "kernelsmith";
import { relu, type Tensor } from "kernelsmith";

/** Iandola et al. 2016 (arXiv:1602.07360), version 1.1. */
function fire(x: Tensor, squeeze: number, expand: number): Tensor {
  const squeezed = relu(conv2d(x, { filters: squeeze, kernel: 1 }));
  const pointwise = relu(conv2d(squeezed, { filters: expand, kernel: 1 }));
  const local = relu(conv2d(squeezed, { filters: expand, kernel: 3, padding: 1 }));
  return concat([pointwise, local]);
}

const pool = (x: Tensor): Tensor => maxPool2d(x, { kernel: 3, stride: 2, ceilMode: true });

export default defineModel({
  inputs: { image: [3, 224, 224] },
  outputs: ({ image }) => {
    let x = pool(relu(conv2d(image, { filters: 64, kernel: 3, stride: 2 })));
    x = pool(fire(fire(x, 16, 64), 16, 64));
    x = pool(fire(fire(x, 32, 128), 32, 128));
    x = fire(fire(fire(fire(x, 48, 192), 48, 192), 64, 256), 64, 256);
    return globalAveragePool2d(relu(conv2d(dropout(x), { filters: 1000, kernel: 1 })));
  },
});
