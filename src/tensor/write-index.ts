import { Axis, Index, type Term } from "./axis.ts";
import type { Condition, Tensor } from "./expr.ts";
import { type Context, held, levels, type Written } from "./notation.ts";

/** What is added first, what is taken away last: h + 2 − r. */
export function writeIndex(index: Index, c: Context): Written {
  const alone = index.terms.length + (index.offset === 0 ? 0 : 1) === 1;
  const term = ({ atom, by }: Term): string => {
    const scale = Math.abs(by) === 1 ? "" : `${Math.abs(by)}${c.notation.scale}`;
    if (atom instanceof Axis) return scale + c.notation.axis(c.scope.get(atom) ?? atom.name);
    const of = writeIndex(atom.of, c);
    if (atom.kind === "quotient")
      return scale + c.notation.floor(`${held(of, levels.product, c)} / ${atom.by}`);
    const rest = c.notation.remainder(held(of, levels.product, c), atom.by);
    return alone && scale === "" ? rest : scale + c.notation.parentheses(rest);
  };
  const { plus, minus } = c.notation;
  const added = index.terms.filter((t) => t.by > 0).map(term);
  const taken = index.terms.filter((t) => t.by < 0).map(term);
  if (index.offset > 0 || (added.length === 0 && taken.length === 0)) added.push(`${index.offset}`);
  if (index.offset < 0) taken.push(`${-index.offset}`);
  const [first, ...rest] = added.length > 0 ? [added.join(plus), ...taken] : ["", ...taken];
  const text = first === "" ? minus.trim() + rest.join(minus) : [first, ...rest].join(minus);
  return { text, level: alone && taken.length === 0 ? levels.product : levels.sum };
}

/** tensor[at] */
export const element = (tensor: Tensor, at: readonly Index[], c: Context): string =>
  c.notation.element(
    c.nameOf(tensor),
    at.map((index) => writeIndex(index, c).text),
  );

/** 0 ≤ i < b, as far as it is not certain; i = 0 with what is taken away on the other side. */
export function writeCondition(condition: Condition, c: Context): string {
  const { less, lessEqual, equal, divides } = c.notation.comparisons;
  const { index } = condition;
  if (condition.kind === "divides")
    return `${condition.by} ${divides} ${writeIndex(index, c).text}`;
  const { least, most } = index.range;
  const [below, above] = [least < 0, most >= condition.below];
  if (condition.below === 1) {
    const left = index.terms.filter((t) => t.by > 0);
    const right = index.terms.filter((t) => t.by < 0).map((t) => ({ ...t, by: -t.by }));
    const [a, b] = [
      new Index(left, Math.max(0, index.offset)),
      new Index(right, Math.max(0, -index.offset)),
    ];
    return `${writeIndex(a, c).text} ${equal} ${writeIndex(b, c).text}`;
  }
  const text = writeIndex(index, c).text;
  return `${below ? `0 ${lessEqual} ` : ""}${text}${above || !below ? ` ${less} ${condition.below}` : ""}`;
}
