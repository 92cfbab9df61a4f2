import { refuse } from "../diagnostics.ts";
import type { Plain } from "../shapes/index.ts";
import type { Tensor as Raw } from "../tensor/expr.ts";
import type { GraphBuilder } from "./graph.ts";
import { describe } from "./layers/layer.ts";
import { show } from "./layers/options.ts";
import type { Loss } from "./losses.ts";
import { callSite, placed } from "./place.ts";
import { Tensor } from "./tensor.ts";

/** A loss written with layers. */
export interface LossDefinition<T extends { readonly [name: string]: readonly number[] }> {
  /** What it is called in messages. */
  readonly name?: string;
  /** Shapes of the data it compares with, by name and without the batch. */
  readonly targets: T;
  /** What one sample costs: a single number, as sum and mean give it. */
  readonly value: (
    outputs: { readonly [name: string]: Tensor },
    targets: { readonly [K in keyof T]: Tensor<Plain<T[K]>> },
  ) => Tensor;
}

/** The mean over the batch of what each sample costs: L = 1/N · Σ n value[n] */
export function loss<const T extends { readonly [name: string]: readonly number[] }>(
  definition: LossDefinition<T>,
): Loss {
  const site = callSite();
  const located = placed(definition?.name ?? "loss", site && { ...site, call: "loss" });
  return located(() => {
    const { name = "loss", targets, value } = checked(definition);
    return {
      name,
      targets: () =>
        Object.entries(targets).map(([name, shape]) => ({ name, shape, holds: "numbers" })),
      build: (builder, outputs, fed) => {
        const made = value(
          tensors(builder, outputs),
          tensors(builder, fed) as { readonly [K in keyof T]: Tensor<Plain<T[K]>> }, // by the names in targets
        );
        return located(() => meanOf(made, builder));
      },
    };
  });
}

function meanOf(value: unknown, builder: GraphBuilder): Raw {
  if (!(value instanceof Tensor))
    refuse("KS108", `the value of a loss must be a tensor, but is ${show(value)}`);
  if (value.builder !== builder) refuse("KS103", "the value of the loss is of another model");
  if (value.shape.length > 0)
    refuse("KS202", `a sample costs a single number, but the value is ${describe(value.shape)}`, {
      fix: "Take mean(…) or sum(…) of it.",
    });
  return builder.add("reduceMean", { x: value.raw }, {}, { claimed: builder.counted("loss") });
}

const tensors = (builder: GraphBuilder, raws: { readonly [name: string]: Raw }) =>
  Object.fromEntries(
    Object.entries(raws).map(([name, raw]) => [name, new Tensor(builder, raw, raw.shape.slice(1))]),
  );

function checked<D>(definition: D): D {
  const takes = "It takes { targets: { y: [3] }, value: (outputs, targets) => … }.";
  if (typeof definition !== "object" || definition === null)
    refuse("KS102", `a loss is defined by an object, not ${show(definition)}`, { fix: takes });
  const { targets, value } = definition as { readonly targets?: unknown; readonly value?: unknown }; // any object may be asked
  if (typeof value !== "function")
    refuse("KS102", `value must be a function, but is ${show(value)}`, { fix: takes });
  if (typeof targets !== "object" || targets === null)
    refuse("KS102", `targets must be shapes by name, but is ${show(targets)}`, { fix: takes });
  for (const [name, shape] of Object.entries(targets))
    if (!Array.isArray(shape) || !shape.every((n) => Number.isSafeInteger(n) && n > 0))
      refuse("KS205", `the target ${name} has the shape ${show(shape)}`, {
        fix: "A shape is a list of positive integers, without the batch.",
      });
  return definition;
}
