import type { Tensor } from "../../graph/tensor.ts";
import { fixOf } from "../edit.ts";
import type { Fix } from "../finding.ts";
import { atOdds, parted, type Way } from "../way.ts";
import { matched, padded, resized } from "./branches.ts";
import { type Case, isShared, listed, type Mend, nameOf, setting, through } from "./case.ts";

/** One of two operands that must be of one size. */
export interface Side {
  /** Which of those that the call was fed. */
  readonly index: number;
  readonly tensor: Tensor;
  readonly shape: readonly number[];
  /** Since it parted from the other one's. */
  readonly way: Way;
}

/** KS201: sizes that should be one and are not. */
export const sizes: Mend = function* (of) {
  const { call, way } = of;
  const odds = atOdds(call);
  if (!odds) return;
  const { ways } = parted(way(odds.first), way(odds.other));
  const side = (tensor: Tensor, index: number, way: Way): Side => ({
    ...{ tensor, index, way },
    shape: tensor.shape,
  });
  const a = side(odds.first, 0, ways[0]);
  const b = side(odds.other, call.fed.indexOf(odds.other, 1), ways[1]);
  if (call.layer === "matmul") yield* turned(of, [b, a]);
  else if (a.shape.length !== b.shape.length) yield* lifted(of, a, b);
  // a shortcut is the shorter of the two: it follows the other
  else if (a.way.steps.length < b.way.steps.length) yield* alongside(of, a, b);
  else yield* alongside(of, b, a);
};

/** A row for a column: the last two axes of one operand swapped. */
function* turned(of: Case, sides: readonly Side[]): Iterable<Fix> {
  for (const { index, shape } of sides) {
    if (shape.length < 2) continue;
    const order = shape.map((_, d) => d);
    const swapped = [...order.slice(0, -2), order.length - 1, order.length - 2];
    const title = `Transpose the ${index === 0 ? "first" : "second"} operand`;
    yield* fixOf(title, through(of, index, "transpose", `[${swapped.join(", ")}]`));
  }
}

/** A number for each channel meets a map: it becomes one of a single row and column. */
function* lifted(of: Case, a: Side, b: Side): Iterable<Fix> {
  const [small, large] = a.shape.length < b.shape.length ? [a, b] : [b, a];
  if (small.shape.length !== 1 || small.shape[0] !== large.shape[0]) return;
  const ones = large.shape.slice(1).map(() => "1");
  for (const size of sizeTexts(of, small, 0)) {
    const shape = `[${[size, ...ones].join(", ")}]`;
    yield* fixOf(`Reshape it to ${shape}`, through(of, small.index, "reshape", shape));
  }
}

/** A size as text: where the call may be made with others too, asked of the tensor itself. */
function sizeTexts(of: Case, { index, shape }: Side, axis: number): readonly string[] {
  const name = isShared(of, of.call) ? nameOf(of.call, index) : undefined;
  return [...(name === undefined ? [] : [`${name}.shape[${axis}]`]), `${shape[axis]}`];
}

function* alongside(of: Case, shortcut: Side, main: Side): Iterable<Fix> {
  const isConcat = of.call.layer === "concat";
  const channels = !isConcat && shortcut.shape[0] !== main.shape[0];
  const maps = shortcut.shape.some((size, d) => d > 0 && size !== main.shape[d]);
  const pairs = [
    [shortcut, main],
    [main, shortcut],
  ] as const;
  if (channels && shortcut.way.steps.length === 0) yield* projected(of, shortcut, main);
  if (maps) {
    for (const [side, other] of pairs) yield* resized(of, side, other);
    for (const [side] of pairs) yield* padded(of, side);
  }
  for (const [side, other] of pairs) yield* matched(of, side, other, channels);
  if (!isConcat) yield* projected(of, shortcut, main);
  if (maps && !channels) yield* cropped(of, shortcut, main);
  if (isConcat) yield* elsewhere(of, shortcut, main);
}

/** ResNet's shortcut: a 1×1 convolution that brings one operand to the other's channels and size. */
function* projected(of: Case, side: Side, other: Side): Iterable<Fix> {
  const [, ...from] = side.shape;
  const [, ...to] = other.shape;
  if (from.length !== 2) return;
  const strides = from.map((size, d) => Math.max(1, Math.round(size / (to[d] ?? 1))));
  if (from.some((size, d) => Math.ceil(size / (strides[d] ?? 1)) !== to[d])) return;
  const [x, y] = [nameOf(of.call, side.index), nameOf(of.call, other.index)];
  const title = "Project the shortcut by a 1×1 convolution";
  const moves = strides.some((stride) => stride > 1);
  if (!isShared(of, of.call) || x === undefined || y === undefined) {
    const stride = moves ? `, stride: ${listed(strides)}` : "";
    const options = `{ filters: ${other.shape[0]}, kernel: 1${stride} }`;
    yield* fixOf(title, through(of, side.index, "conv2d", options));
    return;
  }
  const stride = moves ? `, stride: Math.round(${x}.shape[1] / ${y}.shape[1])` : "";
  const options = `{ filters: ${y}.shape[0], kernel: 1${stride} }`;
  const [open, close, ...imports] = through(of, side.index, "conv2d", options) ?? [];
  if (!open || !close) return;
  const fits = `${x}.shape[0] === ${y}.shape[0]${moves ? ` && ${x}.shape[1] === ${y}.shape[1]` : ""}`;
  const where = { ...open, text: `${fits} ? ${x} : ${open.text}` };
  yield { title: `${title} where it does not fit`, edits: [where, close, ...imports] };
}

/** The larger map loses its border, or the smaller one gets one. */
function* cropped(of: Case, a: Side, b: Side): Iterable<Fix> {
  if (a.shape.length !== 3) return;
  const missing = (side: Side, other: Side) =>
    [1, 2].map((d) => (other.shape[d] ?? 0) - (side.shape[d] ?? 0));
  const [least = 0] = missing(a, b);
  const [small, large] = least > 0 ? [a, b] : [b, a];
  const few = Math.abs(least) === 1;
  const ordered = few ? [small, large] : [large, small];
  for (const [i, side] of ordered.entries()) {
    const other = ordered[1 - i] ?? side;
    const title = (few ? i === 0 : i === 1) ? "Pad" : "Crop";
    const [x, y] = [nameOf(of.call, side.index), nameOf(of.call, other.index)];
    const [rows = 0, columns = 0] = missing(side, other);
    const [top, left] = [Math.trunc(rows / 2), Math.trunc(columns / 2)];
    const sides = [top, left, rows - top, columns - left];
    const fixed = sides.every((n) => n === top) ? `${top}` : `[${sides.join(", ")}]`;
    const asked = [1, 2].map((d) => `${y}.shape[${d}] - ${x}.shape[${d}]`);
    const repeated = isShared(of, of.call) && x !== undefined && y !== undefined;
    const text = repeated ? `[0, 0, ${asked.join(", ")}]` : fixed;
    const to = repeated ? `the size of ${y}` : `${other.shape[1]} × ${other.shape[2]}`;
    const edits = through(of, side.index, "pad", `{ padding: ${text} }`);
    yield* fixOf(`${title} ${x ?? "it"} to ${to}`, edits);
  }
}

/** Tensors that differ along one other axis alone are joined there. */
function* elsewhere(of: Case, a: Side, b: Side): Iterable<Fix> {
  const differ = a.shape.flatMap((size, d) => (size === b.shape[d] ? [] : [d]));
  if (differ.length === 1) yield* setting(of, of.call, { axis: `${differ[0]}` });
}
