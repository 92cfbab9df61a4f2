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
const starts: { readonly [K in Initial["kind"]]: (i: Extract<Initial, { kind: K }>) => number[] } =
  {
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
  throw Object.assign(new Error(words), { code: "KS507" });
}`;

/** Both kinds of source become a record; a tensor from a file brings its shape along. */
export const loadText = (source: string): string => `
/** Sets every parameter, once all of them are known to fit. */
function load(m: Float32Array, source: ${source}): void {
  const bytes = source as Uint8Array;
  const record = bytes?.byteLength >= 0 ? tensorsOf(bytes) : source;
  const at = (place: unknown, key: string) => (place as Flat | undefined)?.[key];
  const found = layout.map(([name, shape, from, to]) => {
    const values = (at(record, name) ?? name.split(".").reduce(at, record)) as Flat[string];
    const size = to - from;
    if (!values) refuse(\`\${name} is missing, or not F32\`);
    if (String(values.shape ?? shape) !== String(shape))
      refuse(\`\${name} is [\${values.shape}]; it takes [\${shape}]\`);
    if (values.length !== size) refuse(\`\${name} has \${values.length} numbers; it takes \${size}\`);
    return values;
  });
  layout.forEach(([, , from], i) => m.set(found[i], from));
}

type Flat = { readonly [name: string]: ArrayLike<number> & { readonly shape?: readonly number[] } };

/** What a safetensors file holds: eight bytes with the header's length, the header, the data. */
function tensorsOf(file: Uint8Array): Flat {
  const bytes = new Uint8Array(file);
  try {
    const start = 8 + Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, start)));
    const entries = Object.entries<{ dtype: string; shape: number[]; data_offsets: number[] }>(header);
    return Object.fromEntries(
      entries.filter(([, { dtype }]) => dtype === "F32").map(([name, { shape, data_offsets: [from, to] }]) => {
        const own = bytes.slice(start + (from >>> 0), start + to);
        return [name, Object.assign(new Float32Array(own.buffer), { shape })];
      }),
    );
  } catch {
    refuse("these bytes are no safetensors file, or a damaged one");
  }
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
