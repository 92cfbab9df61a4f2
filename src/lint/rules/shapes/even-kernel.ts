import { arithmetic } from "../../arithmetic.ts";
import type { Net } from "../../net.ts";
import { type Slide, type Sliding, slidings, span } from "../../windows.ts";
import { defineRule, type Report } from "../rule.ts";
import { type Choice, fixTo, option, refitted } from "./refit.ts";
import { lines, mapOf } from "./words.ts";

export const evenKernel = defineRule({
  code: "KS252",
  what: 'An even kernel at stride 1 where the size is meant to stay: with padding "same", which then pads one side more than the other, or with half of the kernel as padding on both sides, which makes the map one larger. Not reported where a slice behind the layer takes off what is too much.',
  why: "An even kernel has no middle: what it computes lies half a pixel beside what it was computed from, and every such layer shifts by another half (Wu et al. 2019, arXiv:1903.08385). Added to a shortcut or compared with a mask, the maps no longer lie on top of each other. The odd kernel beside it has no such shift.",
  bad: `import { conv2d, crossEntropy, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => {
    const edges = relu(conv2d(image, { filters: 16, kernel: 3, padding: "same" }));
    const parts = relu(conv2d(edges, { filters: 32, kernel: 4, padding: "same" }));
    return linear(globalAveragePool2d(parts), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  good: `import { conv2d, crossEntropy, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => {
    const edges = relu(conv2d(image, { filters: 16, kernel: 3, padding: "same" }));
    const parts = relu(conv2d(edges, { filters: 32, kernel: 5, padding: "same" }));
    return linear(globalAveragePool2d(parts), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  options: {},
  recommended: "warning",
  strict: "warning",

  *check(net) {
    for (const sliding of slidings(net)) {
      const same = option(sliding.call.args, "padding") === "same";
      const isWrong = same ? shifts : grows;
      if (sliding.slides.some(isWrong) && !isCut(net, sliding))
        yield report(net, sliding, isWrong, same);
    }
  },
});

const isEven = ({ kernel, stride }: Slide): boolean => kernel % 2 === 0 && stride === 1;

/** Padded more on one side than on the other. */
const shifts = (slide: Slide): boolean => isEven(slide) && slide.before !== slide.after;

/** Padded alike on both sides, so that one window too many fits. */
const grows = (slide: Slide): boolean =>
  isEven(slide) && slide.before === slide.after && slide.steps === slide.size + 1;

/** Whether all that reads the output are slices: of a causal convolution, the end is cut off. */
function isCut(net: Net, { call }: Sliding): boolean {
  const readers = call.made.flatMap(({ raw }) => net.readers(raw));
  return readers.length > 0 && readers.every(({ op }) => op === "slice");
}

function report(
  net: Net,
  sliding: Sliding,
  isWrong: (slide: Slide) => boolean,
  same: boolean,
): Report {
  const { slides, call } = sliding;
  const wrong = slides.filter(isWrong);
  const kernel = wrong[0]?.kernel ?? 0;
  const padding = wrong[0]?.before ?? 0;
  const made = slides.map(({ steps }) => steps).join(" × ");
  const sum = arithmetic(call);
  const side = (pick: "before" | "after") => lines(wrong.map((slide) => [slide[pick], slide.line]));
  const sides = `${side("before") || "nothing"} of padding before the map, ${side("after")} behind it`;
  const nexts = [1, -1]
    .map((more) => refitted(sliding, (slide) => (isWrong(slide) ? chosen(slide, more, same) : {})))
    .filter((next) => next !== undefined);
  return {
    at: call,
    message: same
      ? `padding "same" cannot be the same on both sides of a kernel of ${kernel}: the map moves by half a pixel`
      : `kernel ${kernel} with padding ${padding} makes the ${mapOf(slides)} one larger: ${made}`,
    notes: same ? [sides] : sum === undefined ? [] : [sum],
    fix: `An odd kernel keeps the size and moves nothing: ${kernel + 1}${kernel > 2 ? `, or ${kernel - 1}` : ""}.`,
    fixes: nexts.flatMap((next) => fixTo(net, sliding, next)),
  };
}

/** The odd kernel beside it, padded by (span − 1) / 2 on each side; "same" sees to that by itself. */
function chosen(slide: Slide, more: number, same: boolean): Choice | undefined {
  const kernel = slide.kernel + more;
  const half = (span({ ...slide, kernel }) - 1) / 2;
  if (kernel < 2 || !Number.isInteger(half)) return undefined;
  return same ? { kernel } : { kernel, before: half, after: half };
}
