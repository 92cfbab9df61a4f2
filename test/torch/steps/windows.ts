import type { Tensor } from "../../../src/tensor/expr.ts";
import type { TorchAttrs } from "../case.ts";
import { type TorchBuilder, Unsupported } from "../torch-builder.ts";
import { num, list, pair, type Pair, at, one, type Steps, sides } from "./reading.ts";

/** Rows are put in, so that what has two dimensions serves for one. */
const lifted = (b: TorchBuilder, x: Tensor): Tensor => b.add("unsqueeze", { x }, { axes: [-2] });
const lowered = (b: TorchBuilder, x: Tensor): Tensor => b.add("squeeze", { x }, { axes: [-2] });
const flat = (v: unknown, fallback: number, row: number): Pair => [row, list(v)[0] ?? fallback];

function convolve(b: TorchBuilder, operands: readonly Tensor[], a: TorchAttrs): Tensor {
  const [x, w, bias] = [at(operands, 0), at(operands, 1), operands[2]];
  const dilation = pair(a["dilation"], [1, 1]);
  const span = [0, 1].map((d) => (dilation[d] ?? 1) * ((w.shape[d + 2] ?? 1) - 1));
  const [h, v] = [span[0] ?? 0, span[1] ?? 0];
  const padding =
    a["padding"] === "same"
      ? ([Math.floor(h / 2), Math.floor(v / 2), Math.ceil(h / 2), Math.ceil(v / 2)] as const)
      : a["padding"] === "valid"
        ? ([0, 0, 0, 0] as const)
        : sides(pair(a["padding"], [0, 0]));
  const stride = pair(a["stride"], [1, 1]);
  return b.add(
    "conv2d",
    { x, w, bias },
    { stride, padding, dilation, groups: num(a["groups"], 1) },
  );
}

function average(b: TorchBuilder, x: Tensor, a: TorchAttrs): Tensor {
  const kernel = pair(a["kernel_size"], [1, 1]);
  return b.add(
    "averagePool2d",
    { x },
    {
      kernel,
      stride: pair(a["stride"], kernel),
      padding: sides(pair(a["padding"], [0, 0])),
      ceil: a["ceil_mode"] === true,
      countIncludePad: a["count_include_pad"] !== false,
      divisor: a["divisor_override"] === undefined ? null : num(a["divisor_override"], 1),
    },
  );
}

function maximum(b: TorchBuilder, x: Tensor, a: TorchAttrs): Tensor {
  const kernel = pair(a["kernel_size"], [1, 1]);
  return b.add(
    "maxPool2d",
    { x },
    {
      kernel,
      stride: pair(a["stride"], kernel),
      padding: sides(pair(a["padding"], [0, 0])),
      dilation: pair(a["dilation"], [1, 1]),
      ceil: a["ceil_mode"] === true,
    },
  );
}

/** (Σ x^p)^(1/p), powers taken as PyTorch takes them: a negative sum is kept apart. */
function powerPool(b: TorchBuilder, x: Tensor, a: TorchAttrs): Tensor {
  const exponent = num(a["norm_type"], 2);
  const raised = exponent === 1 ? x : b.add("power", { x }, { exponent });
  const pooled = average(b, raised, { ...a, divisor_override: 1 });
  return exponent === 1 ? pooled : b.add("power", { x: pooled }, { exponent: 1 / exponent });
}

const size2 = (v: unknown, x: Tensor): Pair => {
  const given = Array.isArray(v) ? (v as readonly unknown[]) : [v, v]; // a number or null for each dimension
  const of = (d: 0 | 1) => num(given[d], x.shape[d + 2] ?? 1);
  return [of(0), of(1)];
};

function interpolate(b: TorchBuilder, x: Tensor, a: TorchAttrs): Tensor {
  const mode = String(a["mode"] ?? "nearest");
  if (a["antialias"] === true) throw new Unsupported("antialiased resize");
  if (!["nearest", "linear", "bilinear", "trilinear"].includes(mode))
    throw new Unsupported(`resize ${mode}`);
  const dims = x.shape.length - 2;
  const spread = (v: unknown) => {
    const given = list(v);
    return given.length === 1 ? Array.from({ length: dims }, () => given[0] ?? 1) : given;
  };
  const where = { size: spread(a["size"]), scale: spread(a["scale_factor"]) };
  if (mode === "nearest")
    return b.add("resize", { x }, { ...where, coordinates: "asymmetric", rounding: "floor" });
  const coordinates = a["align_corners"] === true ? "align-corners" : "half-pixel";
  return b.add("resize", { x }, { ...where, mode: "linear", coordinates });
}

/** Convolutions, pools and resizing. */
export const windowSteps: Steps = {
  conv2d: (b, o, a) => [convolve(b, o, a)],
  conv1d: (b, o, a) => {
    const [x, w] = [lifted(b, at(o, 0)), lifted(b, at(o, 1))];
    const more = {
      stride: flat(a["stride"], 1, 1),
      padding: flat(a["padding"], 0, 0),
      dilation: flat(a["dilation"], 1, 1),
      groups: a["groups"],
    };
    return [lowered(b, convolve(b, [x, w, ...o.slice(2)], more))];
  },
  conv_transpose2d: (b, o, a) => [
    b.add(
      "convTranspose2d",
      { x: at(o, 0), w: at(o, 1), bias: o[2] },
      {
        stride: pair(a["stride"], [1, 1]),
        padding: sides(pair(a["padding"], [0, 0])),
        outputPadding: pair(a["output_padding"], [0, 0]),
        dilation: pair(a["dilation"], [1, 1]),
        groups: num(a["groups"], 1),
      },
    ),
  ],
  conv_transpose1d: (b, o, a) => [
    lowered(
      b,
      b.add(
        "convTranspose2d",
        { x: lifted(b, at(o, 0)), w: lifted(b, at(o, 1)), bias: o[2] },
        {
          stride: flat(a["stride"], 1, 1),
          padding: sides(flat(a["padding"], 0, 0)),
          outputPadding: flat(a["output_padding"], 0, 0),
          dilation: flat(a["dilation"], 1, 1),
          groups: num(a["groups"], 1),
        },
      ),
    ),
  ],
  max_pool2d: one(maximum),
  max_pool2d_indices: (b, o, a) => [maximum(b, at(o, 0), a), undefined],
  avg_pool2d: one(average),
  max_pool1d: one((b, x, a) =>
    lowered(
      b,
      maximum(b, lifted(b, x), {
        ...a,
        kernel_size: flat(a["kernel_size"], 1, 1),
        stride: flat(a["stride"] ?? a["kernel_size"], 1, 1),
        padding: flat(a["padding"], 0, 0),
      }),
    ),
  ),
  avg_pool1d: one((b, x, a) =>
    lowered(
      b,
      average(b, lifted(b, x), {
        ...a,
        kernel_size: flat(a["kernel_size"], 1, 1),
        stride: flat(a["stride"] ?? a["kernel_size"], 1, 1),
        padding: flat(a["padding"], 0, 0),
      }),
    ),
  ),
  lp_pool2d: one(powerPool),
  adaptive_avg_pool2d: one((b, x, a) =>
    b.add("adaptiveAveragePool2d", { x }, { size: size2(a["output_size"], x) }),
  ),
  adaptive_max_pool2d: one((b, x, a) =>
    b.add("adaptiveMaxPool2d", { x }, { size: size2(a["output_size"], x) }),
  ),
  interpolate: one(interpolate),
};
