import { readFile } from "node:fs/promises";
import { cpus } from "node:os";
import type { Timing } from "./measure.ts";
import { batchSize, type Subject, type SubjectName } from "./subject.ts";
import type { Result, Task } from "./task.ts";

/** What we mean to reach: how many times faster than which rival. */
const goals: Readonly<Record<Task, { readonly rival: SubjectName; readonly times: number }>> = {
  inference: { rival: "tfjs-cpu", times: 4 },
  training: { rival: "convnetjs", times: 5 },
};

const titles: Readonly<Record<Task, string>> = {
  inference: "inference, batch 1",
  training: `training step, batch ${batchSize}`,
};

/** The table of medians and ratios, in Markdown. */
export function timesTable(results: readonly Result[]): string {
  const head = ["net", "task", "subject", "median", "10–90 %", "runs", "kernelsmith is", "goal"];
  const rows = results.flatMap((result) => result.timings.map((timing) => row(result, timing)));
  return markdownTable(head, rows);
}

function row({ net, task, timings }: Result, timing: Timing): readonly string[] {
  const ours = timings.find(({ name }) => name === "kernelsmith");
  const ratio = ours && ours !== timing ? compared(timing.median / ours.median) : "";
  const { rival, times } = goals[task];
  const range = timing.samples > 1 ? `${digits(timing.low)}–${digits(timing.high)}` : "";
  return [
    ...[net, titles[task], timing.name, `${digits(timing.median)} ms`, range, String(timing.runs)],
    ...[ratio, timing.name === rival ? `${times}×` : ""],
  ];
}

function compared(ratio: number): string {
  return ratio >= 1 ? `${digits(ratio)}× faster` : `${digits(1 / ratio)}× slower`;
}

export function agreementTable(results: readonly Result[]): string {
  const rows = results.flatMap(({ net, task, agreements }) =>
    agreements.map(({ name, what, difference, limit }) => [
      ...[net, titles[task], name, what],
      ...[difference.toExponential(1), limit.toExponential(1)],
    ]),
  );
  return markdownTable(["net", "task", "subject", "what", "largest difference", "allowed"], rows);
}

export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The processor, Node and the rivals' versions: without them a figure says nothing. */
export async function machine(subjects: readonly Subject[]): Promise<string> {
  const processor = cpus()[0]?.model.trim() ?? "unknown processor";
  const versions = await Promise.all(subjects.flatMap(({ packages }) => packages).map(version));
  return `${processor}, ${cpus().length} cores; Node ${process.version}; ${versions.join(", ")}.`;
}

async function version(name: string): Promise<string> {
  const file = new URL(`./node_modules/${name}/package.json`, import.meta.url);
  return `${name} ${JSON.parse(await readFile(file, "utf8")).version}`;
}

/** Three significant digits; whole numbers from a hundred on. */
export function digits(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}
