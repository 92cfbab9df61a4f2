import type { Unary } from "../../../src/tensor/expr.ts";
import { invariant } from "../../../src/diagnostics.ts";
import type { Func, Node } from "../module.ts";
import { angle, wideAngle } from "./angle.ts";
import { atan } from "./atan.ts";
import { erf } from "./erf.ts";
import { exp, expm1, sigmoid } from "./exp.ts";
import { cosh, sinh, tanh } from "./hyperbolic.ts";
import { log, log1p } from "./log.ts";
import { pow, power } from "./pow.ts";
import { sign } from "./sign.ts";
import { toInt32 } from "./to-int32.ts";
import { cos, sin, tan, tangent } from "./trigonometry.ts";
import { uniform } from "./uniform.ts";

/** What a vector instruction does by itself. */
type Instruction = "neg" | "abs" | "sqrt" | "floor" | "ceil" | "round";

/** Functions of four lanes that take more than an instruction, by the name of what they are worth. */
export type MathName = Exclude<Unary, Instruction> | "pow" | "uniform" | "toInt32";

/**
 * Each takes vectors of four float32 (`uniform` int32) and gives one of four float32 (`toInt32` int32).
 * They say how accurate they are in ULP, units in the last place of the exact value; see
 * docs/decisions/0007-accuracy.md.
 */
export const mathFunctions: { readonly [Name in MathName]: () => Func } = {
  sign,
  exp,
  expm1,
  sigmoid,
  log,
  log1p,
  sin,
  cos,
  tan,
  atan,
  sinh,
  cosh,
  tanh,
  erf,
  pow,
  uniform,
  toInt32,
};

/** What those call: two float64 to two float64. */
const helpers = { angle, wideAngle, tangent, power };

/** These functions and what they call, each once, in an order that does not depend on that of the names. */
export function functionsFor(names: Iterable<MathName>): readonly Func[] {
  const known = new Map(Object.entries<() => Func>({ ...helpers, ...mathFunctions }));
  const needed = new Map<string, Func>();
  const need = (name: string): void => {
    if (needed.has(name)) return;
    const func = known.get(name)?.();
    invariant(func, `no function ${name} of vectors`);
    needed.set(name, func);
    callees(func.body).forEach(need);
  };
  for (const name of names) need(name);
  return [...known.keys()].flatMap((name) => needed.get(name) ?? []);
}

/** The functions that are called anywhere in these trees. */
const callees = (nodes: readonly Node[]): readonly string[] =>
  nodes.flatMap((node) => [
    ...(node.op === "call" ? [node.function] : []),
    ...("args" in node ? callees(node.args) : []),
    ...(node.op === "set" ? callees([node.value]) : []),
    ...(node.op === "if" ? callees([node.when, ...node.then, ...(node.otherwise ?? [])]) : []),
  ]);
