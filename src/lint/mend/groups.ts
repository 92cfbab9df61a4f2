import type { Fix } from "../finding.ts";
import { type Case, isRepeated, isShared, type Mend, nameOf, optionsOf, setting } from "./case.ts";

/** KS204: groups that do not divide the channels. */
export const groups: Mend = function* (of) {
  const { call, options } = of;
  const [channels = 1] = call.fed[0]?.shape ?? [];
  if (call.layer === "pixelShuffle") {
    yield* shuffled(of, channels);
    return;
  }
  const [given, filters = channels] = [options["groups"], options["filters"]];
  if (typeof given !== "number" || typeof filters !== "number") return;
  const others = of.followed.calls.filter((other) => other.call === call.call);
  const counts = others.flatMap((other) => [
    other.fed[0]?.shape[0] ?? channels,
    Number(optionsOf(other)["filters"] ?? channels),
  ]);
  const both = common(channels, filters).filter((n) => counts.every((count) => count % n === 0));
  const [near = 1] = both.toSorted((a, b) => Math.abs(a - given) - Math.abs(b - given) || b - a);
  const fitting = nearestMultiple(filters, given);
  const repeated = isRepeated(of, call);
  const name = nameOf(call, 0);
  const own = isShared(of, call) && name !== undefined ? `${name}.shape[0]` : `${channels}`;
  const depthwise = filters === given && given > 1;
  if (depthwise) yield* setting(of, call, { filters: own, groups: own });
  if (channels % given === 0) yield* setting(of, call, { filters: `${fitting}` });
  if (near > 1) yield* setting(of, call, { groups: `${near}` });
  if (filters % given === 0 || !options["filters"])
    yield* upstream(of, nearestMultiple(channels, given));
  if (filters % channels === 0) yield* setting(of, call, { groups: `${channels}` });
  if (!repeated) yield* setting(of, call, { groups: "1" });
};

/** r² channels are one: [c·r², h, w] → [c, h·r, w·r] */
function* shuffled(of: Case, channels: number): Iterable<Fix> {
  const { scale } = of.options;
  if (typeof scale !== "number") return;
  yield* upstream(of, nearestMultiple(channels, scale ** 2));
  const roots = common(channels, channels).filter((n) => Number.isInteger(Math.sqrt(n)));
  const fits = roots.map(Math.sqrt).filter((r) => r > 1 && r <= scale);
  yield* setting(of, of.call, { scale: `${fits.at(-1) ?? 1}` });
}

/** The channels changed where they come from: the last convolution on the way. */
export function* upstream(of: Case, channels: number): Iterable<Fix> {
  const [x] = of.call.fed;
  const last = x && of.way(x).steps.findLast(({ from, to }) => from[0] !== to[0]);
  if (!last) return;
  const option = ["filters", "units"].find((name) => name in optionsOf(last.call));
  if (option) yield* setting(of, last.call, { [option]: `${channels}` });
}

/** What divides both, the least first. */
const common = (a: number, b: number): readonly number[] =>
  Array.from({ length: Math.min(a, b) }, (_, i) => i + 1).filter((n) => a % n === 0 && b % n === 0);

export const nearestMultiple = (n: number, of: number): number =>
  Math.max(1, Math.round(n / of)) * of;
