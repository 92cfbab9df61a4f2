import type { OpName } from "../../src/ops/index.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { size } from "../../src/tensor/program.ts";
import type { TorchAttrs, TorchStep } from "./case.ts";
import { type TorchBuilder, Unsupported } from "./torch-builder.ts";

type Rule = (
  b: TorchBuilder,
  operands: readonly Tensor[],
  attrs: TorchAttrs,
  step: TorchStep,
) => readonly (Tensor | undefined)[];

/* Attributes come as JSON: the readers below give them a type, or throw. */
type Pair = readonly [number, number];

function num(v: unknown, fallback: number): number {
  if (v === undefined || v === null) return fallback;
  if (typeof v !== "number") throw new Unsupported(`a number ${JSON.stringify(v)}`);
  return v;
}

function list(v: unknown): readonly number[] {
  if (v === undefined || v === null) return [];
  if (typeof v === "number") return [v];
  if (Array.isArray(v) && v.every((n) => typeof n === "number")) return v;
  throw new Unsupported(`a list ${JSON.stringify(v)}`);
}

function pair(v: unknown, fallback: Pair): Pair {
  const [a, b] = list(v);
  return a === undefined ? fallback : [a, b ?? a];
}

const reductionOf = (v: unknown): "mean" | "sum" | "none" =>
  v === "sum" || v === "none" ? v : "mean";

const at = (operands: readonly Tensor[], i: number): Tensor => {
  const tensor = operands[i];
  if (!tensor) throw new Unsupported("an operand left out");
  return tensor;
};

/** The op of one operand, with attributes from PyTorch's. */
const one =
  (make: (b: TorchBuilder, x: Tensor, attrs: TorchAttrs) => Tensor): Rule =>
  (b, operands, attrs) => [make(b, at(operands, 0), attrs)];

const two =
  (make: (b: TorchBuilder, a: Tensor, c: Tensor, attrs: TorchAttrs) => Tensor): Rule =>
  (b, operands, attrs) => [make(b, at(operands, 0), at(operands, 1), attrs)];

type Plain = "abs" | "exp" | "relu"; // any op of one operand and no attributes has their shape
const plain = (op: OpName): Rule => one((b, x) => b.add(op as Plain, { x })); // op takes x and no attributes

type Binary = "add"; // all have two operands, broadcast
const binary = (op: OpName): Rule => two((b, a, c) => b.add(op as Binary, { a, b: c })); // op takes a and b

type Reduction = "reduceSum"; // all have axes and keepDims
const reduction = (op: OpName): Rule =>
  one((b, x, a) =>
    b.add(op as Reduction, { x }, { axes: list(a["dim"]), keepDims: a["keepdim"] === true }),
  );

type PointwiseLoss = "mse"; // all have x, target and a reduction
const loss = (op: OpName, more: (a: TorchAttrs) => object = () => ({})): Rule =>
  two((b, x, target, a) =>
    b.add(
      op as PointwiseLoss,
      { x, target },
      { reduction: reductionOf(a["reduction"]), ...more(a) },
    ),
  );

const sides = ([h, w]: Pair): readonly [number, number, number, number] => [h, w, h, w];

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

function normalize(b: TorchBuilder, x: Tensor, axis: number, least: number): Tensor {
  const norm = b.add("reduceL2", { x }, { axes: [axis], keepDims: true });
  return b.add("div", { a: x, b: b.add("clip", { x: norm }, { min: least }) });
}

function padded(b: TorchBuilder, x: Tensor, a: TorchAttrs): Tensor {
  const given = list(a["pad"]);
  const rank = x.shape.length;
  const of = (side: 0 | 1) => x.shape.map((_, d) => given[2 * (rank - 1 - d) + side] ?? 0);
  const modes = { reflect: "reflect", replicate: "edge", circular: "wrap" } as const;
  const mode = modes[String(a["mode"]) as keyof typeof modes] ?? "constant"; // other names are constant
  return b.add("pad", { x }, { before: of(0), after: of(1), mode, value: num(a["value"], 0) });
}

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

const einsum: { readonly [equation: string]: (b: TorchBuilder, x: Tensor, y: Tensor) => Tensor } = {
  "ij,jk->ik": (b, x, y) => b.add("matmul", { a: x, b: y }),
  "bij,bkj->bik": (b, x, y) =>
    b.add("matmul", { a: x, b: b.add("transpose", { x: y }, { order: [0, 2, 1] }) }),
  "bchw,c->bhw": (b, x, y) => {
    const weighted = b.add("mul", { a: x, b: b.reshape(y, [...y.shape, 1, 1]) });
    return b.add("reduceSum", { x: weighted }, { axes: [1] });
  },
};

/** The running statistics that a later step brings up to date from the same x. */
function trained(b: TorchBuilder, operands: readonly Tensor[], a: TorchAttrs): Tensor {
  const [x, scale, bias] = [at(operands, 0), operands[1], operands[2]];
  const stats = b.torch.graph.find(
    (s) =>
      s.op === "batch_norm_stats" &&
      s.inputs[0] !== undefined &&
      b.has(s.inputs[0]) &&
      b.named(s.inputs[0]) === x,
  );
  const [mean, variance] = [1, 2].map((i) => {
    const name = stats?.inputs[i];
    const state = name === undefined ? b.full([x.shape[1] ?? 1], i - 1, "state") : b.named(name);
    const made = stats?.outputs[i - 1];
    if (made !== undefined) b.states.set(made, state);
    return state;
  });
  if (!mean || !variance) throw new Error("two states were made");
  b.training = true;
  const momentum = num(stats?.attrs?.["momentum"], 0.1);
  return b.add(
    "batchNorm",
    { x, scale, bias, mean, variance },
    { eps: num(a["eps"], 1e-5), momentum },
  );
}

/** Every step of PyTorch's that ops of ours stand for. */
export const steps: { readonly [op: string]: Rule } = {
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
  linear: (b, o) => {
    const [x, w, bias] = [at(o, 0), at(o, 1), o[2]];
    const rows = b.reshape(x, [-1, x.shape[x.shape.length - 1] ?? 1]);
    const y = b.add("linear", { x: rows, w, bias });
    return [b.reshape(y, [...x.shape.slice(0, -1), w.shape[0] ?? 1])];
  },
  matmul: binary("matmul"),
  bmm: binary("matmul"),
  einsum: (b, o, a) => {
    const rule = einsum[String(a["equation"])];
    if (!rule) throw new Unsupported(`einsum ${String(a["equation"])}`);
    return [rule(b, at(o, 0), at(o, 1))];
  },

  relu: plain("relu"),
  relu6: plain("relu6"),
  leaky_relu: one((b, x, a) =>
    b.add("leakyRelu", { x }, { slope: num(a["negative_slope"], 0.01) }),
  ),
  prelu: two((b, x, slope) => {
    const channels = slope.shape[0] ?? 1;
    const shape = channels > 1 ? [channels, ...x.shape.slice(2).map(() => 1)] : [1];
    return b.add("prelu", { x, slope: b.reshape(slope, shape) });
  }),
  clamp: one((b, x, a) => {
    const bound = (v: unknown) => (v === undefined || v === null ? null : num(v, 0));
    return b.add("clip", { x }, { min: bound(a["min"]), max: bound(a["max"]) });
  }),
  hardtanh: one((b, x, a) =>
    b.add("hardTanh", { x }, { min: num(a["min_val"], -1), max: num(a["max_val"], 1) }),
  ),
  elu: one((b, x, a) => b.add("elu", { x }, { alpha: num(a["alpha"], 1) })),
  celu: one((b, x, a) => b.add("celu", { x }, { alpha: num(a["alpha"], 1) })),
  selu: plain("selu"),
  hardsigmoid: plain("hardSigmoid"),
  hardswish: plain("hardSwish"),
  sigmoid: plain("sigmoid"),
  logsigmoid: plain("logSigmoid"),
  tanh: plain("tanh"),
  silu: plain("silu"),
  gelu: one((b, x, a) =>
    b.add("gelu", { x }, { approximate: a["approximate"] === "tanh" ? "tanh" : "none" }),
  ),
  softplus: one((b, x, a) =>
    b.add("softplus", { x }, { beta: num(a["beta"], 1), threshold: num(a["threshold"], 20) }),
  ),
  mish: plain("mish"),
  softsign: plain("softsign"),
  tanhshrink: plain("tanhShrink"),
  softshrink: one((b, x, a) => b.add("softShrink", { x }, { lambda: num(a["lambd"], 0.5) })),
  hardshrink: one((b, x, a) => b.add("hardShrink", { x }, { lambda: num(a["lambd"], 0.5) })),
  threshold: one((b, x, a) =>
    b.add("threshold", { x }, { threshold: num(a["threshold"], 0), value: num(a["value"], 0) }),
  ),
  glu: one((b, x, a) => b.add("glu", { x }, { axis: num(a["dim"], -1) })),
  softmax: one((b, x, a) => b.add("softmax", { x }, { axis: num(a["dim"], -1) })),
  softmin: one((b, x, a) =>
    b.add("softmax", { x: b.add("neg", { x }) }, { axis: num(a["dim"], -1) }),
  ),
  log_softmax: one((b, x, a) => b.add("logSoftmax", { x }, { axis: num(a["dim"], -1) })),

  exp: plain("exp"),
  expm1: plain("expm1"),
  log: plain("log"),
  log1p: plain("log1p"),
  log2: plain("log2"),
  sqrt: plain("sqrt"),
  rsqrt: plain("rsqrt"),
  abs: plain("abs"),
  neg: plain("neg"),
  reciprocal: plain("reciprocal"),
  square: plain("square"),
  erf: plain("erf"),
  sign: plain("sign"),
  floor: plain("floor"),
  ceil: plain("ceil"),
  round: plain("round"),
  sin: plain("sin"),
  cos: plain("cos"),
  tan: plain("tan"),
  atan: plain("atan"),
  sinh: plain("sinh"),
  cosh: plain("cosh"),
  pow_scalar: one((b, x, a) => b.add("power", { x }, { exponent: num(a["exponent"], 1) })),
  add_scalar: one((b, x, a) => b.add("affine", { x }, { shift: num(a["value"], 0) })),
  mul_scalar: one((b, x, a) => b.add("affine", { x }, { scale: num(a["value"], 1) })),
  rsub_scalar: one((b, x, a) => b.add("affine", { x }, { scale: -1, shift: num(a["value"], 0) })),
  rdiv_scalar: one((b, x, a) =>
    b.add("affine", { x: b.add("reciprocal", { x }) }, { scale: num(a["value"], 1) }),
  ),
  add: binary("add"),
  sub: binary("sub"),
  mul: binary("mul"),
  div: binary("div"),
  pow: binary("pow"),
  maximum: binary("maximum"),
  minimum: binary("minimum"),
  where: (b, o) => [b.add("where", { when: at(o, 0), a: at(o, 1), b: at(o, 2) })],
  masked_fill: two((b, x, when, a) =>
    b.add("where", { when, a: b.full([], num(a["value"], 0)), b: x }),
  ),

  batch_norm_eval: (b, o, a) => [
    b.add(
      "batchNorm",
      { x: at(o, 0), mean: at(o, 1), variance: at(o, 2), scale: o[3], bias: o[4] },
      { eps: num(a["eps"], 1e-5) },
    ),
  ],
  batch_norm_train: (b, o, a) => [trained(b, o, a)],
  batch_norm_stats: () => [],
  layer_norm_call: (b, o, a) => [
    b.add(
      "layerNorm",
      { x: at(o, 0), scale: o[1], bias: o[2] },
      { axis: -list(a["normalized_shape"]).length, eps: num(a["eps"], 1e-5) },
    ),
  ],
  rms_norm: one((b, x, a) =>
    b.add(
      "rmsNorm",
      { x },
      { axis: -list(a["normalized_shape"]).length, eps: num(a["eps"], 1e-5) },
    ),
  ),
  group_norm_call: (b, o, a) => [
    b.add(
      "groupNorm",
      { x: at(o, 0), scale: o[1], bias: o[2] },
      { groups: num(a["num_groups"], 1), eps: num(a["eps"], 1e-5) },
    ),
  ],
  instance_norm_call: (b, o, a) => [
    b.add("instanceNorm", { x: at(o, 0), scale: o[1], bias: o[2] }, { eps: num(a["eps"], 1e-5) }),
  ],
  local_response_norm: one((b, x, a) =>
    b.add(
      "localResponseNorm",
      { x },
      {
        size: num(a["size"], 1),
        alpha: num(a["alpha"], 1e-4),
        beta: num(a["beta"], 0.75),
        k: num(a["k"], 1),
      },
    ),
  ),
  normalize: one((b, x, a) => normalize(b, x, num(a["dim"], 1), 1e-12)),
  cosine_similarity: two((b, x, y, a) => {
    const axis = num(a["dim"], 1);
    const product = b.add("mul", {
      a: normalize(b, x, axis, 1e-8),
      b: normalize(b, y, axis, 1e-8),
    });
    return b.add("reduceSum", { x: product }, { axes: [axis] });
  }),
  dropout_eval: (_, o) => [at(o, 0)],
  dropout_mask: two((b, x, mask, a) =>
    b.add("affine", { x: b.add("mul", { a: x, b: mask }) }, { scale: 1 / (1 - num(a["p"], 0)) }),
  ),
  identity: (_, o) => [at(o, 0)],

  sum: reduction("reduceSum"),
  mean: reduction("reduceMean"),
  amax: reduction("reduceMax"),
  amin: reduction("reduceMin"),
  logsumexp: reduction("logSumExp"),
  norm: (b, o, a, step) =>
    reduction(num(a["ord"], 2) === 1 ? "reduceL1" : "reduceL2")(b, o, a, step),
  var: one((b, x, a) => spread(b, "variance", x, a)),
  std: one((b, x, a) => spread(b, "standardDeviation", x, a)),
  prod: one((b, x, a) =>
    b.add("reduceProd", { x }, { axis: num(a["dim"], -1), keepDims: a["keepdim"] === true }),
  ),
  cumsum: one((b, x, a) => b.add("cumsum", { x }, { axis: num(a["dim"], -1) })),

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
  interpolate: one(interpolate),
  pixel_shuffle: one((b, x, a) =>
    b.add("pixelShuffle", { x }, { factor: num(a["upscale_factor"], 1) }),
  ),
  pixel_unshuffle: one((b, x, a) =>
    b.add("pixelUnshuffle", { x }, { factor: num(a["downscale_factor"], 1) }),
  ),
  channel_shuffle: one((b, x, a) =>
    b.add("channelShuffle", { x }, { groups: num(a["groups"], 1) }),
  ),

  cross_entropy: (b, o, a) => [entropy(b, o, a)],
  cross_entropy_w: (b, o, a) => [entropy(b, o, a)],
  nll_loss: (b, o, a) => [likelihood(b, o, a)],
  nll_loss_w: (b, o, a) => [likelihood(b, o, a)],
  mse_loss: loss("mse"),
  l1_loss: loss("l1"),
  smooth_l1_loss: loss("smoothL1", (a) => ({ beta: num(a["beta"], 1) })),
  huber_loss: loss("huber", (a) => ({ delta: num(a["delta"], 1) })),
  binary_cross_entropy: loss("bce"),
  binary_cross_entropy_with_logits: loss("bceWithLogits"),
  bce_logits_pw: (b, o, a) => [
    b.add(
      "bceWithLogits",
      { x: at(o, 0), target: at(o, 1), positiveWeight: o[2] },
      { reduction: reductionOf(a["reduction"]) },
    ),
  ],
  kl_div: loss("klDivergence", (a) => ({
    reduction: a["reduction"] === "batchmean" ? "batchmean" : reductionOf(a["reduction"]),
    logTarget: a["log_target"] === true,
  })),
  poisson_nll_loss: loss("poissonNll", (a) => ({ logInput: a["log_input"] !== false })),
  soft_margin_loss: loss("softMargin"),
};

const spread = (
  b: TorchBuilder,
  op: "variance" | "standardDeviation",
  x: Tensor,
  a: TorchAttrs,
): Tensor =>
  b.add(
    op,
    { x },
    {
      axes: list(a["dim"]),
      keepDims: a["keepdim"] === true,
      correction: a["unbiased"] === false ? 0 : 1,
    },
  );

const ignored = (a: TorchAttrs): number | null =>
  a["ignore_index"] === undefined ? null : num(a["ignore_index"], -100);

function entropy(b: TorchBuilder, o: readonly Tensor[], a: TorchAttrs): Tensor {
  const [x, target, weight] = [at(o, 0), at(o, 1), o[2]];
  const common = {
    reduction: reductionOf(a["reduction"]),
    labelSmoothing: num(a["label_smoothing"], 0),
  };
  if (size(target.shape) === size(x.shape) && !b.isInteger(target))
    return b.add("softCrossEntropy", { x, target, weight }, common);
  return b.add("crossEntropy", { x, target, weight }, { ...common, ignoreIndex: ignored(a) });
}

const likelihood = (b: TorchBuilder, o: readonly Tensor[], a: TorchAttrs): Tensor =>
  b.add(
    "nll",
    { x: at(o, 0), target: at(o, 1), weight: o[2] },
    { reduction: reductionOf(a["reduction"]), ignoreIndex: ignored(a) },
  );
