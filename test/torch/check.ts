import { expand } from "../../src/graph/expand.ts";
import { simplify } from "../../src/rewrite/rewrite.ts";
import { evaluate } from "../../src/tensor/evaluate.ts";
import { add, mul, read, sum, type Tensor } from "../../src/tensor/expr.ts";
import { Axis } from "../../src/tensor/axis.ts";
import { define, type Program } from "../../src/tensor/program.ts";
import { derive, dot } from "../support/derive.ts";
import type { Arrays, Converted } from "./convert.ts";

/** How far from PyTorch's: of the greatest number a tensor holds. */
export interface Gap {
  readonly what: "forward" | "state" | "gradient" | "gradnorm2" | "hvp" | "jvp";
  readonly tensor: string;
  readonly gap: number;
}

/** What becomes of a program: a value for each of its outputs. */
export type Runner = (program: Program, values: Arrays) => Arrays;

const slowly: Runner = (program, values) => evaluate(simplify(program), values);

/**
 * Everything a case expects, compared with what the float64 evaluator makes of our definitions, or
 * something else that runs them. What is smaller than `least` counts as rounding.
 */
export function compare(c: Converted, runs: Runner = slowly, least = 1e-8): Gap[] {
  const { program, updates, step } = expand(c.graph, c.mode);
  const values = new Map([...c.inputs, [step, Float64Array.of(1)] as const]);
  const gaps: Gap[] = [];
  const check = (
    what: Gap["what"],
    tensor: Tensor,
    found?: ArrayLike<number>,
    want?: ArrayLike<number>,
  ) => gaps.push({ what, tensor: tensor.name, gap: gap(found, want, least) });

  const owed = fresh(c.upstream, "owed", values);
  const kept = { ...program, outputs: [...program.outputs, ...updates.map((u) => u.value)] };
  const all = dot(kept, [...owed], "total");
  const first = derive(all.program, all.total, c.wrt);
  const found = runs(first.program, values);
  for (const [tensor, want] of c.outputs) check("forward", tensor, found.get(tensor), want);
  for (const [state, want] of c.state) {
    const value = updates.find((u) => u.state === state)?.value;
    check("state", state, value && found.get(value), want);
  }
  for (const [tensor, want] of c.grads)
    check("gradient", tensor, at(first, tensor, found, want), want);

  if (c.gradnorm2) {
    const { wrt, value, grads } = c.gradnorm2;
    const squares = sumOfSquares(first.program, adjointsOf(first, wrt));
    const second = derive(squares.program, squares.total, [...grads.keys()]);
    const found = runs(second.program, values);
    check("gradnorm2", squares.total, found.get(squares.total), [value]);
    for (const [tensor, want] of grads)
      check("gradnorm2", tensor, at(second, tensor, found, want), want);
  }
  if (c.hvp) {
    const v = fresh(c.hvp.v, "v", values);
    const slope = dot(first.program, paired(first, v), "slope");
    const second = derive(slope.program, slope.total, [...c.hvp.Hv.keys()]);
    const found = runs(second.program, values);
    for (const [tensor, want] of c.hvp.Hv)
      check("hvp", tensor, at(second, tensor, found, want), want);
  }
  if (c.jvp) {
    // d(vᵀ Jᵀ u)/du = J v: forward mode by deriving twice
    const v = fresh(c.jvp.tangents, "v", values);
    const slope = dot(first.program, paired(first, v), "slope");
    const u = [...c.jvp.out.keys()].flatMap((out) => owed.get(out) ?? []);
    const second = derive(slope.program, slope.total, u);
    const found = runs(second.program, values);
    for (const [out, want] of c.jvp.out) {
      const owing = owed.get(out);
      check("jvp", out, owing && at(second, owing, found, want), want);
    }
  }
  return gaps;
}

type Derived = ReturnType<typeof derive>;

/** A tensor beside each of these, of the same shape, with the values given. */
function fresh(of: Arrays, prefix: string, values: Map<Tensor, Float64Array>): Map<Tensor, Tensor> {
  return new Map(
    [...of].map(([tensor, data]) => {
      const made = { name: `${prefix}.${tensor.name}`, shape: tensor.shape };
      values.set(made, data);
      return [tensor, made];
    }),
  );
}

const adjointsOf = ({ adjoints }: Derived, of: readonly Tensor[]): Tensor[] =>
  of.flatMap((tensor) => adjoints.get(tensor) ?? []);

const paired = ({ adjoints }: Derived, with_: ReadonlyMap<Tensor, Tensor>) =>
  [...with_].flatMap(([tensor, other]) => {
    const d = adjoints.get(tensor);
    return d ? [[d, other] as const] : [];
  });

function sumOfSquares(program: Program, tensors: readonly Tensor[]) {
  const total: Tensor = { name: "gradnorm2", shape: [] };
  const terms = tensors.map((tensor) => {
    const axes = tensor.shape.map((size, d) => new Axis(`i${d}`, size));
    return sum(axes, mul(read(tensor, axes), read(tensor, axes)));
  });
  const definitions = [...program.definitions, define(total, [], add(...terms), "gradnorm2")];
  return { total, program: { ...program, definitions, outputs: [...program.outputs, total] } };
}

/** The adjoint's values; as many zeros as are wanted where nothing depends on the tensor. */
function at(
  { adjoints }: Derived,
  tensor: Tensor,
  found: Arrays,
  want: ArrayLike<number> | undefined,
): ArrayLike<number> {
  const adjoint = adjoints.get(tensor);
  return (adjoint && found.get(adjoint)) ?? new Float64Array(want?.length ?? 0);
}

function gap(
  found: ArrayLike<number> | undefined,
  want: ArrayLike<number> | undefined,
  least: number,
): number {
  if (!found || !want || found.length !== want.length) return Infinity;
  let most = least; // below it is rounding: a gradient that is 0 in truth
  let worst = 0;
  for (let i = 0; i < want.length; i++) {
    const [f, w] = [found[i] ?? NaN, want[i] ?? NaN];
    if (Number.isFinite(w)) most = Math.max(most, Math.abs(w));
    const same = Object.is(f, w) || f === w;
    const apart = same ? 0 : Math.abs(f - w);
    worst = Math.max(worst, Number.isNaN(apart) ? Infinity : apart);
  }
  return worst / most;
}
