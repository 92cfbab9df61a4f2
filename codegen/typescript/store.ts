import type { Initial } from "../../src/graph/graph.ts";
import type { Parameter, Plan } from "../plan.ts";
import { shapeText, sizeOf } from "./words.ts";

/** Stands in the text while it is formatted: megabytes of base64 take no part in that. */
export const base64Mark = "@base64@";

/** Every parameter, one row each: what `load`, `save` and `initialise` go through. */
export function layoutText({ parameters }: Plan, seeded: boolean): string {
  const rows = parameters.map((parameter) => {
    const { name, shape, offset } = parameter;
    const place = [JSON.stringify(name), shapeText(shape), offset, offset + sizeOf(shape)];
    return `[${[...place, ...(seeded ? start(parameter) : [])].join(", ")}],`;
  });
  const columns = "name: string, shape: readonly number[], from: number, to: number";
  return `
/** Each parameter's name, shape and place in the memory${seeded ? ", and how it starts" : ""}. */
const layout: readonly (readonly [${columns}${seeded ? ", draws?: number, scale?: number, mean?: number" : ""}])[] = [
  ${rows.join("\n")}
];`;
}

/**
 * scale · (Σ of some draws in [0, 1) − draws / 2) + mean: with one draw uniform in ±scale / 2, with
 * twelve near enough normal with deviation scale (Irwin and Hall), with none the mean alone.
 * Sums of 24-bit fractions are exact, so every engine and target starts with the same bits.
 */
const starts: { readonly [K in Initial["kind"]]: (i: Extract<Initial, { kind: K }>) => number[] } = {
  uniform: ({ bound }) => [1, 2 * bound],
  normal: ({ deviation }) => [12, deviation],
  constant: ({ value }) => (value === 0 ? [] : [0, 0, value]),
};
const start = ({ initial }: Parameter): number[] =>
  (starts[initial.kind] as (i: Initial) => number[])(initial); // the row of its own kind

export const initialiseText = `
/** Draws every parameter anew: scale · (Σ uniform − draws / 2) + mean. */
function initialise(m: Float32Array, seed: number): void {
  let at = 0;
  for (const [, , from, to, draws = 0, scale = 0, mean = 0] of layout)
    for (let i = from; i < to; i++) {
      let sum = -draws / 2;
      for (let k = 0; k < draws; k++) sum += uniform(seed, at++);
      m[i] = scale * sum + mean;
    }
}`;

export const unpackText = `
/** Sets every parameter to its weights in this module. */
function unpack(m: Float32Array): void {
  const text = atob(weights);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const values = new Float32Array(bytes.buffer);
  let at = 0;
  for (const [, , from, to] of layout) m.set(values.subarray(at, (at += to - from)), from);
}`;

export const weightsText = `
/** Every parameter's numbers in the layout's order: float32, little-endian, base64. */
const weights = "${base64Mark}";`;

export const refuseText = `
function refuse(words: string): never {
  throw new Error(words);
}`;

export const loadText = (source: string): string => `
/** Sets every parameter, once all of them are known to fit. */
function load(m: Float32Array, source: ${source}): void {
  const find = ArrayBuffer.isView(source) ? tensorsOf(source) : valuesOf(source);
  const found = layout.map(([name, shape, from, to]) => {
    const values = find(name, shape, to - from) ?? refuse(\`\${name} is missing\`);
    if (values.length !== to - from)
      refuse(\`\${name} has \${values.length} numbers; it takes \${to - from}: [\${shape.join(", ")}]\`);
    return [values, from] as const;
  });
  for (const [values, from] of found) m.set(values, from);
}

type Find = (name: string, shape: readonly number[], size: number) => Values | undefined;

/** Arrays in a record, by full name or by layer. */
function valuesOf(source: object): Find {
  const at = (place: unknown, key: string) => (place as { [key: string]: unknown } | undefined)?.[key];
  return (name) => (at(source, name) ?? name.split(".").reduce(at, source)) as Values | undefined;
}

/** Tensors in a safetensors file: eight bytes with the header's length, the header, the data. */
function tensorsOf(bytes: Uint8Array): Find {
  let start = 0;
  let header: { [name: string]: { dtype?: string; shape?: number[]; data_offsets?: number[] } } | null = null;
  try {
    start = 8 + Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getBigUint64(0, true));
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, start)));
  } catch {
    refuse("these bytes are no safetensors file");
  }
  return (name, shape, size) => {
    const { dtype, shape: own, data_offsets: [from = -1, to = -1] = [] } = header?.[name] ?? {};
    if (!dtype) return undefined;
    if (String(own) !== String(shape))
      refuse(\`\${name} is [\${own?.join(", ")}]; it takes [\${shape.join(", ")}]\`);
    if (!/^(F32|B?F16)$/.test(dtype)) refuse(\`\${name} holds \${dtype}; it takes F32, F16 or BF16\`);
    const values = new Float32Array(size);
    const raw = dtype === "F32" ? values : new Uint16Array(size);
    if (!(from >= 0) || to - from !== raw.byteLength || start + to > bytes.length)
      refuse(\`the file ends before \${name}, or is damaged\`);
    new Uint8Array(raw.buffer).set(bytes.subarray(start + from, start + to));
    if (raw !== values) {
      const bits = new Int32Array(values.buffer);
      raw.forEach((h, i) => {
        bits[i] = dtype === "BF16" ? h << 16 : ((h & 0x8000) << 16) | ((h & 0x7fff) << 13);
        if (dtype === "F16") values[i] *= (h & 0x7c00) === 0x7c00 ? Infinity : 2 ** 112;
      });
    }
    return values;
  };
}`;

export const saveText = `
/** The bytes of a safetensors file: the header's length, the header in JSON, the data. */
function save(m: Float32Array): Bytes {
  let end = 0;
  const header = layout.map(([name, shape, from, to]) => {
    const range = [end, (end += 4 * (to - from))];
    return [name, { dtype: "F32", shape, data_offsets: range }];
  });
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  let at = 8 + Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(at + end).fill(32, 8, at);
  new DataView(bytes.buffer).setUint32(0, at - 8, true);
  bytes.set(json, 8);
  for (const [, , from, to] of layout) {
    bytes.set(new Uint8Array(m.buffer, 4 * from, 4 * (to - from)), at);
    at += 4 * (to - from);
  }
  return bytes;
}`;
