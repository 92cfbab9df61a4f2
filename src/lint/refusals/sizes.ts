import type { Guard, Refusal } from "./refusal.ts";

/** KS2xx: sizes. */
export const sizeRefusals: readonly Refusal[] = [
  {
    code: "KS201",
    by: "linter",
    what: "Sizes that should be one and are not: operands of `add` that do not broadcast, maps of different heights in a `concat`, rows and columns of a `matmul`.",
    why: "A shortcut that skips a stride is the usual cause. Both maps are told with the layer they come from.",
    bad: `import { add, conv2d, defineModel, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [16, 32, 32] },
  outputs({ image }) {
    const a = relu(conv2d(image, { filters: 16, kernel: 3, stride: 2, padding: 1 }));
    const b = conv2d(a, { filters: 16, kernel: 3, padding: 1 });
    return relu(add(b, image));
  },
});
`,
    good: `import { add, conv2d, defineModel, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [16, 32, 32] },
  outputs({ image }) {
    const a = relu(conv2d(image, { filters: 16, kernel: 3, stride: 2, padding: 1 }));
    const b = conv2d(a, { filters: 16, kernel: 3, padding: 1 });
    return relu(add(b, conv2d(image, { filters: 16, kernel: 1, stride: 2 })));
  },
});
`,
  },
  {
    code: "KS202",
    by: "linter",
    what: "A tensor with more or fewer axes than the layer takes: a feature map in a `linear`, a vector in a `conv2d`.",
    why: "A `linear` over a map could mean several things; which one is for the model to say: `flatten`, or `globalAveragePool2d`.",
    bad: `import { conv2d, defineModel, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const a = maxPool2d(relu(conv2d(image, { filters: 6, kernel: 5 })), { kernel: 2 });
    return linear(a, { units: 10 });
  },
});
`,
    good: `import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const a = maxPool2d(relu(conv2d(image, { filters: 6, kernel: 5 })), { kernel: 2 });
    return linear(flatten(a), { units: 10 });
  },
});
`,
  },
  {
    code: "KS203",
    by: "linter",
    what: "A window that is larger than what it moves over, padding included, or padding that cuts off all there is: floor((H + 2·P − K)/S) + 1 would be below 1.",
    why: "Mostly the layers before have halved the map once too often for the size of the input. The notes say how it became so small.",
    bad: `import { conv2d, defineModel, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const a = maxPool2d(relu(conv2d(image, { filters: 8, kernel: 5 })), { kernel: 2 });
    const b = maxPool2d(relu(conv2d(a, { filters: 16, kernel: 5 })), { kernel: 2 });
    return maxPool2d(relu(conv2d(b, { filters: 32, kernel: 6 })), { kernel: 2 });
  },
});
`,
    good: `import { conv2d, defineModel, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const a = maxPool2d(relu(conv2d(image, { filters: 8, kernel: 5 })), { kernel: 2 });
    const b = maxPool2d(relu(conv2d(a, { filters: 16, kernel: 5 })), { kernel: 2 });
    return relu(conv2d(b, { filters: 32, kernel: 5 }));
  },
});
`,
  },
  {
    code: "KS204",
    by: "linter",
    what: "Groups that do not divide the channels, of the input or of the output; channels that do not make whole pixels in a `pixelShuffle`.",
    why: "Every group is a convolution of its own over as many channels. For a depthwise one, `groups` is the number of channels.",
    bad: `import { conv2d, defineModel } from "kernelsmith";

export default defineModel({
  inputs: { map: [24, 16, 16] },
  outputs: ({ map }) => conv2d(map, { filters: 24, kernel: 3, padding: 1, groups: 16 }),
});
`,
    good: `import { conv2d, defineModel } from "kernelsmith";

export default defineModel({
  inputs: { map: [24, 16, 16] },
  outputs: ({ map }) => conv2d(map, { filters: 24, kernel: 3, padding: 1, groups: 24 }),
});
`,
  },
  {
    code: "KS205",
    by: "linter",
    what: "A size that is no positive integer: in the shape of an input, in a `reshape`, or what a `slice` leaves.",
    why: "Sizes are counts. The batch has no size in a model: it comes with every call.",
    bad: `import { defineModel, linear } from "kernelsmith";

export default defineModel({
  inputs: { x: [-1, 16] },
  outputs: ({ x }) => linear(x, { units: 4 }),
});
`,
    good: `import { defineModel, linear } from "kernelsmith";

export default defineModel({
  inputs: { x: [16] },
  outputs: ({ x }) => linear(x, { units: 4 }),
});
`,
  },
  {
    code: "KS206",
    by: "linter",
    what: "An axis that the tensor does not have, or that is named twice.",
    why: "Axes are counted without the batch: of [channels, height, width] the channels are 0 and the width is 2, or −1. In PyTorch and NumPy, with the batch, they are 1 and 3.",
    bad: `import { defineModel, mean } from "kernelsmith";

export default defineModel({
  inputs: { map: [16, 8, 8] },
  outputs: ({ map }) => mean(map, { axes: [2, 3] }),
});
`,
    good: `import { defineModel, mean } from "kernelsmith";

export default defineModel({
  inputs: { map: [16, 8, 8] },
  outputs: ({ map }) => mean(map, { axes: [1, 2] }),
});
`,
  },
  {
    code: "KS207",
    by: "linter",
    what: "A `reshape` to another number of elements, or a `split` into parts that do not add up to the axis.",
    why: "A reshape gives the same numbers other places; none are added or dropped. A size written by hand goes wrong when the input changes: -1 is worked out.",
    bad: `import { defineModel, linear, maxPool2d, reshape } from "kernelsmith";

export default defineModel({
  inputs: { image: [8, 32, 32] },
  outputs({ image }) {
    const half = maxPool2d(image, { kernel: 2 });
    return linear(reshape(half, [8 * 14 * 14]), { units: 10 });
  },
});
`,
    good: `import { defineModel, linear, maxPool2d, reshape } from "kernelsmith";

export default defineModel({
  inputs: { image: [8, 32, 32] },
  outputs({ image }) {
    const half = maxPool2d(image, { kernel: 2 });
    return linear(reshape(half, [-1]), { units: 10 });
  },
});
`,
  },
  {
    code: "KS208",
    by: "linter",
    what: "A tensor of more than 2³¹ elements, or a net whose arena would be larger. Models are built for two samples to be checked; an arena is for as many as the module is compiled for.",
    why: "All of a net's numbers lie in one buffer, and no engine makes a larger one.",
    bad: `import { defineModel, upsample } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 512, 512] },
  outputs: ({ image }) => upsample(image, { scale: 64 }),
});
`,
    good: `import { defineModel, upsample } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 512, 512] },
  outputs: ({ image }) => upsample(image, { size: 64 }),
});
`,
  },
  {
    code: "KS209",
    by: "command",
    what: "A net for the target `wasm` whose parameters and values, for as many samples as it is compiled for, take more than 4 GiB.",
    why: "An address of WebAssembly has 32 bits.",
    files: {
      "model.ts": `import { conv2d, defineModel, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 1024, 1024] },
  outputs({ image }) {
    const a = relu(conv2d(image, { filters: 64, kernel: 3, padding: 1 }));
    return relu(conv2d(a, { filters: 3, kernel: 3, padding: 1 }));
  },
});
`,
    },
    bad: "npx kernelsmith compile model.ts -o out --target wasm --max-batch 20",
    good: "npx kernelsmith compile model.ts -o out --target wasm --max-batch 1",
  },
];

export const sizeGuards: readonly Guard[] = [
  {
    code: "KS210",
    what: "A kernel for the target `wasm` of more locals or bytes than WebAssembly engines take: 50,000 and 7,654,321.",
    why: "An engine would refuse the whole module when it is loaded, in the app. No net that we know comes near; `--target ts` has no such limit.",
  },
];
