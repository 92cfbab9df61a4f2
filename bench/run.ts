import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { buildPrograms } from "./build.ts";
import { contest, type Result } from "./contest.ts";
import type { Effort } from "./race.ts";
import { outputOf, page, partNames } from "./page.ts";
import { machine, pytorchVersion, reachTable, timesTable } from "./report.ts";
import type { Entrant } from "./subject.ts";
import { entrants } from "./subjects.ts";
import { type Work, works } from "./works.ts";

const usage = `npm run bench -- [options]

Everybody at everything, and all parts below; takes about an hour and writes bench/RESULTS.md.

  --only ${works.map(({ name }) => name).join(",")}
                      these works and nothing else
  --rivals ${entrants
    .filter(({ kind }) => kind !== "ours")
    .map(({ name }) => name)
    .join(",")}
                      only these beside us; "none" for none
  --targets wasm,ts   which of ours; "none" for none
  --rounds N          samples of each subject (21)
  --quick             a look: few rounds, and nobody who takes more than half a minute for one run

One part alone, which is printed and not kept:

  --kernels           every kind of kernel by itself: ms, GMAC/s, share of the processor's peak
  --sweep             fifty shapes of convolution
  --threads           what several threads gain, compiled with --threads
  --cold              from the start of a process to the first result of LeNet-5
  --size              bytes that an app ships
  --compile           what compiling takes
  --lint              what checking takes

The rivals are installed with: npm install --prefix bench --ignore-scripts
PyTorch takes part where PYTHON in the environment is a Python that has it.`;

const thorough: Effort = { rounds: 21, sample: 50, warmUp: 1000, budget: 20_000, single: 25_000 };
const quick: Effort = { ...thorough, rounds: 5, sample: 10, warmUp: 200, budget: 2_000 };

const flag = { type: "boolean", default: false } as const;
const { values: options } = parseArgs({
  options: {
    ...{ only: { type: "string" }, rivals: { type: "string" }, targets: { type: "string" } },
    ...{ rounds: { type: "string" }, quick: flag, help: flag },
    ...{
      kernels: flag,
      sweep: flag,
      threads: flag,
      cold: flag,
      size: flag,
      compile: flag,
      lint: flag,
    },
  },
});

const part = partNames.find((name) => options[name]);
if (options.help) console.log(usage);
else if (part) console.log(outputOf(part));
else await main();

async function main(): Promise<void> {
  const chosenWorks = chosen("work", works, options.only);
  const ours = chosen("target", of("ours"), options.targets);
  const rivals = chosen("rival", [...of("rival"), ...of("native")], options.rivals);
  const effort = options.quick ? quick : thorough;
  const rounds = Number(options.rounds ?? effort.rounds);
  if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error("--rounds takes a whole number");

  const programs = await buildPrograms();
  const results: Result[] = [];
  for (const work of chosenWorks) {
    const fit = [...ours, ...rivals].filter((one) => !(options.quick && tooSlow(work, one)));
    results.push(await contest(work, fit, { ...effort, rounds }, programs));
    console.log(`\n${timesTable(results.slice(-1))}\n`);
  }
  console.log(reachTable(results));

  const used = [...new Set(rivals.flatMap(({ packages }) => packages))];
  const native = results.some(({ timings }) => timings.some(({ name }) => name === "pytorch"));
  const here = `${[await machine(used), ...(native ? [pytorchVersion()] : [])].join("; ")}.`;
  if (options.quick || options.only || options.rivals || options.targets)
    console.log(`\n${here}\nA partial run: bench/RESULTS.md is as it was.`);
  else
    await writeFile(
      new URL("./RESULTS.md", import.meta.url),
      await format(page(results, here), { parser: "markdown" }),
    );
}

function of(kind: Entrant["kind"]): Entrant[] {
  return entrants.filter((one) => one.kind === kind);
}

/** Plain JavaScript at the large nets, and at training the CIFAR net. */
function tooSlow({ name }: Work, { name: subject }: Entrant): boolean {
  return subject === "tfjs-cpu" && !["lenet", "cifar", "conv1x1"].includes(name);
}

/** Those named in a list with commas; all of them where there is no list, nobody for "none". */
function chosen<T extends { readonly name: string }>(
  kind: string,
  all: readonly T[],
  list?: string,
): readonly T[] {
  if (list === undefined) return all;
  if (list === "none") return [];
  return list.split(",").map((name) => {
    const found = all.find((one) => one.name === name || one.name === `kernelsmith-${name}`);
    if (!found)
      throw new Error(`no ${kind} "${name}"; there are ${all.map((one) => one.name).join(", ")}`);
    return found;
  });
}
