import type { Tensor } from "../../../src/tensor/expr.ts";
import type { TorchAttrs } from "../case.ts";
import type { TorchBuilder } from "../torch-builder.ts";
import { num, list, at, one, type Steps } from "./reading.ts";

function padded(b: TorchBuilder, x: Tensor, a: TorchAttrs): Tensor {
  const given = list(a["pad"]);
  const rank = x.shape.length;
  const of = (side: 0 | 1) => x.shape.map((_, d) => given[2 * (rank - 1 - d) + side] ?? 0);
  const modes = { reflect: "reflect", replicate: "edge", circular: "wrap" } as const;
  const mode = modes[String(a["mode"]) as keyof typeof modes] ?? "constant"; // other names are constant
  return b.add("pad", { x }, { before: of(0), after: of(1), mode, value: num(a["value"], 0) });
}

/** Python's slices, one or none for each axis. */
function sliced(b: TorchBuilder, x: Tensor, a: TorchAttrs): Tensor {
  const slices = a["slices"] as readonly (readonly (number | null)[] | null)[]; // the corpus says so
  const cuts = slices.flatMap((s, axis) => (s ? [{ axis, s }] : []));
  return b.add(
    "slice",
    { x },
    {
      axes: cuts.map(({ axis }) => axis),
      starts: cuts.map(({ s }) => s[0] ?? 0),
      stops: cuts.map(({ s }) => s[1] ?? Number.MAX_SAFE_INTEGER),
      steps: cuts.map(({ s }) => s[2] ?? 1),
    },
  );
}

const part = (b: TorchBuilder, x: Tensor, axis: number, from: number, to: number): Tensor =>
  b.add("slice", { x }, { axes: [axis], starts: [from], stops: [to] });

function parts(b: TorchBuilder, x: Tensor, axis: number, sizes: readonly number[]): Tensor[] {
  let from = 0;
  return sizes.map((length) => part(b, x, axis, from, (from += length)));
}

/** What only moves elements. */
export const shapeSteps: Steps = {
  concat: (b, o, a) => [b.add("concat", { xs: o }, { axis: num(a["dim"], 0) })],
  stack: (b, o, a) => {
    const axis = num(a["dim"], 0);
    const xs = o.map((x) => b.add("unsqueeze", { x }, { axes: [axis] }));
    return [b.add("concat", { xs }, { axis })];
  },
  split: (b, o, a) => parts(b, at(o, 0), num(a["dim"], 0), list(a["sizes"])),
  chunk: (b, o, a, step) => {
    const axis = num(a["dim"], 0);
    const total = at(o, 0).shape[axis] ?? 1;
    const length = Math.ceil(total / num(a["chunks"], 1));
    return parts(
      b,
      at(o, 0),
      axis,
      step.outputs.map((_, i) => Math.min(length, total - i * length)),
    );
  },
  slice: one(sliced),
  pad: one(padded),
  flatten: one((b, x, a) => b.add("flatten", { x }, { axis: num(a["start_dim"], 0) })),
  reshape: one((b, x, a) => b.add("reshape", { x }, { shape: list(a["shape"]) })),
  permute: one((b, x, a) => b.add("transpose", { x }, { order: list(a["dims"]) })),
  transpose: one((b, x, a) => {
    const [p, q] = [num(a["dim0"], 0), num(a["dim1"], 1)];
    const order = x.shape.map((_, d) => (d === p ? q : d === q ? p : d));
    return b.add("transpose", { x }, { order });
  }),
  squeeze: one((b, x, a) => b.add("squeeze", { x }, { axes: list(a["dim"]) })),
  unsqueeze: one((b, x, a) => b.add("unsqueeze", { x }, { axes: list(a["dim"]) })),
  expand: one((b, x, a) => b.add("expand", { x }, { shape: list(a["size"]) })),
  repeat: one((b, x, a) => b.add("tile", { x }, { repeats: list(a["reps"]) })),
  flip: one((b, x, a) => b.add("flip", { x }, { axes: list(a["dims"]) })),
  roll: one((b, x, a) =>
    b.add("roll", { x }, { axes: list(a["dims"]), shifts: list(a["shifts"]) }),
  ),
  pixel_shuffle: one((b, x, a) =>
    b.add("pixelShuffle", { x }, { factor: num(a["upscale_factor"], 1) }),
  ),
  pixel_unshuffle: one((b, x, a) =>
    b.add("pixelUnshuffle", { x }, { factor: num(a["downscale_factor"], 1) }),
  ),
  channel_shuffle: one((b, x, a) =>
    b.add("channelShuffle", { x }, { groups: num(a["groups"], 1) }),
  ),
};
