import { expect, it } from "vitest";
import { portsOf } from "../../codegen/ports.ts";
import { settle } from "../../codegen/options.ts";
import { conv2d, crossEntropy, defineModel } from "../../src/index.ts";

it("targets bring their classes and the index that is none", () => {
  const model = defineModel({
    inputs: { image: [3, 4, 5] },
    outputs: ({ image }) => conv2d(image, { filters: 7, kernel: 1 }),
    train: { loss: crossEntropy({ ignoreIndex: -100 }) },
  });
  const { inputs, targets } = portsOf(model.build(2, model.train.loss), settle({ layout: "nhwc" }));
  expect(inputs).toMatchObject([{ name: "image", shape: [4, 5, 3], holds: "numbers" }]);
  expect(targets).toMatchObject([{ name: "label", shape: [4, 5], classes: 7, ignored: -100 }]);
});
