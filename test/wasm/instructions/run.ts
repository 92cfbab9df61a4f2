import { isDeepStrictEqual } from "node:util";
import { encode } from "../../../codegen/wasm/encode.ts";
import {
  type Immediate,
  type Instruction,
  type Operation,
  operations,
} from "../../../codegen/wasm/instructions.ts";
import {
  type Func,
  get,
  i32,
  memory,
  memoryLane,
  lane,
  type Module,
  type Node,
  plain,
  type Type,
} from "../../../codegen/wasm/module.ts";
import { type Case, stored, type Value } from "./case.ts";

/** Loads and stores have this offset; the address they are given is less by as much. */
const offset = 4;
/** Where operands and results that are vectors stand, 16 bytes each. */
const operandsAt = 1024;
const resultAt = 1536;

/** A function of the operands that does what `name` does: vectors come from memory and go there. */
export function moduleOf(name: Operation, example: Case): Module {
  const { operands, result, immediate }: Instruction = operations[name];
  const concrete = (type: Type | "any", value: Value | undefined): Type =>
    type === "any" ? typeOf(value) : type;
  const types = operands.map((type, i) => concrete(type, example.args[i]));
  const args = types.map((type, i) =>
    type === "v128" ? memory("v128.load", 0, i32(operandsAt + 16 * i)) : get(`a${i}`),
  );
  const [address = i32(0), ...values] = args;
  const at = plain("i32.sub", address, i32(offset));
  const number = example.lane ?? 0;
  const node: { readonly [Kind in Immediate["kind"]]: Node } = {
    none: plain(name, ...args),
    lane: lane(name, number, ...args),
    shuffle: { op: "shuffle", args, bytes: example.shuffle ?? [] },
    memory: memory(name, offset, at, ...values),
    "memory lane": memoryLane(name, offset, number, at, ...values),
  };
  const does = node[immediate.kind];
  const given = result && concrete(result, example.args[0]);
  const run: Func = {
    name: "run",
    params: types.flatMap((type, i) => (type === "v128" ? [] : [{ name: `a${i}`, type }])),
    locals: [],
    ...(given === "v128"
      ? { body: [memory("v128.store", 0, i32(resultAt), does)] }
      : { body: [does], ...(given && { result: given }) }),
  };
  return {
    memory: { pages: 1, shared: name.includes("atomic") },
    functions: [run],
    exports: ["run"],
  };
}

const typeOf = (value: Value | undefined): Type =>
  typeof value === "object" ? "v128" : typeof value === "bigint" ? "i64" : "i32";

interface Instance {
  readonly run: (...args: (number | bigint)[]) => number | bigint | undefined;
  readonly buffer: ArrayBufferLike;
}
const instances = new Map<string, Instance>();

/** Operands are no part of a module, so it is made once. */
function instanceOf(name: Operation, example: Case): Instance {
  const types = example.args.map(typeOf).join(" ");
  const key = [name, types, example.lane, example.shuffle].join(" ");
  const known = instances.get(key);
  if (known) return known;
  const module = moduleOf(name, example);
  const own = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  const compiled = new WebAssembly.Module(encode(module));
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory: own } });
  const { buffer } = module.memory.shared ? own : (exports.memory as WebAssembly.Memory); // as encoded
  const instance = { run: exports.run as Instance["run"], buffer }; // as encoded
  instances.set(key, instance);
  return instance;
}

/** What the instruction does with the operands of a case, to be compared with it. */
export function outcome(name: Operation, wanted: Case): Partial<Case> {
  const { run, buffer } = instanceOf(name, wanted);
  fill(buffer);
  for (const [i, value] of wanted.args.entries())
    if (typeof value === "object") write(buffer, operandsAt + 16 * i, value);
  try {
    const result = run(...wanted.args.filter((value) => typeof value !== "object"));
    const value = typeof wanted.value === "object" ? read(buffer, wanted.value) : result;
    const bytes = Buffer.from(buffer, stored, 32).toString("hex");
    return { value, memory: bytes.replace(/(00)+$/, "") };
  } catch (error) {
    return { trap: (error as Error).message }; // a WebAssembly.RuntimeError
  }
}

/** What is expected of a case, in the form of `outcome`. */
export const expectation = ({ value, memory = "", trap }: Case): Partial<Case> =>
  trap === undefined ? { value, memory } : { trap };

export const agrees = (name: Operation, wanted: Case): boolean => {
  try {
    return isDeepStrictEqual(outcome(name, wanted), expectation(wanted));
  } catch {
    return false; // not even a module: the lane is too large
  }
};

function write(buffer: ArrayBufferLike, at: number, vector: Exclude<Value, number | bigint>): void {
  new Uint8Array(buffer, at, 16).set(new Uint8Array(vector.buffer));
}

/** The result, in lanes as those of `like`. */
function read(buffer: ArrayBufferLike, like: Exclude<Value, number | bigint>): Value {
  const found = like.slice();
  new Uint8Array(found.buffer).set(new Uint8Array(buffer, resultAt, 16));
  return found;
}

/** Counted bytes, floats, and zeros where stores go. */
function fill(buffer: ArrayBufferLike): void {
  new Uint8Array(buffer).fill(0, 0, 2048);
  new Uint8Array(buffer, 16, 16).set(Array.from({ length: 16 }, (_, i) => 0xf0 + i));
  new Float32Array(buffer, 32, 4).set([1.5, -2.5, 3, 4]);
  new Float64Array(buffer, 48, 2).set([1.5, -2.25]);
}
