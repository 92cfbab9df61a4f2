import { dropOption } from "./written.ts";
import { fixOf, replaceArgument, unwrap } from "../edit.ts";
import type { Fix } from "../finding.ts";
import { nearestMultiple, upstream } from "./groups.ts";
import { type Case, type Mend, setting } from "./case.ts";

/** KS206: an axis that the tensor does not have, most often counted with the batch. */
export const axes: Mend = function* (of) {
  const { call, options } = of;
  const rank = call.fed[0]?.shape.length ?? 0;
  const { axis, axes } = options;
  if (call.layer === "transpose") yield* ordered(of, rank);
  if (typeof axis === "number")
    for (const other of [axis - 1, rank - 1, 0])
      if (other >= -rank && other < rank) yield* setting(of, call, { axis: `${other}` });
  if (typeof axes === "number") yield* setting(of, call, { axes: `${Math.max(0, axes - 1)}` });
  if (isIntegers(axes)) yield* several(of, axes, rank);
};

function* several(of: Case, axes: readonly number[], rank: number): Iterable<Fix> {
  const place = (axis: number) => (axis < 0 ? axis + rank : axis);
  const valid = (list: readonly number[]) => list.filter((axis) => axis >= -rank && axis < rank);
  const shifted = axes.map((axis) => (axis < 0 ? axis : axis - 1)).filter((axis) => axis !== -1);
  const once = axes.filter((axis, i) => axes.findIndex((a) => place(a) === place(axis)) === i);
  for (const list of [once, shifted, valid(axes)])
    if (list.length > 0 && valid(list).length === list.length)
      yield* setting(of, of.call, { axes: `[${list.join(", ")}]` });
}

/** An order of axes: the batch taken out of it, or the axes that it lacks put in. */
function* ordered(of: Case, rank: number): Iterable<Fix> {
  const [, order] = of.call.args;
  if (!isIntegers(order)) return;
  const place = (axis: number) => (axis < 0 ? axis + rank : axis);
  const all = Array.from({ length: rank }, (_, d) => d);
  const used = new Set<number>();
  const kept = order.map((axis) => {
    const at = place(axis);
    return at >= 0 && at < rank && !used.has(at) && used.add(at) ? at : undefined;
  });
  const missing = all.filter((d) => !used.has(d));
  const filled = [...kept.map((at) => at ?? missing.shift()), ...missing].slice(0, rank);
  for (const list of [order.filter((axis) => axis !== 0).map((axis) => axis - 1), filled])
    yield* fixOf(
      `Order the axes as [${list.join(", ")}]`,
      replaceArgument(of.call, 1, `[${list.join(", ")}]`),
    );
}

/** KS207: another number of elements. */
export const elements: Mend = function* (of) {
  const { call } = of;
  if (call.layer === "split") yield* parts(of);
  if (call.layer === "reshape") yield* reshaped(of);
};

function* reshaped(of: Case): Iterable<Fix> {
  const { call } = of;
  const total = product(call.fed[0]?.shape ?? []);
  const [, to] = call.args;
  if (!isIntegers(to)) return;
  const last = call.fed[0] && of.way(call.fed[0]).steps.at(-1)?.call;
  if (last?.layer === "linear" && call.fed[0]?.shape.length === 1 && to.every((n) => n > 0))
    yield* setting(of, last, { units: `${product(to)}` });
  const filled = (d: number, size: number) =>
    `[${to.map((n, i) => (i === d ? size : n)).join(", ")}]`;
  const others = to.map((_, d) => product(to.filter((_, i) => i !== d)));
  const open = to.flatMap((_, d) =>
    (others[d] ?? 0) > 0 && total % (others[d] ?? 1) === 0 ? [d] : [],
  );
  const ranked = open.toSorted((a, b) => (to[b] ?? 0) - (to[a] ?? 0));
  for (const d of ranked) {
    const sizes = [total / (others[d] ?? 1), -1];
    for (const size of to.length === 1 ? sizes : sizes.toReversed())
      yield* fixOf(`Reshape to ${filled(d, size)}`, replaceArgument(call, 1, filled(d, size)));
  }
}

/** As many parts, or parts as large, as there is room for. */
function* parts(of: Case): Iterable<Fix> {
  const { call, options } = of;
  const { parts, axis = 0 } = options;
  const size = call.fed[0]?.shape.at(Number(axis)) ?? 1;
  if (typeof parts === "number") {
    if (axis === 0) yield* upstream(of, nearestMultiple(size, parts));
    const half = Math.floor(size / parts);
    const uneven = Array.from({ length: parts }, (_, i) => half + (i < size % parts ? 1 : 0));
    if (half > 0) yield* setting(of, call, { parts: `[${uneven.join(", ")}]` });
  }
  if (!isIntegers(parts)) return;
  const rest = size - parts.slice(0, -1).reduce((a, b) => a + b, 0);
  if (rest > 0)
    yield* setting(of, call, { parts: `[${[...parts.slice(0, -1), rest].join(", ")}]` });
  if (size % parts.length === 0) yield* setting(of, call, { parts: `${parts.length}` });
}

/** KS205: a size that is no positive integer: of a reshape, or of a slice of nothing. */
export const positive: Mend = function* (of) {
  const { call, options } = of;
  const [x] = call.fed;
  if (!x) return;
  if (call.layer === "reshape") yield* sized(of, x.shape);
  if (call.layer !== "slice") return;
  const size = x.shape.at(Number(options["axis"])) ?? 1;
  const { start = 0, end } = options;
  if (typeof start === "number" && typeof end === "number" && end > 0 && end <= start)
    yield* setting(of, call, { start: `${end}`, end: `${start}` });
  yield* fixOf("Slice to the end", dropOption(call, "end"));
  yield* fixOf("Slice from the start", dropOption(call, "start"));
  const border = Math.floor((size - 1) / 2);
  if (typeof start === "number" && start > border && border > 0)
    yield* setting(of, call, { start: `${border}`, end: `${-border}` });
  yield* fixOf("Leave the slice out", unwrap(call));
};

/** A size of 0 stands in Keras and ONNX for the one that was there. */
function* sized(of: Case, from: readonly number[]): Iterable<Fix> {
  const [, to] = of.call.args;
  if (!isIntegers(to)) return;
  const known = product(to.filter((n) => n > 0));
  const bad = to.filter((n) => n < 1).length;
  const same = to.map((n, d) => (n === 0 ? (from[d] ?? -1) : n < 1 ? -1 : n));
  const rest = to.map((n) => (n < 1 ? product(from) / known : n));
  const open = to.map((n) => (n < 1 ? -1 : n));
  for (const list of [same, ...(bad === 1 ? [open, rest] : [])])
    yield* fixOf(
      `Reshape to [${list.join(", ")}]`,
      replaceArgument(of.call, 1, `[${list.join(", ")}]`),
    );
}

const isIntegers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((n) => Number.isSafeInteger(n));

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);
