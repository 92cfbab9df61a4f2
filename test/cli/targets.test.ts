import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Folder } from "../support/command-line.ts";

vi.setConfig({ testTimeout: 60_000 });

const net = `import { crossEntropy, defineModel, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { x: [6] },
  outputs: ({ x }) => ({ y: linear(relu(linear(x, { units: 8 })), { units: 3 }) }),
  train: { loss: crossEntropy() },
});
`;

interface Net {
  forward(x: Float32Array): Float32Array;
  trainStep(x: Float32Array, label: readonly number[]): number;
}
type Create = (options?: { readonly wasm?: unknown; readonly threads?: number }) => Net;

describe("--target wasm", () => {
  let folder: Folder;
  beforeAll(async () => {
    folder = await Folder.with({ "net.ts": net });
  });
  afterAll(() => folder.remove());

  const written = async (...args: readonly string[]) => {
    const { code, out, err } = await folder.run("compile", "net.ts", "--target", "wasm", ...args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    return out;
  };
  const created = async (file: string): Promise<Create> => {
    const url = pathToFileURL(join(folder.path, file)).href;
    const module: { readonly createNet: Create } = await import(/* @vite-ignore */ url);
    return module.createNet;
  };
  const x = Float32Array.of(0.1, -0.2, 0.3, 0.4, -0.5, 0.6);

  it("writes one file, and does not commend itself", async () => {
    const out = await written("-o", "inline/net.mjs.js");
    expect(out).toMatch(
      /^net.mjs: 83 parameters, .*\n {2}inline\/net\.mjs\.js .*\n {2}inline\/net\.mjs\.d\.ts .*\n$/,
    );
  });

  it("computes what the target ts does", async () => {
    await folder.run("compile", "net.ts", "-o", "ts/net.js");
    await written("-o", "wasm/net.js");
    const [plain, fast] = [(await created("ts/net.js"))(), (await created("wasm/net.js"))()];
    for (let step = 0; step < 3; step++)
      expect(fast.trainStep(x, [1])).toBeCloseTo(plain.trainStep(x, [1]), 5);
    const expected = plain.forward(x);
    fast.forward(x).forEach((y, i) => expect(y).toBeCloseTo(expected[i] ?? NaN, 5));
  });

  it("writes the kernels to a file that `create…` takes", async () => {
    const out = await written("--wasm", "file", "-o", "file/net.js", "--name", "net");
    expect(out).toMatch(/\n {2}file\/net\.wasm {2}[\d.]+ k?B\n$/);
    const create = await created("file/net.js");
    expect(() => create()).toThrow("wasm is Undefined; it takes the bytes of net.wasm");
    const wasm = await readFile(join(folder.path, "file/net.wasm"));
    expect(create({ wasm }).forward(x)).toHaveLength(3);
    expect(await folder.read("file/net.js")).toMatch(
      /^\/\/ Options: --target wasm --wasm file --name net$/m,
    );
  });

  it("names the file that is imported as the files are named, not the model", async () => {
    await written("--wasm", "module", "-o", "module/mine.js", "--name", "net");
    expect((await folder.files()).filter((file) => file.startsWith("module/"))).toEqual([
      "module/mine.d.ts",
      "module/mine.js",
      "module/mine.wasm",
    ]);
    expect(await folder.read("module/mine.js")).toContain(`from "./mine.wasm?module";`);
  });

  it("writes kernels that threads share, for as many as `create…` is told", async () => {
    await written("--threads", "-o", "threads/net.js");
    await written("-o", "alone/net.js");
    const [create, alone] = [await created("threads/net.js"), await created("alone/net.js")];
    expect([...create({ threads: 2 }).forward(x)]).toEqual([...alone().forward(x)]);
    expect(await folder.read("threads/net.js")).toMatch(/^\/\/ Options: --target wasm --threads$/m);
    expect(await folder.read("threads/net.d.ts")).toContain("threads?: number;");
    expect(await folder.read("alone/net.d.ts")).not.toContain("threads");
  });

  it("prints the kernels' text and writes nothing", async () => {
    const before = await folder.files();
    const out = await written("--emit", "wat");
    expect(out).toMatch(/^\(module\n/);
    expect(out).toContain('(export "forward"');
    expect(out).toMatch(/;; .*linear1/);
    expect(await folder.files()).toEqual(before);
  });
});
