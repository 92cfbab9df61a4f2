import type { Lowered } from "../loops/lower.ts";
import {
  type Affine,
  type Fn,
  type Integer,
  laneCount,
  type Lanes,
  type Statement,
  type Value,
  type Loop,
} from "../loops/loop.ts";

/**
 * A kernel as TypeScript: one function over the arena `m`, for `batch` samples. Those of other targets
 * are written for a reader alone: m[i : 4] are the four numbers from byte i on, m[i : 4 by 28] are 28
 * numbers apart, sum(v) and max(v) are over a vector's lanes.
 */
export function kernelText(
  name: string,
  comment: readonly string[],
  { body, pointers }: Lowered,
): string {
  const doc =
    comment.length === 1
      ? [`/** ${comment[0] ?? ""} */`]
      : ["/**", ...comment.map((line) => ` * ${line}`), " */"];
  const numbers = [...(usesBatch(body) ? ["batch"] : []), ...pointers.map((p) => p.name)];
  const parameters = ["m: Float32Array", ...numbers.map((p) => `${p}: number`)];
  return [...doc, `function ${name}(${parameters.join(", ")}): void {`, ...lines(body), "}"].join(
    "\n",
  );
}

/** Whether a kernel asks for the number of samples. */
export const usesBatch = (body: readonly Statement[]): boolean =>
  JSON.stringify(body).includes('"batch"');

const lines = (body: readonly Statement[]): string[] => body.flatMap(statement);

function statement(s: Statement): string[] {
  switch (s.kind) {
    case "loop":
      return loop(s);
    case "counter":
      return [`let ${s.name} = 0;`];
    case "integer":
      return [`const ${s.name} = ${integer(s.value)};`];
    case "let":
      return [`const ${s.name} = ${value(s.value)};`];
    case "accumulator":
      return [`let ${s.name} = ${value(s.value)};`];
    case "update":
      return [update(s.name, s.value)];
    case "store":
      return [`m[${affine(s.address)}${lanes(s.lanes)}] = ${value(s.value)};`];
  }
}

/** x += e where the update is a sum. */
function update(name: string, v: Value): string {
  const [a, b] = v.kind === "apply" && v.fn === "add" ? v.args : [];
  if (a?.kind !== "variable" || a.name !== name || !b) return `${name} = ${value(v)};`;
  const negated = negation(b);
  return negated ? `${name} -= ${value(negated)};` : `${name} += ${value(b)};`;
}

function loop({ name, from, to, step, resumes, body }: Loop) {
  const whole = to.kind === "batch" && step > 1;
  const start = resumes || whole ? "" : `let ${name} = ${integer(from)}`;
  const until = whole ? `${name} + ${step} <= batch` : `${name} < ${integer(to)}`;
  const next = step === 1 ? `${name}++` : `${name} += ${step}`;
  return [`for (${start}; ${until}; ${next}) {`, ...lines(body), "}"];
}

function integer(i: Integer): string {
  switch (i.kind) {
    case "affine":
      return affine(i.at);
    case "batch":
      return "batch";
    case "quotient":
      return i.whole
        ? `((${affine(i.of)}) / ${i.by}) | 0`
        : `Math.floor((${affine(i.of)}) / ${i.by})`;
    case "remainder":
      return i.whole
        ? `(${affine(i.of)}) % ${i.by}`
        : `((((${affine(i.of)}) % ${i.by}) + ${i.by}) % ${i.by})`;
    case "least":
      return `Math.min(${i.of.map(integer).join(", ")})`;
    case "most":
      return `Math.max(${i.of.map(integer).join(", ")})`;
  }
}

function affine({ terms, offset }: Affine): string {
  const text = terms
    .map(({ name, by }, k) => {
      const size = Math.abs(by) === 1 ? name : `${Math.abs(by)} * ${name}`;
      if (k === 0) return by < 0 ? `-${size}` : size;
      return by < 0 ? ` - ${size}` : ` + ${size}`;
    })
    .join("");
  if (text === "") return String(offset);
  if (offset === 0) return text;
  return offset > 0 ? `${text} + ${offset}` : `${text} - ${-offset}`;
}

/** How tightly an operator binds; operands that bind less get parentheses. */
const level = { choice: 1, and: 2, compare: 3, sum: 4, product: 5, sign: 6, atom: 7 } as const;
type Level = (typeof level)[keyof typeof level];
type Text = readonly [text: string, level: Level];

const value = (v: Value): string => text(v)[0];
const at = (v: Value, least: Level): string => {
  const [t, l] = text(v);
  return l < least ? `(${t})` : t;
};

function text(v: Value): Text {
  switch (v.kind) {
    case "number":
      return [literal(v.value), v.value < 0 ? level.sign : level.atom];
    case "variable":
      return [v.name, level.atom];
    case "load":
      return [`m[${affine(v.address)}${lanes(v.lanes)}]`, level.atom];
    case "integer":
      return [
        affine(v.at) + lanes(v.lanes ? { step: v.lanes, count: laneCount } : undefined),
        v.at.terms.length === 1 && v.at.offset === 0 ? level.product : level.sum,
      ];
    case "batch":
      return ["batch", level.atom];
    case "across":
      return [`${{ add: "sum", max: "max" }[v.fn]}(${value(v.of)})`, level.atom];
    case "apply":
      return functions[v.fn](v.args[0] ?? v, v.args[1] ?? v, v.args[2] ?? v);
  }
}

function lanes(of: Lanes | undefined): string {
  if (!of) return "";
  return of.step === 1 ? ` : ${of.count}` : ` : ${of.count} by ${of.step}`;
}

const literal = (value: number): string =>
  value === Infinity
    ? "Infinity"
    : value === -Infinity
      ? "-Infinity"
      : String(value).replace("e+", "e");

const call =
  (name: string) =>
  (a: Value): Text => [`${name}(${value(a)})`, level.atom];
const infix =
  (sign: string, own: Level) =>
  (a: Value, b: Value): Text => [`${at(a, own)} ${sign} ${at(b, (own + 1) as Level)}`, own];
const negation = (v: Value): Value | undefined =>
  v.kind === "apply" && v.fn === "neg" ? v.args[0] : undefined;

const functions: { readonly [F in Fn]: (a: Value, b: Value, c: Value) => Text } = {
  add(a, b) {
    const negated = negation(b);
    return negated ? infix("-", level.sum)(a, negated) : infix("+", level.sum)(a, b);
  },
  mul: infix("*", level.product),
  div: infix("/", level.product),
  max: (a, b) => maximum(a, b),
  min: (a, b) => [`Math.min(${value(a)}, ${value(b)})`, level.atom],
  pow: (a, b) => [`Math.pow(${value(a)}, ${value(b)})`, level.atom],
  neg: (a) => [`-${at(a, level.atom)}`, level.sign],
  abs: call("Math.abs"),
  sign: call("Math.sign"),
  exp: call("Math.exp"),
  expm1: call("Math.expm1"),
  log: call("Math.log"),
  log1p: call("Math.log1p"),
  sqrt: call("Math.sqrt"),
  sin: call("Math.sin"),
  cos: call("Math.cos"),
  tan: call("Math.tan"),
  atan: call("Math.atan"),
  sinh: call("Math.sinh"),
  cosh: call("Math.cosh"),
  tanh: call("Math.tanh"),
  erf: call("erf"),
  sigmoid: (a) => [`1 / (1 + Math.exp(-${at(a, level.atom)}))`, level.product],
  floor: call("Math.floor"),
  ceil: call("Math.ceil"),
  round: call("roundHalfEven"),
  less: (a, b) => condition(a, "<", b),
  lessEqual: (a, b) => condition(a, "<=", b),
  equal: (a, b) => condition(a, "===", b),
  and: (a, b) => [`${test(a)} && ${test(b)}`, level.and],
  where: (c, a, b) => choice(c, a, b),
  inside: (c, a, b) => choice(c, a, b),
  random: (seed, position) => [`uniform(${value(seed)}, ${value(position)})`, level.atom],
};

const condition = (a: Value, sign: string, b: Value): Text => [
  `+(${at(a, level.sum)} ${sign} ${at(b, level.sum)})`,
  level.sign,
];

/** A comparison as a condition, without the + that makes it a number. */
function test(v: Value): string {
  if (v.kind === "apply" && (v.fn === "less" || v.fn === "lessEqual" || v.fn === "equal"))
    return value(v).slice(2, -1);
  return v.kind === "apply" && v.fn === "and" ? value(v) : `${at(v, level.sum)} !== 0`;
}

const choice = (c: Value, a: Value, b: Value): Text => [
  `${test(c)} ? ${at(a, level.and)} : ${at(b, level.choice)}`,
  level.choice,
];

/** max(x, 0) without a branch: (x + |x|) / 2. */
const maximum = (a: Value, b: Value): Text =>
  b.kind === "number" && b.value === 0 && a.kind === "variable"
    ? [`(${a.name} + Math.abs(${a.name})) * 0.5`, level.product]
    : [`Math.max(${value(a)}, ${value(b)})`, level.atom];
