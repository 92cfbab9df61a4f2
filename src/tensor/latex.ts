import type { Unary } from "./expr.ts";
import { atom, levels, type Notation, reciprocal } from "./notation.ts";
import { printer } from "./print.ts";

/** Formulas in LaTeX: y_{n,m} = \mathrm{bias}_{m} + \sum_{k} x_{n,k} \cdot w_{m,k} */
const parentheses = (inner: string) => `\\left(${inner}\\right)`;
const call = (name: string, args: readonly string[]) => name + parentheses(args.join(", "));
const roman = (name: string) => `\\operatorname{${name}}`;

/** One letter stays italic, dx is the differential's d before x, words stand upright. */
function tensorName(name: string): string {
  const text = name.replace(/[_#$%&{}]/g, "\\$&");
  if (/^[a-zA-Z]$/.test(text)) return text;
  if (/^d[a-z]$/.test(text)) return `\\mathrm{d}${text[1]}`;
  return `\\mathrm{${text}}`;
}

/** Functions LaTeX has a command for, or a sign; the others are set in roman. */
const functions: { readonly [F in Unary]?: (a: string) => string } = {
  abs: (a) => `\\left|${a}\\right|`,
  sqrt: (a) => `\\sqrt{${a}}`,
  floor: (a) => `\\left\\lfloor ${a} \\right\\rfloor`,
  ceil: (a) => `\\left\\lceil ${a} \\right\\rceil`,
  sigmoid: (a) => call("\\sigma", [a]),
  atan: (a) => call("\\arctan", [a]),
  ...Object.fromEntries(
    (["exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh"] as const).map((fn) => [
      fn,
      (a: string) => call(`\\${fn}`, [a]),
    ]),
  ),
};

const commands = new Set(["max", "min"]);
const big = { sum: "\\sum", greatest: "\\max", argmax: "\\operatorname*{arg\\,max}" };

const latexNotation: Notation = {
  plus: " + ",
  minus: " - ",
  times: " \\cdot ",
  scale: "",
  comparisons: {
    less: "<",
    lessEqual: "\\le",
    equal: "=",
    unequal: "\\ne",
    divides: "\\mid",
  },
  axis: (name) =>
    name
      .replace(/^([a-zA-Z])(\d+)/, "$1_{$2}")
      .replace(/′+$/, (primes) => "'".repeat(primes.length)),
  element: (tensor, at) =>
    tensorName(tensor) + (at.length === 0 ? "" : `_{${at.join(",").replace(/ ([+-]) /g, "$1")}}`),
  number(value) {
    if (value === Infinity) return atom("\\infty");
    const below = reciprocal(value);
    if (below) return atom(`\\frac{1}{${below}}`);
    const [digits, exponent] = `${Number(value.toPrecision(6))}`.split("e");
    if (!exponent) return atom(digits ?? "");
    const power = `10^{${Number(exponent)}}`;
    return digits === "1"
      ? atom(power)
      : { text: `${digits} \\cdot ${power}`, level: levels.product };
  },
  parentheses,
  floor: (inner) => `\\lfloor ${inner} \\rfloor`,
  remainder: (a, by) => `${a} \\bmod ${by}`,
  quotient: (a, b) => atom(`\\frac{${a.text}}{${b.text}}`),
  power: (base, exponent) => atom(`${base}^{${exponent.text}}`),
  unary: (fn, a) => atom(functions[fn]?.(a.text) ?? call(roman(fn), [a.text])),
  call: (name, args) => call(commands.has(name) ? `\\${name}` : roman(name), args),
  over: (kind, axes) => `${big[kind]}_{${axes.join(",")}} `,
  bracket: (condition) => `\\left[${condition}\\right]`,
  cases: (when, then, otherwise) =>
    `\\begin{cases} ${then} & \\text{if } ${when} \\\\ ${otherwise} & \\text{else} \\end{cases}`,
};

export const latex = printer(latexNotation);
