// @ts-nocheck
import { add, conv2d, defineModel, relu, upsample } from "kernelsmith";

const lateral = (x) => conv2d(x, { filters: 32, kernel: 1 });

export default defineModel({
  name: "fpn",
  inputs: { image: [3, 128, 128] },
  outputs({ image }) {
    const c = [];
    let x = image;
    for (const filters of [16, 32, 64]) c.push((x = relu(conv2d(x, { filters, kernel: 3, stride: 2, padding: 1 }))));
    const outputs = {};
    let top;
    for (const [i, map] of [...c.entries()].reverse()) {
      top = top ? add(lateral(map), upsample(top, { scale: 2 })) : lateral(map);
      outputs[`p${i + 1}`] = conv2d(top, { filters: 32, kernel: 3, padding: 1 }); // ok KS301
    }
    return outputs;
  },
});
