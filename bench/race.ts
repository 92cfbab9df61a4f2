import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Reply, Request } from "./child.ts";
import type { Answer } from "./job.ts";
import { quantile } from "./stopwatch.ts";
import type { Entrant } from "./subject.ts";
import type { Work } from "./works.ts";

export interface Timing {
  readonly name: string;
  /** ms of a run: the median, and the 10 % and 90 % quantiles */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** timed runs and the samples they were taken in */
  readonly runs: number;
  readonly samples: number;
  /** MB of its process at its most, all included */
  readonly peak: number;
  /** bytes of garbage by run */
  readonly left?: number;
}

export interface Effort {
  /** samples of each subject */
  readonly rounds: number;
  /** ms of runs in one sample */
  readonly sample: number;
  /** ms of runs before the first sample */
  readonly warmUp: number;
  /** ms after which a subject gets no further samples, once it has three */
  readonly budget: number;
  /** ms: a first run slower than this is the measurement */
  readonly single: number;
}

/** A subject's process at a piece of work; it runs only while it is asked. */
export class Racer {
  readonly name: string;
  readonly answer: Answer;
  /** ms of its first run */
  readonly first: number;
  readonly #process: ChildProcess;

  private constructor(name: string, process: ChildProcess, ready: Reply & { kind: "ready" }) {
    this.name = name;
    this.#process = process;
    this.answer = ready.answer;
    this.first = ready.first;
  }

  /** Loaded, with its answers; throws what it says where it cannot. */
  static async start(
    { name }: Entrant,
    work: Work,
    places: { readonly programs: string; readonly folder: string },
  ): Promise<Racer> {
    const child = fork(join(places.programs, "child.mjs"), [name, work.name, places.folder], {
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    try {
      const ready = await reply(child);
      if (ready.kind !== "ready") throw new Error(`${name} says "${ready.kind}" first`);
      return new Racer(name, child, ready);
    } catch (error) {
      child.kill();
      throw error;
    }
  }

  /** ms of a run */
  async time(request: Request & { kind: "sample" | "warm" }): Promise<number> {
    const answer = await this.#ask(request);
    if (answer.kind !== "time") throw new Error(`${this.name} says "${answer.kind}" for a time`);
    return answer.milliseconds;
  }

  async finish(count: boolean): Promise<{ readonly peak: number; readonly left?: number }> {
    const answer = await this.#ask({ kind: "finish", count });
    if (answer.kind !== "finished")
      throw new Error(`${this.name} says "${answer.kind}" at the end`);
    return answer;
  }

  stop(): void {
    this.#process.kill();
  }

  #ask(request: Request): Promise<Reply> {
    const answer = reply(this.#process);
    this.#process.send(request);
    return answer;
  }
}

/** ms after which a process that says nothing is given up. */
const patience = 600_000;

function reply(child: ChildProcess): Promise<Reply> {
  return new Promise((resolve, reject) => {
    let errors = "";
    const read = (chunk: Buffer) => (errors = (errors + String(chunk)).slice(-2000));
    const end = (settle: () => void) => {
      clearTimeout(timer);
      child.off("message", hear).off("exit", leave);
      child.stderr?.off("data", read);
      settle();
    };
    const hear = (said: Reply) =>
      end(() => (said.kind === "failed" ? reject(new Error(said.message)) : resolve(said)));
    const leave = (code: number | null) =>
      end(() => reject(new Error(`its process ended with ${code}: ${errors.trim()}`)));
    const timer = setTimeout(
      () => end(() => reject(new Error(`nothing after ${patience / 1000} s`))),
      patience,
    );
    child.on("message", hear).on("exit", leave);
    child.stderr?.on("data", read);
  });
}

/** Warm medians, the subjects taking turns sample by sample, so that a slow minute of the machine hits all alike. */
export async function measure(
  racers: readonly Racer[],
  effort: Effort,
): Promise<readonly Timing[]> {
  const runners: Runner[] = [];
  for (const racer of racers) runners.push(await prepare(racer, effort));
  for (let round = 0; round < effort.rounds; round++)
    for (const { racer, runs, times } of runners)
      if (runs > 0 && (times.length < 3 || runs * sum(times) < effort.budget))
        times.push(await racer.time({ kind: "sample", runs }));
  const timings: Timing[] = [];
  for (const runner of runners) timings.push(await summary(runner));
  return timings;
}

interface Runner {
  readonly racer: Racer;
  /** runs in a sample; 0 where the first run was the measurement */
  readonly runs: number;
  readonly times: number[];
}

/** Warms up twice with a pause between, in which V8's optimiser can finish; the fastest run says how many make a sample. */
async function prepare(racer: Racer, effort: Effort): Promise<Runner> {
  if (racer.first > effort.single) return { racer, runs: 0, times: [racer.first] };
  let fastest = Infinity;
  for (let phase = 0; phase < 2; phase++) {
    const time = await racer.time({ kind: "warm", milliseconds: effort.warmUp / 2 });
    fastest = Math.min(fastest, time);
    await sleep(15);
  }
  return { racer, runs: Math.max(1, Math.round(effort.sample / fastest)), times: [] };
}

async function summary({ racer, runs, times }: Runner): Promise<Timing> {
  const median = quantile(times, 0.5);
  const { peak, left } = await racer.finish(median < 5000);
  return {
    name: racer.name,
    median,
    low: quantile(times, 0.1),
    high: quantile(times, 0.9),
    runs: times.length * (runs || 1),
    samples: times.length,
    peak,
    ...(left === undefined ? undefined : { left }),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
