import type { Expr, Read, Tensor } from "../../src/tensor/expr.ts";
import { less, read, zero } from "../../src/tensor/expr.ts";
import { overhang } from "../../src/tensor/bounds.ts";
import type { Program } from "../../src/tensor/program.ts";
import { transform } from "../../src/tensor/walk.ts";

/**
 * Backward formulas written with forward outputs, so that what went into an activation need not be
 * kept: f(x[i]) is y[i] where y = f(x) is defined, and x[i] > 0 is y[i] > 0 where y = max(x, 0).
 */
export function recall(program: Program): Program {
  const unary = new Map<string, Tensor>();
  const rectified = new Map<Tensor, Tensor>();
  const change = (e: Expr): Expr => {
    if (e.kind === "unary" && e.a.kind === "read") {
      const y = unary.get(`${e.fn} ${e.a.tensor.name}`);
      return y && inside(e.a) ? read(y, e.a.at) : e;
    }
    if (e.kind === "compare" && e.is === "less" && e.a === zero && e.b.kind === "read") {
      const y = rectified.get(e.b.tensor);
      return y ? less(zero, read(y, e.b.at, e.b.outside)) : e;
    }
    return e;
  };
  const definitions = program.definitions.map((d) => {
    const pieces = d.pieces.map((p) => ({ ...p, body: transform(p.body, change) }));
    const [only] = d.pieces;
    if (d.pieces.length === 1 && only) {
      const { body, axes } = only;
      const plain = (r: Expr): r is Read =>
        r.kind === "read" &&
        r.at.length === axes.length &&
        r.at.every((index, k) => index === axes[k]) &&
        only.at.every((index, k) => index === axes[k]);
      if (body.kind === "unary" && plain(body.a))
        unary.set(`${body.fn} ${body.a.tensor.name}`, d.tensor);
      if (body.kind === "max" && body.b === zero && plain(body.a))
        rectified.set(body.a.tensor, d.tensor);
    }
    return { ...d, pieces };
  });
  return { ...program, definitions };
}

/** Never outside of its tensor. */
export const inside = (r: Read): boolean =>
  overhang(r.at, r.tensor.shape).every((o) => o.before === 0 && o.after === 0);
