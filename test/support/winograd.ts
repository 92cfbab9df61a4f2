import { expect } from "vitest";
import { winograd } from "../../codegen/schedule/winograd.ts";
import type { Variant } from "../../codegen/schedule/winograd/matrices.ts";
import { evaluate } from "../../src/tensor/evaluate.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { type Program, size } from "../../src/tensor/program.ts";

export type Values = Map<Tensor, Float64Array>;

/** A program as the schedule has it before it chooses how to convolve. */
export interface Case {
  readonly program: Program;
  readonly batched: ReadonlySet<Tensor>;
  readonly values: Values;
}

export const by = ({ program, batched }: Case, variant: Variant): Program =>
  winograd(program, { batched, choose: () => variant });

/** The largest difference, against the largest value of the output. */
export function difference({ outputs }: Program, a: Values, b: Values): number {
  const each = outputs.map((tensor) => {
    const [x, y] = [[...(a.get(tensor) ?? [])], [...(b.get(tensor) ?? [])]];
    const largest = x.reduce((m, v) => Math.max(m, Math.abs(v)), 1e-300);
    return x.reduce((m, v, i) => Math.max(m, Math.abs(v - (y[i] ?? NaN))), 0) / largest;
  });
  return Math.max(...each);
}

/** Nothing but roundings of float64 apart, each element written once. */
export function expectEqual(c: Case, now: Program): void {
  for (const { tensor, pieces } of now.definitions) {
    const written = pieces.map(({ axes }) => size(axes.map((axis) => axis.size)));
    expect(
      written.reduce((a, b) => a + b, 0),
      tensor.name,
    ).toBe(size(tensor.shape));
  }
  const [before, after] = [evaluate(c.program, c.values), evaluate(now, c.values)];
  expect(difference(c.program, before, after)).toBeLessThan(1e-12);
}

export const named = (program: Program, end: string): string[] =>
  program.definitions.map((d) => d.tensor.name).filter((name) => name.endsWith(end));

export const products = (program: Program): string[] => named(program, ".products");
