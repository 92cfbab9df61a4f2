import { beforeAll, describe, expect, it } from "vitest";
import type { Entry, Plan, Port } from "../../../codegen/plan.ts";
import { type AnyNet, type Create, creator } from "./module.ts";
import { inference, training } from "./tiny.ts";

/** What a generated module throws: its message, and the code of bad data. */
const coded = (words: string) => Object.assign(new Error(words), { code: "KS507" });

describe("a wrong call", () => {
  let create: Create;
  let net: AnyNet;
  beforeAll(async () => {
    create = await creator(training);
    net = create();
  });

  const image = new Float32Array(8);
  const wrong = (given: readonly unknown[], words: string) => {
    const before = net.save();
    expect(() => net.trainStep(...given)).toThrow(coded(words));
    expect(net.save()).toEqual(before);
  };

  it("is told the length it should have", () => {
    const takes = "it takes a multiple of 4: [1, 2, 2] for each of 1 to 8 samples";
    for (const length of [0, 3, 5, 36])
      expect(() => net.forward(new Float32Array(length))).toThrow(
        coded(`image has ${length} numbers; ${takes}`),
      );
  });

  it("is told the type it should have", () => {
    const given = [[1, 2, 3, 4], new Float64Array(4), "1234", undefined, null, new ArrayBuffer(16)];
    const types = ["Array", "Float64Array", "String", "Undefined", "Null", "ArrayBuffer"];
    given.forEach((data, i) =>
      expect(() => net.forward(data)).toThrow(
        coded(`image is of type ${types[i]}; it takes a Float32Array`),
      ),
    );
  });

  it("takes the Float32Array of another realm", async () => {
    const { runInNewContext } = await import("node:vm");
    expect(net.forward(runInNewContext("new Float32Array(4)"))).toHaveLength(3);
  });

  it("is told which arguments differ in length", () =>
    wrong([image, [0, 1, 2]], "label has 3 samples; image has 2"));

  it("is told of labels that are missing", () =>
    wrong([image], "label is of type Undefined; it takes class indices"));

  it("is told of labels that are no class", () => {
    const words = (i: number, value: unknown) =>
      `label[${i}] is ${value}; it takes a class from 0 to 2`;
    wrong([image, [0, 3]], words(1, 3));
    wrong([image, [-1, 0]], words(0, -1));
    wrong([image, Float32Array.from([0, 0.5])], words(1, 0.5));
    wrong([image, [NaN, 0]], words(0, NaN));
    wrong([image, BigInt64Array.from([1n, 1n])], words(0, 1));
  });

  it("is told of a learning rate that is no number", () =>
    wrong([image, [0, 1], NaN], "learningRate is NaN; it takes a number"));

  it("counts what is not batched as a whole", async () => {
    const scale: Port = {
      name: "scale",
      shape: [2],
      batched: false,
      holds: "numbers",
      offset: 100,
    };
    const { forward } = inference;
    const plan: Plan = {
      ...inference,
      forward: { ...forward, inputs: [scale, ...forward.inputs] },
    };
    const net = (await creator(plan))();
    expect(net.forward(new Float32Array(2), image)).toHaveLength(6);
    expect(() => net.forward(new Float32Array(4), image)).toThrow(
      coded("scale has 4 numbers; it takes 2: [2]"),
    );
  });

  it("is told of one sample where a module takes one", async () => {
    const net = (await creator({ ...inference, maxBatch: 1 }))();
    expect(() => net.forward(image)).toThrow(
      coded("image has 8 numbers; it takes 4: [1, 2, 2] for one sample"),
    );
  });

  it("may leave a place without a class where the loss ignores it", async () => {
    const ignoring = ({ inputs }: Entry) =>
      inputs.map((port) => (port.name === "label" ? { ...port, ignored: -100 } : port));
    const { training: step, evaluate } = training;
    const plan: Plan = {
      ...training,
      training: step && { ...step, inputs: ignoring(step) },
      evaluate: evaluate && { ...evaluate, inputs: ignoring(evaluate) },
    };
    const net = (await creator(plan))();
    const best = [0, 1, 2].map((c) => net.evaluate(image, [c, c]).correct);
    expect(best.reduce((a, b) => a + b)).toBe(2);
    expect(net.evaluate(image, [-100, best.indexOf(2)]).correct).toBe(1);
    expect(() => net.evaluate(image, [-1, 0])).toThrow("label[0] is -1; it takes a class");
  });

  it.each(["nchw", "nhwc"] as const)("counts the right pixels of %s maps", async (layout) => {
    const first = layout === "nchw";
    const plan: Plan = {
      ...training,
      layout,
      evaluate: training.evaluate && {
        ...training.evaluate,
        inputs: [
          {
            ...training.forward.inputs[0],
            name: "image",
            shape: [4],
            batched: true,
            holds: "numbers",
            offset: 16,
          },
          { name: "label", shape: [1, 2], batched: true, holds: "classes", classes: 2, offset: 72 },
        ],
        calls: ["loadImage(m, image);"],
        outputs: [
          {
            name: "logits",
            shape: first ? [2, 1, 2] : [1, 2, 2],
            batched: true,
            holds: "numbers",
            offset: 16,
          },
        ],
      },
      training: undefined,
    };
    const net = (await creator(plan))();
    const scores = Float32Array.from(first ? [1, 5, 2, 4, 0, 1, 1, 0] : [1, 2, 5, 4, 0, 1, 1, 0]);
    expect(net.evaluate(scores, [1, 0, 1, 0]).correct).toBe(4);
    expect(net.evaluate(scores, [1, 1, 0, 0]).correct).toBe(2);
  });
});
