import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { digits, markdownTable } from "./report.ts";
import { quantile } from "./stopwatch.ts";

/** What a user waits for: `kernelsmith compile`, from the start of the process to its end. */
const models = ["lenet", "cifar", "resnet18", "mobilenet2", "squeezenet"];
const kinds = [
  { what: "inference", options: ["--no-train", "--max-batch", "1"] },
  { what: "with training", options: ["--train"] },
];
/** These have no loss. */
const inferenceOnly = ["mobilenet2", "squeezenet"];
const goal = (model: string) => (model === "lenet" ? "2 s" : "10 s");
const runs = 3;

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const run = promisify(execFile);
// The package as it is published; the measured sources are those that are there now.
await run("npm", ["run", "build"], { cwd: at("..") });
const cli = at("../dist/src/cli/main.js");

const folder = await mkdtemp(join(tmpdir(), "kernelsmith-"));
const rows: string[][] = [];
for (const model of models)
  for (const { what, options } of kinds)
    for (const target of ["wasm", "ts"]) {
      if (inferenceOnly.includes(model) && what !== "inference") continue;
      const taken: { seconds: number; stages: string }[] = [];
      for (let i = 0; i < runs; i++) {
        const start = performance.now();
        const given = ["compile", at(`models/${model}.ts`), "-o", folder, "--verbose"];
        const all = [cli, ...given, "--target", target, ...options];
        const { stderr } = await run(process.execPath, all);
        taken.push({ seconds: (performance.now() - start) / 1e3, stages: slowest(stderr) });
      }
      const seconds = quantile(
        taken.map((one) => one.seconds),
        0.5,
      );
      const stages = taken.find((one) => one.seconds === seconds)?.stages ?? "";
      rows.push([model, what, target, stages, `${digits(seconds)} s`, goal(model)]);
    }
await rm(folder, { recursive: true });
console.log(`The whole process of \`kernelsmith compile\`, medians of ${runs}.\n`);
console.log(
  markdownTable(["net", "", "target", "stages, ms, slowest first", "whole process", "goal"], rows),
);

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
