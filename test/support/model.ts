import { expect } from "vitest";
import { type Diagnostic, KernelsmithError } from "../../src/diagnostics.ts";
import { type Graph, GraphBuilder } from "../../src/graph/graph.ts";
import { Tensor } from "../../src/graph/tensor.ts";
import type { Plain } from "../../src/shapes/index.ts";

/** Inputs of one model, by shape: what layers are tried on. */
export function bench(batch = 2) {
  const builder = new GraphBuilder();
  let count = 0;
  const input = <const S extends readonly number[]>(shape: S): Tensor<Plain<S>> => {
    const raw = builder.variable(`x${count++}`, [batch, ...shape], "input", { batched: true });
    return new Tensor(builder, raw, [...shape] as Plain<S>); // the same numbers
  };
  const graph = (outputs: { readonly [name: string]: Tensor }): Graph =>
    builder.graph(
      "bench",
      Object.fromEntries(Object.entries(outputs).map(([name, { raw }]) => [name, raw])),
    );
  return { builder, input, graph };
}

/** The diagnostic that stops it. */
export function refusal(run: () => unknown): Diagnostic {
  try {
    run();
  } catch (error) {
    if (error instanceof KernelsmithError) return error.diagnostic;
    throw error;
  }
  return expect.fail("nothing was refused");
}
