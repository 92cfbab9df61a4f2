import { describe, expect, it } from "vitest";
import { Control } from "../../../codegen/wasm/threads/control.ts";
import { controlFunctions } from "../../../codegen/wasm/threads/share.ts";
import { Threads } from "./schedule.ts";

/** Parts of each step, run by run; of a step that one thread does alone −1 for each job. */
const runs = [[2, -1, 3], [2], [-2], [-1, 4], [3, 3]];
const steps = runs.flat();

/** Steps of a run: from the first to before the end. */
const bounds = runs.map((run, i) => {
  const first = runs.slice(0, i).flat().length;
  return [first, first + run.length] as const;
});

/**
 * A net's calls and its close, with helpers, in a schedule drawn from a seed: threads are interrupted
 * seldom, or at every turn, as the seed has it.
 */
function lesson(seed: number, helpers: number): void {
  const draw = numbers(seed);
  const often = 2 ** -Math.floor(6 * draw());
  const done: string[] = [];
  const inParts: string[] = [];
  const control = new Control(0, 1 + Math.floor(4 * draw()));
  const threads = new Threads(controlFunctions(control), {
    "threads.parts": (step = 0) => steps[step] ?? NaN,
    "threads.part": (step = 0, part = 0, alone = 0, batch = 0) => {
      done.push(`${step}.${part}`);
      if (!alone) inParts.push(`${step}.${part}`);
      expect(batch).toBe(7);
      return 0;
    },
  });
  const calls = bounds.map(([first, end]) => ["threads.run", first, end, 7] as const);
  let ended = 0;
  threads.start([["patient"], ...calls, ["close"]], () => {
    const [first, end] = bounds[ended++ - 1] ?? [0, 0];
    const wanted = steps
      .slice(first, end)
      .flatMap((parts, i) =>
        Array.from({ length: Math.abs(parts) }, (_, p) => `${first + i}.${p}`),
      );
    expect(done.splice(0).sort(), `run ${ended - 1}`).toEqual(wanted.sort());
  });
  for (let k = 0; k < helpers; k++) threads.start([["help"]]);
  let last = 0;
  const asleep = threads.run((ready) => {
    if (!ready.includes(last) || draw() < often)
      last = ready[Math.floor(draw() * ready.length)] ?? 0;
    return last;
  }, 100_000);
  expect(asleep, "threads that nobody wakes").toBe(0);
  expect(ended).toBe(calls.length + 2);
  expect(inParts).toHaveLength(steps.filter((parts) => parts > 0).reduce((a, b) => a + b));
}

/** In [0, 1): xorshift, from a seed. */
function numbers(seed: number): () => number {
  let state = (Math.imul(seed, 0x9e37_79b1) ^ 0x5bd1_e995) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

describe("threads", () => {
  it.each([0, 1, 2, 3])("do each part once and come to an end, with %s helpers", (helpers) => {
    for (let seed = 1; seed <= 1500; seed++) lesson(seed, helpers);
  });
});
