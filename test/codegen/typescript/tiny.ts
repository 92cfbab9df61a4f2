import type { Plan, Port } from "../../../codegen/plan.ts";

const image: Port = {
  name: "image",
  shape: [1, 2, 2],
  batched: true,
  holds: "numbers",
  offset: 16,
};
const label: Port = {
  name: "label",
  shape: [],
  batched: true,
  holds: "classes",
  classes: 3,
  offset: 72,
};
const logits: Port = { name: "logits", shape: [3], batched: true, holds: "numbers", offset: 48 };

const forward = ["loadImage(m, image);", "linear1(m, batch);"];
const scored = [...forward, "loadLabel(m, label, batch);", "crossEntropy1(m, batch);"];

/** Kernels written by hand: four pixels, three classes, up to eight samples, sgd with momentum. */
const texts = {
  loadImage: `
/** image into the arena. */
function loadImage(m: Float32Array, image: Float32Array): void {
  m.set(image, 16);
}`,
  linear1: `
/** linear1: y[n,m] = b[m] + Σ k  x[n,k] · w[m,k] */
function linear1(m: Float32Array, batch: number): void {
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < 3; o++) {
      let y = m[12 + o];
      for (let k = 0; k < 4; k++) y += m[16 + n * 4 + k] * m[o * 4 + k];
      m[48 + n * 3 + o] = y;
    }
  }
}`,
  loadLabel: `
/** label into the arena. */
function loadLabel(m: Float32Array, label: ArrayLike<number>, batch: number): void {
  for (let n = 0; n < batch; n++) m[72 + n] = label[n];
}`,
  crossEntropy1: `
/** loss = 1/N Σ n  log Σ c exp(y[n,c]) − y[n,label[n]], and its derivative to y */
function crossEntropy1(m: Float32Array, batch: number): void {
  let loss = 0;
  for (let n = 0; n < batch; n++) {
    let total = 0;
    for (let c = 0; c < 3; c++) total += Math.exp(m[48 + n * 3 + c]);
    loss += Math.log(total) - m[48 + n * 3 + m[72 + n]];
    for (let c = 0; c < 3; c++)
      m[80 + n * 3 + c] = (Math.exp(m[48 + n * 3 + c]) / total - (m[72 + n] === c ? 1 : 0)) / batch;
  }
  m[104] = loss / batch;
}`,
  linear1Gradient: `
/** dw[m,k] = Σ n dy[n,m] · x[n,k];  db[m] = Σ n dy[n,m] */
function linear1Gradient(m: Float32Array, batch: number): void {
  m.fill(0, 107, 122);
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < 3; o++) {
      for (let k = 0; k < 4; k++) m[107 + o * 4 + k] += m[80 + n * 3 + o] * m[16 + n * 4 + k];
      m[119 + o] += m[80 + n * 3 + o];
    }
  }
}`,
  sgd: `
/** v = 0.9 · v + g;  w = w − learningRate · v */
function sgd(m: Float32Array): void {
  for (let i = 0; i < 15; i++) {
    m[122 + i] = 0.9 * m[122 + i] + m[107 + i];
    m[i] -= m[105] * m[122 + i];
  }
}`,
};

const kernel = (name: keyof typeof texts) => ({ name, text: texts[name].trim(), from: "" });

export const inference: Plan = {
  name: "tiny",
  maxBatch: 8,
  seed: 0,
  layout: "nchw",
  arena: 140,
  parameters: [
    {
      name: "linear1.weight",
      shape: [3, 4],
      offset: 0,
      initial: { kind: "uniform", bound: 0.5 },
      role: "parameter",
      frozen: false,
    },
    {
      name: "linear1.bias",
      shape: [3],
      offset: 12,
      initial: { kind: "constant", value: 0 },
      role: "parameter",
      frozen: false,
    },
  ],
  kernels: [kernel("loadImage"), kernel("linear1")],
  prelude: [],
  forward: { inputs: [image], calls: forward, outputs: [logits] },
  multiplyAdds: 12,
};

export const training: Plan = {
  ...inference,
  kernels: (Object.keys(texts) as (keyof typeof texts)[]).map(kernel), // the keys of texts itself
  evaluate: {
    inputs: [image, label],
    calls: scored,
    outputs: [logits],
    loss: 104,
    correct: { output: "logits", target: "label" },
  },
  training: {
    inputs: [image, label],
    calls: [...scored, "linear1Gradient(m, batch);"],
    outputs: [logits],
    loss: 104,
    gradients: [
      { name: "linear1.weight", shape: [3, 4], offset: 107, batched: false },
      { name: "linear1.bias", shape: [3], offset: 119, batched: false },
    ],
    update: ["sgd(m);"],
    learningRate: { offset: 105, fallback: 0.1 },
    step: 106,
    optimizer: "sgd, momentum 0.9",
    memory: { from: 122, to: 137 },
  },
};
