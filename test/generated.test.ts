import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createDigits } from "../generated/digits.ts";
import { createDigits as createWasmDigits } from "../generated/digits-wasm.ts";
import { train } from "../examples/digits/data.ts";
import { batches } from "../examples/shared/dataset.ts";
import { generated, stale } from "../src/cli/generate.ts";

const folder = new URL("../generated/", import.meta.url);
const names = readdirSync(folder);

describe("generated modules", () => {
  it("are what the compiler makes of the examples", async () => {
    expect(await stale(await generated())).toEqual([]);
  });

  it("are told from what would be written", async () => {
    const files = names.map((name) => ({ name, text: readFileSync(new URL(name, folder)) }));
    expect(await stale(files)).toEqual([]);
    const [first, ...others] = files.map(({ name, text }, i) =>
      i === 1 ? { name, text: `${text.toString()} ` } : { name, text },
    );
    const changed = [`generated/${names[1]}`, "generated/new.ts", `generated/${first?.name}`];
    expect(await stale([...others, { name: "new.ts", text: "" }])).toEqual(changed);
  });

  it.each(names)("%s imports nothing and names no folder of a machine", (name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    const source = `examples/${name.replace(/(-wasm)?\.ts$/, "")}/model.ts`;
    expect(text.slice(0, 1000).replace(/\n\/\/ /g, " ")).toContain(`from ${source} (`);
    const own = text.replace(/\nconst kernels =\s*".*";/, "").replace("'wasm-unsafe-eval'", "");
    expect(own).not.toMatch(/\b(import|require|eval|process|Buffer)\b|\bFunction\(|\/home\//);
  });

  it.each([
    ["digits", createDigits],
    ["digits-wasm", createWasmDigits],
  ] as const)("compute the same numbers as ever: %s", (_, create) => {
    const net = create({ seed: 7 });
    const [first, second, third] = batches(train, net.maxBatch);
    const logits = Array.from(net.forward(train.images.subarray(0, 64)).slice(0, 4));
    const losses = [first, second, third].map((batch) =>
      batch ? net.trainStep(batch.images, batch.labels, 0.05) : NaN,
    );
    const found = [...logits, ...losses];
    const known = [0.57287, 0.10215, 0.68452, 0.07005, 2.67148, 2.41456, 2.4184];
    for (const [i, value] of known.entries()) expect(found[i]).toBeCloseTo(value, 4);
  });
});
