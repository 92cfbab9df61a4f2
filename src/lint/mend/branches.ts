import { ts } from "ts-morph";
import { type Edits, fixOf } from "../edit.ts";
import type { Fix } from "../finding.ts";
import type { LayerCall } from "../followed.ts";
import { same, type Step } from "../way.ts";
import {
  type Case,
  isRepeated,
  keeping,
  listed,
  optionsOf,
  perAxis,
  setting,
  where,
  windowed,
} from "./case.ts";
import type { Side } from "./sizes.ts";
import { valueOf } from "./source.ts";
import { optionOf, renameOption, settled } from "./written.ts";

/** A layer that makes maps larger is told the size, or the rows that are missing. */
export function* resized(of: Case, side: Side, other: Side): Iterable<Fix> {
  const wanted = other.shape.slice(1);
  const missing = wanted.map((size, d) => size - (side.shape[d + 1] ?? size));
  for (const { call } of side.way.steps.toReversed()) {
    if (isRepeated(of, call)) continue;
    if (call.layer === "upsample") {
      const size = listed(wanted);
      const edits = renameOption(call, "scale", "size", size);
      yield* fixOf(`Set size: ${size} for scale${where(call, of.call)}`, edits);
    }
    if (call.layer !== "convTranspose2d") continue;
    const { outputPadding, padding } = optionsOf(call);
    const extra = perAxis(outputPadding, 2, 0).map((n, d) => n + (missing[d] ?? 0));
    if (extra.every((n) => n >= 0)) yield* setting(of, call, { outputPadding: listed(extra) });
    const less = perAxis(padding, 2, 0).map((n, d) => n - (missing[d] ?? 0) / 2);
    if (less.every((n) => Number.isInteger(n) && n >= 0))
      yield* setting(of, call, { padding: listed(less) });
  }
}

/** Every window on the way that shrinks the map for want of padding gets it. */
export function* padded(of: Case, side: Side): Iterable<Fix> {
  const short = side.way.steps.filter((step) => shrinks(step) && !isKept(step.call));
  const calls = [...new Map(short.map(({ call }) => [call.call, call])).values()];
  const all = calls.map((call): readonly [LayerCall, Edits] => [
    call,
    settled(call, { padding: keeping(of, { call }) }),
  ]);
  if (all.length > 1) {
    const names = all.map(([{ name }]) => name).join(" and ");
    yield* fixOf(`Set padding in ${names}`, ...all.map(([, edits]) => edits));
  }
  for (const call of calls) yield* setting(of, call, { padding: keeping(of, { call }) });
}

/** Whether it gives fewer rows or columns than its stride leaves. */
const shrinks = ({ call, from, to }: Step): boolean => {
  const axes = windowed[call.layer];
  const { stride, kernel } = optionsOf(call);
  const strides = perAxis(stride ?? (call.layer.includes("Pool") ? kernel : 1), axes ?? 2, 1);
  return (
    axes !== undefined &&
    strides.some((s, d) => (to[d + 1] ?? 1) < Math.ceil((from[d + 1] ?? 1) / s))
  );
};

/** Whether its padding is what keeps sizes at stride 1. */
function isKept(call: LayerCall): boolean {
  const axes = windowed[call.layer] ?? 2;
  const { kernel, dilation, padding } = optionsOf(call);
  const spread = perAxis(dilation, axes, 1);
  const half = perAxis(kernel, axes, 1).map((k, d) => ((k - 1) * (spread[d] ?? 1)) / 2);
  return padding === "same" || same(half, perAxis(padding, axes, 0));
}

/** The layers of a way that set its size, and the last one that sets its channels, do as the other way has it. */
export function* matched(of: Case, side: Side, other: Side, channels: boolean): Iterable<Fix> {
  const { steps } = side.way;
  const option = ["filters", "units"].find((name) =>
    steps.some(({ call }) => name in optionsOf(call)),
  );
  const last = option && steps.findLast(({ call }) => option in optionsOf(call))?.call;
  const count = option && channels && last ? { [option]: `${other.shape[0]}` } : {};
  for (const { call } of steps.toReversed()) {
    if (!windowed[call.layer]) continue;
    const stride = strideOf(of, call, side, other);
    const more = call === last ? count : {};
    if (stride === undefined) continue;
    yield* setting(of, call, { ...more, stride });
    if (!isKept(call))
      yield* setting(of, call, { ...more, padding: keeping(of, { call }), stride });
  }
  if (last && channels) yield* setting(of, last, count);
}

/**
 * The stride that brings a map to the other's size, as text: where a block is called with several sizes,
 * what stands at a layer of the other way in the same function.
 */
function strideOf(of: Case, call: LayerCall, side: Side, other: Side): string | undefined {
  const given = perAxis(optionsOf(call)["stride"], side.shape.length - 1, 1);
  const strides = given.map((stride, d) => {
    const [own = 1, wanted = 1] = [side.shape[d + 1], other.shape[d + 1]];
    return own > wanted ? stride * Math.round(own / wanted) : stride / Math.round(wanted / own);
  });
  if (!strides.every((stride) => Number.isInteger(stride) && stride >= 1)) return undefined;
  if (same(strides, given)) return undefined;
  if (!isRepeated(of, call)) return listed(strides);
  const twin = other.way.steps.find(
    (step) =>
      functionOf(step.call.call) === functionOf(call.call) &&
      same(perAxis(optionsOf(step.call)["stride"], strides.length, 1), strides),
  );
  const property = twin && optionOf(twin.call, "stride");
  return property ? valueOf(property).getText(property.getSourceFile()) : listed(strides);
}

const functionOf = (node: ts.Node): ts.Node | undefined =>
  ts.findAncestor(node.parent, ts.isFunctionLike);
