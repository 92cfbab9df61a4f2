import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IdxError, parseIdx, readDataset, readIdx } from "../../examples/shared/idx.ts";

const images = idx([2, 2, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 16]);
const labels = idx([2], [7, 3]);

describe("parseIdx", () => {
  it("reads extents big-endian and the values behind them", () => {
    const { shape, data } = parseIdx(images, "images");
    expect(shape).toEqual([2, 2, 3]);
    expect([...data]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 16]);
    expect(parseIdx(idx([300], new Array<number>(300).fill(1)), "long").shape).toEqual([300]);
  });

  it("unpacks gzip by its first bytes, not by a name", () => {
    const { shape, data } = parseIdx(gzipSync(images), "images");
    expect(shape).toEqual([2, 2, 3]);
    expect([...data]).toEqual([...images.subarray(16)]);
  });

  it("reads a view into a larger buffer", () => {
    const larger = new Uint8Array([9, 9, 9, ...labels, 9]);
    expect([...parseIdx(larger.subarray(3, -1), "view").data]).toEqual([7, 3]);
  });

  const surplus = Uint8Array.from([...labels, 0]);
  const floats = Uint8Array.from(labels, (byte, i) => (i === 2 ? 0x0d : byte));
  it.each([
    ["idx-truncated", new Uint8Array(0), "has 0 bytes, a header has 4"],
    ["idx-magic", new TextEncoder().encode("<!DOCTYPE html>"), "begins with 3c21444f"],
    ["idx-magic", new Uint8Array([0, 0, 8, 0]), "begins with 00000800"],
    ["idx-type", floats, "holds float32 values"],
    ["idx-truncated", images.subarray(0, 10), "ends within its header of 16 bytes"],
    ["idx-truncated", images.subarray(0, -1), "says 2×2×3 = 12 values, but holds 11"],
    ["idx-truncated", idx([0xffffffff, 28, 28], []), "but holds 0"],
    ["idx-surplus", surplus, "says 2 = 2 values, but holds 3"],
    ["idx-gzip", gzipSync(images).subarray(0, 20), "does not unpack: unexpected end of file"],
  ] as const)("refuses with %s", (code, bytes, message) => {
    expect(refusal(() => parseIdx(bytes, "some file"))).toEqual({
      code,
      message: expect.stringContaining(message),
    });
  });
});

describe("readDataset", () => {
  let folder = "";
  const at = (name: string): string => join(folder, name);
  const size = [2, 3] as const;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "idx-"));
    writeFileSync(at("images"), images);
    writeFileSync(at("labels.gz"), gzipSync(labels));
    writeFileSync(at("three"), idx([3], [1, 2, 3]));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("pairs images with labels and scales pixels", () => {
    const data = readDataset(at("images"), at("labels"), { white: 16, size });
    expect(data).toMatchObject({ shape: [1, 2, 3], count: 2 });
    expect([data.images[0], data.images[8], data.images[11]]).toEqual([0, 0.5, 1]);
    expect([...data.labels]).toEqual([7, 3]);
  });

  it.each([
    ["idx-missing", () => readIdx(at("nothing")), "nothing.gz exists"],
    ["idx-count", () => readDataset(at("images"), at("three"), { white: 1, size }), "but 3 labels"],
    [
      "idx-shape",
      () => readDataset(at("images"), at("labels"), { white: 1, size: [28, 28] }),
      "is 2×2×3, not images of 28×28",
    ],
    [
      "idx-shape",
      () => readDataset(at("images"), at("images"), { white: 1, size }),
      "is 2×2×3, not a list",
    ],
  ] as const)("refuses with %s", (code, read, message) => {
    expect(refusal(read)).toEqual({ code, message: expect.stringContaining(message) });
  });
});

function idx(shape: readonly number[], values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * shape.length + values.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0800 + shape.length);
  shape.forEach((extent, axis) => view.setUint32(4 + 4 * axis, extent));
  bytes.set(values, 4 + 4 * shape.length);
  return bytes;
}

function refusal(action: () => unknown): { code: string; message: string } {
  try {
    action();
  } catch (error) {
    if (error instanceof IdxError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("nothing was refused");
}
