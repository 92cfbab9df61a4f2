import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPrograms } from "./build.ts";
import type { Cold } from "./cold.ts";
import { foldedParameters, makeFiles } from "./files.ts";
import { sizeOf } from "./net.ts";
import { reference } from "./reference.ts";
import { digits, markdownTable } from "./report.ts";
import { quantile } from "./stopwatch.ts";
import type { Entrant } from "./subject.ts";
import { entrant, entrants } from "./subjects.ts";
import { seededImages } from "./values.ts";
import { works } from "./works.ts";

/** Processes of each subject; all take turns. */
const rounds = 15;

const [lenet] = works;
if (lenet?.name !== "lenet") throw new Error("the first work is LeNet-5's inference");
const programs = await buildPrograms();
const folder = await mkdtemp(join(tmpdir(), "kernelsmith-bench-"));
const taken = new Map<Entrant | undefined, Cold[]>();
const absent: string[] = [];
try {
  const able: (Entrant | undefined)[] = [undefined];
  for (const one of entrants.filter(({ tasks }) => tasks.includes("inference")))
    try {
      await makeFiles(lenet, folder, one.files);
      hold(one, await start(one));
      able.push(one);
    } catch (error) {
      if (one.kind === "ours") throw error;
      absent.push(`${one.name} takes no part: ${String(error)}`);
    }
  for (let round = 0; round < rounds; round++)
    for (const one of able) taken.set(one, [...(taken.get(one) ?? []), await start(one)]);
} finally {
  await rm(folder, { recursive: true });
}

/** The median over a bare Node's, in ms. */
const over = (one: Entrant | undefined, what: "wall" | "processor"): number => {
  const median = (who: Entrant | undefined) =>
    quantile(
      (taken.get(who) ?? []).map((cold) => cold[what]),
      0.5,
    );
  return median(one) - median(undefined);
};
const ours = entrant("kernelsmith-wasm");
const bare = quantile(
  (taken.get(undefined) ?? []).map(({ wall }) => wall),
  0.5,
);
console.log(
  `From the start of a process to the first result of LeNet-5, over a bare Node (${digits(bare)} ms): import, model, first run. Medians of ${rounds} processes each, taking turns, files in the page cache.\n`,
);
console.log(
  markdownTable(
    [
      "subject",
      "over a bare Node",
      "of it least",
      "kernelsmith-wasm takes",
      "goal",
      "processor time",
    ],
    [...taken.keys()].flatMap((one) => {
      if (!one) return [];
      const own = over(one, "wall");
      const least = (who?: Entrant) => Math.min(...(taken.get(who) ?? []).map(({ wall }) => wall));
      const less = one === ours ? "" : `${digits(own / over(ours, "wall"))}× less`;
      return [
        [
          ...[one.name, `+${digits(own)} ms`, `+${digits(least(one) - least())} ms`],
          ...[less, one.kind === "rival" ? "20×" : "", `+${digits(over(one, "processor"))} ms`],
        ],
      ];
    }),
  ),
);
for (const line of absent) console.log(`\n${line}`);

/** A process from its start to its first result; a bare Node where there is no subject. */
function start(one: Entrant | undefined): Promise<Cold> {
  const given = ["lenet", folder, ...(one ? [one.name] : [])];
  return new Promise((resolve, reject) => {
    const child = fork(join(programs, "cold.mjs"), given, {
      ...{ execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] },
    });
    let errors = "";
    child.stderr?.on("data", (chunk: Buffer) => (errors += String(chunk)));
    let said: Cold | undefined;
    child.on("message", (cold: Cold) => {
      said = cold;
    });
    child.on("exit", () =>
      said ? resolve(said) : reject(new Error(`no result: ${errors.trim().slice(-500)}`)),
    );
  });
}

/** The first result is the right one. */
function hold({ name }: Entrant, { result }: Cold): void {
  if (!lenet) return;
  const image = seededImages(lenet.net, 1, 2).subarray(0, sizeOf(lenet.net.input));
  const right = reference(lenet.net, foldedParameters(lenet), image);
  const far = Math.max(...right.map((value, i) => Math.abs(value - (result[i] ?? NaN))));
  if (!(far <= 1e-5)) throw new Error(`${name} is ${far} from the right answer`);
}
