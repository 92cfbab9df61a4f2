import { Axis } from "../src/tensor/axis.ts";
import {
  add,
  div,
  min,
  mul,
  number,
  one,
  read,
  square,
  sum,
  type Tensor,
  unary,
} from "../src/tensor/expr.ts";
import { type Definition, define, type Program } from "../src/tensor/program.ts";
import type { Optimizer } from "../src/graph/optimizers.ts";

/** The optimiser's step over all trained parameters at once, as definitions like any other. */
export interface Update {
  readonly program: Program;
  readonly tensors: {
    readonly theta: Tensor;
    readonly gradient: Tensor;
    readonly slots: readonly Tensor[];
    readonly learningRate: Tensor;
    readonly count: Tensor;
  };
  /** New values, and what they take the place of. */
  readonly renewed: ReadonlyMap<Tensor, Tensor>;
}

/**
 * θ[i], slots[i] ← step(θ[i], g[i], slots[i]) for every parameter i. With a clip norm c, g is scaled
 * by min(1, c / (√Σ g² + 1e−6)), as PyTorch's clip_grad_norm_ does.
 */
export function update(optimizer: Optimizer, parameters: number): Update {
  const flat = (name: string): Tensor => ({ name, shape: [parameters] });
  const theta = flat("parameters");
  const gradient = flat("gradients");
  const slots = optimizer.slots.map((name) => flat(name));
  const learningRate: Tensor = { name: "learningRate", shape: [] };
  const count: Tensor = { name: "step", shape: [] };
  const definitions: Definition[] = [];
  const i = new Axis("i", parameters);

  let g = mul(read(gradient, [i]), one);
  if (optimizer.clipNorm !== undefined) {
    const j = new Axis("j", parameters);
    const norm: Tensor = { name: "norm", shape: [] };
    const scale: Tensor = { name: "scale", shape: [] };
    const total = sum([j], square(read(gradient, [j])));
    definitions.push(define(norm, [], unary("sqrt", total), "clip"));
    const ratio = div(number(optimizer.clipNorm), add(read(norm, []), number(1e-6)));
    definitions.push(define(scale, [], min(one, ratio), "clip"));
    g = mul(read(gradient, [i]), read(scale, []));
  }

  const next = optimizer.step({
    theta: read(theta, [i]),
    gradient: g,
    slots: Object.fromEntries(slots.map((slot) => [slot.name, read(slot, [i])])),
    learningRate: read(learningRate, []),
    count: read(count, []),
  });
  const renewed = new Map<Tensor, Tensor>();
  for (const slot of slots) {
    const value = next.slots[slot.name];
    if (!value) continue;
    const fresh = flat(`${slot.name}.new`);
    renewed.set(fresh, slot);
    definitions.push(define(fresh, [i], value, optimizer.name));
  }
  const fresh = flat("parameters.new");
  renewed.set(fresh, theta);
  definitions.push(define(fresh, [i], next.theta, optimizer.name));

  const tensors = { theta, gradient, slots, learningRate, count };
  const inputs = [theta, gradient, ...slots, learningRate, count];
  return { program: { inputs, definitions, outputs: [...renewed.keys()] }, tensors, renewed };
}
