import { readFile } from "node:fs/promises";
import type { Subject } from "../subject.ts";
import { sessionOf } from "./onnxruntime.ts";

/** ONNX Runtime Web: its WebAssembly SIMD kernels on one thread. */
export const onnxruntimeWeb: Subject = {
  layout: "channels first",
  async inference({ net, path }) {
    const ort = await import("onnxruntime-web");
    ort.env.wasm.numThreads = 1;
    const options = { executionProviders: ["wasm"], graphOptimizationLevel: "all" } as const;
    const bytes = new Uint8Array(await readFile(path("net.onnx")));
    return sessionOf(ort, await ort.InferenceSession.create(bytes, options), net);
  },
};
