import { refuse } from "../diagnostics.ts";
import type { Tensor as Raw } from "../tensor/expr.ts";
import type { GraphBuilder } from "./graph.ts";
import {
  type Declared,
  maybe,
  type Option,
  type Read,
  readOptions,
  word,
} from "./layers/options.ts";
import type { Loss, Target } from "./losses.ts";
import { callSite, placed } from "./place.ts";

type Outputs = { readonly [name: string]: Raw };

/** How a loss judges one output. */
export interface Rule {
  /** What it is compared with, given the output's shape without the batch. */
  readonly target: (shape: readonly number[]) => Omit<Target, "name">;
  readonly value: (g: GraphBuilder, x: Raw, target: Raw) => Raw;
  /** Whether the target is the class that should have the greatest score. */
  readonly classifies: boolean;
}

/** Options of all losses of one output: which one, and what the data it is compared with is called. */
export const judging = (target: string) => ({ of: maybe(word()), target: word(target) });
type Judging = { readonly of: Option<string | undefined>; readonly target: Option<string> };

/** A loss of one output; what is wrong with it is told where the user made it. */
export function judge<D extends Declared & Judging>(
  called: string,
  given: unknown,
  declared: D,
  rule: (options: Read<D>) => Rule,
): Loss {
  const site = callSite();
  const located = placed(called, site && { ...site, call: called });
  return located(() => {
    const options = readOptions(called, given, declared);
    const { target: name, of } = options as { readonly target: string; readonly of?: string }; // as Judging declares
    const { target, value, classifies } = rule(options);
    const judged = (outputs: Outputs) => outputCalled(of, outputs, called);
    return {
      name: called,
      targets: (outputs) =>
        located(() => [{ name, ...target(judged(outputs).raw.shape.slice(1)) }]),
      build: (g, outputs, targets) =>
        located(() => {
          const data = targets[name] ?? refuse("KS105", `there are no data called ${name}`);
          return value(g, judged(outputs).raw, data);
        }),
      ...(classifies
        ? { correct: (outputs) => ({ output: judged(outputs).name, target: name }) }
        : {}),
    };
  });
}

/** A loss that compares an output with numbers of the same shape. */
export const pointwise = (
  value: (g: GraphBuilder, fed: { readonly x: Raw; readonly target: Raw }) => Raw,
): Rule => ({
  target: (shape) => ({ shape, holds: "numbers" }),
  value: (g, x, target) => value(g, { x, target }),
  classifies: false,
});

/** A loss that compares scores of classes, along the first axis, with the index of the right one. */
export const byClass = (
  classWeights: readonly number[] | undefined,
  ignoreIndex: number | undefined,
  value: (
    g: GraphBuilder,
    fed: { readonly x: Raw; readonly target: Raw; readonly weight: Raw | undefined },
    attrs: { readonly ignoreIndex: number | null },
  ) => Raw,
): Rule => ({
  target([classes, ...shape]) {
    if (classes === undefined)
      refuse("KS202", "takes scores [classes, ...] but the output is a single number []");
    const ignored = ignoreIndex === undefined ? {} : { ignored: ignoreIndex };
    return { shape, holds: "classes", classes, ...ignored };
  },
  value(g, x, target) {
    const weight = weightsOf(g, classWeights, x);
    return value(g, { x, target, weight }, { ignoreIndex: ignoreIndex ?? null });
  },
  classifies: true,
});

export function weightsOf(
  g: GraphBuilder,
  classWeights: readonly number[] | undefined,
  x: Raw,
): Raw | undefined {
  if (classWeights === undefined) return undefined;
  const classes = x.shape[1];
  if (classWeights.length !== classes)
    refuse("KS201", `classWeights has ${classWeights.length} numbers for ${classes} classes`);
  return g.add("vector", {}, { values: classWeights });
}

function outputCalled(of: string | undefined, outputs: Outputs, loss: string) {
  const names = Object.keys(outputs);
  const [first = ""] = names;
  if (of === undefined && names.length > 1)
    refuse(
      "KS108",
      `the model has the outputs ${names.join(", ")}: it must be said which one counts`,
      {
        fix: `Give the loss one of them: ${loss}({ of: "${first}" }).`,
        choices: names,
      },
    );
  const name = of ?? first;
  const raw = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
  if (!raw)
    refuse("KS108", `the model has no output "${name}"`, {
      fix: `Its outputs are ${names.join(", ")}.`,
      choices: names,
    });
  return { name, raw };
}
