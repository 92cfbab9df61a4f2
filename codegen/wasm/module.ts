import type { Operation } from "./instructions.ts";

export type Type = "i32" | "i64" | "f32" | "f64" | "v128";

/** An instruction with its operands: a tree, written in postfix. Locals, labels and functions go by name. */
export type Node =
  /** no immediate: "f32x4.add", "i32.lt_s", "drop" */
  | { readonly op: "plain"; readonly name: Operation; readonly args: readonly Node[] }
  | {
      readonly op: "const";
      readonly type: "i32" | "f32" | "f64";
      readonly value: number;
    }
  /** 16 bytes, lowest first */
  | { readonly op: "v128.const"; readonly bytes: readonly number[] }
  /** loads and stores, with or without a lane; the offset is in bytes */
  | {
      readonly op: "memory";
      readonly name: Operation;
      readonly args: readonly Node[];
      readonly offset: number;
      readonly lane?: number;
    }
  /** "f32x4.extract_lane", "f32x4.replace_lane" */
  | {
      readonly op: "lane";
      readonly name: Operation;
      readonly args: readonly Node[];
      readonly lane: number;
    }
  | { readonly op: "shuffle"; readonly args: readonly Node[]; readonly bytes: readonly number[] }
  | { readonly op: "get"; readonly local: string }
  | { readonly op: "set" | "tee"; readonly local: string; readonly value: Node }
  | { readonly op: "call"; readonly function: string; readonly args: readonly Node[] }
  | { readonly op: "block" | "loop"; readonly label: string; readonly body: readonly Node[] }
  /** leaves a block, or goes back to the start of a loop */
  | { readonly op: "branch"; readonly label: string; readonly when?: Node }
  | {
      readonly op: "if";
      readonly when: Node;
      readonly then: readonly Node[];
      readonly otherwise?: readonly Node[];
      readonly result?: Type;
    };

export interface Local {
  readonly name: string;
  readonly type: Type;
}

export interface Func {
  readonly name: string;
  /** For the reader of the text form, a line each. */
  readonly comment?: readonly string[];
  readonly params: readonly Local[];
  readonly result?: Type;
  readonly locals: readonly Local[];
  readonly body: readonly Node[];
}

export interface Module {
  /** Exported as "memory", or imported as "env.memory" when shared between threads. In pages of 64 KiB. */
  readonly memory: { readonly pages: number; readonly shared: boolean };
  readonly functions: readonly Func[];
  /** Names of functions, exported under those names. */
  readonly exports: readonly string[];
}

export const plain = (name: Operation, ...args: readonly Node[]): Node => ({
  op: "plain",
  name,
  args,
});
export const i32 = (value: number): Node => ({ op: "const", type: "i32", value });
export const f32 = (value: number): Node => ({ op: "const", type: "f32", value });
export const get = (local: string): Node => ({ op: "get", local });
export const set = (local: string, value: Node): Node => ({ op: "set", local, value });
export const tee = (local: string, value: Node): Node => ({ op: "tee", local, value });
export const call = (name: string, ...args: readonly Node[]): Node => ({
  op: "call",
  function: name,
  args,
});
/** A load, or a store when there is a value, at `address + offset` bytes. */
export const memory = (name: Operation, offset: number, ...args: readonly Node[]): Node => ({
  op: "memory",
  name,
  args,
  offset,
});
export const memoryLane = (
  name: Operation,
  offset: number,
  lane: number,
  ...args: readonly Node[]
): Node => ({ op: "memory", name, args, offset, lane });
export const lane = (name: Operation, lane: number, ...args: readonly Node[]): Node => ({
  op: "lane",
  name,
  args,
  lane,
});

/** Bytes of a float. */
export const floatBytes = 4;

/** Four equal float32 lanes. */
export function splat(value: number): Node {
  const bytes = [...new Uint8Array(new Float32Array([value, value, value, value]).buffer)];
  return { op: "v128.const", bytes };
}
