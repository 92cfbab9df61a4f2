import { prelude } from "../prelude/index.ts";

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** What ECMAScript and TypeScript keep for themselves in a strict module. */
const language = list(`
  arguments as async await break case catch class const continue debugger declare default delete do
  else enum eval export extends false finally for from function if implements import in infer
  instanceof interface let module namespace never new null number object of package private
  protected public readonly require return satisfies static string super switch symbol this throw
  true try type typeof undefined unknown using var void while with yield`);

/** Globals that kernels or the surface use: a function of that name would hide them. */
const globals = list(`
  Array ArrayBuffer ArrayLike BigInt Boolean DataView Error Float32Array Float64Array Infinity
  Int32Array JSON Math NaN Number Object String Symbol TextDecoder TextEncoder Uint16Array
  Uint8Array WebAssembly atob globalThis isFinite isNaN`);

/** What the surface itself declares; `m` and `batch` are in every call. */
const surface = list(`
  m at backward batch best bytesIn c compiled create evaluate examplesOf forward from gradients gradientViews initialise
  inputShape inputsOf instance k kernels layout learningRate load made maxBatch multiplyAdds n options outputShape outputs
  parameterCount parameters prepare refuse reset samples save score seed source stale steps tensorsOf
  trainStep unpack valuesOf wasm weights
  Bytes Classes Engine Find Kernels Loadable Tensor Values Wasm`);

/** What that of a net with threads declares beside, and what its kernels export. */
export const threadNames = list(`
  Atomics FinalizationRegistry Helper Platform alone close forgotten help helping instantiate patient platform
  recruit script threads usualThreads warned`);

/** Names that no kernel and no port may have. */
export const reserved: ReadonlySet<string> = new Set([
  ...language,
  ...globals,
  ...surface,
  ...Object.keys(prelude),
]);

const legal = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
export const isIdentifier = (name: string): boolean => legal.test(name) && !language.includes(name);

/** Identifiers, each given out once. */
export class Names {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = reserved) {
    this.#taken = new Set(taken);
  }

  /** "conv1" for "conv1", "block1Conv1" for "block1.conv1", "conv1_2" where that is taken. */
  claim(wanted: string): string {
    const words = camel(wanted);
    const plain = legal.test(words) ? words : `_${words}`;
    let name = plain;
    for (let n = 2; this.#taken.has(name); n++) name = `${plain}_${n}`;
    this.#taken.add(name);
    return name;
  }
}

/** Where the kernels and ports of a model claim their names: none is the module's own. */
export const namesFor = (model: string, threads = false): Names =>
  new Names([...reserved, ...(threads ? threadNames : []), ...exportsOf(model)]);

/** What the module of a model exports under the model's name. */
export function exportsOf(model: string): readonly string[] {
  const type = typeName(model);
  const ends = ["", "Options", "Parameters", "ParameterSource", "Gradients"];
  return [`create${type}`, ...ends.map((end) => type + end)];
}

/** The words of a name run together, each but the first with a capital. */
const camel = (name: string): string =>
  (name.match(/[\p{ID_Continue}$]+/gu) ?? [])
    .map((word, i) => (i === 0 ? word : capital(word)))
    .join("");

const capital = (word: string): string => {
  const [first = "", ...rest] = word; // by code points
  return first.toUpperCase() + rest.join("");
};

/** "Lenet" for "lenet", "Resnet18" for "resnet-18": a type's name, apart from all others. */
export function typeName(model: string): string {
  const name = capital(camel(model.replace(/_+/g, " ")));
  const taken = reserved.has(name) || !/^\p{ID_Start}/u.test(name);
  return taken ? `Net${name}` : name;
}

/** A key as it stands in a type, and in an object literal where `__proto__` would not be a key. */
export const key = (name: string): string => (legal.test(name) ? name : JSON.stringify(name));
export const literalKey = (name: string): string =>
  name === "__proto__" ? `["__proto__"]` : key(name);
