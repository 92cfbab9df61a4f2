import { describe, expect, it } from "vitest";
import { encode } from "../../codegen/wasm/encode.ts";
import {
  call,
  get,
  i32,
  lane,
  memory,
  memoryLane,
  type Module,
  type Node,
  plain,
  set,
  splat,
} from "../../codegen/wasm/module.ts";
import { KernelsmithError } from "../../src/diagnostics.ts";
import { func, moduleOf } from "./build.ts";

describe("what engines do not take is refused:", () => {
  const refusal = (module: Module): string => {
    try {
      encode(module);
      return "nothing";
    } catch (error) {
      return error instanceof KernelsmithError ? error.message : String(error);
    }
  };
  const withLocals = (count: number) =>
    moduleOf({
      ...func("conv1", [], { params: { x: "i32" } }),
      locals: Array.from({ length: count }, (_, i) => ({ name: `v${i}`, type: "v128" as const })),
    });
  const withPages = (pages: number) => ({ ...moduleOf(), memory: { pages, shared: false } });
  /** Function size: a byte for "no locals", 19 for each constant that is dropped, one for "end". */
  const withBytes = (count: number) => {
    const rest = (count - 2) % 19;
    const constants = Array<Node>((count - 2 - rest) / 19).fill(plain("drop", splat(1)));
    return moduleOf(func("conv1", [...constants, ...Array<Node>(rest).fill(plain("nop"))]));
  };

  it("50,000 locals are taken, more are not", () => {
    expect(WebAssembly.validate(encode(withLocals(49_999)))).toBe(true);
    expect(refusal(withLocals(50_000))).toMatchInlineSnapshot(`
      "error KS210 too-large-kernel: kernel conv1 has 50,001 locals
        WebAssembly engines take 50,000
        The ts target has no such limit."
    `);
  });

  it("7,654,321 bytes of a function are taken, more are not", () => {
    expect(WebAssembly.validate(encode(withBytes(7_654_321)))).toBe(true);
    expect(refusal(withBytes(7_654_322))).toMatchInlineSnapshot(`
      "error KS210 too-large-kernel: kernel conv1 has 7,654,322 bytes
        WebAssembly engines take 7,654,321
        The ts target has no such limit."
    `);
  });

  it("4 GiB of memory are taken, more are not", () => {
    expect(WebAssembly.validate(encode(withPages(65_536)))).toBe(true);
    expect(refusal(withPages(65_537))).toMatchInlineSnapshot(`
      "error KS209 too-much-memory: the net needs 4,097 MiB of memory
        that is for maxBatch samples at once; WebAssembly addresses 4,096 MiB
        A smaller maxBatch needs less: all but the parameters grow with it."
    `);
    expect(refusal({ ...moduleOf(), memory: { pages: 98_304, shared: true } })).toMatch(
      /KS209.*6,144 MiB/,
    );
  });
});

describe("what cannot be is never written:", () => {
  const body = (...nodes: Node[]): Module => moduleOf(func("f", nodes));
  const bytes = (first: number) => [first, ...Array<number>(15).fill(0)];
  const drop = (node: Node) => plain("drop", node);
  const cases: readonly (readonly [string, RegExp, Module])[] = [
    ["an unknown local", /f has no local x/, body(drop(get("x")))],
    ["a local set", /f has no local x/, body(set("x", i32(1)))],
    ["an unknown function", /no function g/, body(call("g"))],
    ["an unknown export", /no function g/, { ...body(), exports: ["g"] }],
    ["an unknown label", /branch to b/, body({ op: "branch", label: "b" })],
    [
      "a label that is closed",
      /branch to b/,
      body({ op: "block", label: "b", body: [] }, { op: "branch", label: "b" }),
    ],
    ["two functions of one name", /two functions/, moduleOf(func("f", []), func("f", []))],
    ["two exports of one name", /two exports/, { ...body(), exports: ["f", "f"] }],
    ["an export called memory", /two exports/, moduleOf(func("memory", []))],
    [
      "two locals of one name",
      /two locals of f/,
      moduleOf(func("f", [], { params: { x: "i32" }, locals: { x: "f32" } })),
    ],
    ["an operand too few", /i32.add with 1 operands/, body(drop(plain("i32.add", i32(1))))],
    ["an operand too many", /nop with 1 operands/, body(plain("nop", i32(1)))],
    ["an argument too many", /f is called with 1/, body(call("f", i32(1)))],
    [
      "a load without offset",
      /v128.load without its memory/,
      body(drop(plain("v128.load", i32(0)))),
    ],
    [
      "an offset at a sum",
      /i32.add with an offset/,
      body(drop(memory("i32.add", 0, i32(1), i32(1)))),
    ],
    [
      "a lane at a load",
      /v128.load with a lane/,
      body(drop(memoryLane("v128.load", 0, 0, i32(0)))),
    ],
    [
      "a lane at a sum",
      /f32x4.add with a lane/,
      body(drop(lane("f32x4.add", 0, splat(0), splat(0)))),
    ],
    ["no lane", /of lane NaN/, body(memory("v128.store32_lane", 0, i32(0), splat(0)))],
    ["a lane too high", /of lane 4/, body(drop(lane("f32x4.extract_lane", 4, splat(0))))],
    ["a lane below 0", /of lane -1/, body(drop(lane("f32x4.extract_lane", -1, splat(0))))],
    [
      "a shuffle beyond both operands",
      /16 bytes below 32/,
      body(drop({ op: "shuffle", args: [splat(0), splat(0)], bytes: bytes(32) })),
    ],
    ["bytes beyond 255", /16 bytes below 256/, body(drop({ op: "v128.const", bytes: bytes(256) }))],
    ["a short vector", /16 bytes below 256/, body(drop({ op: "v128.const", bytes: [0] }))],
    [
      "an if that gives a value on one side",
      /one side/,
      body(drop({ op: "if", when: i32(1), then: [i32(1)], result: "i32" })),
    ],
    ["half a page", /0.5 is no u32/, { ...body(), memory: { pages: 0.5, shared: false } }],
  ];
  it.each(cases)("%s", (_, words, module) => {
    expect(() => encode(module)).toThrow(words);
    expect(() => encode(module)).toThrow(/^kernelsmith is wrong here/);
  });
});
