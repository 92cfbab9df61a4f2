import type { WasmPlace } from "../options.ts";
import type { Plan, Wasm } from "../plan.ts";
import { inTemplate, thousands } from "./words.ts";

/** A module's WebAssembly: where it stands, and how its file is known. */
export interface WasmFile {
  readonly place: WasmPlace;
  readonly bytes: Uint8Array;
  readonly name: string;
  /** The name of a custom section, which a file of another compilation does not have. */
  readonly stamp: string;
}

export function wasmFile({ bytes }: Wasm, place: WasmPlace, model: string): WasmFile {
  const name = `${model}.wasm`;
  const stamp = `kernelsmith ${fnv1a(bytes).toString(16).padStart(8, "0")}`;
  return { place, name, stamp, bytes: place === "inline" ? bytes : stamped(bytes, stamp) };
}

/** The module with an empty custom section at its end: 0, its length, its name's length, its name. */
function stamped(bytes: Uint8Array, stamp: string): Uint8Array {
  const name = new TextEncoder().encode(stamp);
  const all = new Uint8Array(bytes.length + 3 + name.length);
  all.set(bytes);
  all.set([0, name.length + 1, name.length, ...name], bytes.length);
  return all;
}

/** The hash of Fowler, Noll and Vo, 32 bits: h ← (h xor byte) · 16777619 */
const fnv1a = (bytes: Uint8Array): number =>
  bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 16_777_619), 0x811c_9dc5) >>> 0;

/** Stands in the text while it is formatted, as the weights' mark does. */
export const kernelsMark = "@kernels@";

export const kernelsText = `
/** WebAssembly, as \`bytesIn\` reads it. */
const kernels = "${kernelsMark}";`;

/** Where a platform gives what it has compiled to who imports it: \`?module\` is how Vercel asks for that. */
export const importText = ({ name }: WasmFile): string =>
  `import kernels from ${JSON.stringify(`./${name}?module`)};`;

/** What differs where the memory is made here, to be shared by threads, and not by the kernels. */
interface Making {
  readonly buffer: string;
  /** What the kernels export beside their runs. */
  readonly exports: string;
  readonly imports: string;
  readonly memory: string;
  /** How an instance is made of `compiled`, which may have to be made first, and of `module`. */
  readonly first: string;
  readonly again: string;
  /** The function that they call. */
  readonly instantiate: string;
  readonly needs: string;
  readonly other: string;
}

const alone: Making = {
  buffer: "ArrayBuffer",
  exports: "",
  imports: "",
  memory: "",
  first: `({ Module, Instance }) => {
    compiled ??= new Module(bytesIn(kernels));
    return new Instance(compiled).exports as Kernels;
  }`,
  again: "({ Instance }) => new Instance(module).exports as Kernels",
  instantiate: "",
  needs: "SIMD",
  other: "",
};

const shared = (pages: number): Making => ({
  buffer: "ArrayBufferLike",
  exports: ` &
  Readonly<Record<"patient" | "close", () => void>> & { readonly threads: () => number }`,
  imports: ", imports: object",
  memory: `\n  readonly Memory: new (limits: object) => Kernels["memory"];`,
  first: `(engine) => {
    compiled ??= new engine.Module(bytesIn(kernels));
    return instantiate(engine, compiled);
  }`,
  again: "(engine) => instantiate(engine, module)",
  instantiate: `

/** An instance over a memory of its own, which threads may share. */
function instantiate({ Instance, Memory }: Engine, module: object): Kernels {
  const memory = new Memory({ initial: ${pages}, maximum: ${pages}, shared: true });
  return { memory, ...(new Instance(module, { env: { memory } }).exports as object) } as Kernels;
}`,
  needs: "SIMD and threads",
  other: "without --threads where no memory may be shared, ",
});

const making = ({ wasm }: Plan): Making => (wasm?.threads ? shared(wasm.threads.pages) : alone);

/** The kernels' exports, and what makes them. */
export function engineText(plan: Plan): string {
  const { buffer, exports, imports, memory, needs, other, instantiate } = making(plan);
  return `
/** The kernels' memory, and the runs over it that this module calls. */
type Kernels = { readonly memory: { readonly buffer: ${buffer} } } & Readonly<
  Record<"prepare" | "forward" | "evaluate" | "backward" | "update", (batch?: number) => void>
>${exports};

/** As much of WebAssembly as is used here: not every compiler's \`lib\` has it. */
interface Engine {
  readonly Module: {
    new (bytes: ArrayBuffer | Uint8Array): object;
    customSections(module: object, name: string): readonly unknown[];
  };
  readonly Instance: new (module: object${imports}) => { readonly exports: unknown };${memory}
}

/** Compiled once, for all nets. */
let compiled: object | undefined;

/** What the engine makes, or why it does not. */
function made<T>(make: (engine: Engine) => T): T {
  try {
    const { WebAssembly } = globalThis as { readonly WebAssembly?: Engine };
    if (!WebAssembly) throw new Error("there is no WebAssembly");
    return make(WebAssembly);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const needs = "WebAssembly with ${needs}, ${thousands(4 * plan.arena)} bytes of memory, and 'wasm-unsafe-eval' under a CSP";
    const other = "compile the model ${other}with --wasm module where no bytes may be compiled, with --target ts where there is no WebAssembly";
    const words = \`the kernels do not run here: \${why}. They need \${needs}; \${other}\`;
    throw Object.assign(new Error(words, { cause: error }), { code: "KS509" });
  }
}${instantiate}`;
}

/** The function that makes a new instance: of the kernels in the module, or of what it is given. */
export function instanceText(plan: Plan, { place, name, stamp }: WasmFile): string {
  const { first, again } = making(plan);
  if (place === "inline")
    return `
/** The exports of a new instance of the kernels. */
function instance(): Kernels {
  return made(${first});
}`;
  const is = place === "file" ? "wasm is" : `./${name} was imported as`;
  const takes = `the bytes of ${name}, or a WebAssembly.Module of them`;
  const stranger = `these bytes are no WebAssembly, so not those of ${name}`;
  const stale = `this ${name} is of another compilation than the module`;
  return `
/** The exports of a new instance of the kernels: of a WebAssembly.Module, or of its bytes. */
function instance(wasm: unknown): Kernels {
  const type = Object.prototype.toString.call(wasm).slice(8, -1);
  const bytes = wasm as ArrayBuffer;
  const ready = type === "WebAssembly.Module";
  if (!ready) {
    if (!(bytes?.byteLength >= 0)) refuse(\`${inTemplate(is)} \${type}; it takes ${inTemplate(takes)}\`);
    if (new Uint8Array(bytes)[0] !== 0) refuse(${JSON.stringify(stranger)});
  }
  const module = compiled ?? (ready ? bytes : made(({ Module }) => new Module(bytes)));
  if (made(({ Module }) => Module.customSections(module, ${JSON.stringify(stamp)})).length === 0)
    refuse(${JSON.stringify(stale)});
  compiled = module;
  return made(${again});
}`;
}
