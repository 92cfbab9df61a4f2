import { KernelsmithError } from "../../../src/diagnostics.ts";
import * as all from "../../../src/graph/layers/index.ts";
import { layerNames } from "../../support/layer-names.ts";
import { bench } from "../../support/model.ts";
import { Dice } from "./dice.ts";
import { drawOptions } from "./options.ts";

type Shape = readonly number[];

/** A call of a layer: tensors by their shapes, everything else as it is. */
export interface Call {
  readonly layer: string;
  readonly args: readonly Arg[];
}
export type Arg =
  { readonly tensor: Shape } | { readonly tensors: readonly Shape[] } | { readonly value: unknown };

/** As JavaScript sees it: anything may be passed. */
export const layers = all as unknown as {
  readonly [name: string]: (...args: readonly unknown[]) => unknown;
};

const binary = ["add", "sub", "mul", "div", "pow", "maximum", "minimum"];
const lengthwise = ["conv1d", "maxPool1d", "averagePool1d"];
const vectors = ["linear"];

/** What a layer cannot do without. */
const needed: { readonly [layer: string]: readonly string[] } = {
  linear: ["units"],
  split: ["parts"],
  slice: ["axis"],
  pad: ["padding"],
  pixelShuffle: ["scale"],
  groupNorm: ["groups"],
  channelShuffle: ["groups"],
  localResponseNorm: ["size"],
};
export const neededBy = (layer: string): readonly string[] => {
  if (layer.startsWith("conv")) return ["filters", "kernel"];
  if (layer.startsWith("adaptive")) return ["size"];
  return needed[layer] ?? (/^(max|average)Pool/.test(layer) ? ["kernel"] : []);
};

const size = (dice: Dice): number => dice.one([1, 2, 3, 4, 5, 6, 6, 7, 8, 8, 9, 12, 12, 16, 28]);

/** Mostly of as many axes as the layer takes. */
function drawShape(dice: Dice, layer: string): Shape {
  const usual = lengthwise.includes(layer) ? 2 : vectors.includes(layer) ? 1 + dice.below(2) : 3;
  const rank = dice.rarely(8) ? dice.below(5) : usual;
  return dice.list(rank, () => size(dice));
}

/** A shape that has something in common with another. */
function relative(dice: Dice, x: Shape): Shape {
  const changed = x.map((n) => (dice.rarely(4) ? dice.one([1, size(dice)]) : n));
  return dice.one([x, changed, changed.slice(1), [2, ...changed]]);
}

const shuffled = (dice: Dice, length: number): number[] => {
  const rest = Array.from({ length }, (_, i) => (dice.rarely(5) ? i - length : i));
  return dice.list(length, () => rest.splice(dice.below(rest.length), 1)[0] ?? 0);
};

/** Shapes of as many numbers, or nearly. */
function reshaped(dice: Dice, x: Shape): Shape {
  const count = x.reduce((a, b) => a * b, 1);
  const [first = 1, ...rest] = x;
  return dice.one([
    [count],
    [-1],
    [-1, first],
    [first, -1],
    [first, count / first],
    [...rest, first],
    [-1, 2, -1],
    [count, 2],
    [0, count],
    [-1, 5],
    [],
  ]);
}

const maybe = (options: object, dice: Dice): Arg[] =>
  Object.keys(options).length === 0 && dice.rarely(2) ? [] : [{ value: options }];

/** The options that a layer names when it is given one that it does not have. */
function optionsOf(layer: string): readonly string[] {
  const told = new Set<string>();
  for (const shape of [[4, 4, 4], [4, 4], [4]])
    for (const feed of [1, 2]) {
      const { input } = bench();
      const x = input(shape);
      try {
        layers[layer]?.(...(layer === "concat" ? [[x]] : [x, x].slice(0, feed)), { nobody: 1 });
      } catch (error) {
        const fix = error instanceof KernelsmithError ? error.diagnostic.fix : undefined;
        for (const name of /^It takes (.*)\.$/.exec(fix ?? "")?.[1]?.split(", ") ?? [])
          told.add(name);
      }
    }
  return [...told];
}

function draw(dice: Dice, layer: string, names: readonly string[]): Call {
  const x = drawShape(dice, layer);
  const given = layer === "upsample" ? [dice.one(["size", "scale"])] : neededBy(layer);
  const options = drawOptions(dice, names, given, x);
  if (binary.includes(layer) || layer === "matmul") {
    const [second, first] = [relative(dice, x), x];
    const turned = [...second.slice(0, -2), ...second.slice(-2).reverse()];
    const b = layer === "matmul" && !dice.rarely(4) ? turned : second;
    const other: Arg =
      layer !== "matmul" && dice.rarely(6) ? { value: dice.one([2, 0.5, -1, 0]) } : { tensor: b };
    return { layer, args: [{ tensor: first }, other, ...maybe(options, dice)] };
  }
  if (layer === "concat") {
    const tensors = dice.list(1 + dice.below(3), () => relative(dice, x));
    return { layer, args: [{ tensors: [x, ...tensors] }, ...maybe(options, dice)] };
  }
  if (layer === "reshape")
    return { layer, args: [{ tensor: x }, { value: reshaped(dice, x) }, ...maybe(options, dice)] };
  if (layer === "transpose") {
    const order = shuffled(dice, x.length);
    const axes = dice.one([order, order, order, [0, ...order], order.map(() => 0), [3, 1, 2]]);
    return { layer, args: [{ tensor: x }, { value: axes }, ...maybe(options, dice)] };
  }
  return { layer, args: [{ tensor: x }, ...maybe(options, dice)] };
}

/** So many calls of every layer. */
export function drawCalls(seed: number, ofEach: (layer: string) => number): readonly Call[] {
  const dice = new Dice(seed);
  return layerNames.flatMap((layer) => {
    const names = optionsOf(layer);
    return dice.list(ofEach(layer), () => draw(dice, layer, names));
  });
}
