import type { OpName } from "../../ops/index.ts";
import type { Shape } from "../../shapes/index.ts";
import { type Fed, opOf, type Options } from "../graph.ts";
import { Tensor } from "../tensor.ts";
import { layer, type Named } from "./layer.ts";
import type { Declared } from "./options.ts";

/** An op of one operand that gives its shape, as a layer: what the op takes is what the layer takes. */
function elementwise<const K extends OpName>(op: K) {
  const { short = op, attrs } = opOf(op);
  const options: Declared = Object.fromEntries(
    Object.entries(attrs).map(([name, { takes, fallback, check }]) => {
      const read = (value: unknown) => (check(value) === undefined ? value : undefined);
      return [name, { takes, fallback, read }];
    }),
  );
  const declared = { called: op, short, options };
  return <S extends Shape>(x: Tensor<S>, options?: Options<K> & Named): Tensor<S> => {
    const made = layer(
      declared,
      { x },
      options,
      (call, { x }, attrs) => call.add(op, { x: x.raw } as unknown as Fed<K>, attrs as Options<K>), // every op named below takes x
    );
    return new Tensor(made.builder, made.raw, x.shape);
  };
}

/** y = max(x, 0) */
export const relu = elementwise("relu");
/** y = min(max(x, 0), 6) */
export const relu6 = elementwise("relu6");
/** y = x > 0 ? x : slope·x, with `slope` 0.01 where not given */
export const leakyRelu = elementwise("leakyRelu");
/** y = min(max(x, min), max); a bound may be left out */
export const clip = elementwise("clip");
/** y = min(max(x, −1), 1), or other bounds `min` and `max` */
export const hardTanh = elementwise("hardTanh");
/** y = x > 0 ? x : α·(eˣ − 1), with `alpha` 1 where not given */
export const elu = elementwise("elu");
/** y = γ·(x > 0 ? x : α·(eˣ − 1)), with the α and γ that keep mean 0 and variance 1 */
export const selu = elementwise("selu");
/** y = x > 0 ? x : α·(e^(x/α) − 1), with `alpha` 1 where not given */
export const celu = elementwise("celu");
/** y = 1 / (1 + e⁻ˣ) */
export const sigmoid = elementwise("sigmoid");
/** y = −log(1 + e⁻ˣ) */
export const logSigmoid = elementwise("logSigmoid");
/** y = min(max(x/6 + ½, 0), 1) */
export const hardSigmoid = elementwise("hardSigmoid");
/** y = tanh x */
export const tanh = elementwise("tanh");
/** y = x·σ(x), also called swish */
export const silu = elementwise("silu");
/** y = x·min(max(x/6 + ½, 0), 1) */
export const hardSwish = elementwise("hardSwish");
/** y = ½·x·(1 + erf(x/√2)), or with `approximate: "tanh"` a tanh in erf's place */
export const gelu = elementwise("gelu");
/** y = log(1 + e^(βx)) / β, with `beta` 1 where not given */
export const softplus = elementwise("softplus");
/** y = x / (1 + |x|) */
export const softsign = elementwise("softsign");
/** y = x·tanh(log(1 + eˣ)) */
export const mish = elementwise("mish");
/** y = x > threshold ? x : value */
export const threshold = elementwise("threshold");
/** y = x > λ ? x − λ : x < −λ ? x + λ : 0, with `lambda` ½ where not given */
export const softShrink = elementwise("softShrink");
/** y = |x| > λ ? x : 0, with `lambda` ½ where not given */
export const hardShrink = elementwise("hardShrink");
/** y = x − tanh x */
export const tanhShrink = elementwise("tanhShrink");

/** y = eˣ */
export const exp = elementwise("exp");
/** y = log x */
export const log = elementwise("log");
/** y = √x */
export const sqrt = elementwise("sqrt");
/** y = 1 / √x */
export const rsqrt = elementwise("rsqrt");
/** y = x² */
export const square = elementwise("square");
/** y = |x| */
export const abs = elementwise("abs");
/** y = −x */
export const neg = elementwise("neg");
/** y = 1 / x */
export const reciprocal = elementwise("reciprocal");
/** y = 2/√π ∫₀ˣ e^(−t²) dt */
export const erf = elementwise("erf");
/** y = sin x */
export const sin = elementwise("sin");
/** y = cos x */
export const cos = elementwise("cos");
/** y = −1, 0 or 1 */
export const sign = elementwise("sign");

/** While training y = u < p ? 0 : x / (1 − p), u uniform in [0, 1); else y = x. `p` is ½ where not given. */
export const dropout = elementwise("dropout");

/** y[c,…] = x[c,…] / (k + α/R · Σ r x[c + r − ⌊(R−1)/2⌋, …]²)^β over `size` = R neighbouring channels (AlexNet) */
export const localResponseNorm = elementwise("localResponseNorm");
