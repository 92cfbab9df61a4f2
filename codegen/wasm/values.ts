import { invariant } from "../../src/diagnostics.ts";
import type { Comparison } from "../../src/tensor/expr.ts";
import type { Affine, Fn, Lanes, Value } from "../loops/loop.ts";
import { Accesses } from "./accesses.ts";
import { comparand } from "./comparand.ts";
import type { Integers } from "./integers.ts";
import type { MathName } from "./math/index.ts";
import { call, f32, get, lane, type Node, plain, splat, type Type } from "./module.ts";

/** What a value came to: a number or a vector, or, of a comparison, a flag or a mask. */
export interface Typed {
  readonly node: Node;
  readonly type: "f32" | "v128" | "flag" | "mask";
}

/** What the values of a kernel need to know of it. */
export interface Names {
  readonly typeOf: (local: string) => Type;
  /** A local of this type for a moment. */
  readonly temporary: (type: Type) => string;
  /** Notes that a function of `math` is called. */
  readonly calls: (name: MathName) => void;
}

/** Values of the loops as instructions. */
export class Values {
  readonly #names: Names;
  readonly #integers: Integers;
  readonly #accesses: Accesses;

  constructor(names: Names, integers: Integers) {
    this.#names = names;
    this.#integers = integers;
    this.#accesses = new Accesses(integers, names.temporary);
  }

  number(v: Value): Node {
    const { node, type } = this.#value(v);
    if (type === "flag") return plain("f32.convert_i32_u", node);
    invariant(type === "f32", "a vector where a number is due");
    return node;
  }

  vector(v: Value): Node {
    if (v.kind === "number") return splat(v.value);
    if (v.kind === "load" && v.lanes === undefined) return this.#accesses.spread(v.address);
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
    return lanes
      ? this.#accesses.storeVector(address, this.vector(value), lanes)
      : this.#accesses.storeNumber(address, this.number(value));
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
    return lanes
      ? { node: this.#accesses.vector(address, lanes), type: "v128" }
      : { node: this.#accesses.number(address), type: "f32" };
  }

  #counted(at: Affine, lanes: number | undefined): Typed {
    return lanes === undefined
      ? { node: plain("f32.convert_i32_s", this.#integers.affine(at)), type: "f32" }
      : { node: plain("f32x4.convert_i32x4_s", this.#integers.spread(at, lanes)), type: "v128" };
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
    const at = this.#integers.spread(position.at, position.lanes ?? 0);
    return call("uniform", this.#math("toInt32", [seed]), at);
  }
}

const comparisons = { less: "lt", lessEqual: "le", equal: "eq" } as const;
