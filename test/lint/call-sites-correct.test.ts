import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { diskHost } from "../../src/disk/host.ts";
import { createLinter } from "../../src/lint/lint.ts";
import { preset } from "../../src/lint/settings.ts";
import { told } from "./call-sites/modules.ts";

/** Apps in which nothing is wrong, with what makes it look so. */
const apps: { readonly [name: string]: string } = {
  "a result that is copied": `
    const first = net.forward(a).slice();
    const second = [...net.forward(b)];
    const third = Array.from(net.forward(c));
    const fourth = Float32Array.from(net.forward(d));
    compare(first, second, third, fourth, net.forward(e));`,
  "results that are used up before the next": `
    for (const x of batches) {
      const scores = net.forward(x);
      show(scores.indexOf(Math.max(...scores)));
    }
    const best = images.map((x) => argmax(net.forward(x)));
    const lists = images.map((x) => [...net.forward(x)]);
    show(best, lists);`,
  "two nets, each with its own memory": `
    const other = createLenet({ seed: 1 });
    const a = net.forward(x);
    const b = other.forward(x);
    show(a, b);
    const nets = [net, other].map((one) => one.forward(x));
    show(nets);
    const ask = (one, x) => one.forward(x);
    show([net, other].map((one) => ask(one, x)));
    const all = [];
    for (const { one, x } of pairs()) all.push(one.forward(x));
    for (const one of [net, other]) all.push(ask(one, x));
    show(all);`,
  "a net for each": `
    const all = [];
    for (const seed of seeds) {
      const own = createLenet({ seed });
      all.push(own.forward(x));
    }
    show(all, seeds.map((seed) => createLenet({ seed }).forward(x)));`,
  "a view that is kept on purpose": `
    const view = net.forward(first);
    function draw(x) {
      net.forward(x);
      show(view);
    }
    draw(second);`,
  "the same data once more": `
    const scores = net.forward(x);
    const { loss } = net.evaluate(x, labels);
    show(scores, loss);`,
  "one or the other": `
    let scores;
    if (ready()) scores = net.forward(a);
    else scores = net.forward(b);
    show(scores);
    const again = ready() ? net.forward(a) : net.forward(b);
    show(again);`,
  "conditions that go together": `
    const first = net.forward(a);
    if (mode() === "both") net.trainStep(a, labels);
    if (mode() !== "both") show(first);`,
  "an early return between": `
    export function f(x, y) {
      const first = net.forward(x);
      if (done(y)) {
        const second = net.forward(y);
        return second.indexOf(1);
      }
      return first.indexOf(1);
    }`,
  "callbacks that may be called before": `
    const first = net.forward(a);
    visit(() => show(first));
    const second = net.forward(b);
    show(second);`,
  "a net that is assigned anew": `
    let current = net;
    export function load(other) { current = other; }
    export const f = () => current.forward(new Float32Array(64));`,
  "a buffer that is replaced": `
    let buffer = new Float32Array(10);
    export function resize() { buffer = new Float32Array(784); }
    export const f = () => net.forward(buffer);`,
  "a length that is checked first": `
    export function f(data) {
      const image = data.length === 784 ? data : new Float32Array(784);
      return net.forward(image).slice();
    }`,
  "fields that others assign": `
    export class Reader {
      net = createLenet();
      #buffer = new Float32Array(3);
      private size = 10;
      readonly list = [];
      constructor(private readonly image) { this.extra(); }
      fit(size) { this.#buffer = new Float32Array(784); [this.size] = [784]; }
      read() {
        this.net.forward(new Float32Array(this.size));
        createLenet().forward(this.#buffer);
        net.forward(this.image);
        net.trainStep(this.image, this.list);
        if (this.late) net.forward(this.late);
        if (!this.late) this.late = new Float32Array(784);
      }
      extra() { this.list.push(1); }
    }
    const one = new Reader(new Float32Array(784));
    button.onclick = () => one.read();`,
  "a list for others to fill": `
    export const labels = [];
    export const learn = () => net.trainStep(new Float32Array(784), labels);`,
  "data that a stranger finds fit": `
    import { fits } from "elsewhere";
    export function f() {
      const short = new Float32Array(3);
      if (fits(short)) net.forward(short);
      if (!fits(net, short)) throw new Error("it does not fit");
      net.forward(short);
    }`,
  "lists that copy, and lists of numbers": `
    const all = new Float32Array(10 * batches.length);
    batches.forEach((x, i) => all.set(net.forward(x), 10 * i));
    const flat = [];
    for (const x of batches) flat.push(...net.forward(x));
    const losses = [];
    for (const x of batches) losses.push(net.trainStep(x, labels));
    show(all, flat, losses);`,
  "a queue that is emptied each turn": `
    const queue = [];
    for (const x of batches) {
      queue.push(net.forward(x));
      flush(queue);
    }
    show(queue);
    for (const x of batches) {
      const own = [];
      own.push(net.forward(x));
      flush(own);
    }`,
  "the first that will do": `
    const found = [];
    for (const x of batches) {
      const y = net.forward(x);
      if (!good(y)) continue;
      found.push(y);
      break;
    }
    show(found);`,
  "a stream, which hands on one by one": `
    export const scores = (frames) => frames.map((x) => net.forward(x));
    export const shown = frames.pipe((x) => net.forward(x));`,
  "errors that a test asks for": `
    it("refuses", () => {
      expect(() => net.forward(new Float32Array(3))).toThrow("784");
      assert.throws(() => net.trainStep(new Float32Array(784), [1, 2]));
      const a = net.forward(x);
      const b = net.forward(y);
      expect(b).toBe(a);
    });`,
  "a loop variable with an outer name": `
    const image = new Float32Array(3);
    for (const image of images) net.forward(image);
    for (const { image } of examples) net.forward(image);
    export const f = (image) => net.forward(image);
    show(image);`,
  training: `
    export async function train(epochs) {
      const images = new Float32Array(net.maxBatch * 784);
      const labels = new Uint8Array(net.maxBatch);
      for (let epoch = 0; epoch < epochs; epoch++) {
        let [sum, right] = [0, 0];
        for await (const batch of stream()) {
          images.set(batch.images);
          labels.set(batch.labels);
          sum += net.trainStep(images, labels, 0.1);
          const { loss, correct } = net.evaluate(images, labels);
          right += correct;
          console.log(loss);
        }
        if (sum < 1) break;
        await save(net.save());
      }
      net.reset();
    }`,
  "scores that are read at once": `
    const before = net.evaluate(a, labels).loss;
    const { loss: after } = net.evaluate(b, labels);
    const copy = { ...net.evaluate(c, labels) };
    const last = net.evaluate(d, labels);
    net.trainStep(d, labels);
    show(before, after, copy.loss, last.loss);`,
  "shapes from the module": `
    const [channels, height, width] = net.inputShape;
    const image = new Float32Array(channels * height * width);
    const several = new Float32Array(maxBatch * image.length);
    for (let from = 0; from < several.length; from += 784 * 10)
      net.forward(several.subarray(from, from + 784 * 10));
    net.forward(image.map((x) => x / 255));`,
};

describe("correct apps", () => {
  it.each(Object.entries(apps))("are left alone: %s", (_, app) => {
    expect(
      told(`import { createLenet, maxBatch } from "./generated/lenet.ts";
    const net = createLenet();
    ${app}`),
    ).toEqual([]);
  });

  it.each(["app/main.ts", "digits/train.ts", "lenet/train.ts", "resnet/train.ts"])(
    "are left alone: examples/%s",
    (name) => {
      const file = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
      const linted = createLinter(diskHost()).lint(file, preset("strict"));
      expect(linted.findings).toEqual([]);
    },
  );

  it("are followed into the modules that they import", () => {
    const file = fileURLToPath(new URL("../../examples/app/main.ts", import.meta.url));
    const host = diskHost();
    const wrong = readFileSync(file, "utf8").replace("recent.length * 64", "65");
    const read = (path: string) => (path === file ? wrong : host.read(path));
    const { findings } = createLinter({ ...host, read }).lint(file, preset("strict"));
    expect(findings.map(({ code }) => code)).toEqual(["KS521"]);
  });
});
