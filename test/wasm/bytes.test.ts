import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bytes } from "../../codegen/wasm/bytes.ts";
import { encode } from "../../codegen/wasm/encode.ts";
import { f32, i32, plain } from "../../codegen/wasm/module.ts";
import { func, instantiate, moduleOf, valueOf } from "./build.ts";

const written = (write: (out: Bytes) => void): number[] => {
  const out = new Bytes();
  write(out);
  return [...out.finish()];
};

describe("numbers", () => {
  it.each([
    [0, [0x00]],
    [1, [0x01]],
    [-1, [0x7f]],
    [63, [0x3f]],
    [64, [0xc0, 0x00]],
    [-64, [0x40]],
    [-65, [0xbf, 0x7f]],
    [127, [0xff, 0x00]],
    [128, [0x80, 0x01]],
    [8191, [0xff, 0x3f]],
    [8192, [0x80, 0xc0, 0x00]],
    [-8192, [0x80, 0x40]],
    [2 ** 31 - 1, [0xff, 0xff, 0xff, 0xff, 0x07]],
    [-(2 ** 31), [0x80, 0x80, 0x80, 0x80, 0x78]],
    [2 ** 31, [0x80, 0x80, 0x80, 0x80, 0x78]],
    [2 ** 32 - 1, [0x7f]],
  ])("%d as a signed constant", (value, bytes) => {
    expect(written((out) => out.signed(value))).toEqual(bytes);
    expect(valueOf("i32", i32(value))).toBe(value | 0);
  });

  it.each([
    [0, [0x00]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [16383, [0xff, 0x7f]],
    [16384, [0x80, 0x80, 0x01]],
    [2 ** 31, [0x80, 0x80, 0x80, 0x80, 0x08]],
    [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])("%d as a size", (value, bytes) => {
    expect(written((out) => out.unsigned(value))).toEqual(bytes);
  });

  it.each([-1, 0.5, NaN, 2 ** 32])("%d is no size", (value) => {
    expect(() => written((out) => out.unsigned(value))).toThrow(/is no u32/);
  });

  it.each([-(2 ** 31) - 1, 0.5, NaN, 2 ** 32])("%d does not fit 32 bits", (value) => {
    expect(() => encode(moduleOf(func("f", [plain("drop", i32(value))])))).toThrow(/32 bits/);
  });

  it("any integer is read as it was written", () => {
    fc.assert(
      fc.property(fc.integer(), (n) => valueOf("i32", i32(n)) === n),
      { numRuns: 300 },
    );
  });

  it.each([0.1, -0, 0, 1e-45, 3.4028234663852886e38, 1e39, -Infinity])("%d as floats", (value) => {
    expect(valueOf("f32", f32(value))).toBe(Math.fround(value));
    expect(valueOf("f64", { op: "const", type: "f64", value })).toBe(value);
  });

  it("NaN has one pattern, wherever it comes from", () => {
    const negative = new Float64Array(new BigUint64Array([0xfff8000000000001n]).buffer)[0] ?? 0;
    for (const nan of [NaN, 0 / 0, Math.sqrt(-1), negative]) {
      expect(written((out) => out.f32(nan))).toEqual([0, 0, 0xc0, 0x7f]);
      expect(written((out) => out.f64(nan))).toEqual([0, 0, 0, 0, 0, 0, 0xf8, 0x7f]);
    }
  });

  it("lengths of any size stand in front", () => {
    for (const length of [0, 127, 128, 16383, 16384, 200_000]) {
      const bytes = Array.from({ length }, (_, i) => i % 251);
      const inner = written((out) => out.sized(() => out.bytes(bytes)));
      expect(inner).toEqual([...written((out) => out.unsigned(length)), ...bytes]);
    }
  });

  it("names are UTF-8", () => {
    const name = "größe·π";
    expect(instantiate(moduleOf(func(name, [i32(5)], { result: "i32" }))).call(name)).toBe(5);
  });
});
