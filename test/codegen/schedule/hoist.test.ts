import { describe, expect, it } from "vitest";
import { assemble } from "../../../codegen/assemble.ts";
import { hoist } from "../../../codegen/schedule/hoist.ts";
import { schedule } from "../../../codegen/schedule/schedule.ts";
import { Axis } from "../../../src/tensor/axis.ts";
import { add, div, type Expr, mul, number, read } from "../../../src/tensor/expr.ts";
import { sum, type Tensor, unary } from "../../../src/tensor/expr.ts";
import { print } from "../../../src/tensor/print.ts";
import { define, type Definition, type Program } from "../../../src/tensor/program.ts";

const n = new Axis("n", 2);
const c = new Axis("c", 3);
const k = new Axis("k", 4);
const x: Tensor = { name: "x", shape: [2, 3] };
const wide: Tensor = { name: "wide", shape: [2, 4] };
const scale: Tensor = { name: "scale", shape: [3] };
const variance: Tensor = { name: "variance", shape: [3] };
const weight: Tensor = { name: "weight", shape: [3, 4] };
const long: Tensor = { name: "long", shape: [4] };
const constants = new Set([scale, variance, weight, long]);

const factor = (axis: Axis) => div(read(scale, [axis]), unary("sqrt", read(variance, [axis])));
const on = (name: string, axes: readonly Axis[], body: Expr): Definition =>
  define({ name, shape: axes.map((axis) => axis.size) }, axes, body, name);

function hoisted(definitions: readonly Definition[], outputs = definitions.slice(-1)) {
  const inputs = [x, wide, ...constants];
  const program: Program = { inputs, definitions, outputs: outputs.map((d) => d.tensor) };
  const found = hoist(schedule(program, new Set([x, wide])), constants);
  const texts = found.nests.map(({ axes, stores }) =>
    stores.map((s) => print.piece(s.tensor, { axes, at: s.at, body: s.body })).join("; "),
  );
  const early = (k: number) =>
    found.nests[k]?.stores.every(({ tensor }) => found.constants.has(tensor));
  const first = texts.filter((_, k) => early(k));
  const others = texts.filter((_, k) => !early(k));
  expect(texts).toEqual([...first, ...others]);
  return { first, others };
}

describe("what depends on parameters alone", () => {
  it("becomes a tensor of the axes that it depends on", () => {
    const { first, others } = hoisted([on("y", [n, c], mul(read(x, [n, c]), factor(c)))]);
    expect(first).toEqual(["y.prepared[c] = scale[c] / √variance[c]"]);
    expect(others).toEqual(["y[n,c] = x[n,c] · y.prepared[c]"]);
  });

  it("is one tensor where it stands twice, in whatever axes", () => {
    const m = new Axis("m", 3);
    const y = on("y", [n, c], mul(read(x, [n, c]), factor(c)));
    const z = on(
      "z",
      [n, m],
      add(read(y.tensor, [n, m]), sum([k], mul(read(wide, [n, k]), factor(m)))),
    );
    const { first, others } = hoisted([y, z], [y, z]);
    expect(first).toEqual(["y.prepared[c] = scale[c] / √variance[c]"]);
    expect(others.join()).not.toContain("√");
  });

  it("comes first as a whole definition too, with what is made of it", () => {
    const f = on("f", [c], factor(c));
    const twice = add(read(f.tensor, [c]), mul(read(f.tensor, [c]), number(2)));
    const y = on("y", [n, c], mul(read(x, [n, c]), read(f.tensor, [c])));
    const z = on("z", [n, c], add(read(y.tensor, [n, c]), twice));
    const { first, others } = hoisted([f, y, z], [y, z]);
    expect(first.join("; ")).toContain("f[c] = scale[c] / √variance[c]");
    expect(first.join("; ")).toContain("z.prepared[c] = ");
    expect(others).toHaveLength(1);
  });

  it("stays where it is one operation", () => {
    const twice = mul(read(scale, [c]), number(2));
    expect(hoisted([on("y", [n, c], add(read(x, [n, c]), twice))]).first).toEqual([]);
  });

  it("stays where it depends on as much as what is around it", () => {
    const total = on("total", [], sum([n, c], read(x, [n, c])));
    const y = on("y", [c], mul(read(total.tensor, []), factor(c)));
    expect(hoisted([total, y]).first).toEqual([]);
  });

  it("stays where its tensor would be larger than all it is made of", () => {
    const outer = add(mul(read(scale, [c]), read(long, [k])), number(1));
    const y = on("y", [n, c], sum([k], mul(read(wide, [n, k]), unary("exp", outer))));
    expect(hoisted([y]).first).toEqual([]);
    const inner = add(mul(read(weight, [c, k]), read(long, [k])), number(1));
    const z = on("z", [n, c], sum([k], mul(read(wide, [n, k]), unary("exp", inner))));
    expect(hoisted([z]).first).toHaveLength(1);
  });

  it("stays where it is an output, which an app may write into", () => {
    const f = on("f", [c], factor(c));
    const y = on("y", [n, c], mul(read(x, [n, c]), read(f.tensor, [c])));
    const { first, others } = hoisted([f, y], [f, y]);
    expect(first).toEqual([]);
    expect(others).toHaveLength(2);
  });

  it("stays where it is made for each sample", () => {
    const f = on("f", [n, c], factor(c));
    const turned = read(f.tensor, [n, c.times(-1).plus(2)]);
    const y = on("y", [n, c], mul(read(x, [n, c]), read(f.tensor, [n, c]), turned));
    const w = on("w", [n, c], add(read(x, [n, c]), number(1)));
    const { first, others } = hoisted([w, f, y], [w, y]);
    expect(first).toEqual(["f.prepared[c] = scale[c] / √variance[c]"]);
    expect(others).toContain("f[n,c] = f.prepared[c]");
  });

  it("is nothing without parameters: the schedule stays the one it was", () => {
    const y = on("y", [n, c], mul(read(x, [n, c]), factor(c)));
    const program: Program = { inputs: [x], definitions: [y], outputs: [y.tensor] };
    const planned = schedule(program, new Set([x]));
    expect(hoist(planned, new Set())).toEqual({ ...planned, constants: new Set() });
  });
});

describe("memory of what is prepared", () => {
  const f = on("f", [c], factor(c));
  const g = on("g", [k], sum([c], mul(read(weight, [c, k]), unary("exp", read(f.tensor, [c])))));
  const y = on("y", [n, k], mul(read(wide, [n, k]), read(g.tensor, [k])));
  const z = on("z", [n], sum([k], mul(read(y.tensor, [n, k]), read(y.tensor, [n, k]))));
  const {
    schedule: planned,
    prepared,
    arena,
  } = assemble({
    program: { inputs: [x, wide, ...constants], definitions: [f, g, y, z], outputs: [z.tensor] },
    batched: new Set([x, wide]),
    maxBatch: 4,
    fixed: new Map([...constants].map((tensor, i) => [tensor, 16 * i])),
    inputs: [wide],
    base: 64,
    target: "ts",
    precision: "fast",
    layout: "nchw",
    constants,
  });
  const lifetime = (name: string) => arena.lifetimes.find((l) => l.of.name === name);

  it("is its own all through the run where others read it", () => {
    expect(prepared.length).toBeGreaterThan(0);
    expect(lifetime("g")).toMatchObject({ from: -1, to: planned.nests.length });
  });

  it("is given up where only what is prepared reads it", () => {
    expect(lifetime("f")?.to).toBeLessThan(prepared.length);
  });
});
