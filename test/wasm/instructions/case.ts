/** Sixteen bytes, as lanes of some kind. */
export type Vector =
  Uint8Array | Int16Array | Int32Array | BigInt64Array | Float32Array | Float64Array;
export type Value = number | bigint | Vector;

export const b16 = (...lanes: number[]): Vector => Uint8Array.from(lanes);
export const s8 = (...lanes: number[]): Vector => Int16Array.from(lanes);
export const i4 = (...lanes: number[]): Vector => Int32Array.from(lanes);
export const l2 = (...lanes: bigint[]): Vector => BigInt64Array.from(lanes);
export const f4 = (...lanes: number[]): Vector => Float32Array.from(lanes);
export const d2 = (...lanes: number[]): Vector => Float64Array.from(lanes);

/** What an instruction makes of operands: a value, bytes in memory from `stored` on, or a trap. */
export interface Case {
  readonly args: readonly Value[];
  readonly lane?: number;
  readonly shuffle?: readonly number[];
  readonly value?: Value;
  /** In hexadecimal; what is not named stays zero. */
  readonly memory?: string;
  readonly trap?: string;
}
export type Cases = { readonly [name: string]: readonly Case[] };

const taking = (so: Case) => ({
  ...so,
  at: (lane: number) => taking({ ...so, lane }),
  by: (...shuffle: number[]) => taking({ ...so, shuffle }),
  is: (value: Value) => taking({ ...so, value }),
  stores: (memory: string) => taking({ ...so, memory }),
  traps: (trap: string): Case => ({ ...so, trap }),
});
/** `of(2, 3).is(5)`. */
export const of = (...args: Value[]) => taking({ args });

/** Where memory holds zeros for stores to change; below it 0xf0 … 0xff from 16 on, and floats. */
export const stored = 64;
