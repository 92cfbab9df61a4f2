import { tensorsOf } from "../../../graph/graph.ts";
import { thousands } from "../../../report/table.ts";
import type { Net } from "../../net.ts";
import {
  isConvolution,
  liveTaps,
  type Slide,
  type Sliding,
  slidings,
  span,
} from "../../windows.ts";
import { defineRule, type Report } from "../rule.ts";
import { type Choice, fixTo, listed, optionsFor, refitted } from "./refit.ts";
import { mapOf } from "./words.ts";

export const deadTaps = defineRule({
  code: "KS254",
  what: "Rows or columns of a convolution's kernel that meet padding at every position and never the map: 3 × 3 with padding 1 over a map of 1 × 1, where eight of nine taps do, or a dilation as large as the map.",
  why: "A weight that is only ever multiplied by 0 gets no gradient: it stays what it was initialised to, is stored, loaded and, where kernels are not cut to fit, multiplied. It is a sign that the map is smaller than was thought: a net made for 224 × 224 that is fed 32 × 32. That a widely dilated kernel comes down to 1 × 1 is told by Chen et al. 2017 (arXiv:1706.05587, section 3.3).",
  bad: `import { conv2d, crossEntropy, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 16, 16] },
  outputs: ({ image }) => {
    let map = image;
    for (const filters of [16, 32, 64, 128])
      map = maxPool2d(relu(conv2d(map, { filters, kernel: 3, padding: 1 })), { kernel: 2 });
    const last = relu(conv2d(map, { filters: 256, kernel: 3, padding: 1 }));
    return linear(flatten(last), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  good: `import { conv2d, crossEntropy, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 16, 16] },
  outputs: ({ image }) => {
    let map = image;
    for (const filters of [16, 32, 64])
      map = maxPool2d(relu(conv2d(map, { filters, kernel: 3, padding: 1 })), { kernel: 2 });
    const last = relu(conv2d(map, { filters: 256, kernel: 3, padding: 1 }));
    return linear(flatten(last), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  options: {},
  recommended: "warning",
  strict: "error",

  *check(net) {
    for (const sliding of slidings(net))
      if (
        isConvolution(sliding) &&
        sliding.slides.some((slide) => liveTaps(slide).length < slide.kernel)
      )
        yield report(net, sliding);
  },
});

function report(net: Net, sliding: Sliding): Report {
  const { slides, call, node } = sliding;
  const all = product(slides.map(({ kernel }) => kernel));
  const live = product(slides.map((slide) => liveTaps(slide).length));
  const weights = product(tensorsOf(node.inputs["w"])[0]?.shape ?? []);
  const next = refitted(sliding, cut);
  return {
    at: call,
    message: `${all - live} of the kernel's ${all} taps only ever read padding: they never learn`,
    notes: [
      `${slides.map(({ kernel }) => kernel).join(" × ")} over a ${mapOf(slides)}: ${thousands((weights / all) * (all - live))} of ${thousands(weights)} weights`,
    ],
    fix: next
      ? `With ${listed(optionsFor(sliding, next))} the output is the same, without them; or the map is kept larger up to here.`
      : "Keep the map larger up to here.",
    fixes: next ? fixTo(net, sliding, next) : [],
  };
}

/** The kernel of the taps that live, at the places where they were; undefined where there are gaps between. */
function cut(slide: Slide): Choice | undefined {
  const live = liveTaps(slide);
  const [first = 0, last = 0] = [live[0], live.at(-1)];
  if (last - first + 1 !== live.length) return undefined;
  const { size, steps, stride, dilation, before } = slide;
  const kernel = live.length;
  const start = before - first * dilation;
  const end = (steps - 1) * stride + span({ ...slide, kernel }) - start;
  return { kernel, before: start, after: Math.max(0, end - size) };
}

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);
