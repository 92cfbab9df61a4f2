import { ts } from "ts-morph";
import { Tensor } from "../../graph/tensor.ts";
import { fixOf, importing, wrap } from "../edit.ts";
import type { Fix } from "../finding.ts";
import { nearest } from "../nearest.ts";
import { foreign, plain } from "./foreign.ts";
import { type Case, listed, type Mend, perAxis, setting } from "./case.ts";
import { valueOf } from "./source.ts";
import { optionOf, renameOption, dropOption } from "./written.ts";

/** KS101: an option that the layer does not have. */
export const unknownOptions: Mend = function* (of) {
  yield* inBrackets(of);
  const { call, options } = of;
  const { choices = [] } = call.refused ?? {};
  const strange = Object.keys(options).filter((name) => !choices.includes(name));
  const meanings = strange.map((name) =>
    [...foreign(name), nearest(name, choices) ?? ""].find((to) => choices.includes(to)),
  );
  if (strange.length > 1) {
    const edits = strange.map((name, i) => renameOption(call, name, meanings[i] ?? name));
    yield* fixOf(`Call them ${meanings.join(", ")}`, ...edits);
  }
  for (const name of strange) {
    const value = options[name];
    if (plain(name) === "activation" && typeof value === "string") yield* activated(of, value);
    const own = [...foreign(name), nearest(name, choices) ?? ""];
    for (const to of own.filter((to) => choices.includes(to)))
      yield* fixOf(`Call it ${to}`, renameOption(call, name, to));
    yield* fixOf(`Remove ${name}`, dropOption(call, name));
  }
};

/** Keras has the activation in the layer, here it is one of its own. */
function* activated({ call }: Case, name: string): Iterable<Fix> {
  const fn = activations.find((known) => plain(known) === plain(name));
  if (name === "linear") yield* fixOf("Remove activation", dropOption(call, "activation"));
  const imported = fn && importing(call.file, fn);
  if (!imported) return;
  const edits = dropOption(call, "activation");
  yield* fixOf(`Put ${fn} around it`, wrap(call, imported.name), edits, imported.edits);
}

const activations = [
  ..."relu relu6 leakyRelu elu selu celu sigmoid hardSigmoid tanh silu hardSwish gelu".split(" "),
  ..."softplus softsign mish softmax logSoftmax".split(" "),
];

/** KS102: an option with a value it cannot have. */
export const badOptions: Mend = function* (of) {
  const { call } = of;
  yield* positional(of);
  yield* inBrackets(of);
  yield* together(of);
  for (const [name, value] of Object.entries(of.options)) {
    for (const text of better(of, name, value)) yield* setting(of, call, { [name]: text });
    if (value === undefined || value === null)
      yield* fixOf(`Remove ${name}`, dropOption(call, name));
  }
};

/** What may have been meant by a value. */
function better(of: Case, name: string, value: unknown): readonly string[] {
  const property = optionOf(of.call, name);
  const text = property && valueOf(property).getText(of.call.file);
  const isLiteral = text !== undefined && /^-?[\d.]+$/.test(text);
  if (typeof value === "function") return text === undefined ? [] : [`${text}()`];
  if (typeof value === "boolean") return name === "padding" ? [value ? '"same"' : "0"] : [];
  if (typeof value === "string") return meant(of, value);
  if (Array.isArray(value)) return elementwise(value);
  if (typeof value !== "number") return [];
  if (name === "p" && value >= 1) return [value > 1 ? `${value / 100}` : "0.5"];
  if (!Number.isInteger(value) && value > 1)
    return isLiteral || !text
      ? [`${Math.floor(value)}`]
      : [`Math.${name === "padding" ? "floor" : "round"}(${text})`];
  if (!Number.isInteger(value)) return ["0", "1"];
  return value < 1 ? ["0", "1", ...(value < 0 ? [`${-value}`] : [])] : [];
}

function meant({ call }: Case, value: string): readonly string[] {
  if (value.trim() !== "" && Number.isFinite(Number(value))) return [`${Number(value)}`];
  const found = nearest(value, call.refused?.choices ?? []);
  return found === undefined ? [] : [JSON.stringify(found)];
}

/** A list of numbers of which some are too small, broken, or too many. */
function elementwise(values: readonly unknown[]): readonly string[] {
  if (values.length === 1) return [String(values[0])];
  const numbers = values.map(Number);
  if (numbers.some(Number.isNaN)) return [];
  const all = [0, 1].map((least) => numbers.map((n) => Math.max(least, Math.round(n))));
  // [batch, vertical, horizontal, channels]: strides as TensorFlow has them
  const inner = numbers.length === 4 ? [numbers.slice(1, 3)] : [];
  return [...inner, ...all].map(listed);
}

/** Options one by one, as in PyTorch: conv2d(x, 32, 3) → conv2d(x, { filters: 32, kernel: 3 }). */
function* positional({ call }: Case): Iterable<Fix> {
  const { choices = [], code } = call.refused ?? {};
  const given = call.call.arguments.slice(1);
  const [first] = given;
  const second = call.args[1];
  const isOptions = typeof second === "object" && second !== null && !Array.isArray(second);
  if (code !== "KS102" || !first || isOptions || given.some(ts.isSpreadElement)) return;
  const texts = given.map((node, i) => {
    const text = node.getText(call.file);
    if (!ts.isObjectLiteralExpression(node)) return `${choices[i] ?? ""}: ${text}`;
    return text.slice(1, -1).trim();
  });
  if (given.length > choices.length) return;
  const { fileName: file } = call.file;
  const start = first.getStart(call.file);
  const end = given.at(-1)?.end ?? first.end;
  const text = `{ ${texts.join(", ")} }`;
  yield* fixOf("Give the options by name", [{ file, start, end, text }]);
}

/** concat(a, b) → concat([a, b]) */
function* inBrackets({ call }: Case): Iterable<Fix> {
  const { arguments: given } = call.call;
  const count = call.args.findIndex((value) => !(value instanceof Tensor));
  const tensors = given.slice(0, count < 0 ? given.length : count);
  const [first, last] = [tensors[0], tensors.at(-1)];
  if (call.layer !== "concat" || !first || !last) return;
  const { fileName: file } = call.file;
  const start = first.getStart(call.file);
  yield* fixOf("Put them in brackets", [
    { file, start, end: start, text: "[" },
    { file, start: last.end, end: last.end, text: "]" },
  ]);
}

/** Options that are no pair: one of them goes, or follows the other. */
function* together(of: Case): Iterable<Fix> {
  const { call, options } = of;
  const { kernel, stride, dilation } = options;
  const has = (name: string) => options[name] !== undefined;
  if (call.layer === "upsample") {
    if (has("scale") && has("size"))
      for (const name of ["scale", "size"]) yield* fixOf(`Remove ${name}`, dropOption(call, name));
    else if (!has("scale") && !has("size")) yield* setting(of, call, { scale: "2" });
    if (options["alignCorners"] === true) {
      yield* setting(of, call, { mode: '"bilinear"' });
      yield* fixOf("Remove alignCorners", dropOption(call, "alignCorners"));
    }
  }
  if (has("outputPadding")) {
    const most = perAxis(stride, 2, 1).map(
      (s, d) => Math.max(s, perAxis(dilation, 2, 1)[d] ?? 1) - 1,
    );
    yield* setting(of, call, { outputPadding: listed(most) });
  }
  if (/Pool[12]d$/.test(call.layer) && has("padding")) {
    const axes = call.layer.endsWith("1d") ? 1 : 2;
    const spans = perAxis(kernel, axes, 1).map(
      (k, d) => (perAxis(dilation, axes, 1)[d] ?? 1) * (k - 1) + 1,
    );
    yield* setting(of, call, { padding: listed(spans.map((span) => Math.floor(span / 2))) });
    yield* fixOf("Remove padding", dropOption(call, "padding"));
  }
}
