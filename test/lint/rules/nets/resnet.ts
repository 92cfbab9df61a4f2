import { add, batchNorm, conv2d, defineModel, globalAveragePool2d, linear } from "kernelsmith";
import { maxPool2d, relu, type Tensor } from "kernelsmith";

/** He et al. 2015 (arXiv:1512.03385), table 1; the bottleneck's stride is in its 3 × 3 unless `early`. */
type Block = (x: Tensor, filters: number, stride: number) => Tensor;

const convolution = (x: Tensor, filters: number, kernel: number, stride = 1): Tensor =>
  batchNorm(conv2d(x, { filters, kernel, stride, padding: (kernel - 1) / 2, bias: false }));

const shortcut = (x: Tensor, filters: number, stride: number): Tensor =>
  stride === 1 && x.shape[0] === filters ? x : convolution(x, filters, 1, stride);

const basic: Block = (x, filters, stride) => {
  const inner = relu(convolution(x, filters, 3, stride));
  return relu(add(convolution(inner, filters, 3), shortcut(x, filters, stride)));
};

const bottleneck =
  (early: boolean): Block =>
  (x, filters, stride) => {
    const narrow = relu(convolution(x, filters, 1, early ? stride : 1));
    const middle = relu(convolution(narrow, filters, 3, early ? 1 : stride));
    const wide = convolution(middle, 4 * filters, 1);
    return relu(add(wide, shortcut(x, 4 * filters, stride)));
  };

const resnet = (name: string, size: number, block: Block, blocks: readonly number[]) =>
  defineModel({
    name,
    inputs: { image: [3, size, size] },
    outputs: ({ image }) => {
      const stem = relu(convolution(image, 64, 7, 2));
      let x: Tensor = maxPool2d(stem, { kernel: 3, stride: 2, padding: 1 });
      blocks.forEach((count, stage) => {
        for (let b = 0; b < count; b++) x = block(x, 64 * 2 ** stage, stage > 0 && b === 0 ? 2 : 1);
      });
      return linear(globalAveragePool2d(x), { units: 1000 });
    },
  });

export const resnet18 = resnet("resnet18", 224, basic, [2, 2, 2, 2]);
export const resnet50 = resnet("resnet50", 224, bottleneck(false), [3, 4, 6, 3]);
/** As first published: every stage begins with strides over 1 × 1 alone. */
export const resnet50v1 = resnet("resnet50v1", 224, bottleneck(true), [3, 4, 6, 3]);
/** A net for large pictures, fed small ones. */
export const resnet18small = resnet("resnet18small", 32, basic, [2, 2, 2, 2]);
