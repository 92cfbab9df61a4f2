import { readFile } from "node:fs/promises";
import { type Answer, jobOf } from "./job.ts";
import { materialOf } from "./material.ts";
import { fastest, stopwatch, type Timed } from "./stopwatch.ts";
import { entrant } from "./subjects.ts";
import { works } from "./works.ts";

/** What the race asks of a subject's process: one subject at one piece of work, which waits until it is its turn. */
export type Request =
  | { readonly kind: "sample"; readonly runs: number }
  | { readonly kind: "warm"; readonly milliseconds: number }
  | { readonly kind: "finish"; readonly count: boolean };

export type Reply =
  /** and ms of the first run */
  | { readonly kind: "ready"; readonly answer: Answer; readonly first: number }
  /** ms of a run: of each of a sample, of the fastest of a warm-up */
  | { readonly kind: "time"; readonly milliseconds: number }
  /** MB of memory at its most; bytes left on the heap by a run, where they were to be counted */
  | { readonly kind: "finished"; readonly peak: number; readonly left?: number }
  | { readonly kind: "failed"; readonly message: string };

async function serve(subjectName = "", workName = "", folder = ""): Promise<void> {
  const work = works.find(({ name }) => name === workName);
  if (!work) throw new Error(`no work "${workName}"`);
  const subject = await entrant(subjectName).load();
  const job = await jobOf(subject, work, materialOf(work.net, folder));
  const timed = stopwatch((turn) => job.run(turn));
  process.on("message", (request: Request) => {
    answered(timed, request).then(send, fail);
  });
  send({ kind: "ready", ...(await job.answer()) });
}

async function answered(timed: Timed, request: Request): Promise<Reply> {
  if (request.kind === "sample") return { kind: "time", milliseconds: await timed(request.runs) };
  if (request.kind === "finish") {
    const peak = await peakMemory();
    return { kind: "finished", peak, ...(request.count ? { left: await left(timed) } : undefined) };
  }
  return { kind: "time", milliseconds: await fastest(timed, request.milliseconds) };
}

/**
 * MB of memory at its most. Linux counts a process's parent into maxRSS where the parent was larger when it was
 * forked, so there the process's own high-water mark is read.
 */
async function peakMemory(): Promise<number> {
  const status = await readFile("/proc/self/status", "utf8").catch(() => "");
  const kiB = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return Number(kiB) / 1024;
}

/**
 * Bytes on the JavaScript heap and in its buffers after a run that were not there before it, garbage included: over
 * many runs where one leaves little, of single runs where a collection would soon come between.
 */
async function left(timed: Timed): Promise<number> {
  const collect = globalThis.gc;
  if (!collect) throw new Error("what a run leaves is counted under --expose-gc");
  const used = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const after = async (runs: number) => {
    collect();
    const before = used();
    const each = await timed(runs);
    return { bytes: Math.max(0, used() - before), each };
  };
  await after(1);
  const { bytes: idle } = await after(0);
  const { bytes, each } = await after(1);
  const runs = bytes > 5000 ? 1 : Math.max(1, Math.min(1000, Math.floor(2000 / each)));
  const trials: number[] = [];
  for (let i = 0; i < 5; i++) trials.push(Math.max(0, (await after(runs)).bytes - idle) / runs);
  return trials.sort((a, b) => a - b)[2] ?? NaN;
}

function send(reply: Reply): void {
  process.send?.(reply);
}

function fail(error: unknown): void {
  send({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
}

await serve(...process.argv.slice(2)).catch(fail);
