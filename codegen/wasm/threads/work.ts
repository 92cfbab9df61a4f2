import type { Fn, Integer, Loop, Statement, Value } from "../../loops/loop.ts";

/** Instructions that are worth a part: some 3 µs, many times what it costs to take one. */
export const grain = 30_000;
/** Less than this is done by one thread. */
export const leastShared = 2 * grain;

/** Instructions that the statements run for so many samples, about: enough to tell a kernel worth sharing from one that is not. */
export const work = (body: readonly Statement[], batch: number): number =>
  body.reduce((sum, s) => sum + workOf(s, batch), 0);

function workOf(s: Statement, batch: number): number {
  switch (s.kind) {
    case "loop":
      return turns(s, batch) * (work(s.body, batch) + 1);
    case "counter":
    case "integer":
      return 1;
    case "let":
    case "accumulator":
    case "update":
      return valueWork(s.value);
    case "store":
      return valueWork(s.value) + 1;
  }
}

const turns = ({ from, to, step, resumes }: Loop, batch: number): number =>
  resumes ? 0 : Math.max(0, (bound(to, batch) - bound(from, batch)) / step);

/** A bound that depends on other loops counts as what it is at most, or least. */
function bound(i: Integer, batch: number): number {
  switch (i.kind) {
    case "affine":
      return i.at.terms.length === 0 ? i.at.offset : NaN;
    case "batch":
      return batch;
    case "least":
      return Math.min(...known(i.of, batch));
    case "most":
      return Math.max(...known(i.of, batch));
    case "quotient":
    case "remainder":
      return NaN;
  }
}

const known = (of: readonly Integer[], batch: number): number[] =>
  of.map((i) => bound(i, batch)).filter((n) => !Number.isNaN(n));

function valueWork(v: Value): number {
  switch (v.kind) {
    case "number":
    case "variable":
    case "batch":
      return 0;
    case "load":
    case "integer":
      return 1;
    case "across":
      return 4 + valueWork(v.of);
    case "apply":
      return v.args.reduce((sum, arg) => sum + valueWork(arg), costs[v.fn] ?? dear);
  }
}

/** Of a function that is no instruction. */
const dear = 20;

const costs: { readonly [F in Fn]?: number } = {
  add: 1,
  mul: 1,
  div: 4,
  sqrt: 4,
  max: 1,
  min: 1,
  neg: 1,
  abs: 1,
  floor: 1,
  ceil: 1,
  round: 1,
  less: 1,
  lessEqual: 1,
  equal: 1,
  and: 1,
  where: 1,
  inside: 1,
};
