// @ts-nocheck
import { add, conv2d, defineModel, exp, flatten, linear, loss, mean, mul, relu, reshape, sigmoid, split, square, sub, sum, upsample } from "kernelsmith";

const latent = 8;

const elbo = loss({
  name: "elbo",
  targets: { original: [1, 16, 16] },
  value: ({ shown, mu, logVariance }, { original }) => {
    const rebuilt = sum(square(sub(shown, original)));
    const kl = mul(sum(sub(add(square(mu), exp(logVariance)), add(logVariance, 1))), 0.5);
    return add(rebuilt, kl);
  },
});

export default defineModel({
  name: "vae",
  inputs: { image: [1, 16, 16], noise: [latent] },
  outputs({ image, noise }) {
    let x = relu(conv2d(image, { filters: 8, kernel: 4, stride: 2, padding: 1 }));
    x = relu(conv2d(x, { filters: 16, kernel: 4, stride: 2, padding: 1 }));
    const [mu, logVariance] = split(linear(flatten(x), { units: 2 * latent }), { parts: 2 }); // ok KS256
    const z = add(mu, mul(noise, exp(mul(logVariance, 0.5))));
    let y = relu(reshape(linear(z, { units: 16 * 4 * 4 }), [16, 4, 4]));
    y = relu(conv2d(upsample(y, { scale: 2 }), { filters: 8, kernel: 3, padding: 1 }));
    const shown = sigmoid(conv2d(upsample(y, { scale: 2 }), { filters: 1, kernel: 3, padding: 1 }));
    return { shown, mu, logVariance };
  },
  train: { loss: elbo },
});
