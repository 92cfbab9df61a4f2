import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import wabt from "wabt";
import { encode } from "../../codegen/wasm/encode.ts";
import { type Operation, operations } from "../../codegen/wasm/instructions.ts";
import {
  call,
  f32,
  get,
  i32,
  memory,
  type Module,
  type Node,
  plain,
  set,
  splat,
} from "../../codegen/wasm/module.ts";
import { wat } from "../../codegen/wasm/wat.ts";
import { func, moduleOf } from "./build.ts";
import { cases } from "./instructions/index.ts";
import { kernels } from "./trees.ts";
import { moduleOf as moduleOfCase } from "./instructions/run.ts";

const features = {
  simd: true,
  threads: true,
  bulk_memory: true,
  sat_float_to_int: true,
  sign_extension: true,
};

let assemble: (text: string) => Uint8Array;
beforeAll(async () => {
  const { parseWat } = await wabt();
  assemble = (text) => {
    const parsed = parseWat("module.wat", new TextEncoder().encode(text), features);
    try {
      parsed.resolveNames();
      return parsed.toBinary({ canonicalize_lebs: true }).buffer;
    } finally {
      parsed.destroy();
    }
  };
});

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const same = (module: Module) => hex(assemble(wat(module))) === hex(encode(module));

describe("an assembler makes of the text the bytes that are encoded:", () => {
  it("every instruction", () => {
    const names = Object.keys(operations) as Operation[]; // keyof typeof operations
    const differs = (name: Operation) =>
      (cases[name] ?? []).some((example) => !same(moduleOfCase(name, example)));
    expect(names.filter(differs)).toEqual([]);
  });

  it("constants of all sizes", () => {
    const drop = (node: Node) => plain("drop", node);
    const constants = fc.record({
      int: fc.integer(),
      single: fc.float(),
      double: fc.double(),
      bytes: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 16, maxLength: 16 }),
      lanes: fc.float(),
    });
    fc.assert(
      fc.property(constants, ({ int, single, double, bytes, lanes }) =>
        same(
          moduleOf(
            func("f", [
              drop(i32(int)),
              drop(f32(single)),
              drop(f32(double)),
              drop({ op: "const", type: "f64", value: double }),
              drop({ op: "v128.const", bytes }),
              drop(splat(lanes)),
            ]),
          ),
        ),
      ),
      { numRuns: 500 },
    );
  });

  it.each([NaN, -0, Infinity, -Infinity, 1e-45, 3.4028234663852886e38, 1.00000005960464477539062])(
    "%d",
    (value) => {
      const double: Node = { op: "const", type: "f64", value };
      const body = [f32(value), double, splat(value)].map((node) => plain("drop", node));
      expect(same(moduleOf(func("f", body)))).toBe(true);
    },
  );

  it("names that the text format does not allow", () => {
    const module = moduleOf(
      func("größe π", [call('a"b\\c\n', get("x y"))], { params: { "x y": "f32" } }),
      func('a"b\\c\n', [], { params: { "": "f32" } }),
    );
    expect(same(module)).toBe(true);
  });

  it("shared memory", () => {
    expect(same({ ...moduleOf(func("f", [])), memory: { pages: 7, shared: true } })).toBe(true);
  });

  it("any tree", () => {
    fc.assert(
      fc.property(kernels, (kernel) => {
        const bytes = encode(moduleOf(kernel));
        expect(WebAssembly.validate(bytes)).toBe(true);
        expect(hex(assemble(wat(moduleOf(kernel))))).toBe(hex(bytes));
      }),
      { numRuns: 200 },
    );
  });
});

it("reads as a kernel does: what it is, its loops, its sums", () => {
  const at = (name: string) => memory("v128.load", 64, get(name));
  const product = plain("f32x4.mul", memory("v128.load32_splat", 0, get("x")), at("weights"));
  const body: Node[] = [
    set("sum", splat(0.1)),
    {
      op: "loop",
      label: "c",
      body: [
        set("sum", plain("f32x4.add", get("sum"), product)),
        set("x", plain("i32.add", get("x"), i32(4))),
        { op: "branch", label: "c", when: plain("i32.lt_u", get("x"), get("end")) },
      ],
    },
    {
      op: "if",
      when: plain("i32.eqz", get("end")),
      then: [
        set("sum", { op: "v128.const", bytes: [...Array(4).fill([255, 255, 255, 127]).flat()] }),
      ],
    },
    memory("v128.store", 0, get("y"), plain("f32x4.pmax", get("sum"), splat(0))),
  ];
  const conv1 = {
    ...func("conv1", body, {
      params: { x: "i32", weights: "i32", y: "i32" },
      locals: { sum: "v128", end: "i32" },
    }),
    comment: ["conv1: y[m] = relu(Σ c  x[c] · w[c,m]);", "m in lanes"],
  };
  expect(wat(moduleOf(conv1))).toMatchInlineSnapshot(`
    "(module
      (memory (export "memory") 1 1)
      (export "conv1" (func $conv1))

      ;; conv1: y[m] = relu(Σ c  x[c] · w[c,m]);
      ;; m in lanes
      (func $conv1 (param $x i32) (param $weights i32) (param $y i32)
        (local $sum v128)
        (local $end i32)
        (local.set $sum (v128.const f32x4 0.1 0.1 0.1 0.1))
        (loop $c
          (local.set $sum (f32x4.add
            (local.get $sum)
            (f32x4.mul
              (v128.load32_splat (local.get $x))
              (v128.load offset=64 align=4 (local.get $weights)))))
          (local.set $x (i32.add (local.get $x) (i32.const 4)))
          (br_if $c (i32.lt_u (local.get $x) (local.get $end))))
        (if (i32.eqz (local.get $end))
          (then (local.set $sum (v128.const i32x4 0x7fffffff 0x7fffffff 0x7fffffff 0x7fffffff))))
        (v128.store align=4 (local.get $y) (f32x4.pmax (local.get $sum) (v128.const f32x4 0 0 0 0)))))
    "
  `);
});

it("breaks what is wider than a page", () => {
  const names = Array.from({ length: 12 }, (_, i) => `parameter${i}`);
  const types = Object.fromEntries(names.map((name) => [name, "i32" as const]));
  const sum = names.map(get).reduce((a, b) => plain("i32.add", a, b));
  const wide = func("wide", [sum], { params: types, result: "i32" });
  const text = wat(moduleOf(wide));
  expect(text.split("\n").filter((line) => line.length > 100)).toEqual([]);
  expect(hex(assemble(text))).toBe(hex(encode(moduleOf(wide))));
});
