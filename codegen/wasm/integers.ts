import { invariant } from "../../src/diagnostics.ts";
import { type Affine, type Integer, laneCount } from "../loops/loop.ts";
import type { Operation } from "./instructions.ts";
import { get, i32, type Node, plain } from "./module.ts";

/** The integers of the loops as instructions. */
export class Integers {
  readonly #negative: (local: string) => boolean;

  /** `negative`: whether an integer variable may be below zero. */
  constructor(negative: (local: string) => boolean) {
    this.#negative = negative;
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

  /** i, i + step, i + 2·step, i + 3·step; step 0 where it is one for all lanes. */
  spread(i: Affine, step: number): Node {
    const first = plain("i32x4.splat", this.affine(i));
    return step === 0 ? first : plain("i32x4.add", first, counting(step));
  }

  /** Whether an affine may be below zero. */
  dips({ terms, offset }: Affine): boolean {
    return offset < 0 || terms.some(({ name, by }) => by < 0 || this.#negative(name));
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
}

/** 0, 1, 2, 3 times a step, as int32. */
function counting(step: number): Node {
  const steps = Int32Array.from({ length: laneCount }, (_, k) => k * step);
  return { op: "v128.const", bytes: [...new Uint8Array(steps.buffer)] };
}
