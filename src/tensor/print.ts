import type { Axis, Index } from "./axis.ts";
import { overhang } from "./bounds.ts";
import type { Expr, Tensor, Unary } from "./expr.ts";
import { atom, type Context, held, levels, type Notation, reciprocal } from "./notation.ts";
import type { Piece, Program } from "./program.ts";
import { bound, parts, reads } from "./walk.ts";
import { entered, scopeOf, write } from "./write.ts";
import { element, writeIndex } from "./write-index.ts";

/** Formulas as a person types them: y[n,m] = bias[m] + Σ k x[n,k] · w[m,k] */
const superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];
const parentheses = (inner: string) => `(${inner})`;
const call = (name: string, args: readonly string[]) => `${name}(${args.join(", ")})`;
const own = { notation: { parentheses } };

const plainText: Notation = {
  plus: " + ",
  minus: " − ",
  times: " · ",
  scale: "·",
  comparisons: { less: "<", lessEqual: "≤", equal: "=", unequal: "≠", divides: "divides" },
  axis: (name) => name,
  element: (tensor, at) => {
    const compound = at.some((index) => index.includes(" "));
    return at.length === 0 ? tensor : `${tensor}[${at.join(compound ? ", " : ",")}]`;
  },
  number(value) {
    if (value === Infinity) return atom("∞");
    const below = reciprocal(value);
    if (below) return { text: `1/${below}`, level: levels.product };
    return atom(`${Number(value.toPrecision(6))}`);
  },
  parentheses,
  floor: (inner) => `⌊${inner}⌋`,
  remainder: (a, by) => `${a} mod ${by}`,
  quotient: (a, b) => ({
    text: `${held(a, levels.product, own)} / ${held(b, levels.atom, own)}`,
    level: levels.quotient,
  }),
  power: (base, exponent) => {
    const raised = superscripts[Number(exponent.text)];
    return atom(base + (raised ?? `^${held(exponent, levels.atom, own)}`));
  },
  unary(fn, a) {
    const special: { readonly [F in Unary]?: () => string } = {
      abs: () => `|${a.text}|`,
      sqrt: () => `√${held(a, levels.atom, own)}`,
      floor: () => `⌊${a.text}⌋`,
      ceil: () => `⌈${a.text}⌉`,
    };
    return atom(special[fn]?.() ?? call(fn, [a.text]));
  },
  call,
  over: (kind, axes) =>
    `${{ sum: "Σ", greatest: "max", argmax: "argmax" }[kind]} ${axes.join(",")} `,
  bracket: (condition) => `[${condition}]`,
  cases: (when, then, otherwise) => `{${then} if ${when}, else ${otherwise}}`,
};

/** What tensors are called where their own names do not serve. */
export type NameOf = (tensor: Tensor) => string;
const ownName: NameOf = (tensor) => tensor.name;

export const printer = (notation: Notation) => ({
  expr: (e: Expr, nameOf = ownName): string =>
    write(e, { notation, nameOf, scope: scopeOf(e) }).text,

  index: (index: Index): string =>
    writeIndex(index, { notation, nameOf: ownName, scope: entered(new Map(), index.axes) }).text,

  /** y[at] = body, for one piece of a definition. */
  piece(tensor: Tensor, piece: Piece, nameOf = ownName): string {
    const c: Context = { notation, nameOf, scope: entered(new Map(), piece.axes) };
    return `${element(tensor, piece.at, c)} = ${write(piece.body, c).text}`;
  },
});

export const print = printer(plainText);

/** Every definition on a line, what the reads are worth outside of their tensors behind it. */
export const printProgram = (program: Program): string =>
  program.definitions
    .flatMap((d) => d.pieces.map((p) => print.piece(d.tensor, p) + outside(p.body)))
    .join("\n");

/** "   (outside x: 0)", for tensors whose indices may leave them. */
export function outside(body: Expr, nameOf = ownName): string {
  const found = new Set<string>();
  for (const { tensor, at, outside } of reads(body)) {
    const leaves = overhang(at, tensor.shape).some(({ before, after }) => before + after > 0);
    const worth = print.expr({ kind: "number", value: outside });
    if (leaves) found.add(`outside ${nameOf(tensor)}: ${worth}`);
  }
  return found.size > 0 ? `   (${[...found].join(", ")})` : "";
}

/** How far each axis runs, those of one size together: "m < 6; p, q < 28". */
export function ranges(pieces: readonly Piece[], sizeOf = (axis: Axis) => `${axis.size}`): string {
  const bySize = new Map<string, Set<string>>();
  const visit = (e: Expr, scope: Context["scope"]): void => {
    const inner = note(scope, bound(e));
    for (const part of parts(e)) visit(part, inner);
  };
  const note = (scope: Context["scope"], axes: readonly Axis[]): Context["scope"] => {
    const wider = entered(scope, axes);
    for (const axis of axes) {
      const names = bySize.get(sizeOf(axis)) ?? new Set();
      bySize.set(sizeOf(axis), names.add(wider.get(axis) ?? axis.name));
    }
    return wider;
  };
  for (const { axes, body } of pieces) visit(body, note(new Map(), axes));
  return [...bySize].map(([size, names]) => `${[...names].join(", ")} < ${size}`).join("; ");
}
