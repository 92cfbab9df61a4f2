import { KernelsmithError, refuse } from "../../src/diagnostics.ts";
import type { Parameter } from "../plan.ts";
import { shapeText, sizeOf } from "./words.ts";

/** Numbers by parameter name, as a safetensors file has them. */
export type Weights = ReadonlyMap<string, Weight>;
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Weights that go with a module: as base64 in its text, or as a safetensors file beside it. */
export interface EmbeddedWeights {
  readonly place: "inside" | "beside";
  readonly weights: Weights;
}

/** How many bytes a number has and how it reads at a place. */
interface Dtype {
  readonly width: number;
  read(view: DataView, at: number): number;
}

const dtypes: { readonly [name: string]: Dtype } = {
  F64: { width: 8, read: (v, at) => v.getFloat64(at, true) },
  F32: { width: 4, read: (v, at) => v.getFloat32(at, true) },
  F16: { width: 2, read: (v, at) => half(v.getUint16(at, true)) },
  BF16: { width: 2, read: (v, at) => bits(v.getUint16(at, true) << 16) },
};

/** One entry of the header, as far as anyone can trust it. */
interface Entry {
  readonly dtype?: unknown;
  readonly shape?: unknown;
  readonly data_offsets?: unknown;
}

/**
 * The tensors of a safetensors file: eight bytes with the header's length, the header in JSON, then
 * the data, little-endian. Floats of other widths become float32; integers are left out, as
 * PyTorch's `num_batches_tracked`, which no model here has.
 */
export function readSafetensors(bytes: Uint8Array, file = "the file"): Weights {
  const bad = (words: string): never =>
    refuse("KS506", `${file} is no safetensors file, or a damaged one: ${words}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) bad(`it has ${bytes.length} bytes`);
  const start = 8 + Number(view.getBigUint64(0, true));
  if (start > bytes.length) bad(`its header should end at byte ${start} of ${bytes.length}`);

  const weights = new Map<string, Weight>();
  for (const [name, entry] of entriesOf(bytes.subarray(8, start), bad)) {
    if (name === "__metadata__") continue;
    const { dtype, shape, data_offsets: range } = entry ?? {};
    if (!isSizes(shape) || !isSizes(range) || range.length !== 2)
      return bad(`${name} has no shape or no place`);
    const [from = 0, to = 0] = range;
    const kind = dtypes[String(dtype)];
    if (!kind) {
      if (/^([IU]\d+|BOOL)$/.test(String(dtype))) continue;
      refuse("KS506", `${name} in ${file} holds ${String(dtype)}`, {
        fix: `${Object.keys(dtypes).join(", ")} can be read`,
      });
    }
    const count = sizeOf(shape);
    if (to - from !== count * kind.width || start + to > bytes.length)
      bad(
        `${name} lies at bytes ${from} to ${to} of ${bytes.length - start}, ${dtype} ${shapeText(shape)}`,
      );
    const values = Float32Array.from({ length: count }, (_, i) =>
      kind.read(view, start + from + i * kind.width),
    );
    weights.set(name, { shape, values });
  }
  return weights;
}

function entriesOf(header: Uint8Array, bad: (words: string) => never): [string, Entry | null][] {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(header));
    if (typeof parsed === "object" && parsed !== null) return Object.entries(parsed);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return bad("its header is no JSON object");
}

const isSizes = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);

/** Eight bytes of length, the header padded to eight bytes, the data in the order of the map. */
export function writeSafetensors(weights: Weights): Uint8Array {
  let end = 0;
  const header = [...weights].map(([name, { shape, values }]) => {
    const range = [end, (end += 4 * values.length)];
    return [name, { dtype: "F32", shape, data_offsets: range }] as const;
  });
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  const start = 8 + Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(start + end).fill(32, 8, start);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, start - 8, true);
  bytes.set(json, 8);
  let at = start;
  for (const { values } of weights.values())
    for (const value of values) view.setFloat32((at += 4) - 4, value, true);
  return bytes;
}

/** The numbers of every parameter in the plan's order, or all that does not fit, at once. */
export function fit(weights: Weights, parameters: readonly Parameter[]): Weights {
  const misfits: string[] = [];
  const found = parameters.map(({ name, shape }) => {
    const weight = weights.get(name);
    if (!weight) misfits.push(`${name} ${shapeText(shape)} is missing`);
    else if (shapeText(weight.shape) !== shapeText(shape))
      misfits.push(`${name} is ${shapeText(weight.shape)}, the model has ${shapeText(shape)}`);
    return [name, weight ?? { shape, values: new Float32Array() }] as const;
  });
  if (misfits.length === 0) return new Map(found);
  const known = new Set(parameters.map(({ name }) => name));
  const others = [...weights.keys()].filter((name) => !known.has(name));
  throw new KernelsmithError({
    code: "KS506",
    message: "the weights do not fit the model",
    notes: [...misfits, ...(others.length ? [`the file also has ${others.join(", ")}`] : [])],
  });
}

/** All numbers, one parameter after the other, little-endian, in base64. */
export function base64(weights: Weights): string {
  const counts = [...weights.values()].map(({ values }) => values.length);
  const view = new DataView(new ArrayBuffer(4 * counts.reduce((a, b) => a + b, 0)));
  let at = 0;
  for (const { values } of weights.values())
    for (const value of values) view.setFloat32((at += 4) - 4, value, true);
  const chunk = 0x6000; // a multiple of three, so that chunks join; few enough to be arguments
  let text = "";
  for (let from = 0; from < at; from += chunk) {
    const bytes = new Uint8Array(view.buffer, from, Math.min(chunk, at - from));
    text += btoa(String.fromCharCode(...bytes));
  }
  return text;
}

const scratch = new DataView(new ArrayBuffer(4));
const bits = (pattern: number): number => (scratch.setInt32(0, pattern), scratch.getFloat32(0));

/** IEEE 754 binary16: sign, five bits of exponent, ten of fraction. */
function half(h: number): number {
  const sign = h & 0x8000 ? -1 : 1;
  const exponent = (h >> 10) & 31;
  const fraction = h & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (exponent ? 2 ** (exponent - 25) * (fraction + 1024) : 2 ** -24 * fraction);
}
