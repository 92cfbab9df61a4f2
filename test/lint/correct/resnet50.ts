// @ts-nocheck
import { add, batchNorm, conv2d, defineModel, globalAveragePool2d, linear, maxPool2d, relu } from "kernelsmith";

const EXPANSION = 4;

class Bottleneck {
  #width: number;
  #stride: number;
  constructor(width: number, stride = 1) {
    this.#width = width;
    this.#stride = stride;
  }
  get out() {
    return this.#width * EXPANSION;
  }
  static conv(x, filters, { kernel = 1, stride = 1 } = {}) {
    return batchNorm(conv2d(x, { filters, kernel, stride, padding: kernel >> 1, bias: false }));
  }
  forward(x) {
    const a = relu(Bottleneck.conv(x, this.#width));
    const b = relu(Bottleneck.conv(a, this.#width, { kernel: 3, stride: this.#stride }));
    const c = Bottleneck.conv(b, this.out);
    const shortcut = x.shape[0] === this.out && this.#stride === 1 ? x : Bottleneck.conv(x, this.out, { stride: this.#stride });
    return relu(add(c, shortcut));
  }
}

const layer = (width, depth, stride) =>
  Array.from({ length: depth }, (_, i) => new Bottleneck(width, i === 0 ? stride : 1));

export default defineModel({
  name: "resnet50",
  inputs: { image: [3, 96, 96] },
  outputs({ image }) {
    const stem = maxPool2d(relu(Bottleneck.conv(image, 64, { kernel: 7, stride: 2 })), { kernel: 3, stride: 2, padding: 1 });
    const body = [...layer(64, 3, 1), ...layer(128, 4, 2), ...layer(256, 6, 2), ...layer(512, 3, 2)];
    const x = body.reduce((t, block) => block.forward(t), stem);
    return { logits: linear(globalAveragePool2d(x), { units: 1000 }) };
  },
});
