/** `npm run generate`: compiles the examples to `generated/`; with --check only tells what is stale. */
import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compile } from "../../codegen/compile.ts";
import { load } from "./load.ts";
import { type File, writeAll } from "./write.ts";

/** Each is the model of `examples/<name>/model.ts` and becomes `generated/<fileName>.ts`. */
const examples = [
  { name: "digits", fileName: "digits", maxBatch: 32, target: "ts" },
  { name: "digits", fileName: "digits-wasm", maxBatch: 32, target: "wasm" },
  { name: "lenet", fileName: "lenet", maxBatch: 64, target: "ts" },
  { name: "resnet", fileName: "resnet", maxBatch: 32, target: "ts" },
] as const;

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "generated");

/** What should be in `generated/`. */
export async function generated(): Promise<readonly File[]> {
  const files: File[] = [];
  for (const { name, ...options } of examples) {
    const file = `examples/${name}/model.ts`;
    const { model } = await load(join(root, file));
    const hash = createHash("sha256")
      .update(await readFile(join(root, file)))
      .digest("hex")
      .slice(0, 12);
    const asked = options.target === "ts" ? "" : ` --target ${options.target}`;
    const optionsText = `--max-batch ${options.maxBatch}${asked}`;
    const source = { file, hash };
    const compiled = await compile(model, { ...options, name, source, optionsText });
    files.push(...compiled.files);
  }
  return files;
}

/** The names of files in `generated/` that are not as they should be, missing, or left over. */
export async function stale(files: readonly File[]): Promise<readonly string[]> {
  const there = await readdir(folder).catch((): string[] => []);
  const wanted = new Set(files.map(({ name }) => name));
  const left = there.filter((name) => !wanted.has(name));
  const changed = files.map(async ({ name, text }) =>
    there.includes(name) && Buffer.from(text).equals(await readFile(join(folder, name)))
      ? []
      : [name],
  );
  return [...(await Promise.all(changed)).flat(), ...left].map((name) => `generated/${name}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  const files = await generated();
  const names = await stale(files);
  if (values.check) {
    for (const name of names) console.error(`${name} is stale: run npm run generate`);
    if (names.length > 0) process.exitCode = 1;
    return;
  }
  await writeAll(folder, files);
  const made = new Set(files.map(({ name }) => `generated/${name}`));
  for (const name of names) {
    if (!made.has(name)) await rm(join(root, name), { recursive: true });
    console.log(made.has(name) ? `wrote ${name}` : `removed ${name}`);
  }
  if (names.length === 0) console.log("generated/ is as it should be");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
