import { gzipSync } from "node:zlib";
import { generate, plainJavaScript } from "./generated.ts";
import { markdownTable } from "./report.ts";

/** kB of the module as an app ships it, without weights, and how many we allow ourselves. */
const subjects = [
  { what: "LeNet, training and inference", options: { maxBatch: 32, train: true }, limit: 10 },
  { what: "LeNet, inference only", options: { maxBatch: 1, train: false }, limit: 4 },
];

const kB = (bytes: number) => (bytes / 1000).toFixed(1);
const rows = [];
for (const { what, options, limit } of subjects) {
  const typescript = await generate("lenet", options);
  const minified = await plainJavaScript(typescript, true);
  const gzipped = gzipSync(minified, { level: 9 }).length;
  rows.push([what, ...[typescript.length, minified.length, gzipped].map(kB), String(limit)]);
}
console.log(markdownTable(["module", "TypeScript, kB", "minified", "and gzipped", "goal"], rows));
