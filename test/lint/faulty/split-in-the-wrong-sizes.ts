// @ts-nocheck
import { add, defineModel, exp, linear, mul, relu, sigmoid, split } from "kernelsmith";

const latent = 20;

export default defineModel({
  name: "vae",
  inputs: { pixels: [784], noise: [latent] },
  outputs({ pixels, noise }) {
    const h = relu(linear(pixels, { units: 400 }));
    const statistics = linear(h, { units: latent * 2 });
    const [mean, logVariance] = split(statistics, { parts: [latent, latent + 1] }); // !! KS207
    const z = add(mean, mul(noise, exp(mul(logVariance, 0.5))));
    const shown = sigmoid(linear(relu(linear(z, { units: 400 })), { units: 784 }));
    return { shown, mean, logVariance };
  },
});
