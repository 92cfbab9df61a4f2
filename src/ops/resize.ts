import { refuse } from "../diagnostics.ts";
import { Axis, gcd, type Index } from "../tensor/axis.ts";
import {
  div,
  type Expr,
  index,
  max,
  min,
  mul,
  number,
  one,
  sub,
  sum,
  unary,
  zero,
} from "../tensor/expr.ts";
import { choice, integers, listOf } from "./attributes.ts";
import { defineOp } from "./define.ts";
import { pieces, type Segment, whole } from "./segments.ts";

/**
 * Samples the axes after the first two at other places: ONNX `Resize`. Element i of an axis of O lies
 * at s(i) in the H elements of the input,
 *
 *   half-pixel  (i + ½)·H/O − ½        align-corners  i·(H − 1)/(O − 1)        asymmetric  i·H/O
 *
 * (with a scale given, 1/scale in the place of H/O). All of it is rational, so ⌊s(i)⌋ is an index.
 *
 *   nearest  y[…,i] = x[…, s(i) rounded]      linear  y[…,i] = Σ t x[…, ⌊s⌋ + t] · (1 − |s − ⌊s⌋ − t|)₊
 *
 * with s held to [0, H − 1] in the weights.
 */
export const resize = defineOp({
  name: "resize",
  onnx: "Resize",
  summary: "Up- or downsampling of all axes after the channels: nearest, (bi)linear",
  formula:
    "y[n,c,i…] = Σ t x[n, c, ⌊s(i)⌋ + t…] · Π max(0, 1 − |s(i) − ⌊s(i)⌋ − t|), or x[n, c, ⌊s(i)⌉…]",
  inputs: { x: "..." },
  output: "...",
  attrs: {
    size: integers([]),
    scale: listOf<number>("a list of positive numbers", (v) => typeof v === "number" && v > 0, []),
    mode: choice(["nearest", "linear"], "nearest"),
    coordinates: choice(["half-pixel", "align-corners", "asymmetric"], "half-pixel"),
    rounding: choice(
      ["floor", "ceil", "round-prefer-floor", "round-prefer-ceil"],
      "round-prefer-floor",
    ),
  },

  sizes({ x }, attrs) {
    const [given, other] = attrs.size.length > 0 ? ["size", "scale"] : ["scale", "size"];
    if (attrs.size.length > 0 && attrs.scale.length > 0)
      refuse("KS102", `give ${given} or ${other}, not both`);
    const count = attrs.size.length + attrs.scale.length;
    if (x.length < 3 || count !== x.length - 2)
      refuse("KS102", `${given} has ${count} numbers, x [${x.join(", ")}] needs ${x.length - 2}`);
    return x.map((size, d) =>
      d < 2 ? size : (attrs.size[d - 2] ?? scaled(size, attrs.scale[d - 2])),
    );
  },

  define({ x }, attrs, out, tools) {
    const places = out.slice(2).map((i, d) => {
      const size = x.shape[d + 2] ?? 1;
      return placesOf(attrs.coordinates, size, i.size, attrs.scale[d]);
    });
    const place = (i: Index, d: number): Index => at(i, places[d - 2] ?? same);
    if (attrs.mode === "nearest") {
      const segments = x.shape.map((size, d) => {
        const here = places[d - 2];
        return here ? rounded(attrs.rounding, here, size, out[d]?.size ?? 1) : whole(size);
      });
      return pieces(out, segments, (from) => x(...from));
    }
    const spatial = out.slice(2);
    const taps = spatial.map((i) => new Axis(`t${i.name}`, 2));
    const weights = spatial.map((i, d) => {
      const tap = taps[d] ?? i;
      const body = weight(i, tap, places[d] ?? same, x.shape[d + 2] ?? 1);
      return tools.local(`weight${d}`, [i, tap], body)(i, tap);
    });
    const from = out.map((i, d) => (d < 2 ? i : place(i, d).plus(taps[d - 2] ?? 0)));
    return sum(taps, mul(x(...from), ...weights));
  },

  samples: [
    { inputs: { x: [1, 2, 3, 4] }, attrs: { scale: [2, 3] } },
    {
      inputs: { x: [1, 2, 4, 6] },
      attrs: { size: [3, 4], coordinates: "asymmetric", rounding: "ceil" },
    },
    { inputs: { x: [1, 2, 3, 4] }, attrs: { scale: [2, 1.5], mode: "linear" } },
    {
      inputs: { x: [1, 2, 3, 4] },
      attrs: { size: [5, 2], mode: "linear", coordinates: "align-corners" },
    },
    { inputs: { x: [2, 1, 5] }, attrs: { size: [3], mode: "linear", coordinates: "asymmetric" } },
  ],
});

/** s(i) = (step·i + offset) / by */
interface Places {
  readonly step: number;
  readonly offset: number;
  readonly by: number;
}

const same: Places = { step: 1, offset: 0, by: 1 };
const at = (i: Index, { step, offset, by }: Places): Index => i.times(step).plus(offset).over(by);

function placesOf(
  coordinates: "half-pixel" | "align-corners" | "asymmetric",
  size: number,
  made: number,
  scale: number | undefined,
): Places {
  if (coordinates === "align-corners")
    return made === 1
      ? { step: 0, offset: 0, by: 1 }
      : lowest({ step: size - 1, offset: 0, by: made - 1 });
  const { over, by } = scale === undefined ? { over: size, by: made } : inverse(fraction(scale));
  return coordinates === "asymmetric"
    ? lowest({ step: over, offset: 0, by })
    : lowest({ step: 2 * over, offset: over - by, by: 2 * by });
}

function lowest({ step, offset, by }: Places): Places {
  const common = gcd(gcd(step, offset), by);
  return { step: step / common, offset: offset / common, by: by / common };
}

/** The stretches that round to before the first element, within, and beyond the last. */
function rounded(
  rounding: "floor" | "ceil" | "round-prefer-floor" | "round-prefer-ceil",
  { step, offset, by }: Places,
  size: number,
  made: number,
): readonly Segment[] {
  const more = {
    floor: { step, offset, by },
    ceil: { step, offset: offset + by - 1, by },
    "round-prefer-floor": { step: 2 * step, offset: 2 * offset + by - 1, by: 2 * by },
    "round-prefer-ceil": { step: 2 * step, offset: 2 * offset + by, by: 2 * by },
  }[rounding];
  const places = Array.from({ length: made }, (_, i) =>
    Math.floor((more.step * i + more.offset) / more.by),
  );
  const before = places.filter((i) => i < 0).length;
  const beyond = places.filter((i) => i >= size).length;
  const first = (i: Index) => i.times(0);
  return [
    { size: before, from: first },
    { size: made - before - beyond, from: (i) => at(i.plus(before), more) },
    { size: beyond, from: (i) => first(i).plus(size - 1) },
  ];
}

/** (1 − |s − ⌊s⌋ − t|)₊ with s held to [0, H − 1] */
function weight(i: Index, tap: Index, places: Places, size: number): Expr {
  const { step, offset, by } = places;
  const exact = div(index(i.times(step).plus(offset)), number(by));
  const held = min(max(exact, zero), number(size - 1));
  const distance = unary("abs", sub(held, index(at(i, places).plus(tap))));
  return max(sub(one, distance), zero);
}

const scaled = (size: number, scale: number | undefined): number => {
  const { over, by } = fraction(scale ?? 1);
  return Math.floor((size * over) / by);
};

interface Fraction {
  readonly over: number;
  readonly by: number;
}
const inverse = ({ over, by }: Fraction): Fraction => ({ over: by, by: over });

/** The fraction of small terms that a scale stands for: 1.5 is 3/2, 0.333333 is 1/3. */
function fraction(scale: number): Fraction {
  for (let by = 1; by <= 4096; by++) {
    const over = Math.round(scale * by);
    if (over > 0 && Math.abs(over / by - scale) <= 1e-6 * scale) return { over, by };
  }
  refuse("KS102", `the scale ${scale} is no fraction of small terms`, {
    fix: "Give the size instead.",
  });
}
