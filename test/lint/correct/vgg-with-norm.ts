// @ts-nocheck
import * as k from "kernelsmith";

type Item = number | "M";
const plan: Item[] = [32, 32, "M", 64, 64, "M", 128, 128, "M"];

const isPool = (item: Item): item is "M" => item === "M";

export default k.defineModel({
  name: "vgg-bn",
  inputs: { image: [3, 64, 64] },
  outputs: ({ image }) => {
    let x = image;
    plan.forEach((item) => {
      if (isPool(item)) {
        x = k.maxPool2d(x, { kernel: 2, stride: 2 });
        return;
      }
      x = k.relu(k.batchNorm(k.conv2d(x, { filters: item, kernel: 3, padding: "same", bias: false })));
    });
    return { logits: k.linear(k.globalAveragePool2d(x), { units: 100 }) };
  },
});
