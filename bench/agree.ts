import type { Parameters } from "./nets.ts";

/** How far two results are apart, and how far they may be. */
export interface Agreement {
  readonly what: string;
  readonly difference: number;
  readonly limit: number;
}

/** Logits: 1e-5, in units of the largest where that is above one. */
export function compareLogits(ours: ArrayLike<number>, reference: ArrayLike<number>): Agreement {
  const limit = 1e-5 * Math.max(1, largest(reference));
  return { what: "logits", difference: difference(ours, reference), limit };
}

export function compareLosses(ours: number, reference: number): Agreement {
  const limit = 1e-5 * Math.max(1, Math.abs(reference));
  return { what: "loss", difference: Math.abs(ours - reference), limit };
}

/** Weights after a step: 1e-5, and a thousandth of the largest change, so that a step too small to see is not taken for right. */
export function compareParameters(
  ours: Parameters,
  reference: Parameters,
  before: Parameters,
): Agreement {
  const [a, b, c] = [flat(ours), flat(reference), flat(before)];
  const limit = Math.min(1e-5, 1e-3 * difference(b, c));
  return { what: "weights after a step", difference: difference(a, b), limit };
}

/** A NaN on either side is no agreement: it compares false. */
export function agrees({ difference, limit }: Agreement): boolean {
  return difference <= limit;
}

function flat(parameters: Parameters): Float32Array {
  const arrays = [...parameters]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { weight, bias }]) => [weight, bias]);
  const out = new Float32Array(arrays.reduce((length, array) => length + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    out.set(array, at);
    at += array.length;
  }
  return out;
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
