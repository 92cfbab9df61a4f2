import { readFile } from "node:fs/promises";
import { garbage } from "./garbage.ts";
import { type Answer, type Job, jobOf } from "./job.ts";
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
  /** MB of memory at its most; bytes of garbage by a run, where they were to be counted */
  | { readonly kind: "finished"; readonly peak: number; readonly left?: number }
  | { readonly kind: "failed"; readonly message: string };

async function serve(subjectName = "", workName = "", folder = ""): Promise<void> {
  const work = works.find(({ name }) => name === workName);
  if (!work) throw new Error(`no work "${workName}"`);
  const subject = await entrant(subjectName).load();
  const job = await jobOf(subject, work, materialOf(work.net, folder));
  const timed = job.elsewhere ? byItsOwnClock(job) : stopwatch((turn) => job.run(turn));
  process.on("message", (request: Request) => {
    answered(job, timed, request).then(send, fail);
  });
  send({ kind: "ready", ...(await job.answer()) });
}

async function answered(job: Job, timed: Timed, request: Request): Promise<Reply> {
  if (request.kind === "sample") return { kind: "time", milliseconds: await timed(request.runs) };
  if (request.kind === "finish") {
    const peak = await peakMemory(job.elsewhere?.pid ?? "self");
    const count = request.count && !job.elsewhere;
    return { kind: "finished", peak, ...(count ? { left: await garbage(timed) } : undefined) };
  }
  return { kind: "time", milliseconds: await fastest(timed, request.milliseconds) };
}

/** Of work that another process does and times. */
function byItsOwnClock(job: Job): Timed {
  let turn = 0;
  return async (runs) => {
    let sum = 0;
    for (let i = 0; i < runs; i++) {
      await job.run(turn++);
      sum += job.elsewhere?.milliseconds() ?? NaN;
    }
    return sum / runs;
  };
}

/**
 * MB of memory at its most. Linux counts a process's parent into maxRSS where the parent was larger when it was
 * forked, so there the process's own high-water mark is read.
 */
async function peakMemory(pid: number | "self"): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kiB = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return Number(kiB) / 1024;
}

function send(reply: Reply): void {
  process.send?.(reply);
}

function fail(error: unknown): void {
  send({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
}

await serve(...process.argv.slice(2)).catch(fail);
