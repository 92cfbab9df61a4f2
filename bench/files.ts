import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onnx } from "./formats/onnx.ts";
import { compiled, moduleText, plainJavaScript, type Target } from "./generated.ts";
import { layouts } from "./ours.ts";
import type { FileName } from "./subject.ts";
import { folded, packed, seededParameters } from "./values.ts";
import { batchSize, type Work } from "./works.ts";

/** Of every net: everybody has the same parameters. */
const seed = 1;

const makers: Readonly<Record<FileName, (work: Work) => Promise<Uint8Array | string>>> = {
  "trained.bin": async ({ net }) => bytes(packed(net, "trained", seededParameters(net, seed))),
  "folded.bin": async (work) => bytes(packed(work.net, "folded", foldedParameters(work))),
  "net.onnx": async (work) => onnx(work.net, foldedParameters(work)),
  "net.tflite": async (work) => {
    const { tflite } = await import("./formats/tflite.ts"); // stands on a package of the rivals
    return tflite(work.net, foldedParameters(work));
  },
  "pytorch.py": () => readFile(new URL("./rivals/pytorch.py", import.meta.url)),
  "kernelsmith-ts.mjs": (work) => ourModule(work, "ts"),
  "kernelsmith-wasm.mjs": (work) => ourModule(work, "wasm"),
};

export function foldedParameters({ net }: Work) {
  return folded(net, seededParameters(net, seed));
}

/** Makes the files that are named. */
export async function makeFiles(work: Work, folder: string, names: Iterable<FileName>) {
  for (const name of new Set(names)) await writeFile(join(folder, name), await makers[name](work));
}

export function compileOptions({ task }: Work, target: Target) {
  const train = task === "training";
  const layout = layouts[target] === "channels last" ? "nhwc" : "nchw";
  return { target, layout, train, maxBatch: train ? batchSize : 1 } as const;
}

async function ourModule(work: Work, target: Target): Promise<string> {
  return plainJavaScript(moduleText(await compiled(work.net.name, compileOptions(work, target))));
}

function bytes({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
