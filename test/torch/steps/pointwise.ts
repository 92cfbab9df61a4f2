import { num, at, one, two, plain, binary, type Steps } from "./reading.ts";

/** Activations and arithmetic. */
export const pointwiseSteps: Steps = {
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
};
