import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inFolder, text } from "./module.ts";
import { training } from "./tiny.ts";
import { training as overWasm } from "./tiny-wasm.ts";

/** Bytes that 10,000 calls of each kind leave on the heap, garbage and all. */
const script = `
import { createTiny } from "./tiny.mjs";
const net = createTiny();
const images = [1, 2, 3].map((n) => new Float32Array(4 * n).fill(n / 8));
const labels = [1, 2, 3].map((n) => new Int32Array(n));
const kinds = {
  forward: (i) => net.forward(images[i]),
  trainStep: (i) => net.trainStep(images[i], labels[i], 1e-6),
  gradients: (i) => net.gradients(images[i], labels[i]),
  evaluate: (i) => net.evaluate(images[i], labels[i]),
};
const left = {};
for (const [name, call] of Object.entries(kinds)) {
  const run = () => { for (let k = 0; k < 10000; k++) call(k % 3); };
  for (let warm = 0; warm < 20; warm++) run();
  gc();
  const before = process.memoryUsage();
  run();
  const after = process.memoryUsage();
  left[name] = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
}
console.log(JSON.stringify(left));
`;

/** Bytes a call may leave: a number that a function gives back, as the loss, is an object to V8. */
const limits = { forward: 1, gradients: 1, evaluate: 1, trainStep: 17 };

it.each([
  ["", training, undefined],
  ["over WebAssembly ", overWasm, "inline"],
] as const)("%sleaves nothing on the heap", { timeout: 60_000 }, (_, plan, wasm) =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, "tiny.mjs"), await text(plan, { format: "js", wasm }));
    writeFileSync(join(folder, "measure.mjs"), script);
    const output = execFileSync(process.execPath, ["--expose-gc", join(folder, "measure.mjs")]);
    const left: { [name: string]: number } = JSON.parse(String(output));
    for (const [name, limit] of Object.entries(limits))
      expect(left[name], name).toBeLessThan(limit * 10_000);
  }),
);
