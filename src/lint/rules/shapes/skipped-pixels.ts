import { thousands } from "../../../report/table.ts";
import type { Net } from "../../net.ts";
import {
  isConvolution,
  leavesGaps,
  type Slide,
  type Sliding,
  slidings,
  slidingsOver,
  span,
  unread,
} from "../../windows.ts";
import { defineRule, type Report } from "../rule.ts";
import { type Choice, fixTo, listed, optionsFor, refitted } from "./refit.ts";
import { mapOf } from "./words.ts";

export const skippedPixels = defineRule({
  code: "KS257",
  what: "A convolution or a pool that strides over pixels: its stride is larger than its window, or shares a factor with its dilation, and no other layer reads what it leaves out. The 1 × 1 shortcut with stride 2 of a residual block is not reported, since the block's other path reads the map.",
  why: "What was computed for those pixels is thrown away: at 1 × 1 with stride 2 three quarters of the map, and of the work that made it. He et al. 2019 (arXiv:1812.01187, section 4) have the stride of ResNet's bottleneck in the 3 × 3 convolution for that reason, and are right half a percent more often.",
  bad: `import { conv2d, crossEntropy, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => {
    const edges = relu(conv2d(image, { filters: 32, kernel: 3, padding: 1 }));
    const half = relu(conv2d(edges, { filters: 64, kernel: 1, stride: 2 }));
    return linear(globalAveragePool2d(half), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  good: `import { conv2d, crossEntropy, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => {
    const edges = relu(conv2d(image, { filters: 32, kernel: 3, padding: 1 }));
    const half = relu(conv2d(edges, { filters: 64, kernel: 3, stride: 2, padding: 1 }));
    return linear(globalAveragePool2d(half), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  options: {},
  recommended: "warning",
  strict: "warning",
  whole: true,

  *check(net) {
    for (const sliding of slidings(net)) {
      if (!sliding.slides.some(leavesGaps)) continue;
      const count = skipped(net, sliding);
      if (count > 0) yield report(net, sliding, count);
    }
  },
});

/** Pixels that no layer reads, if any of them lie before the last that this one reads. */
function skipped(net: Net, { source, slides }: Sliding): number {
  const over = slidingsOver(net, source);
  if (!over) return 0; // something that is no window reads all of it
  const upTo = slides.map(({ size, ...slide }) =>
    Math.min(size, (slide.steps - 1) * slide.stride + span(slide) - slide.before),
  );
  const sizes = slides.map(({ size }) => size);
  return unread(over, upTo) > 0 ? unread(over, sizes) : 0;
}

function report(net: Net, sliding: Sliding, count: number): Report {
  const { slides, call } = sliding;
  const all = slides.reduce((total, { size }) => total * size, 1);
  const unit = slides.length === 1 ? "steps" : "pixels";
  const [first, ...others] = [centred, covering]
    .map((choose) =>
      refitted(sliding, (slide) => (leavesGaps(slide) ? choose(sliding, slide) : {})),
    )
    .filter((next) => next !== undefined)
    .filter((next) => !next.some(leavesGaps));
  const gaps = slides.filter(leavesGaps);
  const way = (pick: keyof Slide) => [...new Set(gaps.map((slide) => slide[pick]))].join(" and ");
  const lines = gaps.map(({ line }) => `${line}s`).join(" and ");
  return {
    at: call,
    message: `${thousands(count)} of the ${thousands(all)} ${unit} of the ${mapOf(slides)} lie between the windows and are read by none`,
    notes: [
      `windows of ${way("kernel")} begin every ${way("stride")} ${lines}, dilation ${way("dilation")}`,
    ],
    ...(first
      ? {
          fix: `With ${listed(optionsFor(sliding, first))} every one is read; or give the stride to a layer with a larger kernel.`,
        }
      : {}),
    fixes: [first, ...others].flatMap((next) => (next ? fixTo(net, sliding, next) : [])),
  };
}

/** An odd kernel over what lies between, about the same middles: as many windows as before. */
function centred(sliding: Sliding, { kernel, stride, before, after }: Slide): Choice | undefined {
  const wider = stride + 1 - (stride % 2);
  const more = (wider - kernel) / 2;
  if (!isConvolution(sliding) || !Number.isInteger(more) || more < 0) return undefined;
  return { kernel: wider, dilation: 1, before: before + more, after: after + more };
}

/** A kernel as wide as the stride: each pixel is read once. */
const covering = (_: Sliding, { stride }: Slide): Choice => ({ kernel: stride, dilation: 1 });
