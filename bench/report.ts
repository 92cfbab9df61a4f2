import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { cpus } from "node:os";
import type { Result } from "./contest.ts";
import type { Timing } from "./race.ts";
import { entrants } from "./subjects.ts";

/** The one of ours that the others are compared with. */
const main = "kernelsmith-wasm";

/** Everybody's medians, and what our kernels are worth beside them, in Markdown. */
export function timesTable(results: readonly Result[]): string {
  const head = ["work", "subject", "median", "10–90 %", "runs", `${main} is`, "peak", "garbage"];
  const rows = results.flatMap((result) => result.timings.map((timing) => row(result, timing)));
  return markdownTable(head, rows);
}

function row({ work, timings }: Result, timing: Timing): readonly string[] {
  const ours = timings.find(({ name }) => name === main);
  const ratio = ours && ours !== timing ? compared(timing.median / ours.median) : "";
  const range = timing.samples > 1 ? `${digits(timing.low)}–${digits(timing.high)}` : "";
  return [
    ...[work.title, timing.name, `${digits(timing.median)} ms`, range, String(timing.runs), ratio],
    `${digits(timing.peak)} MB`,
    timing.left === undefined ? "" : bytes(timing.left),
  ];
}

/** Each work's best rival and the native mark beside what we mean to reach. */
export function reachTable(results: readonly Result[]): string {
  const rows = results.map(({ work, timings }) => {
    const of = (kind: string) =>
      [...timings]
        .filter(({ name }) => entrants.some((e) => e.name === name && e.kind === kind))
        .sort((a, b) => a.median - b.median)[0];
    const [rival, native] = [of("rival"), of("native")];
    const ours = timings.find(({ name }) => name === main);
    const times = (other?: Timing) => (other && ours ? other.median / ours.median : undefined);
    const said = (other?: Timing) => (other ? `${other.name} ${digits(other.median)} ms` : "—");
    const factor = times(rival);
    return [
      ...[work.title, said(rival), ours ? `${digits(ours.median)} ms` : "—"],
      factor === undefined
        ? "—"
        : `${factor >= work.reach ? "**" : ""}${compared(factor)}${factor >= work.reach ? "**" : ""}`,
      ...[`${work.reach}×`, work.aim, said(native), optional(times(native))],
    ];
  });
  const head = ["work", "best rival in JavaScript", main, "which is", "reach", "go for"];
  return markdownTable([...head, "native, one thread", "beside it"], rows);
}

const optional = (ratio?: number): string => (ratio === undefined ? "—" : compared(ratio));

export function compared(ratio: number): string {
  return ratio >= 1 ? `${digits(ratio)}× faster` : `${digits(1 / ratio)}× slower`;
}

export function agreementTable(results: readonly Result[]): string {
  const rows = results.flatMap(({ work, agreements }) =>
    agreements.map(({ name, what, difference, limit }) => [
      ...[work.title, name, what, difference.toExponential(1), limit.toExponential(1)],
    ]),
  );
  return markdownTable(["work", "subject", "what", "largest difference", "allowed"], rows);
}

/** Who took no part in what, and why. */
export function absences(results: readonly Result[]): string {
  const lines = results.flatMap(({ work, absent }) =>
    absent.map(({ name, why }) => `* ${work.title}: ${name} (${why.split("\n")[0]})`),
  );
  return lines.length > 0 ? lines.join("\n") : "Everybody took part in all that they can do.";
}

export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The processor, Node and the rivals' versions: without them a figure says nothing. */
export async function machine(packages: readonly string[]): Promise<string> {
  const processor = cpus()[0]?.model.trim() ?? "unknown processor";
  const versions = await Promise.all(packages.map(version));
  return [
    `${processor}, ${cpus().length} cores; Node ${process.version} (V8 ${process.versions.v8})`,
    ...versions,
  ].join("; ");
}

/** Of the PyTorch that takes part where the environment's PYTHON has one. */
export function pytorchVersion(): string {
  const program = "import torch; print(torch.__version__)";
  const { stdout } = spawnSync(process.env["PYTHON"] ?? "python3", ["-c", program]);
  return `PyTorch ${String(stdout).trim()}`;
}

async function version(name: string): Promise<string> {
  const file = new URL(`./node_modules/${name}/package.json`, import.meta.url);
  const text = await readFile(file, "utf8").catch(() => undefined);
  return `${name} ${text === undefined ? "is not installed" : JSON.parse(text).version}`;
}

/** Three significant digits; whole numbers from a hundred on. */
export function digits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value >= 1e-4 || value === 0 ? value.toPrecision(3) : value.toExponential(2);
}

export function bytes(count: number): string {
  if (count < 1000) return `${Math.round(count)} B`;
  return count < 1e6 ? `${digits(count / 1e3)} kB` : `${digits(count / 1e6)} MB`;
}
