import { within } from "../../../graph/layers/options.ts";
import { arithmetic } from "../../arithmetic.ts";
import type { Net } from "../../net.ts";
import {
  isConvolution,
  leavesGaps,
  lost,
  type Slide,
  type Sliding,
  slidings,
  slidingsOver,
  span,
} from "../../windows.ts";
import { defineRule, type Report } from "../rule.ts";
import { type Choice, fixTo, listed, optionsFor, refitted } from "./refit.ts";
import { last, mapOf } from "./words.ts";

export const droppedBorder = defineRule({
  code: "KS251",
  what: "A convolution or a pool whose last window ends before the map does, since (H + P − K) does not divide by the stride: rows or columns at the end, of the map and not of its padding nor of a pad before it, that no window reads. Not reported where something else reads them, a shortcut say, and where fewer than `share` of the rows are lost.",
  why: "What is drawn there cannot reach the output, and always at the bottom and on the right: the net sees a map that is cut off on two sides, and a shifted picture is another one to it. The gradient for these rows is 0.",
  bad: `import { conv2d, crossEntropy, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 30, 30] },
  outputs: ({ image }) => {
    const edges = relu(conv2d(image, { filters: 8, kernel: 3, padding: 1 }));
    const half = maxPool2d(edges, { kernel: 2 });
    const parts = relu(conv2d(half, { filters: 16, kernel: 3, padding: 1 }));
    const quarter = maxPool2d(parts, { kernel: 2 });
    return linear(flatten(quarter), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  good: `import { conv2d, crossEntropy, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 30, 30] },
  outputs: ({ image }) => {
    const edges = relu(conv2d(image, { filters: 8, kernel: 3, padding: 1 }));
    const half = maxPool2d(edges, { kernel: 2 });
    const parts = relu(conv2d(half, { filters: 16, kernel: 3, padding: 1 }));
    const quarter = maxPool2d(parts, { kernel: 3, stride: 2 });
    return linear(flatten(quarter), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  options: {
    /** Of the rows or columns, from which on they are missed. */
    share: within(0, 1, 0.02),
  },
  recommended: "warning",
  strict: "warning",

  *check(net, { share }) {
    for (const sliding of slidings(net)) {
      const { slides } = sliding;
      const missed = slides.some((slide) => lost(slide) > 0 && lost(slide) >= share * slide.size);
      if (missed && !slides.some(leavesGaps) && !readElsewhere(net, sliding))
        yield report(net, sliding);
    }
  },
});

/** Whether something else reads the rows that this layer does not. */
function readElsewhere(net: Net, { source, slides, node }: Sliding): boolean {
  const over = slidingsOver(net, source);
  if (!over) return true;
  return over.some(
    (other) =>
      other.node !== node &&
      slides.every((slide, d) => {
        const same = other.slides[d];
        return lost(slide) === 0 || (same && lost(same) === 0);
      }),
  );
}

function report(net: Net, sliding: Sliding): Report {
  const { slides, call } = sliding;
  const dropped = last(slides.map((slide) => [lost(slide), slide.line]));
  const sum = arithmetic(call);
  const [first, ...others] = choices
    .map((choose) => refitted(sliding, (slide) => (lost(slide) > 0 ? choose(sliding, slide) : {})))
    .filter((next) => next !== undefined)
    .filter((next) => next.every((slide) => lost(slide) === 0));
  return {
    at: call,
    message: `no window reads the ${dropped} of the ${mapOf(slides)}`,
    notes: [...(sum === undefined ? [] : [sum]), ...endings(slides)],
    ...(first ? { fix: remedy(sliding, first) } : {}),
    fixes: [first, ...others].flatMap((next) => (next ? fixTo(net, sliding, next) : [])),
  };
}

/** Where the last windows end: what their formulas come to. */
function endings(slides: readonly Slide[]): readonly string[] {
  const ends = slides
    .filter((slide) => lost(slide) > 0)
    .map((slide) => ({
      slide,
      end: (slide.steps - 1) * slide.stride + span(slide) - slide.before,
    }));
  const [first] = ends;
  const alike = ends.every(
    ({ slide, end }) => end === first?.end && slide.size === first.slide.size,
  );
  const say = (line: string, end: number, size: number) =>
    `the last window ends with ${line} ${end} of ${size}`;
  if (first && alike)
    return [say(ends.map(({ slide }) => slide.line).join(" and "), first.end, first.slide.size)];
  return ends.map(({ slide, end }) => say(slide.line, end, slide.size));
}

function remedy(sliding: Sliding, next: readonly Slide[]): string {
  const made = next.map(({ steps }) => steps).join(" × ");
  const kept = next.every(({ steps }, d) => steps === sliding.slides[d]?.steps);
  const gives = kept ? `the output stays ${made}` : `the output becomes ${made}`;
  return `With ${listed(optionsFor(sliding, next))} every ${next[0]?.line === "step" ? "step" : "pixel"} is read, and ${gives}.`;
}

/** H + P − S·(O − 1) − D·(K − 1) − 1: what is left behind the last window, padding included. */
const rest = (slide: Slide): number =>
  (slide.size + slide.before + slide.after - span(slide)) % slide.stride;

type Choose = (sliding: Sliding, slide: Slide) => Choice | undefined;

/** Each makes one dimension meet, the first without changing the size of the output. */
const choices: readonly Choose[] = [
  // K = (H + P − S·(O − 1) − 1) / D + 1
  (_, slide) => {
    const more = lost(slide) / slide.dilation;
    return Number.isInteger(more) ? { kernel: slide.kernel + more } : undefined;
  },
  // the same padding on both sides, such that S divides H + 2·P − D·(K − 1) − 1
  (_, slide) => {
    if (slide.before !== slide.after) return undefined;
    const most = span(slide) >> 1;
    const found = Array.from({ length: most + 1 }, (_, p) => p)
      .filter((p) => rest({ ...slide, before: p, after: p }) === 0)
      .sort((a, b) => Math.abs(a - slide.before) - Math.abs(b - slide.before))[0];
    return found === undefined ? undefined : { before: found, after: found };
  },
  (sliding) => (isConvolution(sliding) ? undefined : { ceil: true }),
  (_, slide) => {
    const after = slide.after + slide.stride - rest(slide);
    return after < span(slide) ? { after } : undefined;
  },
  (_, slide) => {
    const { stride } = slide;
    const found = [stride - 1, stride + 1].find(
      (s) => s > 1 && s <= span(slide) && rest({ ...slide, stride: s }) === 0,
    );
    return found === undefined ? undefined : { stride: found };
  },
];
