import { describe, expect, it } from "vitest";
import { defineModel } from "../../src/graph/model.ts";
import { callSite, framesOf } from "../../src/graph/place.ts";

describe("framesOf", () => {
  it("reads the stacks of V8, with and without a function, of files and of URLs", () => {
    const stack = `Error: where
    at conv2d (file:///home/me/my%20nets/layers.ts:2:5)
    at Object.outputs (/home/me/model.ts:14:20)
    at async Function.import (/home/me/node_modules/jiti/dist/jiti.cjs:1:187718)
    at Array.map (<anonymous>)
    at new Model (C:\\nets\\model.ts:7:3)
    at node:internal/process/task_queues:105:5
    at /home/me/top.ts:6:1`;
    expect(framesOf(stack).map((f) => [f.within, f.file, f.line, f.column])).toEqual([
      ["conv2d", "/home/me/my nets/layers.ts", 2, 5],
      ["outputs", "/home/me/model.ts", 14, 20],
      ["Model", "C:\\nets\\model.ts", 7, 3],
      [undefined, "/home/me/top.ts", 6, 1],
    ]);
  });
  it("reads the stacks of Firefox and Safari", () => {
    const stack =
      "outputs@http://localhost:5173/src/model.ts?t=1:14:20\n@http://localhost/app.ts:3:1";
    expect(framesOf(stack).map((f) => [f.within, f.file, f.line])).toEqual([
      ["outputs", "http://localhost:5173/src/model.ts", 14],
      [undefined, "http://localhost/app.ts", 3],
    ]);
  });
});

describe("callSite", () => {
  it("is the first frame outside of the library, and what was called there", () => {
    const { file, call } = callSite() ?? {};
    expect([file?.endsWith("test/graph/place.test.ts"), call]).toEqual([true, "callSite"]);
  });
  it("leaves the engine's limit as it was", () => {
    const before = Error.stackTraceLimit;
    callSite();
    expect(Error.stackTraceLimit).toBe(before);
  });
  it("is the line of the user's call", () => {
    const broken = () => defineModel({ inputs: {}, outputs: () => ({}) });
    expect(broken).toThrow(/place\.test\.ts:\d+/);
  });
});
