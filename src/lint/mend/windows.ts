import { fixOf, unwrap } from "../edit.ts";
import type { Fix } from "../finding.ts";
import {
  type Case,
  isRepeated,
  keeping,
  listed,
  type Mend,
  optionsOf,
  perAxis,
  setting,
  where,
  windowed,
} from "./case.ts";

/** KS203: a window larger than what it moves over. */
export const windows: Mend = function* (of) {
  const { layer } = of.call;
  if (layer === "convTranspose2d") yield* spread(of);
  else if (layer === "pad") yield* border(of);
  else if (windowed[layer]) yield* smaller(of);
};

function* smaller(of: Case): Iterable<Fix> {
  const { call, options } = of;
  const [x] = call.fed;
  if (!x) return;
  const isPool = call.layer.includes("Pool");
  const repeated = isRepeated(of, call);
  // what suits the sizes of one call would change all the others
  const room = fitting(of);
  const kernel = repeated ? [] : setting(of, call, { kernel: listed(room) });
  const out = isPool && !repeated ? fixOf("Leave the pool out", unwrap(call)) : [];
  const pools = room.some((size) => size > 1);
  if (isPool) yield* pools ? [...kernel, ...out] : [...out, ...kernel];
  yield* setting(of, call, { padding: keeping(of, { call }) });
  if (!isPool) yield* kernel;
  yield* setting(of, call, { padding: '"same"' });
  if (options["dilation"] !== undefined) yield* setting(of, call, { dilation: "1" });
  yield* larger(of);
}

/** The greatest kernel, of those not above the one given, that the padded input has room for. */
function fitting({ call, options }: Case): readonly number[] {
  const sizes = call.fed[0]?.shape.slice(1) ?? [];
  const along = (name: string, otherwise: number) =>
    perAxis(options[name], sizes.length, otherwise);
  const [kernel, dilation] = [along("kernel", 1), along("dilation", 1)];
  const added = padded(options["padding"], sizes.length);
  return sizes.map((size, d) => {
    const most = Math.floor((size + (added[d] ?? 0) - 1) / (dilation[d] ?? 1)) + 1;
    return Math.max(1, Math.min(kernel[d] ?? 1, most));
  });
}

/** What is added along each axis, before and after together. */
function padded(padding: unknown, axes: number): readonly number[] {
  const sides = perAxis(padding, 2 * axes, 0);
  const half = sides.slice(axes);
  return sides.slice(0, axes).map((before, d) => before + (half[d] ?? 0));
}

/** What shrank the map on the way shrinks it less. */
function* larger(of: Case): Iterable<Fix> {
  const [x] = of.call.fed;
  if (!x) return;
  const shrunk = of
    .way(x)
    .steps.filter(({ call, from, to }) => windowed[call.layer] && (to[1] ?? 0) < (from[1] ?? 0))
    .filter((step) => !isRepeated(of, step.call));
  for (const step of shrunk.toReversed()) {
    const { stride, padding, kernel } = optionsOf(step.call);
    if (step.call.layer.includes("Pool"))
      yield* fixOf(`Leave the pool out${where(step.call, of.call)}`, unwrap(step.call));
    else if (padding === undefined && kernel !== 1)
      yield* setting(of, step.call, { padding: keeping(of, step) });
    if (stride !== undefined && stride !== 1) yield* setting(of, step.call, { stride: "1" });
  }
}

/** A transposed convolution whose padding leaves nothing. */
function* spread(of: Case): Iterable<Fix> {
  const { call, options } = of;
  const [kernel, stride] = [perAxis(options["kernel"], 2, 1), perAxis(options["stride"], 2, 1)];
  const centred = kernel.map((k, d) => Math.max(0, Math.floor((k - (stride[d] ?? 1)) / 2)));
  yield* setting(of, call, { padding: listed(centred) });
  yield* setting(of, call, { padding: "0" });
}

/** A border of more than there is to show. */
function* border(of: Case): Iterable<Fix> {
  const { call, options } = of;
  const [h = 1, w = 1] = call.fed[0]?.shape.slice(-2) ?? [];
  const less = options["mode"] === "reflect" ? 1 : 0;
  const [top = 0, left = 0, bottom = 0, right = 0] = perAxis(options["padding"], 4, 0);
  const within = (n: number, size: number) =>
    Math.max(Math.min(n, size - less), -Math.floor((size - 1) / 2));
  const sides = [within(top, h), within(left, w), within(bottom, h), within(right, w)];
  const pair = sides[0] === sides[2] && sides[1] === sides[3] ? sides.slice(0, 2) : sides;
  yield* setting(of, call, { padding: listed(pair) });
  if (options["mode"] !== undefined && options["mode"] !== "constant")
    yield* setting(of, call, { mode: '"edge"' });
}
