import type { GraphBuilder } from "../../src/graph/graph.ts";
import { opOf } from "../../src/graph/graph.ts";
import type { OpName } from "../../src/ops/index.ts";
import { uniform } from "../../src/tensor/uniform.ts";
import type { Tensor } from "../../src/tensor/expr.ts";

/** Numbers in [least, most), the same every time, no two alike: no ties, no kinks by chance. */
export function random(shape: readonly number[], least: number, most: number, seed: number) {
  const count = shape.reduce((a, b) => a * b, 1);
  return Float64Array.from({ length: count }, (_, i) => least + (most - least) * uniform(seed, i));
}

export type SampleCase = ReturnType<typeof samplesOf>[number];

/** The samples an op declares, ready to be put into a graph with values. */
export function samplesOf(name: OpName) {
  return opOf(name).samples.map((sample) => {
    const shapes = sample.inputs as {
      [name: string]: readonly number[] | readonly (readonly number[])[];
    };
    const attrs = sample.attrs ?? {};
    const title = [
      ...Object.entries(shapes).map(([k, shape]) => `${k} ${JSON.stringify(shape)}`),
      ...Object.entries(attrs).map(([k, value]) => `${k} ${JSON.stringify(value)}`),
    ].join(", ");
    return {
      title,
      attrs,
      build(g: GraphBuilder) {
        const values = new Map<Tensor, Float64Array>();
        const differentiable: Tensor[] = [];
        let seed = 1;
        const one = (key: string, shape: readonly number[], called: string): Tensor => {
          const tensor = g.variable(called, shape, "input");
          const below = sample.integers?.[key];
          const [least, most] = sample.range?.[key] ?? [-2, 2];
          const data =
            below === undefined
              ? random(shape, least, most, seed++)
              : random(shape, 0, below, seed++).map(Math.floor);
          values.set(tensor, data);
          if (below === undefined) differentiable.push(tensor);
          return tensor;
        };
        const operands: { [name: string]: Tensor | Tensor[] } = {};
        for (const [key, shape] of Object.entries(shapes))
          operands[key] =
            typeof shape[0] === "number" || shape.length === 0
              ? one(key, shape as readonly number[], key)
              : (shape as readonly (readonly number[])[]).map((s, i) => one(key, s, `${key}${i}`));
        return { operands, values, differentiable };
      },
    };
  });
}
