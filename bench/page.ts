import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Result } from "./contest.ts";
import { absences, agreementTable, reachTable, timesTable } from "./report.ts";

/** What is measured beside the works, each by a program of its own. */
export const parts = {
  cold: { file: "cold-start.ts", title: "Cold start" },
  size: { file: "size.ts", title: "Size" },
  compile: { file: "compile-time.ts", title: "Compile time" },
  lint: { file: "lint.ts", title: "Lint time" },
  kernels: { file: "kernels.ts", title: "Kernels" },
  sweep: { file: "sweep.ts", title: "Sweep over convolutions" },
  threads: { file: "threads.ts", title: "Threads" },
} as const;
export const partNames = [
  "cold",
  "size",
  "compile",
  "lint",
  "kernels",
  "sweep",
  "threads",
] as const;

/** bench/RESULTS.md; the parts are measured on the way. One that fails is told of: the hour before it is not lost. */
export function page(results: readonly Result[], machine: string): string {
  const sections = partNames.map((name) => `## ${parts[name].title}\n\n${orWhy(name)}`);
  return `# Results

Written by \`npm run bench\`. ${machine}

## Reach

${reachTable(results)}

## Time

Medians of warm runs, each subject in a process of its own, taking turns sample by sample, another input at every call,
one thread each; the time that a sample was off the processor is not counted. Arrays in, arrays out, each in its
library's own layout. A run that takes longer than 25 s is taken once, cold. “Peak” is the memory of the process at its
most, Node and all; “garbage” is what a run leaves JavaScript's collector.

${timesTable(results)}

${absences(results)}

## Agreement

Before anything is timed: the answers for the first images (the first alone of the large nets), and loss and weights
after one training step, against double precision: plain loops for inference, convnetjs for training.

${agreementTable(results)}

${sections.join("\n\n")}
`;
}

function orWhy(part: (typeof partNames)[number]): string {
  try {
    return outputOf(part);
  } catch (error) {
    process.exitCode = 1;
    return `Not measured: ${error instanceof Error ? error.message.trim().split("\n")[0] : String(error)}`;
  }
}

/** In a process of its own: its heap and its optimised code are then as a user's are. */
export function outputOf(part: (typeof partNames)[number]): string {
  const path = fileURLToPath(new URL(parts[part].file, import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [...process.execArgv, path], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${parts[part].file}: ${stderr}`);
  return stdout.trim();
}
