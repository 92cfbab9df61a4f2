// @ts-nocheck
import { add, conv2d, defineModel, relu, upsample } from "kernelsmith";

const widths = [16, 32, 64, 128];

export default defineModel({
  name: "fpn",
  inputs: { image: [3, 128, 128] },
  outputs({ image }) {
    const features = [];
    let x = image;
    for (const filters of widths) {
      x = relu(conv2d(x, { filters, kernel: 3, stride: 2, padding: 1 }));
      features.push(x);
    }
    const lateral = (i) => conv2d(features[i], { filters: 32, kernel: 1 }); // !! KS103
    let top = lateral(features.length);
    for (let i = widths.length - 2; i >= 0; i--) top = add(lateral(i), upsample(top, { scale: 2 }));
    return { top };
  },
});
