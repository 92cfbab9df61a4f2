import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Subject } from "../subject.ts";
import { unpacked } from "../values.ts";
import { batchSize } from "../works.ts";

/**
 * PyTorch as native code on one thread: the mark for training. It takes part where
 * the environment's PYTHON has it. The program ends when nothing more can come.
 */
export const pytorch: Subject = {
  layout: "channels first",
  async training({ net, path }, learningRate) {
    const file = path("folded.bin");
    const given = [
      path("pytorch.py"),
      JSON.stringify(net),
      file,
      String(learningRate),
      String(batchSize),
    ];
    const python = spawn(process.env["PYTHON"] ?? "python3", given, {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const failed = new Promise<never>((_, reject) => {
      python.on("error", reject);
      python.on("exit", (code) => reject(new Error(`python ended with ${code}; is torch there?`)));
    });
    failed.catch(() => {}); // told to whoever waits for a line
    python.stdin.on("error", () => {}); // it has ended, which is told as well
    const lines = createInterface(python.stdout)[Symbol.asyncIterator]();
    const answer = async (...request: readonly (string | Uint8Array)[]) => {
      for (const part of request) python.stdin.write(part);
      const { value } = await Promise.race([lines.next(), failed]);
      if (value === undefined) return failed;
      const said: { readonly loss: number; readonly milliseconds: number } = JSON.parse(value);
      return said;
    };
    let milliseconds = NaN;
    return {
      async step(images, labels) {
        const said = await answer("s", bytes(images), bytes(labels));
        milliseconds = said.milliseconds;
        return said.loss;
      },
      async parameters() {
        await answer("p");
        const { buffer, byteOffset, byteLength } = await readFile(`${file}.after`);
        return unpacked(net, "folded", new Float32Array(buffer, byteOffset, byteLength / 4));
      },
      elsewhere: { pid: python.pid ?? 0, milliseconds: () => milliseconds },
    };
  },
};

function bytes({ buffer, byteOffset, byteLength }: Float32Array | Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
