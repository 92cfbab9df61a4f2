import { describe, expect, it } from "vitest";
import { fixed, said } from "./architecture-models.ts";

const features = { inputs: "x: [64]" };
const unfit = (body: string, around = features) => said("KS310", `return ${body};`, around);
const layer = (initializer: string, units = 64, fed = "x") =>
  `linear(${fed}, { units: ${units}, weightInitializer: ${initializer} })`;
const then = (h: string) => `linear(${h}, { units: 10 })`;

describe("unfit-initializer", () => {
  it.each([
    [`relu(${layer("glorotUniform()")})`, /Glorot's values and feeds relu1/],
    [`relu6(dropout(${layer("glorotNormal()")}))`, /Glorot's values/],
    [
      `relu(${layer("({ in: i, out: o }) => ({ kind: 'normal', deviation: Math.sqrt(2 / (i + o)) })")})`,
      /Glorot's values/,
    ],
    [then(`tanh(${layer("heNormal()")})`), /He's values/],
    [then(`sigmoid(${layer('heUniform({ fan: "out" })')})`), /He's values/],
    [then(`relu(${layer("zeros()")})`), /all units of linear1 start alike/],
    [then(`tanh(${layer("constant(0.1)")})`), /all units of linear1 start alike/],
  ])("tells of %s", (body, message) => {
    const [first, ...more] = unfit(body);
    expect(first).toMatch(message);
    expect(more).toEqual([]);
  });

  it.each([
    ["what is not chosen", then(`tanh(linear(x, { units: 64 }))`)],
    ["He's before relu", `relu(${layer("heNormal()")})`],
    ["Glorot's before tanh", then(`tanh(${layer("glorotUniform()")})`)],
    ["PyTorch's before tanh", then(`tanh(${layer("heUniform({ slope: Math.sqrt(5) })")})`)],
    ["another deviation", `relu(${layer("normal(0.02)")})`],
    ["few outputs, where Glorot's are nearly He's", `relu(${layer("glorotUniform()", 8)})`],
    ["a norm, which sets the scale", `relu(batchNorm(${layer("glorotUniform()")}))`],
    ["He's before the last sigmoid", `sigmoid(${layer("heUniform()")})`],
    ["He's before a gate", `mul(x, sigmoid(${layer("heUniform()")}))`],
    ["zeros in a last layer", layer("zeros()")],
    ["zeros before an addition (Zhang et al. 2019)", `relu(add(x, ${layer("zeros()")}))`],
    ["zeros before a gate", `mul(x, sigmoid(${layer("zeros()")}))`],
    ["one unit", then(`tanh(${layer("constant(1)", 1)})`)],
    ["a bias of zeros", `relu(linear(x, { units: 8, biasInitializer: zeros() }))`],
  ])("is silent about %s", (_, body) => {
    expect(unfit(body)).toEqual([]);
  });

  it("counts the taps of a convolution, and leaves filters of one channel each alone", () => {
    const map = { inputs: "image: [8, 9, 9]" };
    const conv = (options: string) => `conv2d(image, { kernel: 3, weightInitializer: ${options} })`;
    expect(unfit(`relu(${conv("glorotUniform(), filters: 4")})`, map)).toHaveLength(1);
    expect(unfit(`relu(${conv("glorotUniform(), filters: 3")})`, map)).toEqual([]);
    const pointwise = (h: string) => `conv2d(${h}, { filters: 4, kernel: 1 })`;
    const blurred = conv("constant(1 / 9), filters: 8, groups: 8");
    expect(unfit(pointwise(`relu(${blurred})`), map)).toEqual([]);
    expect(unfit(pointwise(`relu(${conv("constant(1 / 9), filters: 8")})`), map)).toHaveLength(1);
  });

  it("takes what fits, of the same distribution", () => {
    expect(fixed("KS310", `return relu(${layer("glorotNormal()")});`, features)).toEqual([
      `return relu(${layer("heNormal()")});`,
    ]);
    expect(fixed("KS310", `return ${then(`tanh(${layer("heUniform()")})`)};`, features)).toEqual([
      `return ${then(`tanh(${layer("glorotUniform()")})`)};`,
    ]);
  });
});
