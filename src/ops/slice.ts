import { refuse } from "../diagnostics.ts";
import { integers } from "./attributes.ts";
import { axesOf } from "./axes.ts";
import { defineOp } from "./define.ts";

/**
 * y[…,i,…] = x[…, start + i·step, …], as Python slices: negative numbers count from the end, numbers
 * beyond the ends are held to them, a negative step runs backwards. `starts`, `stops` and `steps` have
 * one number for each of `axes`; no stops run to the end (the beginning, backwards), no steps are 1.
 */
export const slice = defineOp({
  name: "slice",
  onnx: "Slice",
  summary: "A part of a tensor, every so many elements, forwards or backwards",
  formula: "y[…,i,…] = x[…, start + i·step, …]",
  inputs: { x: "..." },
  output: "...",
  attrs: {
    axes: integers([]),
    starts: integers(),
    stops: integers([]),
    steps: integers([]),
  },

  sizes({ x }, attrs) {
    const cuts = cutsOf(x, attrs);
    return x.map((size, d) => cuts.get(d)?.size ?? size);
  },

  define({ x }, attrs, out) {
    const cuts = cutsOf(x.shape, attrs);
    return x(
      ...out.map((i, d) => {
        const cut = cuts.get(d);
        return cut ? i.times(cut.step).plus(cut.start) : i;
      }),
    );
  },

  samples: [
    { inputs: { x: [2, 5, 4] }, attrs: { axes: [1], starts: [1], stops: [4] } },
    {
      inputs: { x: [2, 7, 6] },
      attrs: { axes: [1, -1], starts: [0, -2], stops: [100, -100], steps: [3, -2] },
    },
    { inputs: { x: [4, 3] }, attrs: { starts: [1, 0] } },
  ],
});

interface Cut {
  readonly start: number;
  readonly step: number;
  readonly size: number;
}

function cutsOf(
  x: readonly number[],
  attrs: { readonly [K in "axes" | "starts" | "stops" | "steps"]: readonly number[] },
): ReadonlyMap<number, Cut> {
  const { starts, stops, steps } = attrs;
  const axes = axesOf(attrs.axes, x.length).slice(0, attrs.axes.length || starts.length);
  for (const [name, list] of Object.entries({ starts, stops, steps }))
    if (list.length !== axes.length && (name === "starts" || list.length > 0))
      refuse("KS102", `${name} has ${list.length} numbers for ${axes.length} axes`);
  return new Map(
    axes.map((axis, i) => [axis, cut(x[axis] ?? 1, starts[i] ?? 0, stops[i], steps[i])]),
  );
}

function cut(size: number, start: number, stop: number | undefined, step = 1): Cut {
  if (step === 0) refuse("KS102", "a step of 0 never ends");
  const [least, most] = step > 0 ? [0, size] : [-1, size - 1];
  const held = (at: number) => Math.min(Math.max(at < 0 ? at + size : at, least), most);
  const from = held(start);
  const to = stop === undefined ? (step > 0 ? size : -1) : held(stop);
  const length = Math.max(0, Math.ceil((to - from) / step));
  if (length === 0)
    refuse(
      "KS205",
      `from ${start} to ${stop ?? "the end"} by ${step} there is nothing in ${size} elements`,
    );
  return { start: from, step, size: length };
}
