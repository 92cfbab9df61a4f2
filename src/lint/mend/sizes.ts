import type { Tensor } from "../../graph/tensor.ts";
import { type Edits, fixOf, setOptions } from "../edit.ts";
import type { Fix } from "../finding.ts";
import type { LayerCall } from "../followed.ts";
import { parted, same, type Step, type Way } from "../way.ts";
import {
  type Case,
  givenBy,
  keeping,
  listed,
  type Mend,
  optionsOf,
  perAxis,
  setting,
  through,
  where,
  windowed,
} from "./case.ts";
import { renameOption } from "./source.ts";

type Shape = readonly number[];

/** One of two operands that must be of one size. */
interface Side {
  readonly index: number;
  readonly tensor: Tensor;
  readonly shape: Shape;
  /** Since it parted from the other one's. */
  readonly way: Way;
}

/** KS201: sizes that should be one and are not. */
export const sizes: Mend = function* (of) {
  const { call } = of;
  const [a, b] = sidesOf(of);
  if (!a || !b) return;
  if (call.layer === "matmul") yield* turned(of, [b, a]);
  else if (a.shape.length !== b.shape.length) yield* lifted(of, a, b);
  else {
    // a shortcut is the shorter of the two: it follows the other
    const [shortcut, main] = a.way.steps.length < b.way.steps.length ? [a, b] : [b, a];
    yield* alongside(of, shortcut, main);
  }
};

/** The first operand, and the first whose sizes are at odds with it. */
function sidesOf({ call, way }: Case): readonly Side[] {
  const [first, ...rest] = call.fed;
  const other = rest.find(({ shape }) => !same(shape, first?.shape ?? []));
  if (!first || !other) return [];
  const { ways } = parted(way(first), way(other));
  return [first, other].map((tensor, i) => ({
    index: call.fed.indexOf(tensor),
    tensor,
    shape: tensor.shape,
    way: ways[i] ?? way(tensor),
  }));
}

/** A row for a column: the last two axes of one operand swapped. */
function* turned(of: Case, sides: readonly Side[]): Iterable<Fix> {
  for (const { index, shape } of sides) {
    const order = shape.map((_, d) => d);
    if (order.length < 2) continue;
    const swapped = [...order.slice(0, -2), order.length - 1, order.length - 2];
    const which = index === 0 ? "first" : "second";
    yield* fixOf(
      `Transpose the ${which} operand`,
      through(of, index, "transpose", `[${swapped.join(", ")}]`),
    );
  }
}

/** A number for each channel meets a map: it becomes one of a single row and column. */
function* lifted(of: Case, a: Side, b: Side): Iterable<Fix> {
  const [small, large] = a.shape.length < b.shape.length ? [a, b] : [b, a];
  if (small.shape.length !== 1 || small.shape[0] !== large.shape[0]) return;
  const to = [small.shape[0], ...large.shape.slice(1).map(() => 1)];
  yield* fixOf(
    `Reshape it to [${to.join(", ")}]`,
    through(of, small.index, "reshape", `[${to.join(", ")}]`),
  );
}

function* alongside(of: Case, shortcut: Side, main: Side): Iterable<Fix> {
  const isConcat = of.call.layer === "concat";
  const channels = !isConcat && shortcut.shape[0] !== main.shape[0];
  const resized = shortcut.shape.some((size, d) => d > 0 && size !== main.shape[d]);
  const pairs = [
    [shortcut, main],
    [main, shortcut],
  ] as const;
  if (channels && shortcut.way.steps.length === 0) yield* projected(of, shortcut, main);
  if (resized) yield* exactly(of, shortcut, main);
  if (resized) for (const [side, other] of pairs) yield* padded(of, side, other);
  for (const [side, other] of pairs) yield* matched(of, side, other, channels);
  if (!isConcat) yield* projected(of, shortcut, main);
  if (resized && !channels) yield* cropped(of, shortcut, main);
  if (isConcat) yield* elsewhere(of, shortcut, main);
}

const resizes = ({ from, to }: Step): boolean =>
  from.slice(1).some((size, d) => size !== to[d + 1]);

/** Every window on the way that shrinks the map for want of padding gets it. */
function* padded(of: Case, side: Side, other: Side): Iterable<Fix> {
  const steps = side.way.steps.filter(
    ({ call }) => windowed[call.layer] && optionsOf(call)["kernel"] !== 1,
  );
  const calls = new Map(steps.filter(resizes).map((step) => [step.call.call, step]));
  const all = [...calls.values()].map((step): readonly [LayerCall, Edits] => [
    step.call,
    setOptions(step.call, { padding: keeping(of, step) }),
  ]);
  if (all.length > 1) {
    const names = all.map(([{ name }]) => name).join(" and ");
    yield* fixOf(`Set padding in ${names}`, ...all.map(([, edits]) => edits));
  }
  for (const { call } of calls.values()) {
    yield* setting(of, call, { padding: keeping(of, { call }) });
    yield* strided(of, side, other, call, { padding: keeping(of, { call }) });
  }
}

/** A window's stride made what brings the map to the other's size, with other options or alone. */
function* strided(
  of: Case,
  side: Side,
  other: Side,
  call: LayerCall,
  more: { readonly [option: string]: string } = {},
): Iterable<Fix> {
  const given = perAxis(optionsOf(call)["stride"], side.shape.length - 1, 1);
  const strides = given.map((stride, d) => {
    const [own = 1, wanted = 1] = [side.shape[d + 1], other.shape[d + 1]];
    return own > wanted ? stride * Math.round(own / wanted) : stride / Math.round(wanted / own);
  });
  if (!strides.every((stride) => Number.isInteger(stride) && stride >= 1)) return;
  if (same(strides, given)) return;
  yield* setting(of, call, { ...more, stride: listed(strides) });
}

/** The last layers of a way that set its channels and its size set them as the other way does. */
function* matched(of: Case, side: Side, other: Side, channels: boolean): Iterable<Fix> {
  const { steps } = side.way;
  const sets = (name: string) => steps.findLast(({ call }) => name in optionsOf(call))?.call;
  const filters = channels ? (sets("filters") ?? sets("units")) : undefined;
  const option = filters && ("filters" in optionsOf(filters) ? "filters" : "units");
  const count = option ? { [option]: `${other.shape[0]}` } : {};
  for (const { call } of steps.toReversed()) {
    if (!windowed[call.layer]) continue;
    yield* strided(of, side, other, call, call === filters ? count : {});
  }
  if (filters) yield* setting(of, filters, count);
}

/** A layer that makes maps larger is told the size, or the rows that are missing. */
function* exactly(of: Case, ...sides: readonly [Side, Side]): Iterable<Fix> {
  for (const [i, side] of sides.entries()) {
    const wanted = (sides[1 - i] ?? side).shape.slice(1);
    const missing = wanted.map((size, d) => size - (side.shape[d + 1] ?? size));
    for (const { call } of side.way.steps.toReversed()) {
      if (call.layer === "upsample") {
        const size = listed(wanted);
        const edits = renameOption(call, "scale", "size", size);
        yield* fixOf(`Set size: ${size} for scale${where(call, of.call)}`, edits);
      }
      if (call.layer !== "convTranspose2d") continue;
      const { outputPadding, padding } = optionsOf(call);
      const extra = perAxis(outputPadding, 2, 0).map((n, d) => n + (missing[d] ?? 0));
      yield* setting(of, call, { outputPadding: listed(extra) });
      const less = perAxis(padding, 2, 0).map((n, d) => n - Math.ceil((missing[d] ?? 0) / 2));
      yield* setting(of, call, { padding: listed(less) });
    }
  }
}

/** ResNet's shortcut: a 1×1 convolution that brings one operand to the other's channels and size. */
function* projected(of: Case, side: Side, { shape }: Side): Iterable<Fix> {
  if (side.shape.length !== 3) return;
  const strides = side.shape
    .slice(1)
    .map((size, d) => Math.max(1, Math.floor((size - 1) / Math.max(1, (shape[d + 1] ?? 1) - 1))));
  const fits = strides.every((s, d) => Math.ceil((side.shape[d + 1] ?? 1) / s) === shape[d + 1]);
  if (!fits) return;
  const stride = strides.some((s) => s > 1) ? `, stride: ${listed(strides)}` : "";
  const options = `{ filters: ${shape[0]}, kernel: 1${stride} }`;
  yield* fixOf(
    "Project the shortcut by a 1×1 convolution",
    through(of, side.index, "conv2d", options),
  );
}

/** The larger map loses its border, or the smaller one gets one. */
function* cropped(of: Case, ...sides: readonly [Side, Side]): Iterable<Fix> {
  if (sides[0].shape.length !== 3) return;
  for (const [i, side] of sides.entries()) {
    const wanted = (sides[1 - i] ?? side).shape;
    const [rows = 0, columns = 0] = [1, 2].map((d) => (wanted[d] ?? 0) - (side.shape[d] ?? 0));
    const [top, left] = [Math.trunc(rows / 2), Math.trunc(columns / 2)];
    const border = [top, left, rows - top, columns - left];
    const text =
      top === rows - top && left === columns - left ? listed(border) : `[${border.join(", ")}]`;
    const what = rows < 0 || columns < 0 ? "Crop" : "Pad";
    const shown = givenBy(of.call, side.index)?.getText(of.call.file) ?? "";
    const title = `${what} ${/^[\w.$]+$/.test(shown) ? shown : "it"} to ${wanted[1]} × ${wanted[2]}`;
    yield* fixOf(title, through(of, side.index, "pad", `{ padding: ${text} }`));
  }
}

/** Tensors that differ along one other axis alone are joined there. */
function* elsewhere(of: Case, a: Side, b: Side): Iterable<Fix> {
  const differ = a.shape.flatMap((size, d) => (size === b.shape[d] ? [] : [d]));
  if (differ.length === 1) yield* setting(of, of.call, { axis: `${differ[0]}` });
}
