import type { Dice } from "./dice.ts";

/** A value for an option, given the shape that the layer is fed: mostly one that fits, sometimes not. */
type Draw = (dice: Dice, x: readonly number[]) => unknown;

const pairOr =
  (one: (dice: Dice) => number): Draw =>
  (dice) =>
    dice.rarely(3) ? [one(dice), one(dice)] : one(dice);

const from =
  (...values: readonly [unknown, ...unknown[]]): Draw =>
  (dice) =>
    dice.one(values);

const window = pairOr((dice) => dice.one([1, 2, 2, 3, 3, 4, 5, 7]));
const step = pairOr((dice) => dice.one([1, 1, 2, 2, 3]));
const count = from(1, 2, 3, 4, 6, 8, 12);
const number = from(0.5, 1, 0.25, 2, 0, -1);
const groups: Draw = (dice, [channels = 1]) => dice.one([1, 2, 3, 4, channels]);
const axis: Draw = (dice, { length }) => dice.below(2 * length + 2) - length - 1;
const part = (dice: Dice): number => 1 + dice.below(4);

const border: Draw = (dice) => {
  const side = () => dice.one([0, 0, 1, 1, 2, 3]);
  return dice.one([side(), side(), [side(), side()], dice.list(4, side)]);
};

/** Two parts of the first axis, or numbers that seldom add up to it. */
const parts: Draw = (dice, [first = 1]) =>
  dice.one([
    2,
    3,
    1,
    part(dice),
    [part(dice), part(dice)],
    [first, 1],
    [1, Math.max(1, first - 1)],
  ]);

/** By the names that layers have them under. */
const draws: { readonly [option: string]: Draw } = {
  filters: count,
  units: count,
  kernel: window,
  stride: step,
  dilation: step,
  padding: (dice, x) => (dice.rarely(4) ? dice.one(["same", "valid"]) : border(dice, x)),
  outputPadding: pairOr((dice) => dice.below(3)),
  groups,
  scale: pairOr((dice) => dice.one([1, 2, 2, 3])),
  size: pairOr((dice) => 1 + dice.below(6)),
  axis,
  axes: (dice, x) =>
    dice.one([axis(dice, x), [axis(dice, x)], [axis(dice, x), axis(dice, x)], [0, -1], []]),
  parts,
  start: (dice) => dice.below(9) - 4,
  end: (dice) => dice.below(12) - 3,
  step: from(1, 2, 3),
  divisor: from(1, 4),
  mode: from("constant", "reflect", "edge", "wrap", "nearest", "bilinear"),
  approximate: from("tanh", "none"),
  name: from("stem", "stem", ""),
  ...Object.fromEntries(
    ["keepDims", "ceilMode", "bias", "affine", "shared", "alignCorners", "countIncludePad"].map(
      (flag) => [flag, from(true, false)],
    ),
  ),
};

/** What layers have in common that says nothing about shapes. */
const left = ["weightInitializer", "biasInitializer"];

/** What fits no option, or only a few. */
const odd = [0, -1, 1.5, 1e6, "3", "same", true, null, undefined, [1, 2, 3], [], {}, [2, "2"]];

/** Options of a call: what must be given mostly is, the others now and then, and seldom one that there is not. */
export function drawOptions(
  dice: Dice,
  names: readonly string[],
  needed: readonly string[],
  x: readonly number[],
): { readonly [option: string]: unknown } {
  const known = names.filter((name) => !left.includes(name));
  const given = known.filter((name) =>
    needed.includes(name) ? !dice.rarely(60) : dice.rarely(known.length > 4 ? 3 : 2),
  );
  const drawn = given.map((name) => [name, (draws[name] ?? number)(dice, x)] as const);
  const wrong = dice.rarely(12) ? [[dice.one(["strides", "channels"]), 2] as const] : [];
  const spoiled = dice.rarely(4) ? dice.below(drawn.length) : -1;
  return Object.fromEntries([
    ...drawn.map(([name, value], i) => [name, i === spoiled ? dice.one(["", ...odd]) : value]),
    ...wrong,
  ]);
}
