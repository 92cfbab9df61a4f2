// @ts-nocheck
import { conv1d, defineModel, globalAveragePool2d, linear, maxPool1d, mean, relu } from "kernelsmith";

const ECG = { leads: 2, samples: 1000 };

export default defineModel({
  name: "ecg",
  inputs: { signal: [ECG.samples, ECG.leads] },
  outputs({ signal }) {
    let x = signal;
    for (const filters of [16, 32, 64]) {
      x = relu(conv1d(x, { filters, kernel: 7, padding: 2 })); // !! KS203
      x = maxPool1d(x, { kernel: 2 });
    }
    return { rhythm: linear(mean(x, { axes: 1 }), { units: 5 }) };
  },
});
