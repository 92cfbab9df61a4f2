import type { Answer } from "./job.ts";
import type { Parameters } from "./values.ts";

/** How far two results are apart, and how far they may be. */
export interface Agreement {
  readonly what: string;
  readonly difference: number;
  readonly limit: number;
}

/** An answer beside the right one; `before` are the parameters that a step starts from. */
export function compare(own: Answer, right: Answer, before: Parameters): readonly Agreement[] {
  if (own.task === "inference" && right.task === "inference")
    return [compareLogits(own.logits, right.logits)];
  if (own.task === "training" && right.task === "training")
    return [compareLosses(own.loss, right.loss), compareParameters(own.after, right.after, before)];
  throw new Error(`an answer to ${own.task} beside one to ${right.task}`);
}

/** Logits: 1e-5, in units of the largest where that is above one. */
function compareLogits(own: Float32Array, right: Float32Array): Agreement {
  const limit = 1e-5 * Math.max(1, largest(right));
  return { what: "logits", difference: difference(own, right), limit };
}

function compareLosses(own: number, right: number): Agreement {
  const limit = 1e-5 * Math.max(1, Math.abs(right));
  return { what: "loss", difference: Math.abs(own - right), limit };
}

/** Weights after a step: 1e-5, and a thousandth of the largest change, so that a step too small to see is not taken for right. */
function compareParameters(own: Parameters, right: Parameters, before: Parameters): Agreement {
  const limit = Math.min(1e-5, 1e-3 * apart(right, before));
  return { what: "weights after a step", difference: apart(own, right), limit };
}

/** A NaN on either side is no agreement: it compares false. */
export function agrees({ difference, limit }: Agreement): boolean {
  return difference <= limit;
}

/** Over all parameters by name; NaN where one has other names. */
function apart(a: Parameters, b: Parameters): number {
  if (a.size !== b.size) return NaN;
  const differences = [...a].map(([key, array]) => difference(array, b.get(key) ?? []));
  return differences.some(Number.isNaN) ? NaN : Math.max(...differences);
}

function largest(values: ArrayLike<number>): number {
  return Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** max |a − b|; NaN where one holds a NaN or the lengths differ. */
function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return NaN;
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs((a[i] ?? NaN) - (b[i] ?? NaN)));
  return most;
}
