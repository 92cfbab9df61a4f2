import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Subject } from "../subject.ts";

/** LiteRT.js: TensorFlow Lite with XNNPACK's WebAssembly kernels, one thread. */
export const litert: Subject = {
  layout: "channels last",
  async inference({ net, path }) {
    importScriptsInNode();
    const litert = await quietly(() => import("@litertjs/core"));
    const entry = createRequire(import.meta.url).resolve("@litertjs/core");
    await quietly(() => litert.loadLiteRt(`${join(dirname(entry), "..", "wasm")}/`));
    const bytes = new Uint8Array(await readFile(path("net.tflite")));
    const model = await quietly(() => litert.loadAndCompile(bytes, { accelerator: "wasm" }));
    const [channels, rows, columns] = net.input;
    return async (image) => {
      const input = new litert.Tensor(image, [1, rows, columns, channels]);
      const [output, ...more] = await model.run(input);
      input.delete();
      const values = output?.toTypedArray();
      for (const tensor of [output, ...more]) tensor?.delete();
      if (!values) throw new Error("the model gave nothing");
      return values;
    };
  },
};

/**
 * LiteRT.js is for browsers: it loads the code around its module with a script element or importScripts. Node has
 * neither, so here is the second.
 */
function importScriptsInNode(): void {
  const importScripts = (url: string) => {
    const file = url.startsWith("file:") ? fileURLToPath(url) : url;
    const require = createRequire(file);
    const code: string = require("node:fs").readFileSync(file, "utf8");
    const run = new Function(
      ...["require", "__dirname", "__filename"],
      `${code}\n;globalThis.ModuleFactory = ModuleFactory;`,
    );
    run(require, dirname(file), file);
  };
  Object.assign(globalThis, { self: globalThis, importScripts });
}

/** Without its remarks on what it found. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { log, info, warn, error } = console;
  const silent = () => {};
  Object.assign(console, { log: silent, info: silent, warn: silent, error: silent });
  try {
    return await work();
  } finally {
    Object.assign(console, { log, info, warn, error });
  }
}
