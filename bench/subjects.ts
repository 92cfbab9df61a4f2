import type { Net } from "./net.ts";
import type { Entrant } from "./subject.ts";
import type { Task } from "./works.ts";

const both: readonly Task[] = ["inference", "training"];

/** Everyone who takes part: ours first, then the rivals in JavaScript, then the native mark. */
export const entrants: readonly Entrant[] = [
  {
    name: "kernelsmith-wasm",
    kind: "ours",
    packages: [],
    tasks: both,
    files: ["trained.bin", "kernelsmith-wasm.mjs"],
    load: async () => (await import("./ours.ts")).wasm,
  },
  {
    name: "kernelsmith-ts",
    kind: "ours",
    packages: [],
    tasks: both,
    files: ["trained.bin", "kernelsmith-ts.mjs"],
    load: async () => (await import("./ours.ts")).ts,
  },
  {
    name: "onnxruntime-web",
    kind: "rival",
    packages: ["onnxruntime-web"],
    tasks: ["inference"],
    files: ["net.onnx"],
    load: async () => (await import("./rivals/onnxruntime-web.ts")).onnxruntimeWeb,
  },
  {
    name: "litert",
    kind: "rival",
    packages: ["@litertjs/core"],
    tasks: ["inference"],
    files: ["net.tflite"],
    load: async () => (await import("./rivals/litert.ts")).litert,
  },
  {
    name: "tfjs-wasm",
    kind: "rival",
    packages: ["@tensorflow/tfjs", "@tensorflow/tfjs-backend-wasm"],
    tasks: both,
    files: ["folded.bin"],
    load: async () => (await import("./rivals/tfjs-wasm.ts")).tfjsWasm,
  },
  {
    name: "jax-js",
    kind: "rival",
    packages: ["@jax-js/jax"],
    tasks: both,
    files: ["folded.bin"],
    load: async () => (await import("./rivals/jax.ts")).jax,
  },
  {
    name: "convnetjs",
    kind: "rival",
    packages: ["convnetjs"],
    tasks: both,
    files: ["folded.bin"],
    refuses: sequentialOnly,
    load: async () => (await import("./rivals/convnetjs.ts")).convnet,
  },
  {
    name: "tfjs-cpu",
    kind: "rival",
    packages: ["@tensorflow/tfjs-backend-cpu"],
    tasks: both,
    files: ["folded.bin"],
    load: async () => (await import("./rivals/tfjs-cpu.ts")).tfjsCpu,
  },
  {
    name: "onnxruntime-node",
    kind: "native",
    packages: ["onnxruntime-node"],
    tasks: ["inference"],
    files: ["net.onnx"],
    load: async () => (await import("./rivals/onnxruntime-node.ts")).onnxruntimeNode,
  },
  {
    name: "pytorch",
    kind: "native",
    packages: [],
    tasks: ["training"],
    files: ["folded.bin", "pytorch.py"],
    load: async () => (await import("./rivals/pytorch.ts")).pytorch,
  },
];

export function entrant(name: string): Entrant {
  const found = entrants.find((entrant) => entrant.name === name);
  if (!found) throw new Error(`no "${name}"; there are ${entrants.map((e) => e.name).join(", ")}`);
  return found;
}

/** convnetjs has no sums of layers, no concatenation, no depthwise convolution and no relu6. */
function sequentialOnly({ layers }: Net): string | undefined {
  const straight = layers.every(
    (layer, i) =>
      layer.from.length === 1 &&
      layer.from[0] === i &&
      layer.op !== "average" &&
      !(layer.op === "conv" && layer.depthwise) &&
      !("activation" in layer && layer.activation === "relu6"),
  );
  return straight ? undefined : "sequential nets only";
}
