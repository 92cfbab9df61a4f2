import type { Home } from "../memory/arena.ts";
import { call, type Func, get, i32, f32, memory, type Node, plain, set } from "./module.ts";
import { portion } from "./threads/bounds.ts";

/** Writes `value` from one address up to another: what is left of vectors one by one. */
export const fill: Func = {
  name: "fill",
  params: [
    { name: "value", type: "f32" },
    { name: "at", type: "i32" },
    { name: "end", type: "i32" },
  ],
  locals: [],
  body: [
    stretch("vectors", 16, memory("v128.store", 0, get("at"), plain("f32x4.splat", get("value")))),
    stretch("rest", 4, memory("f32.store", 0, get("at"), get("value"))),
  ],
};

/** While a step fits before the end. */
function stretch(label: string, step: number, store: Node): Node {
  const fits = plain("i32.le_u", plain("i32.add", get("at"), i32(step)), get("end"));
  const next = set("at", plain("i32.add", get("at"), i32(step)));
  return {
    op: "if",
    when: fits,
    then: [{ op: "loop", label, body: [store, next, { op: "branch", label, when: fits }] }],
  };
}

/** Fills a tensor, halo and all, before its elements are written; where it is dealt out, a part's share of it. */
export function fillCall({ storage, offset }: Home, dealt: boolean): Node {
  const from = i32(offset * bytes);
  const all = i32(storage.size * bytes);
  const size = storage.batched ? plain("i32.mul", get("batch"), all) : all;
  const [at, end] = dealt
    ? [place(from, size, get("part")), place(from, size, plain("i32.add", get("part"), i32(1)))]
    : [from, plain("i32.add", from, size)];
  if (storage.fill !== 0) return call("fill", f32(storage.fill), at, end);
  return plain("memory.fill", at, i32(0), dealt ? plain("i32.sub", end, at) : size);
}

/** from + size · part / parts, at a float. */
const place = (from: Node, size: Node, part: Node): Node =>
  plain("i32.add", from, plain("i32.and", portion(size, part), i32(-bytes)));

/** Of a float. */
const bytes = 4;
