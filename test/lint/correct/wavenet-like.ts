// @ts-nocheck
import { add, conv1d, defineModel, mul, relu, sigmoid, tanh } from "kernelsmith";

const layers = 6;
const channels = 16;

export default defineModel({
  name: "wavenet",
  inputs: { sound: [1, 512] },
  outputs({ sound }) {
    let x = conv1d(sound, { filters: channels, kernel: 1 });
    const skips = [];
    for (let i = 0; i < layers; i++) {
      const dilation = 2 ** i;
      const causal = { filters: channels, kernel: 2, dilation, padding: [dilation, 0] as const };
      const gated = mul(tanh(conv1d(x, causal)), sigmoid(conv1d(x, causal)));
      skips.push(conv1d(gated, { filters: channels, kernel: 1 }));
      x = add(x, conv1d(gated, { filters: channels, kernel: 1 })); // ok KS308
    }
    const all = skips.reduce((a, b) => add(a, b));
    return { next: conv1d(relu(conv1d(relu(all), { filters: 32, kernel: 1 })), { filters: 256, kernel: 1 }) };
  },
});
