import type { OpName } from "../../../src/ops/index.ts";
import type { Tensor } from "../../../src/tensor/expr.ts";
import type { TorchAttrs } from "../case.ts";
import { type TorchBuilder, Unsupported } from "../torch-builder.ts";
import { num, list, at, one, two, binary, type Rule, type Steps } from "./reading.ts";

const einsum: { readonly [equation: string]: (b: TorchBuilder, x: Tensor, y: Tensor) => Tensor } = {
  "ij,jk->ik": (b, x, y) => b.add("matmul", { a: x, b: y }),
  "bij,bkj->bik": (b, x, y) =>
    b.add("matmul", { a: x, b: b.add("transpose", { x: y }, { order: [0, 2, 1] }) }),
  "bchw,c->bhw": (b, x, y) => {
    const weighted = b.add("mul", { a: x, b: b.reshape(y, [...y.shape, 1, 1]) });
    return b.add("reduceSum", { x: weighted }, { axes: [1] });
  },
};

function normalize(b: TorchBuilder, x: Tensor, axis: number, least: number): Tensor {
  const norm = b.add("reduceL2", { x }, { axes: [axis], keepDims: true });
  return b.add("div", { a: x, b: b.add("clip", { x: norm }, { min: least }) });
}

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

type Reduction = "reduceSum"; // all have axes and keepDims
const reduction = (op: OpName): Rule =>
  one((b, x, a) =>
    b.add(op as Reduction, { x }, { axes: list(a["dim"]), keepDims: a["keepdim"] === true }),
  );

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

/** Products, norms and reductions. */
export const reductionSteps: Steps = {
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
};
