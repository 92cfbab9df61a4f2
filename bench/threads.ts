import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { compile } from "../codegen/compile.ts";
import { isModel, type Model } from "../src/graph/model.ts";
import type { GeneratedNet } from "./generated.ts";
import { digits, markdownTable } from "./report.ts";
import { quantile } from "./stopwatch.ts";

/** What one net gains by threads, beside the same net compiled without them. */
const works = [
  { name: "lenet", batch: 32, train: true },
  { name: "lenet", batch: 1, train: false },
  { name: "cifar", batch: 32, train: true },
  { name: "cifar", batch: 1, train: false },
  { name: "resnet18", batch: 1, train: false },
  { name: "mobilenet2", batch: 1, train: false },
] as const;
type Work = (typeof works)[number];

/** ms of taking turns, for each work. */
const budget = 4000;

interface Net extends GeneratedNet {
  readonly threads?: number;
  readonly inputShape: readonly number[];
  close?(): void;
}
type Create = (options: { readonly threads?: number }) => Net;

const counts = [1, 2, 4, 8].filter((n) => n <= Math.max(2, availableParallelism()));
const folder = await mkdtemp(join(tmpdir(), "kernelsmith-"));
const rows: string[][] = [];
for (const work of works) rows.push(await row(work));
await rm(folder, { recursive: true });

console.log(
  `Wall time of a run, fastest and (median); nets take turns. On ${availableParallelism()} cores.\n`,
);
const threads = counts.map((n) => (n === 1 ? "1 thread" : `${n} threads`));
console.log(markdownTable(["work", "without --threads", ...threads], rows));

async function row(work: Work): Promise<string[]> {
  const [alone, shared] = [await created(work, false), await created(work, true)];
  const nets = [alone({}), ...counts.map((n) => shared({ threads: n }))];
  for (const [i, net] of nets.entries())
    while (net.threads !== undefined && net.threads < (counts[i - 1] ?? 1)) await sleep(1);
  const taken = takingTurns(nets.map((net) => task(work, net)));
  for (const net of nets) net.close?.();
  const [first = []] = taken;
  const cells = taken.map((times, i) => {
    const ratio = i === 0 ? "" : `, ×${digits(Math.min(...first) / Math.min(...times))}`;
    return `${digits(Math.min(...times))} (${digits(quantile(times, 0.5))}) ms${ratio}`;
  });
  const { name, batch, train } = work;
  return [`${name}, ${train ? "training" : "inference"}, batch ${batch}`, ...cells];
}

/** ms of each run of each. */
function takingTurns(runs: readonly (() => void)[]): number[][] {
  const taken = runs.map((): number[] => []);
  for (const { kept, ms } of [
    { kept: false, ms: budget / 4 },
    { kept: true, ms: budget },
  ])
    for (const end = performance.now() + ms; performance.now() < end;)
      for (const [i, run] of runs.entries()) {
        const start = performance.now();
        run();
        if (kept) taken[i]?.push(performance.now() - start);
      }
  return taken;
}

function task({ batch, train }: Work, net: Net): () => void {
  const size = batch * net.inputShape.reduce((a, b) => a * b, 1);
  const images = [0, 1].map((k) => Float32Array.from({ length: size }, (_, i) => Math.sin(i + k)));
  const labels = Int32Array.from({ length: batch }, (_, i) => i % 10);
  let turn = 0;
  return () => {
    const image = images[turn++ % images.length] ?? new Float32Array(size);
    if (train) net.trainStep(image, labels, 1e-4);
    else net.forward(image);
  };
}

async function created({ name, batch, train }: Work, threads: boolean): Promise<Create> {
  const { default: model }: { default: unknown } = await import(`./models/${name}.ts`);
  if (!isModel(model)) throw new Error(`${name} is no model`);
  const file = join(folder, `${name}-${batch}-${String(train)}-${String(threads)}.mjs`);
  await writeFile(file, await text(model, batch, train, threads));
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  const [create] = Object.entries(module).filter(([key]) => key.startsWith("create"));
  return create?.[1] as Create; // every module has one
}

async function text(model: Model, maxBatch: number, train: boolean, threads: boolean) {
  const options = { target: "wasm", format: "js", maxBatch, train, threads } as const;
  const { files } = await compile(model, options);
  return files.find(({ name }) => name.endsWith(".js"))?.text ?? "";
}
