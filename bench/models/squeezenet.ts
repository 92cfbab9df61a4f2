import { concat, conv2d, defineModel, globalAveragePool2d } from "kernelsmith";
import { maxPool2d, relu, type Tensor } from "kernelsmith";

/** Iandola et al. 2016, in its later shape 1.1. */
export default defineModel({
  name: "squeezenet",
  inputs: { image: [3, 224, 224] },
  outputs({ image }) {
    const stem = relu(conv2d(image, { filters: 64, kernel: 3, stride: 2 }));
    const a = fire(fire(pool(stem), 16, 64), 16, 64);
    const b = fire(fire(pool(a), 32, 128), 32, 128);
    const c = fire(fire(pool(b), 48, 192), 48, 192);
    const d = fire(fire(c, 64, 256), 64, 256);
    const scores = relu(conv2d(d, { filters: 1000, kernel: 1 }));
    return { logits: globalAveragePool2d(scores) };
  },
});

/** Sizes known at run time only: the blocks are built in functions that do not care. */
type FeatureMap = Tensor<readonly number[]>;

/** Squeezed to few channels, then widened by 1×1 and by 3×3 convolutions, side by side. */
function fire(x: FeatureMap, squeezed: number, filters: number): FeatureMap {
  const s = relu(conv2d(x, { filters: squeezed, kernel: 1 }));
  const narrow = relu(conv2d(s, { filters, kernel: 1 }));
  const wide = relu(conv2d(s, { filters, kernel: 3, padding: 1 }));
  return concat([narrow, wide]);
}

function pool(x: FeatureMap): FeatureMap {
  return maxPool2d(x, { kernel: 3, stride: 2 });
}
