import { setTimeout as sleep } from "node:timers/promises";

export interface Candidate {
  readonly name: string;
  /** Does the work once; `turn` counts up from 0, so that every call can get another input. */
  run(turn: number): void;
  /** ms of a run that has already been, where the caller knows it */
  readonly first?: number;
}

export interface Timing {
  readonly name: string;
  /** ms a run: the median, and the 10 % and 90 % quantiles */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** timed runs and the samples they were taken in */
  readonly runs: number;
  readonly samples: number;
}

export interface Effort {
  /** samples of each candidate */
  readonly rounds: number;
  /** ms of runs in one sample */
  readonly sample: number;
  /** ms of runs before the first sample */
  readonly warmUp: number;
  /** ms after which a candidate gets no further samples, once it has three */
  readonly budget: number;
  /** ms: a first run slower than this is the measurement */
  readonly single: number;
}

/** Warm medians, the candidates taking turns sample by sample, so that a slow minute of the machine hits all alike. */
export async function measure(
  candidates: readonly Candidate[],
  effort: Effort,
): Promise<readonly Timing[]> {
  const subjects: Subject[] = [];
  for (const candidate of candidates) subjects.push(await prepare(candidate, effort));
  for (let round = 0; round < effort.rounds; round++)
    for (const subject of subjects) if (wantsMore(subject, effort)) takeSample(subject);
  return subjects.map(summary);
}

interface Subject {
  readonly candidate: Candidate;
  /** runs in a sample; 0 where the first run was the measurement */
  readonly runs: number;
  readonly times: number[];
  turn: number;
}

/** Warms up twice with a pause between, in which V8's optimiser can finish; the fastest run says how many make a sample. */
async function prepare(candidate: Candidate, effort: Effort): Promise<Subject> {
  const subject = { candidate, runs: 0, times: [], turn: 0 };
  let fastest = candidate.first ?? elapsed(subject, 1);
  if (fastest > effort.single) return { ...subject, times: [fastest] };
  for (let phase = 0; phase < 2; phase++) {
    for (let spent = 0; spent < effort.warmUp / 2;) {
      const time = elapsed(subject, 1);
      fastest = Math.min(fastest, time);
      spent += time;
    }
    await sleep(15);
  }
  return { ...subject, runs: Math.max(1, Math.round(effort.sample / fastest)) };
}

function wantsMore({ runs, times }: Subject, { budget }: Effort): boolean {
  const spent = runs * times.reduce((sum, time) => sum + time, 0);
  return runs > 0 && (times.length < 3 || spent < budget);
}

function takeSample(subject: Subject): void {
  subject.times.push(elapsed(subject, subject.runs) / subject.runs);
}

/**
 * ms of so many runs: wall time, unless the process was off the processor for part of it; then its processor time,
 * which is what the wall clock would have shown on an idle machine.
 */
function elapsed(subject: Pick<Subject, "candidate" | "turn">, runs: number): number {
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  for (let i = 0; i < runs; i++) subject.candidate.run(subject.turn++);
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpu = (user + system) / 1e3;
  return cpu > 0 && cpu < 0.97 * wall ? cpu : wall;
}

function summary({ candidate: { name }, runs, times }: Subject): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
  const samples = times.length;
  return {
    name,
    median: at(0.5),
    low: at(0.1),
    high: at(0.9),
    runs: samples * (runs || 1),
    samples,
  };
}
