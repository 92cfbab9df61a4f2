// @ts-nocheck
import { add, batchNorm, conv2d, defineModel, globalAveragePool2d, linear, maxPool2d, relu, type Tensor } from "kernelsmith";

type Map3 = Tensor<readonly [number, number, number]>;
interface Stage { filters: number; blocks: number; stride: 1 | 2 }

const stages: readonly Stage[] = [
  { filters: 64, blocks: 3, stride: 1 },
  { filters: 128, blocks: 4, stride: 2 },
  { filters: 256, blocks: 6, stride: 2 },
  { filters: 512, blocks: 3, stride: 2 },
];

function block(x: Map3, name: string, { filters, stride }: Pick<Stage, "filters" | "stride">): Map3 {
  const common = { filters, bias: false } as const;
  let y: Map3 = conv2d(x, { ...common, kernel: 3, stride, padding: 1, name: `${name}.conv1` });
  y = relu(batchNorm(y, { name: `${name}.bn1` }), { name: `${name}.relu` });
  y = conv2d(y, { ...common, kernel: 3, padding: 1, name: `${name}.conv2` });
  y = batchNorm(y, { name: `${name}.bn2` });
  let identity = x;
  if (stride !== 1 || x.shape[0] !== filters) {
    identity = conv2d(x, { ...common, kernel: 1, stride, name: `${name}.downsample.0` });
    identity = batchNorm(identity, { name: `${name}.downsample.1` });
  }
  return relu(add(y, identity), { name });
}

export default defineModel({
  name: "resnet34",
  inputs: { image: [3, 128, 128] },
  outputs({ image }) {
    let x: Map3 = conv2d(image, { filters: 64, kernel: 7, stride: 2, padding: 3, bias: false, name: "conv1" });
    x = maxPool2d(relu(batchNorm(x, { name: "bn1" })), { kernel: 3, stride: 2, padding: 1, name: "maxpool" });
    stages.forEach(({ blocks, ...rest }, s) => {
      for (let b = 0; b < blocks; b++)
        x = block(x, `layer${s + 1}.${b}`, b === 0 ? rest : { ...rest, stride: 1 });
    });
    return { logits: linear(globalAveragePool2d(x), { units: 1000, name: "fc" }) };
  },
});
