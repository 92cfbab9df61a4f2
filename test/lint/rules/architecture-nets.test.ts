import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { complaints, complaintsOf } from "./architecture-models.ts";

/*
 * Published nets that come near to what a rule reports, and must not be. Many more, whole, are in
 * test/lint/correct.
 */

const conv = `const conv = (x, filters, kernel, more = {}) =>
  conv2d(x, { filters, kernel, padding: (kernel - 1) >> 1, ...more });
const bn = (x, filters, kernel, more = {}) => batchNorm(conv(x, filters, kernel, { bias: false, ...more }));`;

const loss = "crossEntropy()";

const nets: readonly (readonly [name: string, body: string, around?: object])[] = [
  [
    "VGG (Simonyan and Zisserman 2014)",
    `let x = image;
    for (const [filters, count] of [[8, 2], [16, 2], [32, 3]]) {
      for (let i = 0; i < count; i++) x = relu(conv(x, filters, 3));
      x = maxPool2d(x, { kernel: 2 });
    }
    const h = dropout(relu(linear(flatten(x), { units: 64 })));
    return linear(dropout(relu(linear(h, { units: 64 }))), { units: 10 });`,
    { loss },
  ],
  [
    "AlexNet (Krizhevsky et al. 2012)",
    `const a = maxPool2d(relu(conv2d(image, { filters: 8, kernel: 5, stride: 2, padding: 2 })), { kernel: 3, stride: 2 });
    const b = maxPool2d(relu(conv(localResponseNorm(a, { size: 5 }), 16, 5)), { kernel: 3, stride: 2 });
    const h = relu(linear(dropout(flatten(b)), { units: 64 }));
    return linear(relu(linear(dropout(h), { units: 64 })), { units: 10 });`,
    { loss },
  ],
  [
    "a bottleneck of ResNet-50, the norm's last scale 0 at the start (Goyal et al. 2017)",
    `const stem = maxPool2d(relu(bn(image, 16, 7, { stride: 2 })), { kernel: 3, stride: 2, padding: 1 });
    const f = conv(relu(bn(relu(bn(stem, 8, 1)), 8, 3)), 32, 1, { bias: false });
    const x = relu(add(batchNorm(f, { weightInitializer: zeros() }), bn(stem, 32, 1)));
    return linear(globalAveragePool2d(x), { units: 10 });`,
    { loss },
  ],
  [
    "Fixup: zeros before the addition (Zhang et al. 2019)",
    `const x = relu(conv(image, 16, 3));
    const f = conv(relu(conv(x, 16, 3, { weightInitializer: heNormal() })), 16, 3, { weightInitializer: zeros() });
    return linear(globalAveragePool2d(relu(add(x, f))), { units: 10, weightInitializer: zeros() });`,
    { loss },
  ],
  [
    "ResNet-50, whole (He et al. 2015)",
    `let x = maxPool2d(relu(bn(image, 64, 7, { stride: 2 })), { kernel: 3, stride: 2, padding: 1 });
    for (const [width, depth] of [[64, 3], [128, 4], [256, 6], [512, 3]])
      for (let i = 0; i < depth; i++) {
        const stride = width > 64 && i === 0 ? 2 : 1;
        const f = bn(relu(bn(relu(bn(x, width, 1)), width, 3, { stride })), 4 * width, 1);
        x = relu(add(f, x.shape[0] === 4 * width ? x : bn(x, 4 * width, 1, { stride })));
      }
    return linear(globalAveragePool2d(x), { units: 1000 });`,
    { loss, inputs: "image: [3, 64, 64]" },
  ],
  [
    "MobileNetV3's first blocks: 16 → 16 → 72 without an activation (Howard et al. 2019)",
    `const stem = hardSwish(bn(image, 16, 3, { stride: 2 }));
    const narrow = bn(relu(bn(stem, 16, 3, { groups: 16, stride: 2 })), 16, 1);
    return bn(relu(bn(relu(bn(narrow, 72, 1)), 72, 3, { groups: 72 })), 24, 1);`,
  ],
  [
    "EfficientNetV2: a narrow middle before a 3×3 (Tan and Le 2021)",
    `const x = bn(silu(bn(image, 32, 3)), 8, 1);
    return bn(silu(bn(x, 32, 3, { stride: 2 })), 16, 1);`,
  ],
  [
    "squeeze and excitation (Hu et al. 2018)",
    `const x = relu(bn(image, 16, 3));
    const s = relu(linear(globalAveragePool2d(x), { units: 4 }));
    const gate = sigmoid(linear(s, { units: 16 }));
    return mul(x, reshape(gate, [16, 1, 1]));`,
  ],
  [
    "Inception: branches that relu ends, joined and pooled (Szegedy et al. 2014)",
    `const a = relu(conv(image, 8, 1));
    const b = relu(conv(relu(conv(image, 8, 1)), 8, 3));
    const c = relu(conv(maxPool2d(image, { kernel: 3, stride: 1, padding: 1 }), 8, 1));
    return relu(conv(maxPool2d(concat([a, b, c]), { kernel: 2 }), 16, 3));`,
  ],
  [
    "Xception: relu first, separable pairs (Chollet 2017)",
    `const separable = (x, filters) => batchNorm(conv(conv(x, x.shape[0], 3, { groups: x.shape[0], bias: false }), filters, 1, { bias: false }));
    let x = bn(relu(bn(image, 8, 3)), 8, 3);
    for (let i = 0; i < 2; i++) x = add(separable(relu(separable(relu(x), 8)), 8), x);
    return x;`,
  ],
  [
    "Inception-v3's 1×7 and 7×1 (Szegedy et al. 2016), linear",
    `return conv2d(conv2d(image, { filters: 8, kernel: [1, 7], padding: [0, 3] }), { filters: 8, kernel: [7, 1], padding: [3, 0] });`,
  ],
  [
    "large kernel attention: depthwise, dilated, pointwise (Guo et al. 2022)",
    `const x = gelu(conv(image, 8, 1));
    const near = conv(x, 8, 5, { groups: 8 });
    const far = conv2d(near, { filters: 8, kernel: 7, padding: 9, dilation: 3, groups: 8 });
    return mul(x, conv(far, 8, 1));`,
  ],
  [
    "Network in Network: relu, then the mean of each class's map (Lin et al. 2013)",
    `return globalAveragePool2d(relu(conv(relu(conv(image, 16, 5)), 10, 1)));`,
    { loss },
  ],
  [
    "RDN: all layers' maps narrowed by 1×1, then 3×3 (Zhang et al. 2018)",
    `const a = relu(conv(image, 16, 3)); const b = relu(conv(a, 16, 3));
    return add(conv(conv(concat([a, b]), 16, 1), 16, 3), a);`,
  ],
  [
    "EDSR's end: convolution, shuffle, convolution (Lim et al. 2017)",
    `const x = conv(image, 16, 3);
    const body = conv(add(x, mul(conv(relu(conv(x, 16, 3)), 16, 3), 0.1)), 16, 3);
    return conv(pixelShuffle(conv(add(body, x), 64, 3), { scale: 2 }), 3, 3);`,
  ],
  [
    "the code of a latent diffusion autoencoder: 3×3, then 1×1, both linear (Rombach et al. 2022)",
    `const code = conv(conv(silu(groupNorm(conv(image, 32, 3), { groups: 8 })), 8, 3), 8, 1);
    const [mean, logVariance] = split(code, { parts: 2 });
    return { mean, logVariance: clip(logVariance, { min: -30, max: 20 }) };`,
  ],
  [
    "a feature pyramid: 1×1, then 3×3, the middle read twice (Lin et al. 2017)",
    `const c4 = relu(conv(image, 16, 3, { stride: 2 })); const c5 = relu(conv(c4, 32, 3, { stride: 2 }));
    const p5 = conv(c5, 16, 1); const p4 = add(conv(c4, 16, 1), upsample(p5, { scale: 2 }));
    return { p4: conv(p4, 16, 3), p5: conv(p5, 16, 3) };`,
  ],
  [
    "M5 on raw sound: a strided kernel that overlaps, then a pool (Dai et al. 2017)",
    `const a = maxPool1d(relu(batchNorm(conv1d(sound, { filters: 16, kernel: 80, stride: 4, bias: false }))), { kernel: 4 });
    const b = relu(batchNorm(conv1d(a, { filters: 16, kernel: 3, bias: false })));
    return linear(mean(b, { axes: 1 }), { units: 10 });`,
    { inputs: "sound: [1, 4000]", loss },
  ],
  [
    "spatial softmax over what relu made (Levine et al. 2016)",
    `const x = relu(conv(image, 8, 5));
    const places = softmax(reshape(x, [8, 1024]), { axis: 1 });
    return linear(flatten(matmul(places, grid)), { units: 7 });`,
    { inputs: "image: [3, 32, 32], grid: [1024, 2]", loss: "mse()" },
  ],
  [
    "attention by linear scores (Bahdanau et al. 2014)",
    `const scores = linear(tanh(linear(words, { units: 16 })), { units: 1 });
    return linear(sum(mul(words, softmax(scores)), { axes: 0 }), { units: 5 });`,
    { inputs: "words: [12, 32]", loss },
  ],
  [
    "a block of a transformer (Vaswani et al. 2017)",
    `const [q, k, v] = split(linear(layerNorm(x, { axis: -1 }), { units: 96 }), { parts: 3, axis: 1 });
    const weights = dropout(softmax(mul(matmul(q, transpose(k, [1, 0])), 0.2), { axis: 1 }));
    const a = add(x, dropout(linear(matmul(weights, v), { units: 32 })));
    return add(a, linear(dropout(gelu(linear(layerNorm(a, { axis: -1 }), { units: 64 }))), { units: 32 }));`,
    { inputs: "x: [16, 32]" },
  ],
  [
    "an autoencoder with a linear code and linear pixels",
    `const code = linear(relu(linear(flatten(image), { units: 64 })), { units: 8 });
    return reshape(linear(relu(linear(code, { units: 64 })), { units: 3072 }), [3, 32, 32]);`,
    { loss: "mse()" },
  ],
  [
    "a decoder that begins with a vector made a map",
    `const map = reshape(linear(z, { units: 512 }), [32, 4, 4]);
    return tanh(conv(relu(convTranspose2d(map, { filters: 16, kernel: 4, stride: 2, padding: 1 })), 3, 3));`,
    { inputs: "z: [16]" },
  ],
  [
    "DCGAN's discriminator (Radford et al. 2015)",
    `const weightInitializer = normal(0.02);
    const a = leakyRelu(conv2d(image, { filters: 8, kernel: 4, stride: 2, padding: 1, weightInitializer }), { slope: 0.2 });
    const b = leakyRelu(batchNorm(conv2d(a, { filters: 16, kernel: 4, stride: 2, padding: 1, bias: false, weightInitializer })), { slope: 0.2 });
    return linear(flatten(b), { units: 1, weightInitializer });`,
    { loss: "bceWithLogits()" },
  ],
  [
    "a spatial transformer, which starts as the identity (Jaderberg et al. 2015)",
    `const h = relu(linear(flatten(maxPool2d(relu(conv(image, 8, 7)), { kernel: 2 })), { units: 32 }));
    return linear(h, { units: 6, weightInitializer: zeros(), biasInitializer: zeros() });`,
    { loss: "mse()" },
  ],
  [
    "an LSTM's step (Hochreiter and Schmidhuber 1997)",
    `const gates = linear(concat([x, h]), { units: 64, weightInitializer: glorotUniform() });
    const [i, f, g, o] = split(gates, { parts: 4 });
    const next = add(mul(sigmoid(f), c), mul(sigmoid(i), tanh(g)));
    return { c: next, h: mul(sigmoid(o), tanh(next)) };`,
    { inputs: "x: [16], h: [16], c: [16]" },
  ],
  [
    "a duel of value and advantage (Wang et al. 2016)",
    `const x = flatten(relu(conv2d(relu(conv2d(image, { filters: 16, kernel: 8, stride: 4 })), { filters: 16, kernel: 4, stride: 2 })));
    const value = linear(relu(linear(x, { units: 32 })), { units: 1 });
    const advantage = linear(relu(linear(x, { units: 32 })), { units: 4 });
    return add(value, sub(advantage, mean(advantage, { axes: 0, keepDims: true })));`,
    { inputs: "image: [4, 40, 40]", loss: "huber()" },
  ],
  [
    "amounts that are never below 0",
    `return relu(linear(relu(linear(flatten(image), { units: 16 })), { units: 1 }));`,
    { loss: "mse()" },
  ],
  [
    "labels that do not exclude each other",
    `return sigmoid(linear(globalAveragePool2d(relu(conv(image, 16, 3))), { units: 14 }));`,
    { loss: "bce()" },
  ],
  [
    "scores, and probabilities beside them",
    `const scores = linear(globalAveragePool2d(relu(conv(image, 16, 3))), { units: 14 });
    return { scores, probabilities: softmax(scores), best: max(scores) };`,
    { loss: 'crossEntropy({ of: "scores" })' },
  ],
];

const root = fileURLToPath(new URL("../../..", import.meta.url));
const files = [
  ...["digits", "lenet", "resnet"].map((name) => `examples/${name}/model.ts`),
  ...readdirSync(`${root}/bench/models`).map((name) => `bench/models/${name}`),
];

describe("the rules about architecture are silent about", () => {
  it.each(nets.map(([name, body, around]) => ({ name, body, around })))("$name", (net) => {
    const { body, around = {} } = net;
    const before = /\b(conv|bn)\(/.test(body) ? conv : "";
    expect(complaints(body, { before, ...around })).toEqual([]);
  });

  it.each(files)("%s", (file) => {
    expect(complaintsOf(readFileSync(`${root}/${file}`, "utf8"))).toEqual([]);
  });

  it("and not about nets that they are made for", () => {
    expect(complaints("return relu(relu(image));")).toHaveLength(1);
  });
});
