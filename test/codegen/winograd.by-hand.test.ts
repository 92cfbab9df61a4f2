import { describe, expect, it } from "vitest";
import { Axis } from "../../src/tensor/axis.ts";
import { type Expr, greatest, mul, read, sum, type Tensor } from "../../src/tensor/expr.ts";
import { printProgram } from "../../src/tensor/print.ts";
import { define } from "../../src/tensor/program.ts";
import { random } from "../support/samples.ts";
import { within } from "../../src/tensor/walk.ts";
import { by, type Case, expectEqual, named, products } from "../support/winograd.ts";

/** Fresh axes by name. */
const axes = <const S extends { readonly [name: string]: number }>(sizes: S) =>
  Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, new Axis(name, size)])) as {
    readonly [K in keyof S]: Axis;
  }; // one for each name

type Body = readonly [over: readonly Axis[], body: Expr];

/** Outputs of an image and weights of any shape, without samples. */
function byHand(
  shapes: { readonly x: readonly number[]; readonly w: readonly number[] },
  bodies: (x: Tensor, w: Tensor) => readonly Body[],
): Case {
  const x: Tensor = { name: "x", shape: shapes.x };
  const w: Tensor = { name: "w", shape: shapes.w };
  const definitions = bodies(x, w).map(([over, body], i) => {
    const tensor: Tensor = { name: `y${i}`, shape: over.map((axis) => axis.size) };
    return define(tensor, over, body, tensor.name);
  });
  const values = [x, w].map((t, seed) => [t, random(t.shape, -1, 1, seed)] as const);
  return {
    program: { inputs: [x, w], definitions, outputs: definitions.map((d) => d.tensor) },
    batched: new Set(),
    values: new Map(values),
  };
}

const image = [3, 6, 6];
const kernels = [2, 3, 3, 3];

/** y[m,p,q] = Σ c,r,s x[c, p + r − 1, q + s − 1] · w[m,c,r,s], with x worth `outside` around it. */
const framed = (outside: number, size = 6): Case =>
  byHand({ x: [3, size, size], w: kernels }, (x, w) => {
    const { m, p, q, c, r, s } = axes({ m: 2, p: size, q: size, c: 3, r: 3, s: 3 });
    const element = read(x, [c, p.plus(r).minus(1), q.plus(s).minus(1)], outside);
    return [[[m, p, q], sum([c, r, s], mul(element, read(w, [m, c, r, s])))]];
  });

describe("found are", () => {
  it("an image that is 2 around, and that is no sample", () => {
    const c = framed(2);
    expect(products(by(c, "F4"))).toEqual(["y0.products"]);
    expectEqual(c, by(c, "F4"));
  });

  it("products and sums once that several points or outputs have in common", () => {
    const count = (end: string): number => {
      const made = by(framed(0, 8), "F4").definitions.find((d) => d.tensor.name.endsWith(end));
      const all = made?.pieces.flatMap((p) => [...within(p.body)]) ?? [];
      return new Set(all.filter((e) => e.kind === "add" || e.kind === "mul")).size;
    };
    // Six columns, then six rows (four outputs) of six points.
    expect(count("x.tiles")).toBe((6 + 6) * 19);
    expect(count("y0")).toBe((6 + 4) * 13);
  });

  it("channels in two dimensions, and weights with their axes in any order", () => {
    const c = byHand({ x: [7, 2, 6, 3], w: [3, 2, 3, 4, 3] }, (x, w) => {
      const { m, p, q, c, d, r, s } = axes({ m: 4, p: 5, q: 4, c: 2, d: 3, r: 3, s: 3 });
      const product = mul(read(w, [s, c, d, m, r]), read(x, [p.plus(r), c, q.plus(s), d]));
      return [[[p, m, q], sum([d, r, c, s], product)]];
    });
    expect(products(by(c, "F2"))).toEqual(["y0.products"]);
    expectEqual(c, by(c, "F2"));
  });

  it("taps that run backwards in one direction alone", () => {
    const c = byHand({ x: image, w: kernels }, (x, w) => {
      const { m, p, q, c, r, s } = axes({ m: 2, p: 6, q: 6, c: 3, r: 3, s: 3 });
      const element = read(x, [c, p.minus(r).plus(1), q.plus(s).minus(1)]);
      return [[[m, p, q], sum([c, r, s], mul(element, read(w, [m, c, r, s])))]];
    });
    expect(products(by(c, "F4"))).toEqual(["y0.products"]);
    expectEqual(c, by(c, "F4"));
  });

  it("weights and the same weights on their side, each for itself", () => {
    const c = byHand({ x: image, w: kernels }, (x, w) => {
      const { m, p, q, c, r, s } = axes({ m: 2, p: 4, q: 4, c: 3, r: 3, s: 3 });
      const element = read(x, [c, p.plus(r), q.plus(s)]);
      return [
        [[m, p, q], sum([c, r, s], mul(element, read(w, [m, c, r, s])))],
        [[m, p, q], sum([c, r, s], mul(element, read(w, [m, c, s, r])))],
      ];
    });
    expect(named(by(c, "F4"), ".tiles")).toEqual(["x.tiles"]);
    expect(products(by(c, "F4"))).toEqual(["y0.products", "y1.products"]);
    expectEqual(c, by(c, "F4"));
  });

  it("outputs in which a window goes from square to square, written down for it", () => {
    const c = byHand({ x: [3, 16, 6], w: kernels }, (x, w) => {
      const { m, p, q, c, r, s, u } = axes({ m: 2, p: 7, q: 4, c: 3, r: 3, s: 3, u: 2 });
      const element = read(x, [c, p.plus(u.times(7)).plus(r), q.plus(s)]);
      const body = sum([c, r, s], mul(element, read(w, [m, c, r, s])));
      return [[[m, p, q], greatest([u], body)]];
    });
    expect(named(by(c, "F4"), ".squares")).toEqual(["y0.squares"]);
    expectEqual(c, by(c, "F4"));
  });
});

describe("left alone is", () => {
  const others: { readonly [what: string]: Case } = {
    "an image that is −∞ around": framed(-Infinity),
    "an image that is NaN around": framed(NaN),
    "a diagonal": byHand({ x: image, w: kernels }, (x, w) => {
      const { m, p, c, r, s } = axes({ m: 2, p: 4, c: 3, r: 3, s: 3 });
      const element = read(x, [c, p.plus(r), p.plus(s)]);
      return [[[m, p], sum([c, r, s], mul(element, read(w, [m, c, r, s])))]];
    }),
    "a window whose elements all weigh the same": byHand({ x: image, w: [2, 3] }, (x, w) => {
      const { m, p, q, c, r, s } = axes({ m: 2, p: 4, q: 4, c: 3, r: 3, s: 3 });
      const element = read(x, [c, p.plus(r), q.plus(s)]);
      return [[[m, p, q], sum([c, r, s], mul(element, read(w, [m, c])))]];
    }),
    "a sum that counts what it does not read": byHand({ x: [6, 6], w: [2, 3, 3] }, (x, w) => {
      const { m, p, q, c, r, s } = axes({ m: 2, p: 4, q: 4, c: 3, r: 3, s: 3 });
      const element = read(x, [p.plus(r), q.plus(s)]);
      return [[[m, p, q], sum([c, r, s], mul(element, read(w, [m, r, s])))]];
    }),
    // Beyond the part there are numbers, which a tile that is not full would count.
    "a weight gradient of a part of the map": byHand({ x: [3, 8, 8], w: [2, 6, 6] }, (x, dy) => {
      const { m, c, p, q, r, s } = axes({ m: 2, c: 3, p: 5, q: 6, r: 3, s: 3 });
      const product = mul(read(dy, [m, p, q]), read(x, [c, p.plus(r), q.plus(s)]));
      return [[[m, c, r, s], sum([p, q], product)]];
    }),
  };
  for (const [what, c] of Object.entries(others))
    it(what, () => expect(printProgram(by(c, "F4"))).toBe(printProgram(c.program)));
});
