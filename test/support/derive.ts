import { KernelsmithError } from "../../src/diagnostics.ts";
import { gradient, type Gradient } from "../../src/graph/backward.ts";
import { Axis } from "../../src/tensor/axis.ts";
import { add, mul, read, sum, type Tensor } from "../../src/tensor/expr.ts";
import { define, type Program } from "../../src/tensor/program.ts";

/** The program with one number more: Σ over the pairs, Σ over their elements, of a · b. */
export function dot(
  program: Program,
  pairs: readonly (readonly [Tensor, Tensor])[],
  name: string,
): { readonly program: Program; readonly total: Tensor } {
  const total: Tensor = { name, shape: [] };
  const terms = pairs.map(([a, b]) => {
    const axes = a.shape.map((size, d) => new Axis(`i${d}`, size));
    return sum(axes, mul(read(a, axes), read(b, axes)));
  });
  const made = new Set(program.definitions.map((d) => d.tensor));
  const fresh = pairs.flat().filter((t) => !made.has(t) && !program.inputs.includes(t));
  return {
    program: {
      inputs: [...program.inputs, ...fresh],
      definitions: [...program.definitions, define(total, [], add(...terms), name)],
      outputs: [...program.outputs, total],
    },
    total,
  };
}

/** The gradient of a number; without adjoints where nothing depends on what it is asked for. */
export function derive(program: Program, of: Tensor, wrt: readonly Tensor[]): Gradient {
  try {
    return gradient(program, [{ of }], wrt);
  } catch (error) {
    if (error instanceof KernelsmithError && error.diagnostic.code === "KS107")
      return { program, adjoints: new Map() };
    throw error;
  }
}
