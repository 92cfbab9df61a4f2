import { describe, expect, it } from "vitest";
import { fixed, model, said } from "../support.ts";

describe("windows of padding", () => {
  it.each([
    ["kernel: 3, padding: 3", "2 rows and columns of the output of 12 × 12"],
    ["kernel: [1, 3], padding: [2, 1]", "4 rows of the output of 12 × 8"],
    ["kernel: 1, stride: 2, padding: 1", "1 row and column of the output of 5 × 5"],
    ["kernel: 2, dilation: 9, padding: 5", "1 row and column of the output of 9 × 9"],
  ])("%s", (sizes, what) => {
    const text = model([1, 8, 8], `return conv2d(x, { filters: 1, ${sizes} });`);
    expect(said("KS253", text)).toEqual([`5: padding alone makes ${what}`]);
  });

  it("leave the greatest of a dilated window nothing to be taken of", () => {
    const wide = model(
      [1, 1, 8],
      "return maxPool2d(x, { kernel: [2, 1], dilation: [4, 1], stride: 1, padding: [3, 0] });",
    );
    expect(said("KS253", wide)).toEqual(["5: padding alone makes 3 rows of the output of 3 × 8"]);
  });

  it.each([
    "conv2d(x, { filters: 1, kernel: 3, padding: 2 })",
    "conv2d(x, { filters: 1, kernel: 3, padding: 6, dilation: 6 })",
    "conv2d(pad(x, { padding: 4 }), { filters: 1, kernel: 3 })",
    "convTranspose2d(x, { filters: 1, kernel: 4, stride: 2, padding: 1 })",
  ])("are none in %s", (layer) => {
    expect(said("KS253", model([1, 8, 8], `return ${layer};`))).toEqual([]);
  });

  it("are mended by less padding", () => {
    const text = model([1, 8, 8], "return conv2d(x, { filters: 1, kernel: 3, padding: 3 });");
    expect(fixed("KS253", text)).toEqual([
      "return conv2d(x, { filters: 1, kernel: 3, padding: 1 });",
      "return conv2d(x, { filters: 1, kernel: 3, padding: 2 });",
    ]);
  });
});

describe("dead taps", () => {
  it.each([
    [[4, 1, 1], "kernel: 3, padding: 1", "8 of the kernel's 9 taps", "kernel: 1, padding: 0"],
    [
      [4, 1, 9],
      "kernel: 3, padding: 1",
      "6 of the kernel's 9 taps",
      "kernel: [1, 3], padding: [0, 1]",
    ],
    [
      [4, 6, 6],
      "kernel: 3, padding: 6, dilation: 6",
      "8 of the kernel's 9 taps",
      "kernel: 1, padding: 0, dilation: 6",
    ],
    [
      [4, 2, 2],
      "kernel: 3, stride: 2, padding: 1",
      "5 of the kernel's 9 taps",
      "kernel: 2, stride: 2, padding: 0",
    ],
  ])("%j %s", (shape, sizes, what, instead) => {
    const text = model(shape, `return conv2d(x, { filters: 2, ${sizes} });`);
    expect(said("KS254", text)).toEqual([`5: ${what} only ever read padding: they never learn`]);
    expect(fixed("KS254", text)).toEqual([`return conv2d(x, { filters: 2, ${instead} });`]);
  });

  it.each([
    [[4, 2, 2], "conv2d(x, { filters: 2, kernel: 3, padding: 1 })"],
    [[4, 4, 4], "conv2d(x, { filters: 2, kernel: 7, padding: 3 })"],
    [[4, 5, 5], "conv2d(x, { filters: 2, kernel: 3, padding: 4, dilation: 4 })"],
    [[4, 1, 1], "maxPool2d(x, { kernel: 3, stride: 1, padding: 1 })"],
    [[4, 1, 1], "convTranspose2d(x, { filters: 2, kernel: 4 })"],
  ] as const)("%j %s has none", (shape, layer) => {
    expect(said("KS254", model(shape, `return ${layer};`))).toEqual([]);
  });

  it("are counted along a sequence alone", () => {
    const layer = (length: number) =>
      said("KS254", model([4, length], "return conv1d(x, { filters: 2, kernel: 3, padding: 1 });"));
    expect(layer(2)).toEqual([]);
    expect(layer(1)).toEqual([
      "5: 2 of the kernel's 3 taps only ever read padding: they never learn",
    ]);
  });

  it("are left where the block is made for larger maps too", () => {
    const text = model(
      [4, 4, 4],
      "const block = (y: typeof x) => maxPool2d(relu(conv2d(y, { filters: 4, kernel: 3, padding: 1 })), { kernel: 2 });",
      "return conv2d(block(block(x)), { filters: 4, kernel: 3, padding: 1 });",
      "",
    );
    expect(said("KS254", text)).toHaveLength(1);
    const all = model(
      [4, 2, 2],
      "const block = (y: typeof x) => relu(conv2d(y, { filters: 4, kernel: 3, padding: 1 }));",
      "return block(maxPool2d(block(x), { kernel: 2 }));",
    );
    expect(said("KS254", all)).toHaveLength(1);
    expect(fixed("KS254", all)).toEqual([]);
  });
});

describe("skipped pixels", () => {
  const stride = "conv2d(y, { filters: 4, kernel: 1, stride: 2 })";

  it.each([
    [[1, 8, 8], stride, "48 of the 64 pixels of the 8 × 8 map"],
    [[1, 9, 9], "maxPool2d(y, { kernel: 2, stride: 3 })", "45 of the 81 pixels of the 9 × 9 map"],
    [
      [1, 9, 9],
      "conv2d(y, { filters: 1, kernel: 3, dilation: 2, stride: 2, padding: 2 })",
      "56 of the 81 pixels of the 9 × 9 map",
    ],
    [
      [1, 10],
      "conv1d(y, { filters: 1, kernel: 1, stride: 2 })",
      "5 of the 10 steps of the sequence of 10",
    ],
  ])("%j %s", (shape, layer, what) => {
    const text = model(shape, "const y = relu(x);", `return ${layer};`);
    expect(said("KS257", text)).toEqual([
      `6: ${what} lie between the windows and are read by none`,
    ]);
  });

  it.each([
    [
      "another convolution",
      `return { a: ${stride}, b: conv2d(y, { filters: 4, kernel: 3, stride: 2, padding: 1 }) };`,
    ],
    ["an addition", `return { a: ${stride}, b: add(y, x) };`],
    [
      "what it was made of",
      `return add(${stride}, conv2d(x, { filters: 4, kernel: 2, stride: 2 }));`,
    ],
    ["the app", `return { a: ${stride}, y };`],
  ])("are none where %s reads them", (_, body) => {
    expect(said("KS257", model([1, 8, 8], "const y = relu(x);", body))).toEqual([]);
  });

  it("are none at a stride of the window, or of less", () => {
    const text = model(
      [1, 8, 8],
      "return maxPool2d(conv2d(x, { filters: 1, kernel: 2, stride: 2 }), { kernel: 3, stride: 1, dilation: 1 });",
    );
    expect(said("KS257", text)).toEqual([]);
  });
});
