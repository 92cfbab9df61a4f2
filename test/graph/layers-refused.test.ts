import { describe, expect, it } from "vitest";
import { callSite } from "../../src/graph/place.ts";
import * as library from "../../src/index.ts";
import { layerNames } from "../support/layer-names.ts";
import { bench, refusal } from "../support/model.ts";

/** As JavaScript sees it: anything may be passed. */
const k = library as unknown as { readonly [name: string]: (...args: unknown[]) => unknown };
const call = (name: string, ...args: unknown[]) => {
  const layer = k[name];
  if (!layer) throw new Error(`there is no ${name}`);
  return layer(...args);
};

const { input } = bench();
const map = input([4, 5, 6]);
const vector = input([12]);
const conv = (more: object) => () => call("conv2d", map, { filters: 6, kernel: 3, ...more });

const refused: readonly (readonly [what: string, code: string, message: string, () => unknown])[] =
  [
    [
      "a size below 1",
      "KS102",
      "filters must be an integer of at least 1, but is 0",
      conv({ filters: 0 }),
    ],
    [
      "NaN",
      "KS102",
      "filters must be an integer of at least 1, but is NaN",
      conv({ filters: NaN }),
    ],
    [
      "a fraction",
      "KS102",
      "groups must be an integer of at least 1, but is 1.5",
      conv({ groups: 1.5 }),
    ],
    [
      "a word for a number",
      "KS102",
      'kernel must be an integer of at least 1 or a pair of them, but is "3"',
      conv({ kernel: "3" }),
    ],
    [
      "a stride of 0",
      "KS102",
      "stride must be an integer of at least 1 or a pair of them, but is [1, 0]",
      conv({ stride: [1, 0] }),
    ],
    [
      "padding of three sides",
      "KS102",
      'padding must be an integer of at least 0, a pair or [top, left, bottom, right] of them, "same" or "valid", but is [1, 1, 1]',
      conv({ padding: [1, 1, 1] }),
    ],
    ["an unknown option", "KS101", 'conv2d has no option "pading"', conv({ pading: 1 })],
    [
      "a missing option",
      "KS102",
      "conv2d needs kernel: an integer of at least 1 or a pair of them",
      conv({ kernel: undefined }),
    ],
    [
      "no options",
      "KS102",
      "linear needs units: an integer of at least 1",
      () => call("linear", vector),
    ],
    [
      "options that are none",
      "KS102",
      "the options of linear must be an object, but are 10",
      () => call("linear", vector, 10),
    ],
    ["a name that is none", "KS102", 'name must be a word, but is ""', conv({ name: "" })],
    [
      "an initializer that was not called",
      "KS102",
      "weightInitializer must be an initializer, as in heUniform() or zeros(), but is a function",
      conv({ weightInitializer: library.heUniform }),
    ],
    [
      "a kernel larger than its input",
      "KS203",
      "kernel 7 is larger than the padded height 5 + 2·0 = 5",
      conv({ kernel: 7 }),
    ],
    [
      "a dilated kernel larger than its input",
      "KS203",
      "kernel 3 with dilation 4 spans 9, more than the padded width 6 + 1 + 0 = 7",
      conv({ dilation: [1, 4], padding: [0, 1, 0, 0] }),
    ],
    [
      "groups that do not divide",
      "KS204",
      "groups 3 does not divide 4 input channels",
      conv({ groups: 3 }),
    ],
    [
      "padding that hides a pooling window",
      "KS102",
      "a padding of 2 hides a window of 2 from the height",
      () => call("maxPool2d", map, { kernel: 2, padding: 2 }),
    ],
    [
      "a feature map where a vector is needed",
      "KS202",
      "linear takes [k] but is fed a feature map [4, 5, 6]",
      () => call("linear", map, { units: 2 }),
    ],
    [
      "a vector where a feature map is needed",
      "KS202",
      "conv2d takes [channels, height, width] but is fed a vector [12]",
      () => call("conv2d", vector, { filters: 1, kernel: 1 }),
    ],
    [
      "shapes that do not broadcast",
      "KS201",
      "add: [4, 5, 6] and [12] differ in axis 2 (6 and 12)",
      () => call("add", map, vector),
    ],
    [
      "rows and columns of different lengths",
      "KS201",
      "[4, 5, 6] has rows of 6 but [12] has columns of 12",
      () => call("matmul", map, vector),
    ],
    [
      "an axis that there is not",
      "KS206",
      "axis 3 is none of [4, 5, 6], which has axes 0 to 2",
      () => call("softmax", map, { axis: 3 }),
    ],
    [
      "an axis twice",
      "KS206",
      "[0, -3] names axis 0 twice",
      () => call("mean", map, { axes: [0, -3] }),
    ],
    [
      "another number of elements",
      "KS207",
      "[12] holds 12 numbers, [5, 2] holds 10",
      () => call("reshape", vector, [5, 2]),
    ],
    [
      "a shape that is none",
      "KS102",
      'shape must be a list of integers, but is "12"',
      () => call("reshape", vector, "12"),
    ],
    [
      "parts that do not divide",
      "KS207",
      "3 parts do not divide the 4 of axis 0 of [4, 5, 6]",
      () => call("split", map, { parts: 3 }),
    ],
    [
      "concatenated maps of different heights",
      "KS201",
      "[4, 5, 6] and [4, 2, 6] differ in axis 1 (5 and 2); only axis 0 may differ",
      () => call("concat", [map, call("slice", map, { axis: 1, end: 2 })]),
    ],
    [
      "concat of one tensor",
      "KS102",
      "concat takes a list of tensors, but is given a tensor",
      () => call("concat", map),
    ],
    ["concat of nothing", "KS105", "concat needs a tensor", () => call("concat", [])],
    [
      "a slice of nothing",
      "KS205",
      "from 2 to 1 nothing is left of axis 1 of [4, 5, 6]",
      () => call("slice", map, { axis: 1, start: 2, end: 1 }),
    ],
    [
      "a reflection of more than there is",
      "KS203",
      "a reflection of 5 needs more than 5 elements, the axis has 5",
      () => call("pad", map, { padding: [5, 0], mode: "reflect" }),
    ],
    [
      "padding that leaves nothing of a transposed convolution",
      "KS203",
      "padding 4 + 4 leaves nothing of the 7 that 5 spreads over",
      () => call("convTranspose2d", map, { filters: 1, kernel: 3, padding: 4 }),
    ],
    [
      "scale and size",
      "KS102",
      "give scale or size, not both",
      () => call("upsample", map, { scale: 2, size: 3 }),
    ],
    [
      "a certain dropout",
      "KS102",
      "p must be a number of at least 0 and below 1, but is 1",
      () => call("dropout", map, { p: 1 }),
    ],
    [
      "a bound that is not a number",
      "KS102",
      "the second operand of mul must be a tensor or a finite number, but is NaN",
      () => call("mul", map, NaN),
    ],
    [
      "a tensor of another model",
      "KS103",
      "b is a tensor of another model",
      () => call("add", map, bench().input([4, 5, 6])),
    ],
  ];

describe("a bad call says what is wrong, and where", () => {
  for (const [what, code, message, run] of refused)
    it(what, () => {
      const found = refusal(run);
      expect([found.code, found.message]).toEqual([code, message]);
      expect(found.at?.file).toMatch(/layers-refused\.test\.ts$/);
    });

  it("a name taken twice", () => {
    const { input } = bench();
    call("relu", input([2]), { name: "act" });
    const found = refusal(() => call("tanh", input([2]), { name: "act" }));
    expect([found.code, found.message, found.node]).toEqual([
      "KS104",
      "two things are called act",
      "act",
    ]);
  });
  it("by the layer's name", () => {
    const { input } = bench();
    const x = input([4, 5, 6]);
    const node = (options: object) =>
      refusal(() => call("conv2d", x, { filters: 3, kernel: 9, ...options })).node;
    expect([node({}), node({ name: "stem" }), node({ groups: "2" })]).toEqual([
      "conv1",
      "stem",
      "conv2",
    ]);
  });
});

describe("every layer, fed no tensor, says so at the user's line", () => {
  for (const name of layerNames)
    it(name, () => {
      const [here, found] = [callSite(), refusal(() => k[name]?.())];
      expect(["KS103", "KS105"]).toContain(found.code);
      expect(found.at).toMatchObject({ file: here?.file, line: here?.line, call: name });
    });
});
