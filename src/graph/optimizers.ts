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
import {
  betas,
  type Declared,
  flag,
  maybe,
  notNegative,
  positive,
  type Read,
  readOptions,
  within,
} from "./layers/options.ts";
import { callSite, placed } from "./place.ts";

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

const common = (learningRate: number, weightDecay = 0) => ({
  learningRate: notNegative(learningRate),
  weightDecay: notNegative(weightDecay),
  clipNorm: maybe(positive()),
});

const get = (slots: Slots, name: string): Expr => slots[name] ?? number(0);
const decayed = ({ theta, gradient }: Step, weightDecay: number): Expr =>
  weightDecay === 0 ? gradient : add(gradient, mul(number(weightDecay), theta));
/** β·old + (1 − β)·now */
const average = (beta: number, old: Expr, now: Expr): Expr =>
  add(mul(number(beta), old), mul(number(1 - beta), now));

/** An optimiser from its options: checked where they are written, told in the module's header. */
function optimizer<D extends Declared & ReturnType<typeof common>>(
  name: string,
  given: unknown,
  declared: D,
  make: (options: Read<D>) => Pick<Optimizer, "slots" | "step">,
): Optimizer {
  const site = callSite();
  return placed(
    name,
    site && { ...site, call: name },
  )(() => {
    const options = readOptions(name, given, declared);
    const { learningRate, clipNorm } = options as Read<ReturnType<typeof common>>; // every optimiser has them
    return { name, words: wordsFor(name, options), learningRate, clipNorm, ...make(options) };
  });
}

/** "sgd, momentum 0.9, nesterov": what is not off. */
const wordsFor = (name: string, options: { readonly [name: string]: unknown }): string =>
  [
    name,
    ...Object.entries(options)
      .filter(([option, value]) => option !== "learningRate" && value && value !== 0)
      .map(([option, value]) => {
        const words = option.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
        return value === true ? words : `${words} ${String(value)}`;
      }),
  ].join(", ");

interface SgdOptions extends Common {
  readonly momentum?: number;
  readonly dampening?: number;
  readonly nesterov?: boolean;
}

/** θ ← θ − lr·(g + λθ), with momentum: v ← μ·v + (1 − damping)·g, θ ← θ − lr·v; as PyTorch's SGD. */
export function sgd(given: SgdOptions = {}): Optimizer {
  const declared = {
    ...common(0.01),
    momentum: notNegative(0),
    dampening: within(0, 1, 0),
    nesterov: flag(false),
  };
  return optimizer("sgd", given, declared, ({ momentum, dampening, nesterov, weightDecay }) => {
    if (nesterov && (momentum === 0 || dampening !== 0))
      refuse("KS102", "nesterov needs a momentum above 0 and no dampening");
    const slots = momentum === 0 ? [] : ["velocity"];
    const step: Optimizer["step"] = (s) => {
      const g = decayed(s, weightDecay);
      const descend = (by: Expr, slots: Slots) => ({
        theta: sub(s.theta, mul(s.learningRate, by)),
        slots,
      });
      if (momentum === 0) return descend(g, {});
      const kept = mul(number(momentum), get(s.slots, "velocity"));
      const later = add(kept, dampening === 0 ? g : mul(number(1 - dampening), g));
      const velocity = dampening === 0 ? later : where(equal(s.count, one), g, later);
      return descend(nesterov ? add(g, mul(number(momentum), velocity)) : velocity, { velocity });
    };
    return { slots, step };
  });
}

interface AdamOptions extends Common {
  readonly betas?: readonly [number, number];
  readonly epsilon?: number;
}

interface AmsgradOptions extends AdamOptions {
  /** Reddi, Kale and Kumar 2018: the second moment never shrinks. */
  readonly amsgrad?: boolean;
}

const moments = (learningRate: number, weightDecay = 0) => ({
  ...common(learningRate, weightDecay),
  betas: betas([0.9, 0.999]),
  epsilon: notNegative(1e-8),
});

/** Kingma and Ba 2015, algorithm 1: the penalty is part of the gradient. */
export const adam = (given: AmsgradOptions = {}): Optimizer => adaptive("adam", given, 0);

/** Loshchilov and Hutter 2019, algorithm 2: the penalty shrinks the parameter itself. */
export const adamw = (given: AmsgradOptions = {}): Optimizer => adaptive("adamw", given, 0.01);

function adaptive(name: "adam" | "adamw", given: AmsgradOptions, penalty: number): Optimizer {
  const declared = { ...moments(0.001, penalty), amsgrad: flag(false) };
  return optimizer(name, given, declared, ({ betas: [b1, b2], epsilon, amsgrad, weightDecay }) => ({
    slots: ["mean", "square", ...(amsgrad ? ["peak"] : [])],
    step(s) {
      const decoupled = name === "adamw";
      const g = decoupled ? s.gradient : decayed(s, weightDecay);
      const shrink = sub(one, mul(s.learningRate, number(weightDecay)));
      const start = decoupled ? mul(s.theta, shrink) : s.theta;
      const mean = average(b1, get(s.slots, "mean"), g);
      const squares = average(b2, get(s.slots, "square"), square(g));
      const peak = amsgrad ? max(get(s.slots, "peak"), squares) : squares;
      const unbias = (beta: number) => sub(one, pow(number(beta), s.count));
      const rate = div(s.learningRate, unbias(b1));
      const scale = add(div(unary("sqrt", peak), unary("sqrt", unbias(b2))), number(epsilon));
      return {
        theta: sub(start, mul(rate, div(mean, scale))),
        slots: { mean, square: squares, ...(amsgrad ? { peak } : {}) },
      };
    },
  }));
}

interface RmspropOptions extends Common {
  readonly alpha?: number;
  readonly epsilon?: number;
  readonly momentum?: number;
  readonly centered?: boolean;
}

/** Tieleman and Hinton 2012, as PyTorch's RMSprop: s ← α·s + (1 − α)·g², θ ← θ − lr·g/(√s + ε). */
export function rmsprop(given: RmspropOptions = {}): Optimizer {
  const declared = {
    ...common(0.01),
    alpha: within(0, 1, 0.99),
    epsilon: notNegative(1e-8),
    momentum: notNegative(0),
    centered: flag(false),
  };
  return optimizer("rmsprop", given, declared, (options) => {
    const { alpha, epsilon, momentum, centered, weightDecay } = options;
    const moves = momentum > 0;
    const slots = ["square", ...(centered ? ["mean"] : []), ...(moves ? ["velocity"] : [])];
    const step: Optimizer["step"] = (s) => {
      const g = decayed(s, weightDecay);
      const squares = average(alpha, get(s.slots, "square"), square(g));
      const mean = average(alpha, get(s.slots, "mean"), g);
      const spread = centered ? sub(squares, square(mean)) : squares;
      const scaled = div(g, add(unary("sqrt", spread), number(epsilon)));
      const velocity = add(mul(number(momentum), get(s.slots, "velocity")), scaled);
      return {
        theta: sub(s.theta, mul(s.learningRate, moves ? velocity : scaled)),
        slots: {
          square: squares,
          ...(centered ? { mean } : {}),
          ...(moves ? { velocity } : {}),
        },
      };
    };
    return { slots, step };
  });
}

/** Duchi, Hazan and Singer 2011: s ← s + g², θ ← θ − lr·g/(√s + ε). */
export function adagrad(given: Common & { readonly epsilon?: number } = {}): Optimizer {
  const declared = { ...common(0.01), epsilon: notNegative(1e-10) };
  return optimizer("adagrad", given, declared, ({ epsilon, weightDecay }) => ({
    slots: ["square"],
    step(s) {
      const g = decayed(s, weightDecay);
      const squares = add(get(s.slots, "square"), square(g));
      const scaled = div(g, add(unary("sqrt", squares), number(epsilon)));
      return { theta: sub(s.theta, mul(s.learningRate, scaled)), slots: { square: squares } };
    },
  }));
}

/** Kingma and Ba 2015, algorithm 2: the infinity norm in place of the second moment. */
export function adamax(given: AdamOptions = {}): Optimizer {
  return optimizer(
    "adamax",
    given,
    moments(0.002),
    ({ betas: [b1, b2], epsilon, weightDecay }) => ({
      slots: ["mean", "norm"],
      step(s) {
        const g = decayed(s, weightDecay);
        const mean = average(b1, get(s.slots, "mean"), g);
        const most = add(unary("abs", g), number(epsilon));
        const norm = max(mul(number(b2), get(s.slots, "norm")), most);
        const rate = div(s.learningRate, sub(one, pow(number(b1), s.count)));
        return { theta: sub(s.theta, mul(rate, div(mean, norm))), slots: { mean, norm } };
      },
    }),
  );
}

/** Optimisers by the names the command line knows them by. */
export const optimizers = { sgd, adam, adamw, rmsprop, adagrad, adamax } as const;
