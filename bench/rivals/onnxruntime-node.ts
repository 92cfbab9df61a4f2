import { readFile } from "node:fs/promises";
import type { Subject } from "../subject.ts";
import { sessionOf } from "./onnxruntime.ts";

/** ONNX Runtime as native code on one thread, with whatever vectors the processor has: the mark, not a rival. */
export const onnxruntimeNode: Subject = {
  layout: "channels first",
  async inference({ net, path }) {
    const { default: ort } = await import("onnxruntime-node");
    const bytes = new Uint8Array(await readFile(path("net.onnx")));
    const session = await ort.InferenceSession.create(bytes, {
      executionProviders: ["cpu"],
      graphOptimizationLevel: "all",
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
    });
    return sessionOf(ort, session, net);
  },
};
