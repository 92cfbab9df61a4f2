// @ts-nocheck
import { averagePool1d, batchNorm, conv1d, crossEntropy, defineModel, flatten, linear, maxPool1d, relu } from "kernelsmith";

const { leads, samples } = { leads: 12, samples: 1024 };

export default defineModel({
  name: "ecg",
  inputs: { ecg: [leads, samples] },
  outputs({ ecg }) {
    let x = ecg;
    for (const [i, filters] of [16, 32, 64, 64].entries()) {
      x = relu(batchNorm(conv1d(x, { filters, kernel: 2 * i + 3, padding: "same", bias: false })));
      x = maxPool1d(x, { kernel: 4 });
    }
    const pooled = averagePool1d(x, { kernel: 4 });
    return { rhythm: linear(flatten(pooled), { units: 5 }) };
  },
  train: { loss: crossEntropy() },
});
