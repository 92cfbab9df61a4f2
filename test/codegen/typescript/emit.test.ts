import { describe, expect, it } from "vitest";
import { emit } from "../../../codegen/typescript/emit.ts";
import { uniform } from "../../../src/tensor/uniform.ts";
import { creator, imported, options, text } from "./module.ts";
import { inference, training } from "./tiny.ts";

const image = Float32Array.from([1, 2, 3, 4, -1, 0.5, 0, 2]);
const label = [2, 0];

describe("a generated module", () => {
  it("runs a batch of the length it is given", async () => {
    const net = (await creator(inference))();
    const { weight, bias } = net.parameters["linear1"] ?? {};
    weight?.set([1, 0, 0, 0, 0, 1, 0, 0, 0.5, 0.5, 0.5, 0.5]);
    bias?.set([0, 1, -1]);
    expect([...net.forward(image)]).toEqual([1, 3, 4, -1, 1.5, -0.25]);
    expect([...net.forward(image.subarray(4))]).toEqual([-1, 1.5, -0.25]);
  });

  it("gives the same view for every batch of one size", async () => {
    const net = (await creator(training))();
    expect(net.forward(image)).toBe(net.forward(image));
    expect(net.gradients(image, label)).toBe(net.gradients(image, label));
    expect(net.evaluate(image, label)).toBe(net.evaluate(image, label));
  });

  it("exports what it is as constants", async () => {
    const { maxBatch, inputShape, outputShape, parameterCount, multiplyAdds } =
      await imported(inference);
    expect([maxBatch, parameterCount, multiplyAdds]).toEqual([8, 15, 12]);
    expect([inputShape, outputShape]).toEqual([[1, 2, 2], [3]]);
  });

  it("learns", async () => {
    const net = (await creator(training))();
    const before = net.evaluate(image, label).loss;
    for (let i = 0; i < 50; i++) net.trainStep(image, Int32Array.from(label), 0.05);
    const { loss, correct } = net.evaluate(image, label);
    expect(loss).toBeLessThan(before / 4);
    expect(correct).toBe(2);
  });

  it("has gradients that are differences, and leaves the parameters alone", async () => {
    const net = (await creator(training))();
    const weight = net.parameters["linear1"]?.["weight"] ?? new Float32Array();
    const before = [...weight];
    const { loss, linear1 } = net.gradients(image, label);
    const found = [...(linear1?.["weight"] ?? [])];
    expect([...weight]).toEqual(before);
    found.forEach((slope, i) => {
      weight[i] = (before[i] ?? 0) + 1e-2;
      expect((net.evaluate(image, label).loss - loss) / 1e-2).toBeCloseTo(slope, 1);
      weight[i] = before[i] ?? 0;
    });
  });

  it("has the plan's learning rate unless another is given", async () => {
    const create = await creator(training);
    const [a, b, c] = [create(), create(), create()];
    a.trainStep(image, label);
    b.trainStep(image, label, 0.1);
    c.trainStep(image, label, 0.2);
    expect(a.save()).toEqual(b.save());
    expect(a.save()).not.toEqual(c.save());
  });

  it("forgets steps and momentum on a reset", async () => {
    const create = await creator(training);
    const [used, fresh] = [create({ seed: 3 }), create({ seed: 5 })];
    for (let i = 0; i < 3; i++) used.trainStep(image, label);
    used.reset(5);
    for (const net of [used, fresh]) for (let i = 0; i < 3; i++) net.trainStep(image, label);
    expect(used.save()).toEqual(fresh.save());
  });

  it("starts with the hash's numbers, whatever the engine", async () => {
    const net = (await creator(inference))({ seed: 7 });
    const expected = Array.from({ length: 12 }, (_, i) =>
      Math.fround(0.5 * (2 * uniform(7, i) - 1)),
    );
    expect([...(net.parameters["linear1"]?.["weight"] ?? [])]).toEqual(expected);
    expect([...(net.parameters["linear1"]?.["bias"] ?? [])]).toEqual([0, 0, 0]);
  });

  it("draws a normal distribution of the deviation asked for", async () => {
    const size = 40_000;
    const plan = {
      ...inference,
      arena: size,
      parameters: [
        {
          name: "wide.weight",
          shape: [size],
          offset: 0,
          initial: { kind: "normal", deviation: 0.25 },
          role: "parameter",
          frozen: false,
        },
      ],
    } as const;
    const values = (await creator(plan))().parameters["wide"]?.["weight"] ?? [];
    const mean = [...values].reduce((a, b) => a + b, 0) / size;
    const deviation = Math.sqrt([...values].reduce((a, b) => a + (b - mean) ** 2, 0) / size);
    const within = [...values].filter((x) => Math.abs(x) < 0.25).length / size;
    expect(mean).toBeCloseTo(0, 2);
    expect(deviation).toBeCloseTo(0.25, 2);
    expect(within).toBeCloseTo(0.683, 2);
  });

  it("has nets that share nothing", async () => {
    const create = await creator(training);
    const [a, b] = [create(), create()];
    a.trainStep(image, label);
    expect(a.save()).not.toEqual(b.save());
  });
});

describe("emit", () => {
  it("writes the same bytes for the same plan", async () => {
    expect(await text(training)).toBe(await text(structuredClone(training)));
  });

  it("names the module and its declarations after the model", async () => {
    const names = async (format: "ts" | "js", name = "tiny") =>
      (await emit({ ...inference, name }, { ...options, format })).map((file) => file.name);
    expect(await names("ts")).toEqual(["tiny.ts"]);
    expect(await names("js")).toEqual(["tiny.js", "tiny.d.ts"]);
    expect(await names("ts", "../my net")).toEqual(["my-net.ts"]);
  });

  it("opens with what the model is and where it comes from", async () => {
    expect((await text(training)).split("\n").slice(0, 8)).toMatchInlineSnapshot(`
      [
        "// tiny: 15 parameters, 12 multiply-adds a sample, 560 bytes of memory for 1 to 8 samples at",
        "// once.",
        "// Written by kernelsmith 0.0.0 from models/tiny.ts (sha256 0123456789ab). Not to be edited.",
        "// Options: --train",
        "",
        "// It was checked, strictly, when it was written: your compiler's options are not its own.",
        "// @ts-nocheck",
        "/* eslint-disable */",
      ]
    `);
  });

  it("keeps folders of a machine and comment ends out of the head", async () => {
    const source = { file: "/home/me/secret\\models/tiny.ts", hash: "sha256 0" };
    const module = await text(
      { ...inference, name: "a */ b" },
      { source, optionsText: "--x\n*/ y" },
    );
    expect(module).not.toMatch(/home|secret|models/);
    expect(
      module
        .split("\n")
        .slice(0, 5)
        .every((line) => /^(\/\/|$)/.test(line)),
    ).toBe(true);
  });

  it("imports nothing and evaluates no text", async () => {
    for (const format of ["ts", "js"] as const) {
      const module = await text(training, { format });
      expect(module).not.toMatch(/\b(import|require|eval|process|Buffer)\b|\bFunction\(/);
    }
  });

  it("leaves out what a plan does not ask for", async () => {
    const module = await text(inference);
    expect(module).not.toMatch(/trainStep|gradients|evaluate|reset|Classes|steps|save/);
  });

  it("writes a helper once that both a kernel and the surface call", async () => {
    const { preludeText } = await import("../../../codegen/prelude/index.ts");
    const module = await text({ ...inference, prelude: preludeText(["uniform", "erf"]) });
    expect(module.match(/function uniform/g)).toHaveLength(1);
    expect(module.match(/function erf/g)).toHaveLength(1);
  });

  it("shows the whole surface in its declarations", async () => {
    const files = await emit(training, { ...options, format: "js" });
    await expect(String(files[1]?.text)).toMatchFileSnapshot("tiny.d.ts.txt");
  });

  it("refuses a plan whose names are the module's own", async () => {
    const kernels = [{ name: "samples", text: "function samples(): void {}", from: "" }];
    await expect(emit({ ...inference, kernels }, options)).rejects.toThrow(
      "samples cannot be a name in the module",
    );
  });

  it("refuses a view that ends beyond the arena", async () => {
    await expect(emit({ ...inference, arena: 71 }, options)).rejects.toThrow("logits ends beyond");
  });
});
