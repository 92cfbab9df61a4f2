import { fixOf, importing, wrap } from "../../edit.ts";
import type { LayerCall } from "../../followed.ts";
import { defineRule, type Report } from "../rule.ts";
import { chain, either, isAffine, isDropout, isWeighted, unshared } from "./chain.ts";

export const collapsingLayers = defineRule({
  code: "KS301",
  what:
    "A convolution or a linear layer that reads what another made, and alone does, with nothing between but batch norm, dropout, flatten, " +
    "reshape or a product with a number. Silent where the middle is narrower than both ends, so that one layer would be larger " +
    "(a linear bottleneck; next to a 1×1 convolution it may be as narrow as one of them), with groups or dilation, and for a column and a row (3×1, then 1×3).",
  why:
    "A linear map of a linear map is a linear map: without an activation between, two layers can learn nothing that one could not, " +
    "and cost the memory and the time of two.",
  bad: `import { defineModel, flatten, linear } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const hidden = linear(flatten(image), { units: 128 });
    return linear(hidden, { units: 10 });
  },
});
`,
  good: `import { defineModel, flatten, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const hidden = relu(linear(flatten(image), { units: 128 }));
    return linear(hidden, { units: 10 });
  },
});
`,
  options: {},
  recommended: "warning",
  strict: "warning",
  whole: true,
  check: (net) => {
    const pairs = net.of.calls.filter(isWeighted).flatMap((first) => {
      const found = chain(net, first, through);
      const second = found.at(-1);
      if (!second || second === first || !isWeighted(second)) return [];
      const [a, b] = [mapOf(first), mapOf(second)];
      if (!a || !b || isMeant(a, b, found.some(isFlat))) return [];
      // behind a norm, where it stands in every net that has one
      const at = found.slice(0, -1).findLast(({ layer }) => layer === "batchNorm") ?? first;
      const relu = importing(at.file, "relu");
      const report: Report = {
        at: second,
        message: `no activation stands between ${first.name} and ${second.name}: together they are one linear map`,
        fix: `Put an activation behind ${at.name}, or leave one of the two out.`,
        fixes: relu ? fixOf("Put relu between", relu.edits, wrap(at, relu.name)) : [],
      };
      return [{ edits: at, report }];
    });
    return unshared(net, pairs);
  },
});

/** A vector made a map is another thing: what a decoder begins with. */
const isFlat = ({ layer, fed: [x], made: [y] }: LayerCall): boolean =>
  layer === "flatten" || (layer === "reshape" && !!x && !!y && y.shape.length <= x.shape.length);
const isNorm = ({ layer }: LayerCall): boolean => layer === "batchNorm";
const through = either(isFlat, isNorm, isDropout, isAffine);

/** What a layer reads and makes at each place, and all that it reads and makes. */
interface Linear {
  readonly channels: number;
  readonly kernel: readonly number[];
  readonly outputs: number;
  readonly read: number;
  readonly made: number;
  /** Groups or dilation: not all of the channels, not all of the neighbours. */
  readonly sparse: boolean;
}

function mapOf(call: LayerCall): Linear | undefined {
  const [x, y] = [call.fed[0], call.made[0]];
  const weight = call.variables.find(({ tensor }) => tensor.name === `${call.name}.weight`);
  const [outputs, channels, ...kernel] = weight?.tensor.shape ?? [];
  if (!x || !y || !outputs || !channels) return undefined;
  const conv = call.nodes.find(({ op }) => op === "conv2d");
  const { groups = 1, dilation = [1, 1] } = conv?.attrs ?? {};
  return {
    channels,
    kernel,
    outputs,
    read: product(x.shape),
    made: product(y.shape),
    sparse: groups !== 1 || String(dilation) !== "1,1",
  };
}

/**
 * Whether the pair is no mistake: c channels become n by way of m, and m bounds the rank of what they do
 * together below that of the one layer they could be.
 */
function isMeant(a: Linear, b: Linear, flat: boolean): boolean {
  if (a.sparse || b.sparse || isSeparable(a.kernel, b.kernel)) return true;
  // flattened, the second reads all places at once
  if (flat) return a.made < Math.min(a.read, b.made);
  const [c, m, n] = [a.channels, a.outputs, b.outputs];
  const [taps, later] = [product(a.kernel), product(b.kernel)];
  if (a.kernel.length === 0 && b.kernel.length === 0) return m < Math.min(c, n);
  if (taps > 1 && later > 1) return m < Math.min(c, n);
  // MobileNetV3's first block narrows 16 channels to 16; a 1×1 before a kernel saves that kernel's taps
  return m <= Math.min(c * taps, n * later);
}

/** k×1, then 1×k, or the other way round. */
function isSeparable(
  [h = 1, w = 1]: readonly number[],
  [r = 1, s = 1]: readonly number[],
): boolean {
  return (h > 1 && w === 1 && r === 1 && s > 1) || (h === 1 && w > 1 && r > 1 && s === 1);
}

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);
