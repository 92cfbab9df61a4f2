import { describe, expect, it } from "vitest";
import { base64, readSafetensors, writeSafetensors } from "../../../codegen/typescript/weights.ts";

/** A file with one tensor `w` of two numbers. */
function file(dtype: string, data: ArrayBuffer, more: object = {}): Uint8Array {
  const entry = { dtype, shape: [2], data_offsets: [0, data.byteLength], ...more };
  const json = new TextEncoder().encode(JSON.stringify({ __metadata__: { by: "hand" }, w: entry }));
  const bytes = new Uint8Array(8 + json.length + data.byteLength);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  bytes.set(new Uint8Array(data), 8 + json.length);
  return bytes;
}
const values = (bytes: Uint8Array) => [...(readSafetensors(bytes).get("w")?.values ?? [])];

describe("readSafetensors", () => {
  it("widens every kind of float", () => {
    expect(values(file("F32", Float32Array.of(0.5, -3).buffer))).toEqual([0.5, -3]);
    expect(values(file("F64", Float64Array.of(0.5, -3).buffer))).toEqual([0.5, -3]);
    expect(values(file("BF16", Uint16Array.of(0x3f00, 0xc040).buffer))).toEqual([0.5, -3]);
    expect(values(file("F16", Uint16Array.of(0x3800, 0xc200).buffer))).toEqual([0.5, -3]);
    expect(values(file("F16", Uint16Array.of(1, 0x03ff).buffer))).toEqual([
      2 ** -24,
      1023 * 2 ** -24,
    ]);
    expect(values(file("F16", Uint16Array.of(0x7c00, 0xfc00).buffer))).toEqual([
      Infinity,
      -Infinity,
    ]);
    expect(values(file("F16", Uint16Array.of(0x7c01, 0x8000).buffer))).toEqual([NaN, -0]);
  });

  it("leaves integers out", () =>
    expect(readSafetensors(file("I64", new ArrayBuffer(16))).size).toBe(0));

  it("reads what writeSafetensors wrote", () => {
    const weights = new Map([
      ["ünï.w", { shape: [2, 1], values: Float32Array.of(1, 2) }],
      ["s", { shape: [], values: Float32Array.of(3) }],
      ["none", { shape: [0], values: new Float32Array() }],
    ]);
    expect(readSafetensors(writeSafetensors(weights))).toEqual(weights);
  });

  it.each([
    ["too short", new Uint8Array(5), "it has 5 bytes"],
    [
      "a header longer than the file",
      Uint8Array.of(9, 0, 0, 0, 0, 0, 0, 0, 1),
      "its header should end at byte 17 of 9",
    ],
    ["a header beyond all bounds", new Uint8Array(16).fill(255), "its header should end at byte"],
    ["no JSON", Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 33), "its header is no JSON object"],
    ["a number", Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 49), "its header is no JSON object"],
    [
      "an unknown type",
      file("F8_E4M3", new ArrayBuffer(2)),
      "w in weights.safetensors holds F8_E4M3",
    ],
    ["no shape", file("F32", new ArrayBuffer(8), { shape: "2" }), "w has no shape or no place"],
    [
      "a negative size",
      file("F32", new ArrayBuffer(8), { shape: [-2] }),
      "w has no shape or no place",
    ],
    [
      "data of another length",
      file("F32", new ArrayBuffer(8), { shape: [3] }),
      "w lies at bytes 0 to 8 of 8, F32 [3]",
    ],
    [
      "data beyond the file",
      file("F32", new ArrayBuffer(8), { data_offsets: [8, 16] }),
      "w lies at bytes 8 to 16 of 8",
    ],
  ])("refuses %s", (_, bytes, words) =>
    expect(() => readSafetensors(bytes, "weights.safetensors")).toThrow(words),
  );
});

describe("base64", () => {
  it("joins chunks into one text", () => {
    const values = Float32Array.from({ length: 20_000 }, (_, i) => i / 7);
    const weights = new Map([
      ["w", { shape: [20_000], values }],
      ["b", { shape: [1], values: Float32Array.of(5) }],
    ]);
    const back = Buffer.from(base64(weights), "base64");
    expect(
      new Float32Array(back.buffer.slice(back.byteOffset, back.byteOffset + back.length)),
    ).toEqual(Float32Array.of(...values, 5));
  });
});
