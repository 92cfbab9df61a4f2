import { type Answer, type Question, type Solution, solve } from "./solve.ts";
import { table } from "./table.ts";

/** The formula, every solution, and how each comes to its output. */
export function renderAnswer(question: Question, { unknown, formula, solutions }: Answer): string {
  const asked = unknown.length === 0 ? "holds" : unknown.join(", ");
  if (solutions.length === 0)
    return [
      formula,
      "",
      unknown.length === 0 ? contradiction(question) : `no integers solve it for ${asked}`,
    ].join("\n");
  const columns = ["input", "output", "kernel", "stride", "padding", "dilation", "", "dropped"];
  const rows = solutions.map((s) => [
    `${s.input}`,
    `${s.output}`,
    `${s.kernel}`,
    `${s.stride}`,
    sides(s),
    s.dilation > 1 ? `${s.dilation}` : "",
    s.arithmetic,
    s.dropped > 0 ? `${s.dropped}` : "",
  ]);
  const title = unknown.length === 0 ? "it holds" : `${asked}: ${count(solutions.length)}`;
  const notes = [
    ...(solutions.some((s) => s.dropped > 0)
      ? ["dropped: rows at the end that no window reads; the stride does not divide"]
      : []),
    ...(unknown.length > 1 && unknown.includes("padding")
      ? ["looked for: kernels up to 11, strides up to the kernel, paddings below the window"]
      : []),
  ];
  return [
    formula,
    "",
    title,
    table(
      columns.map((c) => ({
        title: c === "" ? "output = …" : c,
        align: c === "" ? "left" : "right",
      })),
      rows,
    ),
    ...(notes.length > 0 ? ["", ...notes] : []),
  ].join("\n");
}

const count = (n: number): string => (n === 1 ? "one solution" : `${n} solutions`);
const sides = ({ padding: [before, after] }: Solution): string =>
  before === after ? `${before}` : `${before} + ${after}`;

function contradiction({ output, ...rest }: Question): string {
  const [right] = solve(rest).solutions;
  return right ? `it does not hold: ${right.arithmetic}, not ${output}` : "the window does not fit";
}
