import { invariant } from "../../src/diagnostics.ts";
import type { Comparison } from "../../src/tensor/expr.ts";
import {
  laneCount,
  type Affine,
  type Fn,
  type Integer,
  type Lanes,
  type Value,
} from "../loops/loop.ts";
import { comparand } from "./comparand.ts";
import type { Operation } from "./instructions.ts";
import type { MathName } from "./math/index.ts";
import {
  call,
  f32,
  get,
  i32,
  lane,
  memory,
  memoryLane,
  type Node,
  plain,
  set,
  splat,
  type Type,
} from "./module.ts";

/** What a value came to: a number or a vector, or, of a comparison, a flag or a mask. */
export interface Typed {
  readonly node: Node;
  readonly type: "f32" | "v128" | "flag" | "mask";
}

/** What the values of a kernel need to know of it. */
export interface Names {
  readonly typeOf: (local: string) => Type;
  /** Whether an integer variable may be below zero. */
  readonly negative: (local: string) => boolean;
  /** A local of this type for a moment. */
  readonly temporary: (type: Type) => string;
  /** Notes that a function of `math` is called. */
  readonly calls: (name: MathName) => void;
}

/** Values and integers of the loops as instructions. */
export class Values {
  readonly #names: Names;

  constructor(names: Names) {
    this.#names = names;
  }

  number(v: Value): Node {
    const { node, type } = this.#value(v);
    if (type === "flag") return plain("f32.convert_i32_u", node);
    invariant(type === "f32", "a vector where a number is due");
    return node;
  }

  vector(v: Value): Node {
    if (v.kind === "number") return splat(v.value);
    if (v.kind === "load" && v.lanes === undefined)
      return this.#at("v128.load32_splat", v.address, 0);
    const { node, type } = this.#value(v);
    if (type === "v128") return node;
    if (type === "mask") return plain("v128.and", node, splat(1));
    const number = type === "flag" ? plain("f32.convert_i32_u", node) : node;
    return plain("f32x4.splat", number);
  }

  isVector(v: Value): boolean {
    switch (v.kind) {
      case "variable":
        return this.#names.typeOf(v.name) === "v128";
      case "load":
      case "integer":
        return v.lanes !== undefined;
      case "apply":
        return v.args.some((arg) => this.isVector(arg));
      case "number":
      case "batch":
      case "across":
        return false;
    }
  }

  store(address: Affine, value: Value, lanes?: Lanes): Node[] {
    if (!lanes) return [this.#at("f32.store", address, 0, this.number(value))];
    const { step, count } = lanes;
    const vector = this.vector(value);
    if (step === 1 && count === laneCount) return [this.#at("v128.store", address, 0, vector)];
    const local = this.#names.temporary("v128");
    const stores: Node[] = [set(local, vector)];
    for (let k = 0; k < count;) {
      const pair = step === 1 && k % 2 === 0 && k + 1 < count;
      const name = pair ? "v128.store64_lane" : "v128.store32_lane";
      stores.push(this.#lane(name, address, k * step, pair ? k / 2 : k, get(local)));
      k += pair ? 2 : 1;
    }
    return stores;
  }

  integer(i: Integer): Node {
    switch (i.kind) {
      case "affine":
        return this.affine(i.at);
      case "batch":
        return get("batch");
      case "quotient":
        return i.whole
          ? plain("i32.div_u", this.affine(i.of), i32(i.by))
          : plain(
              "i32.div_s",
              plain("i32.sub", this.affine(i.of), this.#rest(i.of, i.by)),
              i32(i.by),
            );
      case "remainder":
        return i.whole ? plain("i32.rem_u", this.affine(i.of), i32(i.by)) : this.#rest(i.of, i.by);
      case "least":
        return this.#extreme("i32.lt_s", i.of);
      case "most":
        return this.#extreme("i32.gt_s", i.of);
    }
  }

  affine({ terms, offset }: Affine): Node {
    const parts = terms.map(({ name, by }) =>
      by === 1 ? get(name) : plain("i32.mul", get(name), i32(by)),
    );
    if (offset !== 0 || parts.length === 0) parts.push(i32(offset));
    return parts.reduce((a, b) => plain("i32.add", a, b));
  }

  /** Whether an affine may be below zero. */
  dips({ terms, offset }: Affine): boolean {
    return offset < 0 || terms.some(({ name, by }) => by < 0 || this.#names.negative(name));
  }

  #rest(of: Affine, by: number): Node {
    const once = plain("i32.add", plain("i32.rem_s", this.affine(of), i32(by)), i32(by));
    return plain("i32.rem_s", once, i32(by));
  }

  #extreme(than: Operation, of: readonly Integer[]): Node {
    const [first, ...rest] = of.map((i) => this.integer(i));
    invariant(first, "the least of nothing");
    return rest.reduce((a, b) => plain("select", a, b, plain(than, a, b)), first);
  }

  /** A load or store at an address in bytes and `floats` beyond. */
  #at(name: Operation, address: Affine, floats: number, ...args: readonly Node[]): Node {
    const { base, offset } = this.#split(address, floats);
    return memory(name, offset, base, ...args);
  }

  #lane(name: Operation, address: Affine, floats: number, k: number, vector: Node): Node {
    const { base, offset } = this.#split(address, floats);
    return memoryLane(name, offset, k, base, vector);
  }

  /** An offset is no less than 0 and counts from a base that is none either. */
  #split({ terms, offset }: Affine, floats: number): { base: Node; offset: number } {
    const all = offset + floats * bytes;
    const base: Affine = { terms, offset: 0 };
    return all < 0 || this.dips(base)
      ? { base: this.affine({ terms, offset: all }), offset: 0 }
      : { base: this.affine(base), offset: all };
  }

  #value(v: Value): Typed {
    switch (v.kind) {
      case "number":
        return { node: f32(v.value), type: "f32" };
      case "variable":
        return { node: get(v.name), type: this.isVector(v) ? "v128" : "f32" };
      case "load":
        return this.#load(v.address, v.lanes);
      case "integer":
        return this.#counted(v.at, v.lanes);
      case "batch":
        return { node: plain("f32.convert_i32_s", get("batch")), type: "f32" };
      case "across":
        return { node: this.#across(v.fn, v.of), type: "f32" };
      case "apply":
        return this.#apply(v.fn, v.args);
    }
  }

  #load(address: Affine, lanes: Lanes | undefined): Typed {
    if (lanes === undefined) return { node: this.#at("f32.load", address, 0), type: "f32" };
    const { step, count } = lanes;
    if (step === 1) return { node: this.#at("v128.load", address, 0), type: "v128" };
    let node = this.#at("v128.load32_zero", address, 0);
    for (let k = 1; k < count; k++)
      node = this.#lane("v128.load32_lane", address, k * step, k, node);
    return { node, type: "v128" };
  }

  #counted(at: Affine, lanes: number | undefined): Typed {
    const first = plain("f32.convert_i32_s", this.affine(at));
    if (lanes === undefined) return { node: first, type: "f32" };
    const whole = plain("i32x4.add", plain("i32x4.splat", this.affine(at)), counting(lanes));
    return { node: plain("f32x4.convert_i32x4_s", whole), type: "v128" };
  }

  /** (l0 ∘ l1) ∘ (l2 ∘ l3) */
  #across(fn: "add" | "max", of: Value): Node {
    const local = this.#names.temporary("v128");
    const at = (k: number) =>
      lane(
        "f32x4.extract_lane",
        k,
        k === 0 ? { op: "tee", local, value: this.vector(of) } : get(local),
      );
    const two = (a: Node, b: Node) => plain(`f32.${fn}`, a, b);
    return two(two(at(0), at(1)), two(at(2), at(3)));
  }

  #apply(fn: Fn, args: readonly Value[]): Typed {
    const wide = args.some((arg) => this.isVector(arg));
    const [a, b, c] = args;
    invariant(a, `${fn} of nothing`);
    const operand = (v: Value | undefined): Node => {
      invariant(v, `${fn} lacks an operand`);
      return wide ? this.vector(v) : this.number(v);
    };
    const type = wide ? "v128" : "f32";
    const shape = wide ? "f32x4" : "f32";
    const both = (name: "add" | "sub" | "mul" | "div" | "max" | "min"): Typed => ({
      node: plain(`${shape}.${name}`, operand(a), operand(b)),
      type,
    });
    switch (fn) {
      case "add": {
        const negated = b?.kind === "apply" && b.fn === "neg" ? b.args[0] : undefined;
        if (!negated) return both("add");
        return { node: plain(`${shape}.sub`, operand(a), operand(negated)), type };
      }
      case "mul":
      case "div":
      case "min":
        return both(fn);
      case "max":
        // a < b ? b : a keeps a's NaN, and is a third of what the lane-wise maximum costs
        return wide && b?.kind === "number"
          ? { node: plain("f32x4.pmax", operand(a), operand(b)), type }
          : both("max");
      case "neg":
      case "abs":
      case "sqrt":
      case "floor":
      case "ceil":
        return { node: plain(`${shape}.${fn}`, operand(a)), type };
      case "round":
        return { node: plain(`${shape}.nearest`, operand(a)), type };
      case "less":
      case "lessEqual":
      case "equal": {
        invariant(b, `${fn} of one`);
        const [left, right] = [comparand(a, fn, "left"), comparand(b, fn, "right")];
        return this.#compare(fn, wide, operand(left), operand(right));
      }
      case "and":
        return {
          node: plain(wide ? "v128.and" : "i32.and", this.#test(a, wide), this.#test(b ?? a, wide)),
          type: wide ? "mask" : "flag",
        };
      case "where": {
        const test = this.#test(a, wide);
        const name = wide ? "v128.bitselect" : "select";
        return { node: plain(name, operand(b), operand(c), test), type };
      }
      case "inside":
        invariant(!this.isVector(a), "a test that differs from lane to lane");
        return {
          node: {
            op: "if",
            when: this.#test(a, false),
            then: [operand(b)],
            otherwise: [operand(c)],
            result: type,
          },
          type,
        };
      default:
        return this.#called(fn, args);
    }
  }

  #compare(is: Comparison, wide: boolean, a: Node, b: Node): Typed {
    return wide
      ? { node: plain(`f32x4.${comparisons[is]}`, a, b), type: "mask" }
      : { node: plain(`f32.${comparisons[is]}`, a, b), type: "flag" };
  }

  /** Of a number, whether it is not 0. */
  #test(v: Value, wide: boolean): Node {
    if (!wide) {
      const { node, type } = this.#value(v);
      return type === "flag" ? node : plain("f32.ne", node, f32(0));
    }
    const { node, type } = this.isVector(v)
      ? this.#value(v)
      : { node: this.vector(v), type: "v128" };
    return type === "mask" ? node : plain("f32x4.ne", node, splat(0));
  }

  /** A function of vectors; of a number, the first lane's. */
  #called(fn: MathName | "random", args: readonly Value[]): Typed {
    const node = fn === "random" ? this.#random(args) : this.#math(fn, args);
    return args.some((arg) => this.isVector(arg))
      ? { node, type: "v128" }
      : { node: lane("f32x4.extract_lane", 0, node), type: "f32" };
  }

  #math(fn: MathName, args: readonly Value[]): Node {
    this.#names.calls(fn);
    return call(fn, ...args.map((arg) => this.vector(arg)));
  }

  #random([seed, position]: readonly Value[]): Node {
    invariant(seed && position?.kind === "integer", "a random number is of a seed and an index");
    this.#names.calls("uniform");
    const first = plain("i32x4.splat", this.affine(position.at));
    const at = position.lanes ? plain("i32x4.add", first, counting(position.lanes)) : first;
    return call("uniform", this.#math("toInt32", [seed]), at);
  }
}

const comparisons = { less: "lt", lessEqual: "le", equal: "eq" } as const;

/** 0, 1, 2, 3 times a step, as int32. */
function counting(step: number): Node {
  const steps = Int32Array.from({ length: laneCount }, (_, k) => k * step);
  return { op: "v128.const", bytes: [...new Uint8Array(steps.buffer)] };
}

/** Of a float. */
const bytes = 4;
