import type { Loop } from "../../loops/loop.ts";
import { invariant } from "../../../src/diagnostics.ts";
import { call, type Func, get, i32, type Local, type Node, plain, set } from "../module.ts";
import { type Deal, type Dealt, places } from "./deal.ts";

/** What a kernel that is dealt out is told first: which part it is, of how many. */
export const partParams: readonly Local[] = [
  { name: "part", type: "i32" },
  { name: "parts", type: "i32" },
];

/** ⌊of · part / parts⌋ */
export const portion = (of: Node, part: Node): Node =>
  plain(
    "i32.wrap_i64",
    plain("i64.div_u", plain("i64.mul", wide(of), wide(part)), wide(get("parts"))),
  );

/** The turns of a loop that are a part's. */
export interface Turns {
  /** Sets what the others are made of. */
  readonly before: readonly Node[];
  readonly from: Node;
  readonly end: Node;
  /** Locals of its inside, and what is added to them with each turn. */
  readonly running: readonly { readonly local: string; readonly by: Node }[];
}

/** A part's stretch of the places, as locals: `from` and `to`, counted from the start of each turn around. */
export class Bounds {
  readonly #deal: Deal;
  readonly #local: (name: string) => string;

  constructor(deal: Deal, local: (name: string) => string) {
    this.#deal = deal;
    this.#local = local;
  }

  /** from = ⌊all · part / parts⌋, to = ⌊all · (part + 1) / parts⌋ */
  start(): Node[] {
    const all = this.#local("all.places");
    return [
      set(all, this.#inside(-1)),
      set(this.#from(0), portion(get(all), get("part"))),
      set(this.#to(0), portion(get(all), plain("i32.add", get("part"), i32(1)))),
    ];
  }

  of(loop: Loop): Turns | undefined {
    const dealt = this.#deal.loops.get(loop);
    return dealt && this.#turns(loop, dealt);
  }

  #turns({ name, from, to, step }: Loop, { level, scale, after }: Dealt): Turns {
    invariant(from.kind === "affine", `${name} starts nowhere`);
    const each = times(scale, this.#inside(level));
    const turn = times(step, each);
    const first = after > 1 ? whole(get("batch"), after) : i32(from.at.offset);
    const last = to.kind === "affine" ? i32(to.at.offset) : whole(get("batch"), step);
    const innermost = level === this.#deal.extents.length - 1;
    const at = (place: string, up: boolean) =>
      call(turnAt.name, get(place), i32(Number(up)), first, last, i32(step), each);
    const [start, end] = [this.#local(`${name}.from`), this.#local(`${name}.to`)];
    const before = [
      set(start, at(this.#from(level), innermost)),
      set(end, at(this.#to(level), true)),
    ];
    if (innermost) return { before, from: get(start), end: get(end), running: [] };
    const inner = [
      [this.#from(level + 1), this.#from(level)],
      [this.#to(level + 1), this.#to(level)],
    ] as const;
    return {
      before: [
        ...before,
        ...inner.map(([local, outer]) =>
          set(local, plain("i32.sub", get(outer), times(get(start), each))),
        ),
      ],
      from: get(start),
      end: get(end),
      running: inner.map(([local]) => ({ local, by: times(-1, turn) })),
    };
  }

  #from(level: number): string {
    return this.#local(`from.${level}`);
  }

  #to(level: number): string {
    return this.#local(`to.${level}`);
  }

  /** Places within one step of a level. */
  #inside(level: number): Node {
    const extents = this.#deal.extents.slice(level + 1);
    const size = i32(places({ ...this.#deal, extents }, 1));
    return extents.includes("batch") ? times(get("batch"), size) : size;
  }
}

const wide = (value: Node): Node => plain("i64.extend_i32_u", value);

/** Of so many, those that fill steps. */
const whole = (count: Node, step: number): Node =>
  step === 1 ? count : plain("i32.sub", count, plain("i32.rem_u", count, i32(step)));

/** a ? b : c */
const choice = (a: Node, b: Node, c: Node): Node => plain("select", b, c, a);

/**
 * Where the first turn of a loop is that ends beyond a place, or with `up` starts there or beyond; the
 * loop goes from `first` to `last` in steps of `step`, and each has so many places.
 */
export const turnAt: Func = {
  name: "threads.turn",
  comment: [
    "The first turn of a loop from `first` to `last` that ends beyond a place, or with `up` starts there or beyond.",
  ],
  params: ["place", "up", "first", "last", "step", "each"].map((name) => ({ name, type: "i32" })),
  result: "i32",
  locals: [{ name: "turn", type: "i32" }],
  body: [
    set("turn", times(get("step"), get("each"))),
    set("place", plain("i32.sub", get("place"), times(get("first"), get("each")))),
    set("place", choice(plain("i32.gt_s", get("place"), i32(0)), get("place"), i32(0))),
    set(
      "place",
      plain(
        "i32.add",
        get("place"),
        choice(get("up"), plain("i32.sub", get("turn"), i32(1)), i32(0)),
      ),
    ),
    set(
      "first",
      plain(
        "i32.add",
        get("first"),
        times(get("step"), plain("i32.div_u", get("place"), get("turn"))),
      ),
    ),
    choice(plain("i32.lt_s", get("first"), get("last")), get("first"), get("last")),
  ],
};

/** a · b, as a number where both are. */
function times(a: Node | number, b: Node): Node {
  const factor = typeof a === "number" ? i32(a) : a;
  if (factor.op === "const" && b.op === "const") return i32(factor.value * b.value);
  if (factor.op === "const" && factor.value === 1) return b;
  return b.op === "const" && b.value === 1 ? factor : plain("i32.mul", factor, b);
}
