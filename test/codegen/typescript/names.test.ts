import { describe, expect, it } from "vitest";
import { isIdentifier, Names, namesFor, typeName } from "../../../codegen/typescript/names.ts";
import { nest, written } from "../../../codegen/typescript/tree.ts";

describe("names", () => {
  it("become identifiers", () => {
    const names = new Names();
    const given = [
      "conv1",
      "block1.conv1",
      "my layer-2",
      "2d",
      "",
      "…",
      "été",
      "class",
      "m",
      "samples",
    ];
    expect(given.map((name) => names.claim(name))).toEqual([
      "conv1",
      "block1Conv1",
      "myLayer2",
      "_2d",
      "_",
      "__2",
      "été",
      "class_2",
      "m_2",
      "samples_2",
    ]);
  });

  it("are given out once", () => {
    const names = namesFor("lenet");
    const given = ["conv1", "conv1", "conv1_2", "Lenet", "createLenet"].map((name) =>
      names.claim(name),
    );
    expect(given).toEqual(["conv1", "conv1_2", "conv1_2_2", "Lenet_2", "createLenet_2"]);
    expect(given.every(isIdentifier)).toBe(true);
  });

  it.each([
    ["lenet", "Lenet"],
    ["resnet-18", "Resnet18"],
    ["my_net", "MyNet"],
    ["2d", "Net2d"],
    ["tensor", "NetTensor"],
    ["float32 array", "NetFloat32Array"],
    ["", "Net"],
    ["été", "Été"],
  ])("make a type of %j: %s", (model, type) => expect(typeName(model)).toBe(type));
});

describe("nest", () => {
  const text = (...names: string[]) =>
    written(
      nest(names.map((name) => ({ name }))),
      (key) => key,
      (key, inner) => `${key}{${inner}}`,
    ).replaceAll("\n", " ");

  it("splits names at their dots", () =>
    expect(text("a.w", "a.b", "c.d.w", "c.w", "e")).toBe("a{w b} c{d{w} w} e"));
  it("splits nothing below a leaf", () => expect(text("a", "a.b", "a.b.c")).toBe("a a.b a.b.c"));
  it("keeps empty parts", () => expect(text("a..b", ".c", "d.")).toBe("a{{b}} {c} d{}"));
});
