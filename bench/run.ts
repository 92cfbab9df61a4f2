import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Effort } from "./measure.ts";
import { nets } from "./nets.ts";
import { agreementTable, machine, timesTable } from "./report.ts";
import type { Subject, SubjectName } from "./subject.ts";
import { runTask, type Result, type Task } from "./task.ts";

const usage = `npm run bench -- [options]

  --nets lenet,cifar                  which nets
  --tasks inference,training          which work
  --subjects kernelsmith,tfjs-cpu,convnetjs
                                      which libraries; the last is the reference of the others
  --rounds N                          samples of each subject (21)
  --quick                             a look in a minute: few rounds, and no tfjs training of the CIFAR net (two minutes a step)

The rivals are installed with: npm install --prefix bench --ignore-scripts
bench/RESULTS.md is written when nothing was left out.`;

/** Loaded when asked for, so that rivals can be measured without us and we without them. */
const subjectLoaders: Readonly<Record<SubjectName, () => Promise<Subject>>> = {
  kernelsmith: async () => (await import("./ours.ts")).ours,
  "tfjs-cpu": async () => (await import("./rivals/tfjs.ts")).tfjs,
  convnetjs: async () => (await import("./rivals/convnetjs.ts")).convnet,
};
const tasks: Readonly<Record<string, Task>> = { inference: "inference", training: "training" };

const thorough: Effort = { rounds: 21, sample: 50, warmUp: 1000, budget: 20_000, single: 25_000 };
const quick: Effort = { ...thorough, rounds: 5, sample: 10, warmUp: 200, budget: 2_000 };

const { values: options } = parseArgs({
  options: {
    nets: { type: "string" },
    tasks: { type: "string" },
    subjects: { type: "string" },
    rounds: { type: "string" },
    quick: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (options.help) console.log(usage);
else await main();

async function main(): Promise<void> {
  const chosenNets = chosen("net", Object.fromEntries(nets.map((n) => [n.name, n])), options.nets);
  const chosenTasks = chosen("task", tasks, options.tasks);
  const loaders = chosen("subject", subjectLoaders, options.subjects);
  const subjects = await Promise.all(loaders.map((load) => load()));
  const effort = options.quick ? quick : thorough;
  const rounds = Number(options.rounds ?? effort.rounds);
  if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error("--rounds takes a whole number");

  const results: Result[] = [];
  for (const net of chosenNets)
    for (const task of chosenTasks) {
      const fit = subjects.filter((s) => !(options.quick && tooSlow(net.name, task, s)));
      results.push(await runTask(task, net, fit, { ...effort, rounds }));
      console.log(`\n${timesTable(results.slice(-1))}\n`);
    }

  const partial = options.quick || options.nets || options.tasks || options.subjects;
  if (partial)
    console.log(`${await machine(subjects)}\nA partial run: bench/RESULTS.md is as it was.`);
  else await writeFile(new URL("./RESULTS.md", import.meta.url), await page(results, subjects));
}

function tooSlow(net: string, task: Task, { name }: Subject): boolean {
  return net === "cifar" && task === "training" && name === "tfjs-cpu";
}

/** The rows of a table named in a list with commas; all of them where there is no list. */
function chosen<T>(kind: string, table: Readonly<Record<string, T>>, list?: string): readonly T[] {
  const names = list?.split(",") ?? Object.keys(table);
  return names.map((name) => {
    const row = table[name];
    if (row === undefined)
      throw new Error(`no ${kind} "${name}"; there are ${Object.keys(table).join(", ")}`);
    return row;
  });
}

async function page(results: readonly Result[], subjects: readonly Subject[]): Promise<string> {
  return `# Results

Written by \`npm run bench\`. ${await machine(subjects)}

## Time

Medians of warm runs in one process, the subjects taking turns sample by sample, another input at every call, one
thread each; the time a sample was off the processor is not counted. Arrays in, arrays out, each in its library's own layout. A run that takes
longer than 25 s is taken once, cold.

${timesTable(results)}

## Agreement

Before anything is timed: logits of 8 images, and loss and weights after one training step, against convnetjs, which
computes in double precision.

${agreementTable(results)}

## Size

${await outputOf("size.ts")}

## Compile time

${await outputOf("compile-time.ts")}
`;
}

/** In a process of its own: its heap and its optimised code are then as a user's are. */
async function outputOf(file: string): Promise<string> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [...process.execArgv, path], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${file}: ${stderr}`);
  return stdout.trim();
}
