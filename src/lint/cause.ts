import type { Code } from "../diagnostics.ts";
import { text } from "../graph/layers/layer.ts";
import { arithmetic } from "./arithmetic.ts";
import type { Followed, LayerCall } from "./followed.ts";
import { atOdds, parted, same, type Step, type Way, ways } from "./way.ts";

/** Steps of one tensor's way that are told. */
const most = 5;

/**
 * How the sizes that a refused call was fed came about: the layers that changed them, with the arithmetic
 * and the line, the one that makes the trouble marked.
 *
 *   pool2 maxPool2d → [16, 4, 4]: floor((12 + 2·0 − 5)/2) + 1 = 4, line 12   ← here 12 becomes 4
 */
export function causes(call: LayerCall, followed: Followed): readonly string[] {
  const code = call.refused?.code;
  const way = ways(followed);
  const odds = code === "KS201" || code === "KS202" ? atOdds(call) : undefined;
  if (odds) {
    const { from, ways: both } = parted(way(odds.first.raw), way(odds.other.raw));
    const [a, b] = both;
    if (a.steps.length + b.steps.length === 0) return [];
    const history = (which: string, own: Way, other: Way) =>
      told(`the ${which}, `, own, from ? parting(own, other, odds.axes) : none, call, !from);
    const maker = from && followed.calls.find(({ made }) => made.some(({ raw }) => raw === from));
    const origin = from && `${from.name} ${text(from.shape.slice(1))}`;
    return [
      ...(origin ? [`both come from ${origin}${maker ? `, ${place(maker, call)}` : ""}`] : []),
      ...history("first", a, b),
      ...history("second", b, a),
    ];
  }
  const [fed] = call.fed;
  const culprits = code && trouble[code];
  if (!fed || !culprits) return [];
  const own = way(fed.raw);
  return told("", own, culprits(own), call, true);
}

/** The steps that make the trouble, and the axes along which, counted from the last; all where none is named. */
interface Culprits {
  readonly steps: ReadonlySet<Step>;
  readonly axes?: readonly number[];
}
const none: Culprits = { steps: new Set() };

/** What of an operand's way makes the trouble, by what the trouble is; no entry: sizes are not it. */
const trouble: { readonly [C in Code]?: (way: Way) => Culprits } = {
  KS202: ({ steps }) => last(steps, ({ from, to }) => from.length !== to.length),
  KS203: ({ steps }) => {
    const greatest = Math.max(...steps.map(shrinkage));
    const shrinking = greatest > 1 ? steps.filter((step) => shrinkage(step) === greatest) : [];
    return { steps: new Set(shrinking), axes: [-2, -1] };
  },
  KS204: ({ steps }) => {
    const { steps: found } = last(steps, ({ from, to }) => from[0] !== to[0]);
    return { steps: found, axes: [...found].map(({ to }) => -to.length) };
  },
  KS205: () => none,
  KS207: ({ steps }) => last(steps, ({ from, to }) => product(from) !== product(to)),
  KS208: ({ steps }) => last(steps, ({ from, to }) => product(from) < product(to)),
};

const last = (steps: readonly Step[], is: (step: Step) => boolean): Culprits => {
  const found = steps.findLast(is);
  return { steps: new Set(found ? [found] : []) };
};

/** How many times larger the map was before: of height and width, what shrank more. */
const shrinkage = ({ from, to }: Step): number =>
  from.length === to.length
    ? Math.max(...from.slice(1).map((size, d) => size / (to[d + 1] ?? size)), 1)
    : 1;

/** Where the one way changes sizes that are at odds as the other way does not. */
function parting(own: Way, other: Way, axes: readonly number[]): Culprits {
  const change = ({ from, to }: Step) =>
    axes.map((d) => (from.at(d) === to.at(d) ? "" : `${from.at(d)} → ${to.at(d)}`)).join();
  const unchanged = axes.map(() => "").join();
  const also = other.steps.map(change);
  const steps = own.steps.filter((step) => {
    const found = change(step);
    if (found === unchanged) return false;
    const twin = also.indexOf(found);
    if (twin >= 0) also.splice(twin, 1);
    return twin < 0;
  });
  return { steps: new Set(steps), axes };
}

/** The layers that changed a shape; `whole`: from the input on, and not from where two ways part. */
function told(
  which: string,
  way: Way,
  { steps: marked, axes }: Culprits,
  call: LayerCall,
  whole: boolean,
): string[] {
  const changes = way.steps.filter(({ from, to }) => !same(from, to));
  const shape = text((way.steps.at(-1)?.made ?? way.source).shape.slice(1));
  const { name } = way.source;
  const subject = which + shape + (which ? "," : "");
  if (changes.length === 0)
    return [`${subject} is ${whole ? `the shape of ${name}` : "as it was"}`];
  const kept = [...changes];
  while (kept.length > most) {
    const plain = kept.findIndex((step) => !marked.has(step));
    kept.splice(Math.max(plain, 0), 1);
  }
  const source = whole ? ` ${name} ${text(way.source.shape.slice(1))}` : "";
  const gap = kept.length < changes.length ? ", by way of others" : "";
  const lines = kept.map((step) => {
    const arrow = marked.has(step) ? `   ← here ${changed(step, axes)}` : "";
    return `  ${line(step, call)}${arrow}`;
  });
  return [`${subject} comes from${source}${gap}`, ...lines];
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

/** "12 becomes 6", "12 × 8 becomes 6 × 4", or the whole shape where it has other axes. */
function changed({ from, to }: Step, axes: readonly number[] | undefined): string {
  if (from.length !== to.length || (axes ?? from).length === from.length)
    return `${text(from)} becomes ${text(to)}`;
  const own = (axes ?? []).toSorted((a, b) => a - b).filter((d) => from.at(d) !== to.at(d));
  const sizes = own.map((d) => `${from.at(d)} becomes ${to.at(d)}`);
  if (new Set(sizes).size === 1) return sizes[0] ?? "";
  const many = (shape: readonly number[]) => own.map((d) => shape.at(d)).join(" × ");
  return `${many(from)} becomes ${many(to)}`;
}

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);
