import type { Home } from "../memory/arena.ts";
import {
  call,
  type Func,
  type Local,
  get,
  i32,
  f32,
  memory,
  type Node,
  plain,
  set,
  floatBytes,
} from "./module.ts";
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

/**
 * Writes `value` around the rows of each sample: `head` bytes before the first, `gap` between one and
 * the next, `tail` after the last; a row and the gap behind it take `step`.
 */
export const frame: Func = {
  name: "frame",
  params: ["batch", "at", "rows", "head", "step", "gap", "tail"]
    .map((name): Local => ({ name, type: "i32" }))
    .concat({ name: "value", type: "f32" }),
  locals: ["row", "end"].map((name): Local => ({ name, type: "i32" })),
  body: [
    {
      op: "loop",
      label: "samples",
      body: [
        set("end", plain("i32.add", get("at"), get("head"))),
        call("fill", get("value"), get("at"), get("end")),
        set("row", get("rows")),
        {
          op: "loop",
          label: "inside",
          body: [
            set("at", plain("i32.add", get("end"), plain("i32.sub", get("step"), get("gap")))),
            set("end", plain("i32.add", get("end"), get("step"))),
            set("row", plain("i32.sub", get("row"), i32(1))),
            {
              op: "if",
              when: get("row"),
              then: [
                call("fill", get("value"), get("at"), get("end")),
                { op: "branch", label: "inside" },
              ],
            },
          ],
        },
        set("end", plain("i32.add", get("at"), get("tail"))),
        call("fill", get("value"), get("at"), get("end")),
        set("at", get("end")),
        set("batch", plain("i32.sub", get("batch"), i32(1))),
        { op: "branch", label: "samples", when: get("batch") },
      ],
    },
  ],
};

/** Bytes of a sample, below which filling all of it is as fast as filling its halo. */
const small = 65536;

/** The call of `frame`, for a large tensor with a halo around its rows and columns alone. */
export function frameCall({ storage, offset }: Home): Node | undefined {
  const { tensor, halo, strides, batched, fill: value } = storage;
  if (storage.size * floatBytes < small) return undefined;
  const around = halo.flatMap((h, d) => (h.before + h.after > 0 ? [d] : []));
  const [rows, columns] = around.sort((a, b) => (strides[b] ?? 0) - (strides[a] ?? 0));
  if (rows === undefined || columns === undefined || around.length > 2) return undefined;
  const length = (d: number) => (tensor.shape[d] ?? 1) + before(d) + after(d);
  const before = (d: number) => halo[d]?.before ?? 0;
  const after = (d: number) => halo[d]?.after ?? 0;
  const [step, one] = [strides[rows] ?? 0, strides[columns] ?? 0];
  // Rows are the outermost of a sample, and columns of a row.
  if (length(rows) * step !== storage.size || length(columns) * one !== step) return undefined;
  const numbers = [
    offset,
    tensor.shape[rows] ?? 1,
    before(rows) * step + before(columns) * one,
    step,
    (before(columns) + after(columns)) * one,
    after(columns) * one + after(rows) * step,
  ].map((n, k) => i32(k === 1 ? n : n * floatBytes));
  return call("frame", batched ? get("batch") : i32(1), ...numbers, f32(value));
}

/** Fills a tensor, halo and all, before its elements are written; where it is dealt out, a part's share of it. */
export function fillCall({ storage, offset }: Home, dealt: boolean): Node {
  const from = i32(offset * floatBytes);
  const all = i32(storage.size * floatBytes);
  const size = storage.batched ? plain("i32.mul", get("batch"), all) : all;
  const [at, end] = dealt
    ? [place(from, size, get("part")), place(from, size, plain("i32.add", get("part"), i32(1)))]
    : [from, plain("i32.add", from, size)];
  if (storage.fill !== 0) return call("fill", f32(storage.fill), at, end);
  return plain("memory.fill", at, i32(0), dealt ? plain("i32.sub", end, at) : size);
}

/** from + size · part / parts, at a float. */
const place = (from: Node, size: Node, part: Node): Node =>
  plain("i32.add", from, plain("i32.and", portion(size, part), i32(-floatBytes)));
