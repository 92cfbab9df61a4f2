import { compile } from "../codegen/index.ts";
import { model } from "./generated.ts";
import { markdownTable } from "./report.ts";

/** Seconds we allow ourselves, from the model to the text of its module, in a process that has compiled nothing before. */
const subjects = [
  { name: "lenet", options: { maxBatch: 32, train: true }, limit: 2 },
  { name: "resnet18", options: { maxBatch: 1, train: false }, limit: 20 },
];

for (const { name, options, limit } of subjects) {
  const start = performance.now();
  const stages: (readonly [string, number])[] = [];
  await compile(await model(name), {
    ...options,
    onStage: (stage, ms) => stages.push([stage, ms]),
  });
  const total = performance.now() - start;
  const rows = [...stages, ["all", total] as const].map(([stage, ms]) => [stage, ms.toFixed(0)]);
  console.log(`${name}: ${(total / 1e3).toFixed(2)} s of ${limit} s allowed\n`);
  console.log(`${markdownTable(["stage", "ms"], rows)}\n`);
}
