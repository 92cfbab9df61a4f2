/**
 * idx, the format of MNIST: 00 00, a type code, the number of axes, each extent as a big-endian
 * uint32, then the values. Plain or gzipped, told apart by the first two bytes.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Dataset } from "./dataset.ts";

export interface Idx {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

export type IdxCode =
  | "idx-missing"
  | "idx-gzip"
  | "idx-magic"
  | "idx-type"
  | "idx-truncated"
  | "idx-surplus"
  | "idx-shape"
  | "idx-count";

export class IdxError extends Error {
  readonly code: IdxCode;
  constructor(code: IdxCode, message: string) {
    super(`${code}: ${message}`);
    this.name = "IdxError";
    this.code = code;
  }
}

/** Images and labels as one data set; pixels become floats, divided by `white`. */
export function readDataset(
  imagesPath: string,
  labelsPath: string,
  options: { readonly white: number; readonly size: readonly [height: number, width: number] },
): Dataset {
  const images = readIdx(imagesPath);
  const labels = readIdx(labelsPath);
  const [height, width] = options.size;
  const count = images.shape[0] ?? 0;
  if (images.shape.length !== 3 || images.shape[1] !== height || images.shape[2] !== width) {
    const found = images.shape.join("×");
    throw new IdxError("idx-shape", `${imagesPath} is ${found}, not images of ${height}×${width}`);
  }
  if (labels.shape.length !== 1) {
    throw new IdxError("idx-shape", `${labelsPath} is ${labels.shape.join("×")}, not a list`);
  }
  if (labels.shape[0] !== count) {
    throw new IdxError(
      "idx-count",
      `${count} images in ${imagesPath}, but ${labels.shape[0]} labels in ${labelsPath}`,
    );
  }
  const pixels = Float32Array.from(images.data, (value) => value / options.white);
  return { images: pixels, labels: labels.data, shape: [1, height, width], count };
}

/** Reads `path`, or `path` with ".gz" added where only that exists. */
export function readIdx(path: string): Idx {
  const found = [path, `${path}.gz`].find((candidate) => existsSync(candidate));
  if (found === undefined)
    throw new IdxError("idx-missing", `neither ${path} nor ${path}.gz exists`);
  return parseIdx(readFileSync(found), found);
}

/** `source` names the bytes in error messages. */
export function parseIdx(raw: Uint8Array, source: string): Idx {
  const bytes = raw[0] === 0x1f && raw[1] === 0x8b ? gunzip(raw, source) : raw;
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4) {
    throw new IdxError("idx-truncated", `${source} has ${bytes.length} bytes, a header has 4`);
  }
  const [type, rank] = [header.getUint8(2), header.getUint8(3)];
  if (header.getUint16(0) !== 0 || rank === 0 || !(type in types)) {
    const magic = header.getUint32(0).toString(16).padStart(8, "0");
    throw new IdxError("idx-magic", `${source} begins with ${magic}, an idx file with 0000 08 0n`);
  }
  if (type !== 0x08) {
    throw new IdxError("idx-type", `${source} holds ${types[type]} values, read here are uint8`);
  }
  const start = 4 + 4 * rank;
  if (bytes.length < start) {
    throw new IdxError("idx-truncated", `${source} ends within its header of ${start} bytes`);
  }
  const shape = Array.from({ length: rank }, (_, axis) => header.getUint32(4 + 4 * axis));
  const size = shape.reduce((product, extent) => product * extent, 1);
  const present = bytes.length - start;
  if (present !== size) {
    const code = present < size ? "idx-truncated" : "idx-surplus";
    const extents = shape.join("×");
    throw new IdxError(code, `${source} says ${extents} = ${size} values, but holds ${present}`);
  }
  return { shape, data: bytes.subarray(start) };
}

function gunzip(raw: Uint8Array, source: string): Uint8Array {
  try {
    return gunzipSync(raw);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new IdxError("idx-gzip", `${source} does not unpack: ${reason}`);
  }
}

const types: Readonly<Record<number, string>> = {
  0x08: "uint8",
  0x09: "int8",
  0x0b: "int16",
  0x0c: "int32",
  0x0d: "float32",
  0x0e: "float64",
};
