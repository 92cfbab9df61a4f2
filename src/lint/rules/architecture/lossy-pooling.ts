import { fixOf, setOptions } from "../../edit.ts";
import { isConvolution, type Slide, type Sliding, slidings, span } from "../../windows.ts";
import { defineRule, type Report } from "../rule.ts";
import { above, either, isActivation, isDropout, unshared } from "./chain.ts";

export const lossyPooling = defineRule({
  code: "KS307",
  what:
    "A pool without overlap (its stride is at least its kernel) right behind a convolution without overlap (its stride is at least what its kernel spans, and that is more than 1), " +
    "with no more than a batch norm, an activation or dropout between. Not where either overlaps, as in the first layers of ResNet, AlexNet or SqueezeNet, and not for a pool over the whole map.",
  why:
    "The map shrinks by both strides at once, and nothing is ever read across the borders of the windows: what lies on one is seen by neither side as a whole, " +
    "and the pool throws away all but one of numbers that had no neighbours in common.",
  bad: `import { conv2d, defineModel, globalAveragePool2d, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 64, 64] },
  outputs({ image }) {
    const x = relu(conv2d(image, { filters: 32, kernel: 2, stride: 2 }));
    return linear(globalAveragePool2d(maxPool2d(x, { kernel: 2 })), { units: 10 });
  },
});
`,
  good: `import { conv2d, defineModel, globalAveragePool2d, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 64, 64] },
  outputs({ image }) {
    const x = relu(conv2d(image, { filters: 32, kernel: 3, stride: 2, padding: 1 }));
    return linear(globalAveragePool2d(maxPool2d(x, { kernel: 2 })), { units: 10 });
  },
});
`,
  options: {},
  recommended: "warning",
  strict: "warning",
  check: (net) => {
    const all = slidings(net);
    const convs = new Map(all.filter(isConvolution).map((conv) => [conv.call, conv]));
    const found = all.flatMap((pool) => {
      const call = above(net, pool.source, between);
      const conv = call && convs.get(call);
      const [a, b] = (conv && abutting(conv, pool)) ?? [];
      if (isConvolution(pool) || !conv || !a || !b) return [];
      const report: Report = {
        at: pool.call,
        message: `${pool.call.name} pools right behind the stride of ${conv.call.name}, and neither of the two overlaps`,
        notes: [
          `${conv.call.name}: windows of ${span(a)} in steps of ${a.stride}; ${pool.call.name}: windows of ${span(b)} in steps of ${b.stride}; one ${b.line} of ${a.stride * b.stride} is left`,
        ],
        fix: `Let ${conv.call.name} overlap: kernel ${2 * a.stride - 1} with padding ${a.stride - 1} keeps the sizes.`,
        fixes: fixOf(
          `Set kernel: ${2 * a.stride - 1} and padding: ${a.stride - 1}`,
          conv.slides.every((s) => s.stride === a.stride && s.dilation === 1)
            ? setOptions(conv.call, {
                kernel: `${2 * a.stride - 1}`,
                padding: `${a.stride - 1}`,
              })
            : undefined,
        ),
      };
      return [{ edits: conv.call, report }];
    });
    return unshared(net, found);
  },
});

const between = either(isActivation, isDropout, ({ layer }) => layer === "batchNorm");

/** The dimension in which both step from window to window without overlap. */
const abutting = (conv: Sliding, pool: Sliding): readonly [Slide, Slide] | undefined => {
  const i = conv.slides.findIndex((slide, d) => {
    const next = pool.slides[d];
    return next && next.steps > 1 && isApart(slide) && isApart(next);
  });
  const [a, b] = [conv.slides[i], pool.slides[i]];
  return a && b && [a, b];
};

const isApart = (slide: Slide): boolean => span(slide) > 1 && slide.stride >= span(slide);
