import { refuse } from "../diagnostics.ts";
import type { Initial } from "./graph.ts";

/** How many products one output of a layer sums, and into how many outputs one input goes. */
export interface Fans {
  readonly in: number;
  readonly out: number;
}

/** How a parameter starts, given the fans of its layer. */
export type Initializer = (fans: Fans) => Initial;

interface HeOptions {
  /** Slope below zero of the activation that follows: 0 for relu, √5 for what PyTorch's layers start with. */
  readonly slope?: number;
  /** Keep the variance forward ("in") or backward ("out"). */
  readonly fan?: "in" | "out";
}

/**
 * Uniform in ±√(6 / ((1 + slope²)·fan)): He et al. 2015, equation 10, as PyTorch's kaiming_uniform_.
 * With slope 0 the variance stays the same from one relu layer to the next, however deep the net.
 */
export const heUniform = (given: HeOptions = {}): Initializer => {
  const variance = he("heUniform", given);
  return (fans) => uniformOf(variance(fans));
};

/** Normal with variance 2 / ((1 + slope²)·fan). */
export const heNormal = (given: HeOptions = {}): Initializer => {
  const variance = he("heNormal", given);
  return (fans) => normalOf(variance(fans));
};

/** Uniform in ±√(6 / (in + out)): Glorot and Bengio 2010, equation 16; for tanh and sigmoid. */
export const glorotUniform = (): Initializer => (fans) => uniformOf(glorot(fans));

/** Normal with variance 2 / (in + out). */
export const glorotNormal = (): Initializer => (fans) => normalOf(glorot(fans));

export const zeros = (): Initializer => constant(0);
export const ones = (): Initializer => constant(1);

/** The same number everywhere. */
export const constant = (value: number): Initializer => {
  finite("constant", "the value", value, -Infinity);
  return () => ({ kind: "constant", value });
};

/** Uniform in [−bound, bound]. */
export const uniform = (bound: number): Initializer => {
  finite("uniform", "the bound", bound, 0);
  return () => ({ kind: "uniform", bound });
};

/** Normal around 0. */
export const normal = (deviation: number): Initializer => {
  finite("normal", "the deviation", deviation, 0);
  return () => ({ kind: "normal", deviation });
};

function he(name: string, { slope = 0, fan = "in" }: HeOptions): (fans: Fans) => number {
  finite(name, "slope", slope, -Infinity);
  if (fan !== "in" && fan !== "out")
    refuse("KS102", `${name}: fan must be "in" or "out", but is ${String(fan)}`);
  return (fans) => 2 / ((1 + slope ** 2) * fans[fan]);
}

const glorot = (fans: Fans): number => 2 / (fans.in + fans.out);

/** A uniform distribution in ±b has the variance b²/3. */
const uniformOf = (variance: number): Initial => ({
  kind: "uniform",
  bound: Math.sqrt(3 * variance),
});
const normalOf = (variance: number): Initial => ({
  kind: "normal",
  deviation: Math.sqrt(variance),
});

function finite(name: string, what: string, value: number, least: number): void {
  if (!Number.isFinite(value) || value < least)
    refuse(
      "KS102",
      `${name}: ${what} must be a number${least === 0 ? " of at least 0" : ""}, but is ${String(value)}`,
    );
}
