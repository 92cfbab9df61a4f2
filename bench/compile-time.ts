import { digits, markdownTable } from "./report.ts";

/** From the model to the text of its module, and the seconds we allow ourselves for that, loading the compiler included. */
const subjects = [
  { name: "lenet", options: { maxBatch: 32, train: true }, limit: 2 },
  { name: "resnet18", options: { maxBatch: 1, train: false }, limit: 20 },
  { name: "resnet18", options: { maxBatch: 32, train: true }, limit: 20 },
];

const [{ compile }, loading] = await timed(() => import("../codegen/index.ts"));
const rows: string[][] = [];
for (const { name, options, limit } of subjects) {
  const stages: (readonly [string, number])[] = [["load the compiler", loading]];
  const onStage = (stage: string, ms: number) => stages.push([stage, ms]);
  const { model } = await import("./generated.ts");
  const [built, building] = await timed(() => model(name));
  stages.push(["load the model", building]);
  const [, compiling] = await timed(() => compile(built, { ...options, onStage }));
  const all = loading + building + compiling;
  const slowest = [...stages].sort(([, a], [, b]) => b - a).map(([s, ms]) => `${s} ${digits(ms)}`);
  const what = options.train ? "with training" : "inference only";
  rows.push([name, what, slowest.join(", "), `${(all / 1e3).toFixed(2)} s`, `${limit} s`]);
}
console.log(markdownTable(["net", "", "stages, ms, slowest first", "all", "goal"], rows));

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}
