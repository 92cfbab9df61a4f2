import type { Code } from "../diagnostics.ts";
import { text } from "../graph/layers/layer.ts";
import { arithmetic } from "./arithmetic.ts";
import type { Followed, LayerCall } from "./followed.ts";
import { parted, same, type Step, type Way, ways } from "./way.ts";

/** Steps of one tensor's way that are told. */
const most = 5;

/**
 * How the sizes that a refused call was fed came about: the layers that changed them, with the arithmetic
 * and the line, the one that makes the trouble marked.
 *
 *   pool2 maxPool2d → [16, 5, 5]: floor((12 + 2·0 − 3)/2) + 1 = 5, line 12   ← here 12 becomes 5
 */
export function causes(call: LayerCall, followed: Followed): readonly string[] {
  const mark = call.refused && culprits[call.refused.code];
  if (!mark) return [];
  const way = ways(followed);
  const [first, other] = operands(call);
  if (!first) return [];
  if (!other) return told("", way(first.raw), mark(way(first.raw), first.shape), call);
  const { from, ways: both } = parted(way(first.raw), way(other.raw));
  const shapes = [first.shape, other.shape] as const;
  const marked = both.map((own, i) =>
    parting(own, both[1 - i] ?? own, shapes[i] ?? [], shapes[1 - i] ?? []),
  );
  const [a, b] = both;
  return [
    ...(from && a.steps.length + b.steps.length > 0
      ? [`both come from ${from.name} ${text(from.shape.slice(1))}`]
      : []),
    ...told("the first, ", a, marked[0] ?? none, call, from !== undefined),
    ...told("the second, ", b, marked[1] ?? none, call, from !== undefined),
  ];
}

type Marked = ReadonlySet<Step>;
const none: Marked = new Set();

/** Which steps of the one operand's way make the trouble, by what the trouble is; no entry: sizes are not it. */
const culprits: { readonly [C in Code]?: (way: Way, shape: readonly number[]) => Marked } = {
  KS201: () => none,
  KS202: ({ steps }) => last(steps, ({ from, to }) => from.length !== to.length),
  KS203: ({ steps }) => {
    const greatest = Math.max(...steps.map(shrinkage));
    return new Set(greatest > 1 ? steps.filter((step) => shrinkage(step) === greatest) : []);
  },
  KS204: ({ steps }) => last(steps, ({ from, to }) => from[0] !== to[0]),
  KS205: () => none,
  KS207: ({ steps }) => last(steps, ({ from, to }) => product(from) !== product(to)),
};

const last = (steps: readonly Step[], is: (step: Step) => boolean): Marked => {
  const found = steps.findLast(is);
  return new Set(found ? [found] : []);
};

/** How many times larger the map was before: of height and width, what shrank more. */
const shrinkage = ({ from, to }: Step): number =>
  from.length === to.length
    ? Math.max(...from.slice(1).map((size, d) => size / (to[d + 1] ?? size)), 1)
    : 1;

/** Where the one way changes a size, in an axis in which both differ, as the other way does not. */
function parting(
  own: Way,
  other: Way,
  shape: readonly number[],
  others: readonly number[],
): Marked {
  const rank = Math.max(shape.length, others.length);
  const differ = Array.from({ length: rank }, (_, i) => -1 - i).filter(
    (d) => (shape.at(d) ?? 1) !== (others.at(d) ?? 1),
  );
  const change = ({ from, to }: Step) =>
    differ.map((d) => (from.at(d) === to.at(d) ? "" : `${from.at(d)} → ${to.at(d)}`)).join();
  const unchanged = differ.map(() => "").join();
  const also = other.steps.map(change);
  return new Set(
    own.steps.filter((step) => {
      const found = change(step);
      if (found === unchanged) return false;
      const twin = also.indexOf(found);
      if (twin >= 0) also.splice(twin, 1);
      return twin < 0;
    }),
  );
}

/** The tensor at fault, or the first two whose sizes are at odds. */
function operands({ fed, layer }: LayerCall) {
  const [first, ...rest] = fed;
  const other = rest.find(({ shape }) => !same(shape, first?.shape ?? []));
  return layer === "concat" || rest.length < 2 ? [first, other] : [first, rest[0]];
}

function told(which: string, way: Way, marked: Marked, call: LayerCall, branch = false): string[] {
  const changes = way.steps.filter(({ from, to }) => !same(from, to));
  const shape = text((way.steps.at(-1)?.made ?? way.source).shape.slice(1));
  const source = `${way.source.name} ${text(way.source.shape.slice(1))}`;
  if (changes.length === 0)
    return [
      branch
        ? `${which}${shape}, is as it was`
        : `${which}${shape} is the shape of ${way.source.name}, an input`,
    ];
  const kept = [...changes];
  while (kept.length > most) {
    const plain = kept.findIndex((step) => !marked.has(step));
    kept.splice(Math.max(plain, 0), 1);
  }
  const start = branch ? [] : [`  ${source}`];
  const cut = kept.length < changes.length ? ["  …"] : [];
  const lines = kept.map((step) => `  ${line(step, call)}${marked.has(step) ? arrow(step) : ""}`);
  return [`${which}${shape}, comes from`.replace(/^(\[.*\]),/, "$1"), ...start, ...cut, ...lines];
}

function line({ call, to }: Step, refused: LayerCall): string {
  const sum = arithmetic(call);
  return `${call.name} ${call.layer} → ${text(to)}${sum ? `: ${sum}` : ""}, ${place(call, refused)}`;
}

/** The line of a call, with its file where that is another. */
function place({ call, file }: LayerCall, refused: LayerCall): string {
  const { line } = file.getLineAndCharacterOfPosition(call.getStart(file));
  if (file.fileName === refused.file.fileName) return `line ${line + 1}`;
  return `${file.fileName.replace(/^.*\//, "")}:${line + 1}`;
}

/** What changes there: the sizes, or the shape where it has other axes. */
function arrow({ from, to }: Step): string {
  const sizes = from.flatMap((size, d) => (size === to[d] ? [] : [`${size} becomes ${to[d]}`]));
  const distinct = [...new Set(sizes)];
  const [only] = distinct;
  const what =
    from.length === to.length && distinct.length === 1 ? only : `${text(from)} becomes ${text(to)}`;
  return `   ← here ${what}`;
}

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);
