import { describe, expect, it } from "vitest";
import { encode } from "../../codegen/wasm/encode.ts";
import {
  call,
  f32,
  get,
  i32,
  lane,
  memory,
  type Module,
  type Node,
  plain,
  set,
  splat,
  tee,
} from "../../codegen/wasm/module.ts";
import { func, instantiate, moduleOf, valueOf } from "./build.ts";

const add = (a: Node, b: Node) => plain("i32.add", a, b);
/** name = name + by */
const step = (name: string, by: Node) => set(name, add(get(name), by));

describe("control", () => {
  it("a loop goes on while its branch is taken", () => {
    const sum = func(
      "sum",
      [
        {
          op: "loop",
          label: "next",
          body: [
            step("s", get("n")),
            step("n", i32(-1)),
            { op: "branch", label: "next", when: get("n") },
          ],
        },
        get("s"),
      ],
      { params: { n: "i32" }, locals: { s: "i32" }, result: "i32" },
    );
    expect(instantiate(moduleOf(sum)).call("sum", 10)).toBe(55);
  });

  /** Adds 1, 10, 100 on its way out of three blocks, from inside an if; `to` chooses how far it goes. */
  const leaves = func(
    "leaves",
    [
      {
        op: "block",
        label: "outer",
        body: [
          {
            op: "block",
            label: "middle",
            body: [
              {
                op: "if",
                when: get("to"),
                then: [
                  {
                    op: "block",
                    label: "inner",
                    body: [
                      { op: "branch", label: "inner", when: plain("i32.eq", get("to"), i32(1)) },
                      { op: "branch", label: "middle", when: plain("i32.eq", get("to"), i32(2)) },
                      { op: "branch", label: "outer" },
                    ],
                  },
                  step("s", i32(1)),
                ],
                otherwise: [step("s", i32(1000))],
              },
              step("s", i32(10)),
            ],
          },
          step("s", i32(100)),
        ],
      },
      get("s"),
    ],
    { params: { to: "i32" }, locals: { s: "i32" }, result: "i32" },
  );
  it.each([
    [0, 1110],
    [1, 111],
    [2, 100],
    [3, 0],
  ])("a branch counts the blocks between, an if among them: %d", (to, sum) => {
    expect(instantiate(moduleOf(leaves)).call("leaves", to)).toBe(sum);
  });

  it("a label within another of its name is the inner one", () => {
    const body: Node[] = [
      {
        op: "block",
        label: "b",
        body: [
          { op: "block", label: "b", body: [{ op: "branch", label: "b" }, step("s", i32(1))] },
          step("s", i32(10)),
        ],
      },
      get("s"),
    ];
    const f = func("f", body, { locals: { s: "i32" }, result: "i32" });
    expect(instantiate(moduleOf(f)).call("f")).toBe(10);
  });

  it("an if without another side does nothing else", () => {
    const body: Node[] = [{ op: "if", when: get("x"), then: [set("s", i32(7))] }, get("s")];
    const f = func("f", body, { params: { x: "i32" }, locals: { s: "i32" }, result: "i32" });
    const { call } = instantiate(moduleOf(f));
    expect([call("f", 1), call("f", 0)]).toEqual([7, 0]);
  });

  it.each(["i32", "f32", "v128"] as const)("an if gives %s", (type) => {
    const values = {
      i32: [i32(2), i32(3)],
      f32: [f32(2), f32(3)],
      v128: [splat(2), splat(3)],
    }[type].map((value) => [value]);
    const [then = [], otherwise = []] = values;
    const either: Node = { op: "if", when: get("x"), then, otherwise, result: type };
    const result = type === "v128" ? "f32" : type;
    const body = [type === "v128" ? lane("f32x4.extract_lane", 3, either) : either];
    const { call } = instantiate(moduleOf(func("f", body, { params: { x: "i32" }, result })));
    expect([call("f", 1), call("f", 0)]).toEqual([2, 3]);
  });
});

describe("functions", () => {
  it("call one another, whichever stands first", () => {
    const module = moduleOf(
      func("both", [plain("i32.sub", call("twice", get("a")), call("next", get("b")))], {
        params: { a: "i32", b: "i32" },
        result: "i32",
      }),
      func("next", [add(get("x"), i32(1))], { params: { x: "i32" }, result: "i32" }),
      func("twice", [add(get("x"), get("x"))], { params: { x: "i32" }, result: "i32" }),
    );
    expect(instantiate(module).call("both", 10, 4)).toBe(15);
    expect([...encode(module).subarray(8, 23)]).toEqual(
      // two types for three functions
      [1, 12, 2, 0x60, 2, 0x7f, 0x7f, 1, 0x7f, 0x60, 1, 0x7f, 1, 0x7f, 3],
    );
  });

  it("export what they are told to and nothing else", () => {
    const module = { ...moduleOf(func("a", []), func("b", [])), exports: ["b"] };
    const compiled = new WebAssembly.Module(encode(module));
    expect(WebAssembly.Module.exports(compiled)).toEqual([
      { name: "memory", kind: "memory" },
      { name: "b", kind: "function" },
    ]);
  });

  it("keep locals apart, in whatever order their types come", () => {
    const body = [
      set("a", i32(1)),
      set("v", splat(20)),
      set("b", i32(300)),
      set("f", f32(4000)),
      set("w", plain("f32x4.add", get("v"), splat(50000))),
      set("c", add(tee("d", i32(600000)), get("x"))),
      plain(
        "f32.add",
        lane("f32x4.extract_lane", 0, plain("f32x4.add", get("v"), get("w"))),
        plain(
          "f32.add",
          get("f"),
          plain("f32.convert_i32_s", add(add(get("a"), get("b")), add(get("c"), get("d")))),
        ),
      ),
    ];
    const f = func("f", body, {
      params: { x: "i32" },
      locals: { a: "i32", v: "v128", b: "i32", f: "f32", w: "v128", c: "i32", d: "i32" },
      result: "f32",
    });
    // v + w + f + a + b + c + d
    expect(instantiate(moduleOf(f)).call("f", 7)).toBe(20 + 50020 + 4000 + 301 + 600007 + 600000);
  });

  it("nest as deep as a sum of a thousand terms", () => {
    let sum: Node = i32(0);
    for (let n = 1; n <= 1000; n++) sum = add(sum, i32(n));
    expect(valueOf("i32", sum)).toBe(500500);
  });

  it("are written the same each time", () => {
    const module = moduleOf(
      func(
        "f",
        [splat(NaN), get("x")].map((n) => plain("drop", n)),
        { params: { x: "f32" } },
      ),
    );
    expect(encode(module)).toEqual(encode(module));
  });
});

describe("memory", () => {
  it("has the pages it is given, and never more", () => {
    const { memory } = instantiate({ ...moduleOf(), memory: { pages: 3, shared: false } });
    expect(memory.buffer.byteLength).toBe(3 * 65536);
    expect(() => memory.grow(1)).toThrow(RangeError);
  });

  it("is imported when threads share it", () => {
    const module: Module = {
      ...moduleOf(func("f", [memory("i32.load", 8, i32(0))], { result: "i32" })),
      memory: { pages: 2, shared: true },
    };
    const compiled = new WebAssembly.Module(encode(module));
    expect(WebAssembly.Module.imports(compiled)).toEqual([
      { module: "env", name: "memory", kind: "memory" },
    ]);
    const shared = new WebAssembly.Memory({ initial: 2, maximum: 2, shared: true });
    new Int32Array(shared.buffer)[2] = 77;
    expect(instantiate(module, shared).call("f")).toBe(77);
    const own = new WebAssembly.Memory({ initial: 2, maximum: 2 });
    expect(() => instantiate(module, own)).toThrow(WebAssembly.LinkError);
  });

  it("is read at offsets up to 4 GiB", () => {
    const at = (offset: number) => valueOf("i32", memory("i32.load8_u", offset, i32(0)));
    expect(at(65535)).toBe(0);
    for (const offset of [65536, 2 ** 31, 2 ** 32 - 1])
      expect(() => at(offset)).toThrow(WebAssembly.RuntimeError);
    expect(() => at(2 ** 32)).toThrow(/is no u32/);
  });

  it("promises four bytes of alignment at most", () => {
    const hints = (["i32.load8_u", "f32.load", "f64.load", "v128.load"] as const).map((name) => {
      const bytes = encode(moduleOf(func("f", [plain("drop", memory(name, 0x55, i32(0)))])));
      return bytes[bytes.indexOf(0x55) - 1];
    });
    expect(hints).toEqual([0, 2, 2, 2]);
  });
});
