import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build, type Plugin } from "esbuild";
import { describe, expect, it, vi } from "vitest";
import { emit } from "../../../codegen/typescript/emit.ts";
import type { WasmPlace } from "../../../codegen/options.ts";
import { type AnyNet, creator, imported, inFolder, options, text } from "./module.ts";
import * as scalar from "./tiny.ts";
import { inference, training } from "./tiny-wasm.ts";

const image = Float32Array.from([1, 2, 3, 4, -1, 0.5, 0, 2]);
const weights = {
  "linear1.weight": [1, 0, 0, 0, 0, 1, 0, 0, 0.5, 0.5, 0.5, 0.5],
  "linear1.bias": [0, 1, -1],
};
const scores = [1, 3, 4, -1, 1.5, -0.25];

type Create = (options?: unknown) => AnyNet;
const make = async (wasm: WasmPlace): Promise<Create> =>
  (await creator(inference, { wasm })) as Create; // any options, as from JavaScript
const kernels = async (plan = inference): Promise<Uint8Array<ArrayBuffer>> => {
  const files = await emit(plan, { ...options, wasm: "file" });
  return Uint8Array.from(files.find(({ name }) => name === "tiny.wasm")?.text as Uint8Array); // the one file that is no text
};
const coded = (code: string, words: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(words) });
const thrown = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  return "nothing";
};

describe("a module with kernels inside", () => {
  it("computes what the TypeScript kernels do", async () => {
    const net = (await make("inline"))({ parameters: weights });
    expect([...net.forward(image)]).toEqual(scores);
    const [same, other] = [await creator(scalar.inference), await make("inline")];
    const expected = same({ seed: 3 }).forward(image);
    other({ seed: 3 })
      .forward(image)
      .forEach((x, i) => expect(x).toBeCloseTo(expected[i] ?? NaN, 5));
  });

  it("trains", async () => {
    const net = (await creator(training, { wasm: "inline" }))();
    expect(net.trainStep(image, [0, 1], 0.25)).toBe(0);
    expect(net.trainStep(image, [0, 1], 0.5)).toBe(-0.25);
    expect(net.evaluate(image, [0, 1]).loss).toBe(-0.75);
    expect(net.gradients(image, [0, 1])["linear1"]?.["bias"]).toEqual(Float32Array.of(1, 0, 0));
    const kept = net.save();
    net.reset();
    expect(net.evaluate(image, [0, 1]).loss).toBe(0);
    net.load(kept);
    expect(net.evaluate(image, [0, 1]).loss).toBe(-0.75);
  });

  it("compiles them once, when the first net is made, and gives each net its memory", async () => {
    const Module = vi.spyOn(WebAssembly, "Module");
    const create = await make("inline");
    expect(Module).not.toHaveBeenCalled();
    const [a, b] = [create({ seed: 1 }), create({ seed: 2 })];
    expect(Module).toHaveBeenCalledTimes(1);
    Module.mockRestore();
    expect([...a.forward(image)]).not.toEqual([...b.forward(image)]);
    expect(a.parameters["linear1"]?.["weight"]?.buffer).not.toBe(
      b.parameters["linear1"]?.["weight"]?.buffer,
    );
  });

  it("can have its weights inside too", async () => {
    const given = new Map(
      Object.entries(weights).map(([name, values]) => [
        name,
        { shape: name.endsWith("weight") ? [3, 4] : [3], values: Float32Array.from(values) },
      ]),
    );
    const create = await creator(inference, {
      wasm: "inline",
      weights: { place: "inside", weights: given },
    });
    expect([...create().forward(image)]).toEqual(scores);
  });

  it("says that it has them and how to read them", async () => {
    const head = (await text(training, { wasm: "inline" }))
      .split("\n\n")[0]
      ?.replaceAll("\n//", "");
    expect(head).toMatch(
      /The kernels are \d+ bytes of WebAssembly with SIMD, at this module's end;/,
    );
    expect(head).toContain("`kernelsmith compile --target wasm --emit wat` prints them");
  });

  it("imports nothing, and is one file", async () => {
    const files = await emit(training, { ...options, wasm: "inline" });
    expect(files.map(({ name }) => name)).toEqual(["tiny.ts"]);
    expect(String(files[0]?.text)).not.toMatch(/\bimport\b|@kernels@/);
  });

  it("is the same, byte by byte, of the same plan", async () => {
    const [one, two] = [
      await emit(training, { ...options, wasm: "file" }),
      await emit({ ...training }, { ...options, wasm: "file" }),
    ];
    expect(one).toEqual(two);
  });
});

describe("an engine that does not run the kernels is told:", () => {
  const needs =
    /They need WebAssembly with SIMD, 560 bytes of memory, and 'wasm-unsafe-eval' under a CSP; compile the model with --wasm module .* with --target ts /;
  /** The module as a script in a realm of its own. */
  const elsewhere = async (realm: object, codeGeneration: { wasm: boolean }, prepare = "") => {
    const script = (await text(inference, { format: "js", wasm: "inline" })).replace(
      /^export /gm,
      "",
    );
    const context = createContext({ atob, ...realm }, { codeGeneration });
    return runInContext(`${prepare}\n${script}\ncreateTiny`, context) as Create;
  };
  const told = (error: unknown, why: RegExp) => {
    const { code, message, cause } = error as Error & { code: string };
    expect(code).toBe("KS509");
    expect(message).toMatch(/^the kernels do not run here: /);
    expect(message).toMatch(why);
    expect(message).toMatch(needs);
    expect(cause).toBeDefined();
  };

  it("a policy that forbids it", async () => {
    const create = await elsewhere({}, { wasm: false });
    told(thrown(create), /code generation disallowed/);
  });
  it("no WebAssembly", async () => {
    const create = await elsewhere({}, { wasm: true }, "delete globalThis.WebAssembly;");
    told(thrown(create), /there is no WebAssembly/);
  });
  it("instructions that it does not know", async () => {
    const bytes = inference.wasm?.bytes.slice() ?? new Uint8Array();
    bytes.fill(0xff, bytes.length - 20);
    const plan = { ...inference, wasm: { bytes, text: () => "" } };
    told(thrown(await creator(plan, { wasm: "inline" })), /WebAssembly\.Module\(\)/);
  });
  it("an engine that is well runs it in the same way", async () => {
    const create = await elsewhere({}, { wasm: true });
    expect([...create({ parameters: weights }).forward(image)]).toEqual(scores);
  });
});

describe("a module with kernels in a file", () => {
  it("takes bytes, their buffer, or a WebAssembly.Module", async () => {
    const bytes = await kernels();
    for (const wasm of [bytes, Buffer.from(bytes), bytes.buffer, new WebAssembly.Module(bytes)]) {
      const net = (await make("file"))({ wasm, parameters: weights });
      expect([...net.forward(image)]).toEqual(scores);
    }
  });

  it("can have its weights in another file", async () => {
    const given = new Map([
      ["linear1.weight", { shape: [3, 4], values: new Float32Array(12) }],
      ["linear1.bias", { shape: [3], values: new Float32Array(3) }],
    ]);
    const more = { wasm: "file", weights: { place: "beside", weights: given } } as const;
    const files = await emit(inference, { ...options, ...more });
    expect(files.map(({ name }) => name)).toEqual(["tiny.ts", "tiny.safetensors", "tiny.wasm"]);
    const create = (await creator(inference, more)) as Create;
    const net = create({ wasm: await kernels(), parameters: files[1]?.text });
    expect([...net.forward(image)]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it.each([
    ["nothing", []],
    ["no kernels", [{}]],
    ["a path", [{ wasm: "./tiny.wasm" }]],
    ["a promise", [{ wasm: Promise.resolve() }]],
    ["null", [{ wasm: null }]],
  ] as const)("refuses %s", async (_, given) => {
    const create = await make("file");
    const error = thrown(() => create(...given));
    expect(error).toEqual(
      coded(
        "KS507",
        /^wasm is \w+; it takes the bytes of tiny\.wasm, or a WebAssembly\.Module of them$/,
      ),
    );
  });
  it("refuses a page that was served in its place", async () => {
    const create = await make("file");
    const wasm = new TextEncoder().encode("<!doctype html>");
    expect(thrown(() => create({ wasm }))).toEqual(
      coded("KS507", /no WebAssembly, so not those of tiny\.wasm/),
    );
  });

  it("refuses the file of another compilation, and takes the right one then", async () => {
    const create = await make("file");
    const other = await kernels(training);
    for (const wasm of [other, new WebAssembly.Module(other)])
      expect(thrown(() => create({ wasm }))).toEqual(
        coded("KS507", /this tiny\.wasm is of another compilation/),
      );
    expect(create({ wasm: await kernels() })).toBeDefined();
  });

  it("says where the file is cut off", async () => {
    const create = await make("file");
    const wasm = (await kernels()).slice(0, 60);
    expect(thrown(() => create({ wasm }))).toEqual(
      coded("KS509", /do not run here: WebAssembly\.Module\(\)/),
    );
  });

  it("compiles the bytes once", async () => {
    const Module = vi.spyOn(WebAssembly, "Module");
    const [create, wasm] = [await make("file"), await kernels()];
    create({ wasm });
    create({ wasm });
    expect(Module).toHaveBeenCalledTimes(1);
    Module.mockRestore();
  });

  it("bears the name that was asked for", async () => {
    const files = await emit(inference, { ...options, wasm: "file", fileName: "my `net`" });
    expect(files.map(({ name }) => name)).toEqual(["my `net`.ts", "my `net`.wasm"]);
    const module = await imported(inference, { wasm: "file", fileName: "my `net`" });
    expect(thrown(module["createTiny"] as Create)).toEqual(
      coded("KS507", /the bytes of my `net`\.wasm/),
    );
  });
});

describe("a module that imports its kernels", () => {
  /** Bundled as a platform does it: the file is compiled, or made bytes, or moved elsewhere. */
  const bundled = (loaded: (bytes: string) => string) =>
    inFolder(async (folder) => {
      for (const { name, text } of await emit(inference, {
        ...options,
        format: "js",
        wasm: "module",
      }))
        writeFileSync(join(folder, name), text);
      const platform: Plugin = {
        name: "platform",
        setup({ onLoad }) {
          onLoad({ filter: /\.wasm$/ }, async ({ path }) => {
            const { readFile } = await import("node:fs/promises");
            const bytes = `Buffer.from("${(await readFile(path)).toString("base64")}", "base64")`;
            return { contents: `export default ${loaded(bytes)};` };
          });
        },
      };
      const outfile = join(folder, "bundle.mjs");
      await build({
        entryPoints: [join(folder, "tiny.js")],
        outfile,
        bundle: true,
        format: "esm",
        plugins: [platform],
        logLevel: "silent",
      });
      const module: { createTiny: Create } = await import(
        /* @vite-ignore */ pathToFileURL(outfile).href
      );
      return module.createTiny;
    });

  it("runs what an edge platform compiled", async () => {
    const create = await bundled((bytes) => `new WebAssembly.Module(${bytes})`);
    expect([...create({ parameters: weights }).forward(image)]).toEqual(scores);
  });
  it("runs what a bundler makes bytes", async () => {
    const create = await bundled((bytes) => bytes);
    expect([...create({ parameters: weights }).forward(image)]).toEqual(scores);
  });
  it("refuses what a bundler makes an address", async () => {
    const create = await bundled(() => `"/assets/tiny.wasm"`);
    expect(thrown(create)).toEqual(
      coded("KS507", /^\.\/tiny\.wasm was imported as String; it takes /),
    );
  });
  it("asks for it as Vercel and Cloudflare know it", async () => {
    expect(await text(inference, { wasm: "module" })).toContain(
      `\nimport kernels from "./tiny.wasm?module";\n`,
    );
  });
});

describe("emit", () => {
  it("refuses a target that the kernels are not of", async () => {
    await expect(emit(inference, options)).rejects.toThrow("another target");
    await expect(emit(scalar.inference, { ...options, wasm: "inline" })).rejects.toThrow(
      "another target",
    );
  });
});
