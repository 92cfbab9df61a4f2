import { Axis, constant, type Index } from "../../../src/tensor/axis.ts";
import { type Expr, mul, read, sum, type Tensor } from "../../../src/tensor/expr.ts";
import { type Contraction, type Kind, type Slide, three } from "./contraction.ts";
import {
  count,
  fresh,
  type Keyed,
  type Layout,
  type Named,
  placeIn,
  square,
  type Tiles,
  transformed,
} from "./layout.ts";
import {
  bothWays,
  type Matrices,
  type Matrix,
  matrices,
  transpose,
  type Variant,
} from "./matrices.ts";

/** What a contraction is worth, and how that is had from the products. */
export interface Output {
  /** Of all that it is worth: its last two dimensions are rows and columns. */
  readonly shape: readonly number[];
  /** Where in that the contraction stands. */
  readonly at: readonly Index[];
  /** Rows and columns are computed in squares of this size. */
  readonly size: number;
  /** The square in a row and a column of squares, at the other dimensions' indices. */
  readonly square: (others: readonly Index[], row: Index, column: Index) => readonly Expr[][];
}

/** Takes a definition in; gives its tensor, or that of one with the same key. */
type Keep = (made: Keyed) => Tensor;

/**
 * A contraction's output, by definitions that `keep` is given. With f counting the (m + 2)² points, t
 * the tiles, k what is shared, i and o what the image and the taps have alone, d being the part of the
 * image under a tile:
 *
 *   taps     V[i,k,f,t] = (Bᵀ·d·B)[f]   U[f,k,o] = (G·w·Gᵀ)[f]      w: the 3×3 taps
 *            P[i,o,f,t] = Σ k  V[i,k,f,t] · U[f,k,o]
 *            y[i,o, m·row + p, m·column + q] = (Aᵀ·P·A)[p,q]        of the tile in row and column
 *
 *   outputs  V[k,i,f,t] = (Bᵀ·d·B)[f]   U[k,o,f,t] = (A·w·Aᵀ)[f]    w: the m×m taps of the tile
 *            P[f,i,o] = Σ k,t  V[k,i,f,t] · U[k,o,f,t]
 *            y[i,o,r,s] = (Gᵀ·P·G)[r,s]
 */
export function outputOf(c: Contraction, variant: Variant, of: Named, keep: Keep): Output {
  const set = matrices[variant];
  const plan = plans[c.three](c, set);
  const tiles = tilesOf(c, set);
  const V = keep(imagePoints(c, set, plan, tiles, of.from));
  const U = keep(tapPoints(c, set, plan, tiles, of.from));
  const P = keep(products(c, set, plan, tiles, { V, U }, of));
  const free = [...c.imageFree, ...c.tapsFree];
  const points = set.input.length;
  return {
    shape: [...free.map((axis) => axis.size), c.rows.outputs, c.columns.outputs],
    at: [...free, c.rows.output, c.columns.output],
    size: plan.fromPoints.length,
    square(others, row, column) {
      const values = new Map(free.map((axis, d) => [axis, others[d] ?? axis]));
      const t = row.times(tiles.columns).plus(column);
      const point = (y: number, x: number) =>
        read(P, placeIn(plan.products, { values, f: constant(y * points + x), t }));
      return bothWays(plan.fromPoints, square(points, point));
    },
  };
}

function tilesOf({ three, rows, columns }: Contraction, { outputs: m }: Matrices): Tiles {
  const tiles = ({ outputs, tap }: Slide) => Math.ceil((three === "taps" ? outputs : tap.size) / m);
  return { rows: tiles(rows), columns: tiles(columns) };
}

/** How the tensors lie, and what the taps and the products are multiplied by. */
interface Plan {
  readonly image: Layout;
  readonly taps: Layout;
  readonly products: Layout;
  /** The products' loops, outermost first: one point's matrices at a time are in the cache. */
  readonly loops: Layout;
  readonly toPoints: Matrix;
  readonly fromPoints: Matrix;
}

const plans: { readonly [K in Kind]: (c: Contraction, set: Matrices) => Plan } = {
  taps: ({ shared, imageFree, tapsFree }, set) => ({
    image: [...imageFree, ...shared, "f", "t"],
    taps: ["f", ...shared, ...tapsFree],
    products: [...imageFree, ...tapsFree, "f", "t"],
    loops: [...imageFree, "f", ...tapsFree, "t"],
    toPoints: set.taps,
    fromPoints: set.output,
  }),
  outputs: ({ shared, imageFree, tapsFree }, set) => ({
    image: [...shared, ...imageFree, "f", "t"],
    taps: [...shared, ...tapsFree, "f", "t"],
    products: ["f", ...imageFree, ...tapsFree],
    loops: ["f", ...imageFree, ...tapsFree],
    toPoints: transpose(set.output),
    fromPoints: transpose(set.taps),
  }),
};

/** V: the last tiles reach beyond the image where they are not full. */
function imagePoints(
  { image: { tensor, at, outside }, rows, columns }: Contraction,
  { input, outputs: m }: Matrices,
  { image }: Plan,
  tiles: Tiles,
  from: string,
): Keyed {
  const of = { name: `${tensor.name}.tiles`, from };
  return transformed(of, image, tiles, input, (values, row, column) => (y, x) => {
    const places = new Map([
      [rows.dim, row.times(m).plus(rows.start + y)],
      [columns.dim, column.times(m).plus(columns.start + x)],
    ]);
    const index = (before: Index, d: number) => places.get(d) ?? before.at(values);
    return read(tensor, at.map(index), outside);
  });
}

/** U: beyond the last tap there is nothing. */
function tapPoints(
  { taps: { tensor, at }, rows, columns }: Contraction,
  { outputs: m }: Matrices,
  { taps, toPoints }: Plan,
  tiles: Tiles,
  from: string,
): Keyed {
  const of = { name: `${tensor.name}.points`, from };
  return transformed(of, taps, tiles, toPoints, (values, row, column) => (y, x) => {
    const places = new Map([
      ...values,
      [rows.tap, row.times(m).plus(rows.turned ? three - 1 - y : y)],
      [columns.tap, column.times(m).plus(columns.turned ? three - 1 - x : x)],
    ]);
    const index = (before: Index) => before.at(places);
    return read(tensor, at.map(index));
  });
}

/** P: a matrix product for each point. */
function products(
  { shared, imageFree, tapsFree }: Contraction,
  { input }: Matrices,
  plan: Plan,
  tiles: Tiles,
  { V, U }: { readonly V: Tensor; readonly U: Tensor },
  { name, from }: Named,
): Keyed {
  const values = fresh([...imageFree, ...tapsFree, ...shared]);
  const place = { values, f: new Axis("f", input.length ** 2), t: new Axis("t", count(tiles)) };
  const [at, axes] = [placeIn(plan.products, place), placeIn(plan.loops, place)];
  const over = [...placeIn(shared, place), place.t].filter((axis) => !axes.includes(axis));
  const factors = [read(V, placeIn(plan.image, place)), read(U, placeIn(plan.taps, place))];
  const tensor = { name: `${name}.products`, shape: at.map((axis) => axis.size) };
  return {
    key: `${V.name} · ${U.name}`,
    definition: { tensor, pieces: [{ axes, at, body: sum(over, mul(...factors)) }], from },
  };
}
