import { type Affine, laneCount, type Lanes } from "../loops/loop.ts";
import type { Operation } from "./instructions.ts";
import type { Integers } from "./integers.ts";
import { get, memory, memoryLane, type Node, set, type Type, floatBytes } from "./module.ts";

/** Loads and stores at addresses in bytes; steps from lane to lane are in floats. */
export class Accesses {
  readonly #integers: Integers;
  readonly #temporary: (type: Type) => string;

  /** `temporary`: a local of this type for a moment. */
  constructor(integers: Integers, temporary: (type: Type) => string) {
    this.#integers = integers;
    this.#temporary = temporary;
  }

  number(address: Affine): Node {
    return this.#at("f32.load", address);
  }

  /** One number in every lane. */
  spread(address: Affine): Node {
    return this.#at("v128.load32_splat", address);
  }

  vector(address: Affine, { step, count }: Lanes): Node {
    if (step === 1) return this.#at("v128.load", address);
    let node = this.#at("v128.load32_zero", address);
    for (let k = 1; k < count; k++)
      node = this.#lane("v128.load32_lane", address, k * step, k, node);
    return node;
  }

  storeNumber(address: Affine, number: Node): Node[] {
    return [this.#at("f32.store", address, number)];
  }

  storeVector(address: Affine, vector: Node, { step, count }: Lanes): Node[] {
    if (step === 1 && count === laneCount) return [this.#at("v128.store", address, vector)];
    const local = this.#temporary("v128");
    const stores: Node[] = [set(local, vector)];
    for (let k = 0; k < count;) {
      const pair = step === 1 && k % 2 === 0 && k + 1 < count;
      const name = pair ? "v128.store64_lane" : "v128.store32_lane";
      stores.push(this.#lane(name, address, k * step, pair ? k / 2 : k, get(local)));
      k += pair ? 2 : 1;
    }
    return stores;
  }

  #at(name: Operation, address: Affine, ...args: readonly Node[]): Node {
    const { base, offset } = this.#split(address, 0);
    return memory(name, offset, base, ...args);
  }

  /** Of one lane, at an address and `floats` beyond. */
  #lane(name: Operation, address: Affine, floats: number, k: number, vector: Node): Node {
    const { base, offset } = this.#split(address, floats);
    return memoryLane(name, offset, k, base, vector);
  }

  /** An offset is no less than 0 and counts from a base that is none either. */
  #split({ terms, offset }: Affine, floats: number): { base: Node; offset: number } {
    const all = offset + floats * floatBytes;
    const base: Affine = { terms, offset: 0 };
    return all < 0 || this.#integers.dips(base)
      ? { base: this.#integers.affine({ terms, offset: all }), offset: 0 }
      : { base: this.#integers.affine(base), offset: all };
  }
}
