import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { digits, markdownTable } from "./report.ts";

/** What a user waits for: `kernelsmith compile`, from the start of the process to its end. */
const subjects = [
  { name: "lenet", options: ["--train"], what: "with training", limit: 2 },
  {
    name: "resnet18",
    options: ["--no-train", "--max-batch", "1"],
    what: "inference only",
    limit: 20,
  },
  { name: "resnet18", options: ["--train"], what: "with training", limit: 20 },
] as const;

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const cli = at("../dist/src/cli/main.js"); // `npm ci` built it
const runs = 3;

const folder = await mkdtemp(join(tmpdir(), "kernelsmith-"));
const rows: string[][] = [];
for (const { name, options, what, limit } of subjects) {
  const taken: { seconds: number; stages: string }[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const model = at(`models/${name}.ts`);
    const given = ["compile", model, "-o", folder, "--verbose", ...options];
    const { stderr } = await promisify(execFile)(process.execPath, [cli, ...given]);
    taken.push({ seconds: (performance.now() - start) / 1e3, stages: slowest(stderr) });
  }
  const [, median] = taken.sort((a, b) => a.seconds - b.seconds);
  if (!median) continue;
  rows.push([name, what, median.stages, `${digits(median.seconds)} s`, `${limit} s`]);
}
await rm(folder, { recursive: true });
console.log(markdownTable(["net", "", "stages, ms, slowest first", "whole process", "goal"], rows));

/** The stages that `--verbose` lists, the four slowest. */
function slowest(report: string): string {
  const stages = [...report.matchAll(/^(.+?) +([\d.]+) ms$/gm)]
    .map(([, stage = "", ms = ""]) => ({ stage, ms: Number(ms) }))
    .filter(({ stage }) => stage !== "total");
  return stages
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 4)
    .map(({ stage, ms }) => `${stage} ${digits(ms)}`)
    .join(", ");
}
