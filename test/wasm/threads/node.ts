import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "../../../codegen/compile.ts";
import type { CompileOptions } from "../../../codegen/options.ts";
import lenet from "../../../examples/lenet/model.ts";

/** LeNet for one thread and for several, in a folder, and scripts that run there. */
export class Nets {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async compiled(): Promise<Nets> {
    const nets = new Nets(await mkdtemp(join(tmpdir(), "kernelsmith-")));
    await nets.#compile("one", {});
    await nets.#compile("several", { threads: true });
    await nets.#compile("beside", { threads: true, wasm: "file" });
    await writeFile(join(nets.#folder, "lesson.mjs"), lesson);
    return nets;
  }

  async #compile(fileName: string, more: CompileOptions): Promise<void> {
    const options = {
      target: "wasm",
      maxBatch: 16,
      format: "js",
      name: "lenet",
      fileName,
    } as const;
    for (const { name, text } of (await compile(lenet, { ...options, ...more })).files)
      await writeFile(join(this.#folder, name.replace(/\.js$/, ".mjs")), text);
  }

  /** What a script leaves in `found`, and what it says on the console; it has to end by itself. */
  run(
    body: string,
    ...flags: readonly string[]
  ): Promise<{ readonly found: unknown; readonly said: string }> {
    const script = `${imports}\nlet found;\n${body}\nconsole.log(JSON.stringify(found));\n`;
    const options = { cwd: this.#folder, timeout: 60_000 };
    const args = [...flags, "--input-type=module", "--eval", script];
    return new Promise((resolve, reject) => {
      execFile(process.execPath, args, options, (error, out, said) => {
        if (error) reject(new Error(`${error.message}\n${out}`));
        else resolve({ found: JSON.parse(out) as unknown, said });
      });
    });
  }

  remove = (): Promise<void> => rm(this.#folder, { recursive: true, force: true });
}

const imports = `
import { readFileSync } from "node:fs";
import { manned, lesson, images, labels } from "./lesson.mjs";
import { createLenet as createOne } from "./one.mjs";
import { createLenet } from "./several.mjs";
import { createLenet as createBeside } from "./beside.mjs";
`;

/** Training with batches of all sizes, gradients, inference: all the bits that come out. */
const lesson = `
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";

/** Waits until a net has its threads. */
export async function manned(net, threads) {
  while (net.threads !== threads) await setTimeout(1);
  return net;
}

function* numbers() {
  for (let state = 1; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield (state >>> 8) / 2 ** 24;
  }
}
const next = numbers();
const drawn = Float32Array.from({ length: 16 * 784 }, () => next.next().value);
export const images = (n, first = 0) => drawn.map((x, i) => x * Math.cos(i + first)).subarray(0, 784 * n);
export const labels = (n) => Uint8Array.from({ length: n }, (_, i) => (7 * i + n) % 10);

export function lesson(net, rounds = 12) {
  const hash = createHash("sha256");
  const keep = (numbers) => hash.update(Float32Array.from(numbers));
  for (let i = 0; i < rounds; i++) {
    const n = [16, 1, 7, 3, 16, 2][i % 6];
    keep([net.trainStep(images(n, i), labels(n), 0.02)]);
    keep(net.forward(images(n, i + 0.5)));
    const { loss, conv1, linear1 } = net.gradients(images(n), labels(n));
    for (const values of [[loss], conv1.weight, conv1.bias, linear1.weight]) keep(values);
    keep([net.evaluate(images(n), labels(n)).loss]);
  }
  keep(new Float32Array(net.save().slice(-4 * 61706).buffer));
  return hash.digest("hex");
}
`;
