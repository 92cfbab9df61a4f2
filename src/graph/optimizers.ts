import { refuse } from "../diagnostics.ts";
import {
  add,
  div,
  equal,
  type Expr,
  max,
  mul,
  number,
  one,
  pow,
  square,
  sub,
  unary,
  where,
} from "../tensor/expr.ts";

/** What an optimiser keeps for each parameter between steps: momentum, squared gradients. */
export type Slots = { readonly [name: string]: Expr };

/** One parameter's view of a step. */
export interface Step {
  readonly theta: Expr;
  readonly gradient: Expr;
  readonly slots: Slots;
  readonly learningRate: Expr;
  /** Counts from 1. */
  readonly count: Expr;
}

/** An optimiser: elementwise, so one loop over all parameters. */
export interface Optimizer {
  readonly name: string;
  /** "sgd, momentum 0.9", for headers. */
  readonly words: string;
  readonly learningRate: number;
  readonly slots: readonly string[];
  /** Gradients whose norm is greater are scaled down to it. */
  readonly clipNorm: number | undefined;
  readonly step: (step: Step) => { readonly theta: Expr; readonly slots: Slots };
}

interface Common {
  /** Default of `trainStep`'s learning rate. */
  readonly learningRate?: number;
  /** L2 penalty, added to the gradient (AdamW: taken off the parameter). */
  readonly weightDecay?: number;
  /** Scales gradients so that the norm of all together is at most this. */
  readonly clipNorm?: number;
}

const get = (slots: Slots, name: string): Expr => slots[name] ?? number(0);
const minus = (a: Expr, b: Expr): Expr => sub(a, b);
const decayed = ({ theta, gradient }: Step, weightDecay: number): Expr =>
  weightDecay === 0 ? gradient : add(gradient, mul(number(weightDecay), theta));
/** β·old + (1 − β)·now */
const average = (beta: number, old: Expr, now: Expr): Expr =>
  add(mul(number(beta), old), mul(number(1 - beta), now));

function optimizer(
  name: string,
  given: Common,
  fallbackRate: number,
  facts: { readonly [name: string]: number | boolean },
  slots: readonly string[],
  step: Optimizer["step"],
): Optimizer {
  const learningRate = given.learningRate ?? fallbackRate;
  const all: { readonly [fact: string]: number | boolean } = {
    ...facts,
    "weight decay": given.weightDecay ?? 0,
    "clip norm": given.clipNorm ?? 0,
  };
  for (const [fact, value] of Object.entries({ "learning rate": learningRate, ...all }))
    if (typeof value === "number" && !(Number.isFinite(value) && value >= 0))
      refuse("KS102", `${name}: ${fact} must be a number of at least 0, but is ${value}`);
  const words = Object.entries(all)
    .filter(([, value]) => value !== 0 && value !== false)
    .map(([fact, value]) => (value === true ? fact : `${fact} ${value}`));
  return {
    name,
    words: [name, ...words].join(", "),
    learningRate,
    slots,
    clipNorm: given.clipNorm,
    step,
  };
}

/** θ ← θ − lr·(g + λθ), with momentum: v ← μ·v + (1 − damping)·g, θ ← θ − lr·v; as PyTorch's SGD. */
export function sgd(
  given: Common & {
    readonly momentum?: number;
    readonly dampening?: number;
    readonly nesterov?: boolean;
  } = {},
): Optimizer {
  const { momentum = 0, dampening = 0, nesterov = false, weightDecay = 0 } = given;
  if (nesterov && (momentum === 0 || dampening !== 0))
    refuse("KS102", "sgd: nesterov needs a momentum above 0 and no dampening");
  const facts = { momentum, dampening, nesterov };
  return optimizer("sgd", given, 0.01, facts, momentum === 0 ? [] : ["velocity"], (s) => {
    const g = decayed(s, weightDecay);
    const descend = (by: Expr, slots: Slots) => ({
      theta: minus(s.theta, mul(s.learningRate, by)),
      slots,
    });
    if (momentum === 0) return descend(g, {});
    const kept = mul(number(momentum), get(s.slots, "velocity"));
    const later = add(kept, dampening === 0 ? g : mul(number(1 - dampening), g));
    const velocity = dampening === 0 ? later : where(equal(s.count, one), g, later);
    const by = nesterov ? add(g, mul(number(momentum), velocity)) : velocity;
    return descend(by, { velocity });
  });
}

interface AdamOptions extends Common {
  readonly betas?: readonly [number, number];
  readonly epsilon?: number;
  readonly amsgrad?: boolean;
}

/** Kingma and Ba 2015, algorithm 1: the penalty is part of the gradient. */
export const adam = (given: AdamOptions = {}): Optimizer => adaptive("adam", given, false);

/** Loshchilov and Hutter 2019, algorithm 2: the penalty shrinks the parameter itself. */
export const adamw = (given: AdamOptions = {}): Optimizer =>
  adaptive("adamw", { weightDecay: 0.01, ...given }, true);

function adaptive(name: string, given: AdamOptions, decoupled: boolean): Optimizer {
  const { betas: [b1, b2] = [0.9, 0.999], epsilon = 1e-8, amsgrad = false } = given;
  const { weightDecay = 0 } = given;
  const facts = { β1: b1, β2: b2, amsgrad };
  const slots = ["mean", "square", ...(amsgrad ? ["peak"] : [])];
  return optimizer(name, given, 0.001, facts, slots, (s) => {
    const g = decoupled ? s.gradient : decayed(s, weightDecay);
    const start = decoupled
      ? mul(s.theta, minus(one, mul(s.learningRate, number(weightDecay))))
      : s.theta;
    const mean = average(b1, get(s.slots, "mean"), g);
    const squares = average(b2, get(s.slots, "square"), square(g));
    const peak = amsgrad ? max(get(s.slots, "peak"), squares) : squares;
    const unbias = (beta: number) => minus(one, pow(number(beta), s.count));
    const rate = div(s.learningRate, unbias(b1));
    const scale = add(div(unary("sqrt", peak), unary("sqrt", unbias(b2))), number(epsilon));
    return {
      theta: minus(start, mul(rate, div(mean, scale))),
      slots: { mean, square: squares, ...(amsgrad ? { peak } : {}) },
    };
  });
}

/** Tieleman and Hinton 2012, as PyTorch's RMSprop: s ← α·s + (1 − α)·g², θ ← θ − lr·g/(√s + ε). */
export function rmsprop(
  given: Common & {
    readonly alpha?: number;
    readonly epsilon?: number;
    readonly momentum?: number;
    readonly centered?: boolean;
  } = {},
): Optimizer {
  const { alpha = 0.99, epsilon = 1e-8, momentum = 0, centered = false, weightDecay = 0 } = given;
  const slots = ["square", ...(centered ? ["mean"] : []), ...(momentum > 0 ? ["velocity"] : [])];
  return optimizer("rmsprop", given, 0.01, { α: alpha, momentum, centered }, slots, (s) => {
    const g = decayed(s, weightDecay);
    const squares = average(alpha, get(s.slots, "square"), square(g));
    const mean = average(alpha, get(s.slots, "mean"), g);
    const spread = centered ? minus(squares, square(mean)) : squares;
    const scaled = div(g, add(unary("sqrt", spread), number(epsilon)));
    const velocity = add(mul(number(momentum), get(s.slots, "velocity")), scaled);
    return {
      theta: minus(s.theta, mul(s.learningRate, momentum > 0 ? velocity : scaled)),
      slots: {
        square: squares,
        ...(centered ? { mean } : {}),
        ...(momentum > 0 ? { velocity } : {}),
      },
    };
  });
}

/** Duchi, Hazan and Singer 2011: s ← s + g², θ ← θ − lr·g/(√s + ε). */
export function adagrad(given: Common & { readonly epsilon?: number } = {}): Optimizer {
  const { epsilon = 1e-10, weightDecay = 0 } = given;
  return optimizer("adagrad", given, 0.01, {}, ["square"], (s) => {
    const g = decayed(s, weightDecay);
    const squares = add(get(s.slots, "square"), square(g));
    const scaled = div(g, add(unary("sqrt", squares), number(epsilon)));
    return { theta: minus(s.theta, mul(s.learningRate, scaled)), slots: { square: squares } };
  });
}

/** Kingma and Ba 2015, algorithm 2: the infinity norm in place of the second moment. */
export function adamax(given: AdamOptions = {}): Optimizer {
  const { betas: [b1, b2] = [0.9, 0.999], epsilon = 1e-8, weightDecay = 0 } = given;
  return optimizer("adamax", given, 0.002, { β1: b1, β2: b2 }, ["mean", "norm"], (s) => {
    const g = decayed(s, weightDecay);
    const mean = average(b1, get(s.slots, "mean"), g);
    const norm = max(mul(number(b2), get(s.slots, "norm")), add(unary("abs", g), number(epsilon)));
    const rate = div(s.learningRate, minus(one, pow(number(b1), s.count)));
    return { theta: minus(s.theta, mul(rate, div(mean, norm))), slots: { mean, norm } };
  });
}

/** Optimisers by the names the command line knows them by. */
export const optimizers = { sgd, adam, adamw, rmsprop, adagrad, adamax } as const;
