import type { Definition, Program } from "../../src/tensor/program.ts";
import { indices, parts, reads, transform } from "../../src/tensor/walk.ts";
import type { Expr, Tensor } from "../../src/tensor/expr.ts";

/** Of definitions that say the same, the first stays and the others' readers read it. */
export function share(program: Program): Program {
  const known = new Map<string, Tensor>();
  const instead = new Map<Tensor, Tensor>();
  const kept = new Set(program.outputs);
  const definitions: Definition[] = [];
  for (const d of program.definitions) {
    const now = instead.size === 0 ? d : reading(d, instead);
    const key = textOf(now);
    const before = known.get(key);
    if (before && !kept.has(d.tensor)) instead.set(d.tensor, before);
    else {
      definitions.push(now);
      if (!before) known.set(key, d.tensor);
    }
  }
  return { ...program, definitions };
}

function reading(d: Definition, instead: ReadonlyMap<Tensor, Tensor>): Definition {
  if (!d.pieces.some((p) => reads(p.body).some((r) => instead.has(r.tensor)))) return d;
  const change = (e: Expr): Expr => {
    const tensor = e.kind === "read" ? instead.get(e.tensor) : undefined;
    return e.kind === "read" && tensor ? { ...e, tensor } : e;
  };
  return { ...d, pieces: d.pieces.map((p) => ({ ...p, body: transform(p.body, change) })) };
}

/** The pieces as text, axes by size and order of appearance, so that equal texts mean equal values. */
export function textOf({ tensor, pieces }: Definition): string {
  const plain = pieces
    .map(({ axes, at, body }) =>
      [axes.map((a) => `${a.key}<${a.size}`), at.map((i) => i.key), exprText(body)].join(";"),
    )
    .join("|");
  const seen = new Map<string, string>();
  const ordered = plain.replace(/·[^·+*/%()<;|, ]+/g, (axis) => {
    if (!seen.has(axis)) seen.set(axis, `@${seen.size}`);
    return seen.get(axis) ?? axis;
  });
  return `${tensor.shape.join()} ${ordered}`;
}

function exprText(e: Expr): string {
  const own = Object.entries(e)
    .filter(([, value]) => typeof value !== "object")
    .map(([, value]) => (Object.is(value, -0) ? "-0" : String(value)));
  const over = "over" in e ? e.over.map((axis) => `${axis.key}<${axis.size}`) : [];
  const tensor = "tensor" in e ? [e.tensor.name] : [];
  const limits =
    e.kind === "guard" ? e.conditions.map((c) => (c.kind === "within" ? c.below : c.by)) : [];
  const at = indices(e).map((index) => index.key);
  return `(${[...own, ...over, ...tensor, ...limits, ...at, ...parts(e).map(exprText)].join(" ")})`;
}
