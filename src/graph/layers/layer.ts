import { KernelsmithError, type Place, refuse } from "../../diagnostics.ts";
import type { Shape } from "../../shapes/index.ts";
import type { OpName } from "../../ops/index.ts";
import type { Tensor as Raw } from "../../tensor/expr.ts";
import type { Fed, GraphBuilder, Initial, Options, Variable } from "../graph.ts";
import { callSite } from "../place.ts";
import { Tensor } from "../tensor.ts";
import { type Declared, maybe, type Read, readOptions, show, word } from "./options.ts";

/** What every layer takes. */
export interface Named {
  /** What the layer is called; by default its kind and a number: conv1, conv2, … */
  readonly name?: string;
}

/** A layer as its functions declare it. */
export interface Layer<D extends Declared> {
  /** The function's name. */
  readonly called: string;
  /** What its nodes are called, with a number: conv. */
  readonly short: string;
  readonly options: D;
}

/** One call of a layer: adds its nodes and parameters to the graph under its name. */
export interface Call {
  readonly name: string;
  /** The node that bears the layer's name, or a part of it: "linear1.product". */
  readonly add: <K extends OpName>(op: K, inputs: Fed<K>, attrs?: Options<K>, part?: string) => Raw;
  readonly parameter: (
    name: string,
    shape: readonly number[],
    initial: Initial,
    role?: Variable["role"],
  ) => Raw;
}

type Tensors<T extends string> = { readonly [K in T]: Tensor };

/**
 * Checks a call, builds it, and gives back its tensors. What goes wrong on the way is told with the
 * layer's name and the place of the call in the user's source.
 */
export function layers<T extends string, D extends Declared>(
  layer: Layer<D>,
  fed: { readonly [K in T]: unknown },
  given: unknown,
  build: (call: Call, tensors: Tensors<T>, options: Read<D>) => readonly Raw[],
): Tensor[] {
  const site = callSite();
  const at = site && { ...site, call: layer.called };
  let name = layer.called;
  try {
    const builder = builderOf(layer.called, fed);
    name = nameOf(given) ?? builder.counted(layer.short);
    if (nameOf(given) !== undefined) builder.claim(name, at);
    const declared = { ...layer.options, name: maybe(word()) };
    const { name: _, ...options } = readOptions(layer.called, given, declared);
    const made = build(call(builder, name, at), fed as Tensors<T>, options as unknown as Read<D>); // checked; without the name
    return made.map((raw) => new Tensor(builder, raw, raw.shape.slice(1)));
  } catch (error) {
    if (!(error instanceof KernelsmithError)) throw error;
    const node = name === layer.called ? (nameOf(given) ?? name) : name;
    throw new KernelsmithError({ ...error.diagnostic, node, ...(at ? { at } : {}) });
  }
}

/** The same for the many layers that give one tensor. */
export function layer<T extends string, D extends Declared>(
  declared: Layer<D>,
  fed: { readonly [K in T]: unknown },
  given: unknown,
  build: (call: Call, tensors: Tensors<T>, options: Read<D>) => Raw,
): Tensor {
  const [made] = layers(declared, fed, given, (...args) => [build(...args)]);
  return made as Tensor; // build gave one
}

/** The name asked for, if it is one; what it must be is said when the options are read. */
function nameOf(given: unknown): string | undefined {
  const name = typeof given === "object" && given !== null ? (given as Named).name : undefined; // any object may be asked
  return name === undefined ? undefined : word().read(name);
}

/** The model that all tensors of a call belong to. */
function builderOf(called: string, fed: { readonly [name: string]: unknown }): GraphBuilder {
  let builder: GraphBuilder | undefined;
  for (const [name, value] of Object.entries(fed)) {
    if (!(value instanceof Tensor))
      refuse("KS103", `${name} must be a tensor of the model, but is ${show(value)}`, {
        fix: "Layers take what the inputs or another layer give.",
      });
    if (builder && value.builder !== builder)
      refuse("KS103", `${name} is a tensor of another model`);
    builder = value.builder;
  }
  if (!builder) refuse("KS105", `${called} needs a tensor`);
  return builder;
}

function call(builder: GraphBuilder, name: string, at: Place | undefined): Call {
  return {
    name,
    add: (op, inputs, attrs, part) =>
      builder.add(
        op,
        inputs,
        attrs,
        part === undefined ? { claimed: name, at } : { name: `${name}.${part}`, at },
      ),
    parameter: (part, shape, initial, role = "parameter") =>
      builder.variable(`${name}.${part}`, shape, role, { initial, at }),
  };
}

/** The sizes of a tensor of as many axes as the layer takes. */
export function sizes<const A extends readonly string[]>(
  called: string,
  x: Tensor,
  axes: A,
  fix?: string,
): { readonly [K in keyof A]: number } {
  if (x.shape.length !== axes.length)
    refuse("KS202", `${called} takes [${axes.join(", ")}] but is fed ${describe(x.shape)}`, {
      ...(fix ? { fix } : {}),
    });
  return x.shape as unknown as { readonly [K in keyof A]: number }; // as many, as just checked
}

/** "a feature map [16, 5, 5]": what a person would call it. */
export function describe(shape: Shape): string {
  const noun = ["a single number", "a vector", "a sequence", "a feature map"][shape.length];
  return `${noun ? `${noun} ` : ""}${text(shape)}`;
}

export const text = (shape: Shape): string => `[${shape.join(", ")}]`;

/** An axis counted without the batch, as the graph counts it. */
export function graphAxis(axis: number, x: Tensor): number {
  const rank = x.shape.length;
  const found = axis < 0 ? axis + rank : axis;
  if (found < 0 || found >= rank)
    refuse("KS206", `axis ${axis} is none of ${text(x.shape)}, which has ${axesOf(rank)}`, {
      fix: "Axes are counted without the batch: 0 is the first of the shape, -1 the last.",
    });
  return found + 1;
}

const axesOf = (rank: number): string =>
  rank === 0 ? "no axes" : rank === 1 ? "only axis 0" : `axes 0 to ${rank - 1}`;
