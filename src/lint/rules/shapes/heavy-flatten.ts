import { integer, within } from "../../../graph/layers/options.ts";
import { type Node, tensorsOf } from "../../../graph/graph.ts";
import { thousands } from "../../../report/table.ts";
import type { Tensor as Raw } from "../../../tensor/expr.ts";
import { fixOf, importing, replaceFunction } from "../../edit.ts";
import type { Fix } from "../../finding.ts";
import type { LayerCall } from "../../followed.ts";
import type { Net } from "../../net.ts";
import { defineRule } from "../rule.ts";

export const heavyFlatten = defineRule({
  code: "KS256",
  what: "A dense layer behind a flattened map that holds more than `share` of all parameters and more than `parameters` of them.",
  why: "Each unit has a weight of its own for every pixel of every channel: most of the file to be loaded, and most of what can overfit, sits in the layer that knows least about pictures. The mean of each channel leaves one number for each (Lin et al. 2013, arXiv:1312.4400, section 3.2) and takes maps of every size, as most nets from GoogLeNet on have it.",
  bad: `import { conv2d, crossEntropy, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 64, 64] },
  outputs: ({ image }) => {
    let map = image;
    for (const filters of [32, 64, 128])
      map = maxPool2d(relu(conv2d(map, { filters, kernel: 3, padding: 1 })), { kernel: 2 });
    const mixed = relu(linear(flatten(map), { units: 256 }));
    return linear(mixed, { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  good: `import { conv2d, crossEntropy, defineModel, globalAveragePool2d, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 64, 64] },
  outputs: ({ image }) => {
    let map = image;
    for (const filters of [32, 64, 128])
      map = maxPool2d(relu(conv2d(map, { filters, kernel: 3, padding: 1 })), { kernel: 2 });
    const mixed = relu(linear(globalAveragePool2d(map), { units: 256 }));
    return linear(mixed, { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  options: {
    /** Of all parameters. */
    share: within(0, 1, 0.5),
    /** Fewer than that are no burden. */
    parameters: integer(0, 1_000_000),
  },
  recommended: "warning",
  strict: "warning",
  whole: true,

  *check(net, { share, parameters }) {
    const all = count(net.variables.flatMap((v) => (v.role === "parameter" ? [v.tensor] : [])));
    for (const node of net.nodes.filter(({ op }) => op === "linear")) {
      const [call, flat] = [net.call(node), flattened(net, node)];
      const own = count(net.parameters(node).map(({ tensor }) => tensor));
      if (!call || !flat || own <= parameters || own <= share * all) continue;
      const [, units = 1] = node.out.shape;
      const shape = flat.map.shape.slice(1);
      const [channels = 1] = shape;
      yield {
        at: call,
        message: `${thousands(own)} of the model's ${thousands(all)} parameters are in this one layer`,
        notes: [
          `${shape.join("·")} = ${thousands(count([flat.map]) / (flat.map.shape[0] ?? 1))} inputs for each of ${thousands(units)} units`,
        ],
        fix: `globalAveragePool2d in place of flatten leaves ${thousands(channels)} inputs: ${thousands(channels * units)} weights.`,
        fixes: pooled(flat.call),
      };
    }
  },
});

const count = (tensors: readonly Raw[]): number =>
  tensors.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);

interface Flattened {
  /** The map that was flattened. */
  readonly map: Raw;
  readonly call: LayerCall | undefined;
}

/** The map whose pixels a layer is fed, one by one; what works on each by itself may come between. */
function flattened(net: Net, node: Node): Flattened | undefined {
  let [x] = tensorsOf(node.inputs["x"]);
  for (let maker = x && net.maker(x); maker; maker = x && net.maker(x)) {
    const data = net.data(maker);
    const [fed] = data;
    if (!fed || data.length > 1) return undefined;
    if (maker.op === "flatten" || maker.op === "reshape") {
      const [height = 1, width = 1] = fed.shape.slice(2);
      const isMap = fed.shape.length === 4 && height * width > 1 && maker.out.shape.length === 2;
      if (isMap) return { map: fed, call: net.call(maker) };
    } else if (!sameSize(fed, maker.out)) return undefined;
    x = fed;
  }
  return undefined;
}

const sameSize = (a: Raw, b: Raw): boolean => count([a]) === count([b]);

/** The flatten made the mean of each channel, where it is a call of its own. */
function pooled(call: LayerCall | undefined): readonly Fix[] {
  if (call?.layer !== "flatten") return [];
  const found = importing(call.file, "globalAveragePool2d");
  if (!found) return [];
  const title = "Replace flatten by globalAveragePool2d";
  const fixes = fixOf(title, replaceFunction(call, found.name), found.edits);
  return fixes.map((fix) => ({ ...fix, bold: true }));
}
