import { arithmetic } from "../../arithmetic.ts";
import type { Net } from "../../net.ts";
import { blindWindows, type Slide, type Sliding, slidings, span } from "../../windows.ts";
import { defineRule, type Report } from "../rule.ts";
import { type Choice, fixTo, listed, optionsFor, refitted } from "./refit.ts";
import { lines } from "./words.ts";

export const windowOfPadding = defineRule({
  code: "KS253",
  what: "A window of a convolution or a pool with not a single tap on the map: the padding is as wide as the window, so that at the border it reads nothing but padding. A dilated window counts by its taps; padding 6 of a 3 × 3 kernel of dilation 6 is fine.",
  why: "What comes out there is the bias, whatever the input: a frame of constants around the map that all later layers carry along and compute on. Where a maximum is taken there is nothing to take it of.",
  bad: `import { conv2d, crossEntropy, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => {
    const edges = relu(conv2d(image, { filters: 16, kernel: 3, padding: 1 }));
    const mixed = relu(conv2d(edges, { filters: 32, kernel: 1, padding: 1 }));
    return linear(globalAveragePool2d(mixed), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  good: `import { conv2d, crossEntropy, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => {
    const edges = relu(conv2d(image, { filters: 16, kernel: 3, padding: 1 }));
    const mixed = relu(conv2d(edges, { filters: 32, kernel: 1 }));
    return linear(globalAveragePool2d(mixed), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  options: {},
  recommended: "warning",
  strict: "error",

  *check(net) {
    for (const sliding of slidings(net))
      if (sliding.slides.some((slide) => blindWindows(slide).length > 0))
        yield report(net, sliding);
  },
});

function report(net: Net, sliding: Sliding): Report {
  const { slides, call } = sliding;
  const blind = slides.map((slide) => [blindWindows(slide).length, slide.line] as const);
  const made = sizes(slides);
  const sum = arithmetic(call);
  const [first, ...others] = [half, least]
    .map((choose) => refitted(sliding, choose))
    .filter((next) => next !== undefined)
    .filter((next) => next.every((slide) => blindWindows(slide).length === 0));
  return {
    at: call,
    message: `padding alone makes ${lines(blind)} of the output of ${made}`,
    notes: sum === undefined ? [] : [sum],
    ...(first
      ? {
          fix: `With ${listed(optionsFor(sliding, first))} every window reads the map; it makes ${sizes(first)}.`,
        }
      : {}),
    fixes: [first, ...others].flatMap((next) => (next ? fixTo(net, sliding, next) : [])),
  };
}

const sizes = (slides: readonly Slide[]): string => slides.map(({ steps }) => steps).join(" × ");

const isPadded = ({ before, after }: Slide): boolean => before > 0 || after > 0;

/** At stride 1 the size stays. */
function half(slide: Slide): Choice {
  const padding = (span(slide) - 1) >> 1;
  return isPadded(slide) ? { before: padding, after: padding } : {};
}

/** As much as leaves every window a tap on the map. */
const least = (slide: Slide): Choice => ({
  before: Math.min(slide.before, span(slide) - 1),
  after: Math.min(slide.after, span(slide) - 1),
});
