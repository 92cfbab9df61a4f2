import { describe, expect, it } from "vitest";
import type { Target } from "../../codegen/options.ts";
import {
  add,
  averagePool2d,
  batchNorm,
  concat,
  conv2d,
  convTranspose2d,
  crossEntropy,
  defineModel,
  flatten,
  globalAveragePool2d,
  linear,
  maxPool2d,
  mul,
  relu,
  relu6,
  sgd,
  sigmoid,
  type Tensor,
} from "../../src/index.ts";
import { flatten as flat, netOf } from "../support/net.ts";
import { random } from "../support/samples.ts";

/**
 * The nets that people train, with layers so large that every loop has whole tiles and a rest, rows of
 * their own and panels of packed weights. The target ts, which the evaluator is too slow for, says what
 * is right.
 */
const train = { loss: crossEntropy(), optimizer: sgd({ learningRate: 0.01, momentum: 0.9 }) };
type Image = Tensor<readonly [number, number, number]>;
const classes = (x: Tensor) => linear(x, { units: 10 });
const normed = (x: Image, filters: number, kernel: number, more: object = {}): Image =>
  batchNorm(conv2d(x, { filters, kernel, bias: false, ...more })) as Image; // channels, rows, columns

const nets = {
  plain: defineModel({
    name: "plain",
    inputs: { image: [3, 24, 24] },
    outputs({ image }) {
      const same = { kernel: 3, padding: 1 };
      const a = maxPool2d(relu(conv2d(image, { filters: 32, ...same })), { kernel: 2 });
      const b = maxPool2d(relu(conv2d(a, { filters: 64, ...same })), { kernel: 2 });
      const c = relu(conv2d(b, { filters: 65, ...same }));
      return classes(relu(linear(flatten(c), { units: 100 })));
    },
    train,
  }),
  residual: defineModel({
    name: "residual",
    inputs: { image: [3, 33, 31] },
    outputs({ image }) {
      const stem = maxPool2d(relu(normed(image, 24, 7, { stride: 2, padding: 3 })), {
        kernel: 3,
        stride: 2,
        padding: 1,
      }) as Image; // channels, rows, columns
      const block = (x: Image, filters: number, stride: number): Image => {
        const a = relu(normed(x, filters, 3, { stride, padding: 1 })) as Image;
        const b = normed(a, filters, 3, { padding: 1 });
        return relu(add(b, stride === 1 ? x : normed(x, filters, 1, { stride }))) as Image;
      };
      return classes(globalAveragePool2d(block(block(stem, 24, 1), 40, 2)));
    },
    train,
  }),
  mobile: defineModel({
    name: "mobile",
    inputs: { image: [3, 30, 30] },
    outputs({ image }) {
      const block = (x: Image, filters: number, stride: number): Image => {
        const wide = 3 * x.shape[0];
        const a = relu6(normed(x, wide, 1)) as Image;
        const b = relu6(normed(a, wide, 3, { stride, padding: 1, groups: wide })) as Image;
        const gate = sigmoid(conv2d(averagePool2d(b, { kernel: b.shape[1] }), { filters: wide, kernel: 1 })); // prettier-ignore
        const c = normed(mul(b, gate) as Image, filters, 1);
        return stride === 1 && x.shape[0] === filters ? (add(x, c) as Image) : c;
      };
      const stem = relu6(normed(image, 9, 3, { stride: 2, padding: 1 })) as Image;
      return classes(globalAveragePool2d(block(block(block(stem, 9, 1), 14, 2), 14, 1)));
    },
    train,
  }),
  branched: defineModel({
    name: "branched",
    inputs: { image: [4, 20, 20] },
    outputs({ image }) {
      const a = relu(conv2d(image, { filters: 10, kernel: 3, padding: 1 }));
      const down = relu(
        conv2d(maxPool2d(a, { kernel: 2 }), { filters: 18, kernel: 3, padding: 1 }),
      );
      const up = convTranspose2d(down, { filters: 10, kernel: 2, stride: 2 });
      const both = concat([a, up, image]);
      const one = relu(conv2d(both, { filters: 7, kernel: 1 }));
      const five = relu(conv2d(both, { filters: 5, kernel: 5, padding: 2, groups: 1 }));
      return classes(flatten(averagePool2d(concat([one, five]), { kernel: 4 })));
    },
    train,
  }),
};

const maxBatch = 3;

const layouts = {
  plain: "nchw",
  residual: "nhwc",
  mobile: "nchw",
  branched: "nhwc",
} as const;

describe("usual nets are the same on both targets:", () => {
  it.each(["plain", "residual", "mobile", "branched"] as const)("%s", async (name) => {
    const [plain, fast] = [await lived(name, "ts"), await lived(name, "wasm")];
    for (const [when, numbers] of plain) {
      const found = fast.get(when) ?? new Float32Array();
      expect(found.length, when).toBe(numbers.length);
      const most = numbers.reduce((m, v) => Math.max(m, Math.abs(v)), 1e-2); // a gradient of 0 is noise
      const gap = numbers.reduce((g, v, i) => Math.max(g, Math.abs(v - (found[i] ?? NaN))), 0);
      expect(gap / most, when).toBeLessThan(5e-5);
    }
  });
});

/** All that a net says while it is used. */
async function lived(name: keyof typeof nets, target: Target) {
  const model = nets[name];
  const options = { target, layout: layouts[name], maxBatch, inputGradients: ["image"] };
  const net = await netOf(model, options, 5);
  const size = model.build(2).graph.variables[0]?.tensor.shape.slice(1) ?? [];
  const images = (batch: number, seed: number) =>
    Float32Array.from(random([batch, ...size], -1, 1, seed));
  const labels = (batch: number) => Int32Array.from({ length: batch }, (_, i) => (7 * i) % 10);
  const said = new Map<string, Float32Array>();
  said.set("forward of one", (net.forward(images(1, 1)) as Float32Array).slice()); // one output
  for (const batch of [maxBatch, 1]) {
    const { loss, ...gradients } = net.gradients(images(batch, 2), labels(batch));
    said.set(`loss of ${batch}`, Float32Array.of(loss));
    for (const [name, values] of flat(gradients)) said.set(`${name} of ${batch}`, values.slice());
  }
  const losses = [2, maxBatch].map((n) => net.trainStep(images(n, n), labels(n)));
  said.set("losses", Float32Array.from(losses));
  said.set("forward after", (net.forward(images(maxBatch, 3)) as Float32Array).slice()); // one output
  return said;
}
