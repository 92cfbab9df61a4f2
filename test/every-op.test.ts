import { describe, expect, it } from "vitest";
import { expand, type Mode } from "../src/graph/expand.ts";
import { GraphBuilder, opOf } from "../src/graph/graph.ts";
import { type OpName, ops } from "../src/ops/index.ts";
import { simplify } from "../src/rewrite/rewrite.ts";
import { evaluate } from "../src/tensor/evaluate.ts";
import { type Expr, one, type Tensor } from "../src/tensor/expr.ts";
import { type Program, size } from "../src/tensor/program.ts";
import { within } from "../src/tensor/walk.ts";
import { derive, dot } from "./support/derive.ts";
import { random, type SampleCase, samplesOf } from "./support/samples.ts";

/** Each op of the registry, at each of its samples, by nothing but its definition. */
for (const name of Object.keys(ops) as OpName[])
  describe(name, () => {
    const modes: readonly Mode[] = opOf(name).training ? ["inference", "training"] : ["inference"];
    for (const sample of samplesOf(name))
      for (const mode of modes) {
        const call = `${sample.title}${modes.length > 1 ? `, ${mode}` : ""}`;

        it(`${call}: each element is defined once`, () => {
          const { program, values, out } = instance(name, sample, mode);
          for (const d of program.definitions) {
            const points = d.pieces.map((p) => size(p.axes.map((axis) => axis.size)));
            expect(points.reduce((a, b) => a + b, 0)).toBe(size(d.tensor.shape));
          }
          const covered = program.definitions.map((d) => ({
            ...d,
            pieces: d.pieces.map((p) => ({ ...p, body: one })),
          }));
          const filled = evaluate({ ...program, definitions: covered }, values);
          expect(filled.get(out)?.every((v) => v === 1)).toBe(true);
        });

        it(`${call}: no sum is worked out anew by its derivative`, () => {
          const { program } = instance(name, sample, mode);
          for (const d of program.definitions)
            for (const piece of d.pieces) expect(buried(piece.body), d.tensor.name).toEqual([]);
        });

        it(`${call}: derived gradient = differences`, () => {
          const { program, values, wrt, total } = instance(name, sample, mode);
          const derived = derive(program, total, wrt);
          expectDifferences(derived, total, values, wrt);
        });

        it(`${call}: the laws change nothing`, () => {
          const { program, values, wrt, total } = instance(name, sample, mode);
          const derived = derive(program, total, wrt).program;
          const plain = evaluate(derived, values);
          const simplified = evaluate(simplify(derived), values);
          for (const t of derived.outputs)
            expect([...(simplified.get(t) ?? [])].map(round)).toEqual(
              [...(plain.get(t) ?? [])].map(round),
            );
        });
      }

    const [sample] = samplesOf(name);
    const mode = modes[modes.length - 1] ?? "inference";
    if (sample)
      it("gradient of the gradient = differences of the gradient", () => {
        const { program, values, wrt, owed, total } = instance(name, sample, mode);
        const first = derive(program, total, wrt);
        const pairs = wrt.flatMap((tensor, i) => {
          const d = first.adjoints.get(tensor);
          const weight = { name: `v${i}`, shape: tensor.shape };
          values.set(weight, random(tensor.shape, -1, 1, 200 + i));
          return d ? [[d, weight] as const] : [];
        });
        const slope = dot(first.program, pairs, "slope");
        const all = [...wrt, owed];
        expectDifferences(derive(slope.program, slope.total, all), slope.total, values, all);
      });
  });

/** One use of the op, and the sum of its output's elements, each with a weight. */
function instance(name: OpName, sample: SampleCase, mode: Mode) {
  const g = new GraphBuilder();
  const { operands, values, differentiable } = sample.build(g);
  const out = g.add(name, operands as never, sample.attrs as never); // as the op declares them
  const expanded = expand(g.graph("sample", { out }), mode);
  const owed = { name: "owed", shape: out.shape };
  values.set(owed, random(out.shape, -1, 1, 99)).set(expanded.step, Float64Array.of(3));
  const { program, total } = dot(expanded.program, [[out, owed]], "total");
  return { program, values, out, owed, total, wrt: differentiable };
}

/** Sums whose value their own derivative would need: they belong into a local of their own. */
const buried = (body: Expr): Expr[] => {
  const hides = (e: Expr) => [...within(e)].some((part) => part.kind === "sum");
  return [...within(body)].filter(
    (e) =>
      (e.kind === "unary" && e.fn !== "neg" && hides(e.a)) ||
      (e.kind === "div" && hides(e.b)) ||
      (e.kind === "mul" && hides(e.a) && hides(e.b)) ||
      (e.kind === "pow" && (hides(e.a) || hides(e.b))),
  );
};

/** The adjoints are the slopes of `total`, along some elements and along all of them at once. */
function expectDifferences(
  { program, adjoints }: ReturnType<typeof derive>,
  total: Tensor,
  values: ReadonlyMap<Tensor, Float64Array>,
  wrt: readonly Tensor[],
): void {
  const found = evaluate(program, values);
  const upTo = program.definitions.findIndex((d) => d.tensor === total) + 1;
  const forward: Program = { ...program, definitions: program.definitions.slice(0, upTo) };
  const at = (moved: ReadonlyMap<Tensor, Float64Array>) =>
    evaluate(forward, moved).get(total)?.[0] ?? NaN;
  for (const tensor of wrt) {
    const adjoint = adjoints.get(tensor);
    const slopes = adjoint ? found.get(adjoint) : undefined;
    for (const direction of directions(tensor)) {
      const along = (h: number) => {
        const data = values.get(tensor)?.map((v, i) => v + h * (direction[i] ?? 0));
        return at(new Map(values).set(tensor, data ?? new Float64Array()));
      };
      const h = 1e-5;
      const difference = (along(h) - along(-h)) / (2 * h);
      const slope = direction.reduce((sum, v, i) => sum + v * (slopes?.[i] ?? 0), 0);
      expect(Math.abs(slope - difference), tensor.name).toBeLessThan(
        1e-6 * Math.max(1, Math.abs(difference)),
      );
    }
  }
}

/** A few single elements, from the first to the last, and one direction across all. */
function directions({ shape }: Tensor): Float64Array[] {
  const count = size(shape);
  const chosen = new Set([0, 1, 2, 3, 4, 5].map((k) => Math.floor((k * (count - 1)) / 5)));
  const single = [...chosen].map((i) => new Float64Array(count).fill(1, i, i + 1));
  return [...single, random(shape, -1, 1, 77)];
}

const round = (v: number) => Number(v.toPrecision(9)) + 0;
