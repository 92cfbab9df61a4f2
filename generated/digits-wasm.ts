// digits: 7,690 parameters, 177,984 multiply-adds a sample, 1,937,344 bytes of memory for 1 to
// 32 samples at once.
// Written by kernelsmith 0.1.0 from examples/digits/model.ts (3fd582aa55ec). Not to be edited.
// The kernels are 29,821 bytes of WebAssembly with SIMD, at this module's end; `kernelsmith
// compile --target wasm --emit wat` prints them to be read.
// Options: --max-batch 32 --target wasm

// It was checked, strictly, when it was written: your compiler's options are not its own.
// @ts-nocheck
/* eslint-disable */

export const maxBatch = 32;
export const inputShape: readonly [1, 8, 8] = [1, 8, 8];
export const outputShape: readonly [10] = [10];
export const parameterCount = 7690;
/** Of one sample's inference. */
export const multiplyAdds = 177984;

/** A net with its own memory: its parameters given, or drawn from the seed. */
export function createDigits(options: DigitsOptions = {}): Digits {
  const k = instance();
  const { parameters: source, seed } = options;
  const m = new Float32Array(k.memory.buffer, 0, 484336);
  const parameters: DigitsParameters = {
    conv1: {
      weight: m.subarray(0, 144),
      bias: m.subarray(144, 160),
    },
    conv2: {
      weight: m.subarray(160, 4768),
      bias: m.subarray(4768, 4800),
    },
    linear1: {
      weight: m.subarray(4800, 7680),
      bias: m.subarray(7680, 7690),
    },
  };
  const outputs: Tensor<readonly [number, 10]>[] = [];
  const gradients: DigitsGradients & { loss: number } = {
    loss: 0,
    conv1: {
      weight: m.subarray(7690, 7834),
      bias: m.subarray(7834, 7850),
    },
    conv2: {
      weight: m.subarray(7850, 12458),
      bias: m.subarray(12458, 12490),
    },
    linear1: {
      weight: m.subarray(12490, 15370),
      bias: m.subarray(15370, 15380),
    },
  };
  const score = { loss: 0, correct: 0 };

  let stale = true;

  /** What depends on the parameters alone, unless they are as they were. */
  function prepare(): void {
    if (!stale) return;
    k.prepare();
    stale = false;
  }

  let steps = 0;

  /** The loss and its gradients, left in memory. */
  function backward(
    image: Tensor<readonly [number, 1, 8, 8]>,
    label: Classes,
    batch: number,
  ): void {
    stale = true;
    m.set(image, 23072);
    m.set(label, 252448);
    k.backward(batch);
  }

  function reset(seed = 0): void {
    initialise(m, seed);
    m.fill(0, 15380, 23070);
    m[23071] = steps = 0;
    stale = true;
  }

  if (source) load(m, source);
  else reset(seed);
  return {
    maxBatch,
    inputShape,
    outputShape,
    get parameters() {
      stale = true;
      return parameters;
    },
    forward(image) {
      const batch = inputsOf(image);
      prepare();
      m.set(image, 31264);
      k.forward(batch);
      return (outputs[batch] ??= m.subarray(23072, 23072 + batch * 10));
    },

    trainStep(image, label, learningRate = 0.01) {
      if (!Number.isFinite(learningRate))
        refuse(`learningRate is ${learningRate}; it takes a number`);
      const batch = examplesOf(image, label);
      m[23070] = learningRate;
      m[23071] = ++steps;
      backward(image, label, batch);
      k.update();
      return m[484320];
    },

    gradients(image, label) {
      const batch = examplesOf(image, label);
      backward(image, label, batch);
      gradients.loss = m[484320];
      return gradients;
    },

    evaluate(image, label) {
      const batch = examplesOf(image, label);
      prepare();
      m.set(image, 31264);
      m.set(label, 255472);
      k.evaluate(batch);
      score.loss = m[23392];

      score.correct = 0;
      for (let n = 0; n < label.length; n++) {
        const from = 23072 + n * 10;
        let best = 0;
        for (let c = 1; c < 10; c++) if (m[from + c] > m[from + best]) best = c;
        if (best === label[n]) score.correct++;
      }
      return score;
    },
    load(source) {
      load(m, source);
      stale = true;
    },
    save: () => save(m),
    reset,
  };
}

/** A net: its memory and what it can be asked. Running it allocates nothing. */
export interface Digits {
  /** A call takes 1 to 32 samples. */
  readonly maxBatch: 32;
  /** Of one sample. */
  readonly inputShape: readonly [1, 8, 8];
  readonly outputShape: readonly [10];
  /** Read `parameters` anew before you write into a view that you kept from before a call. */
  readonly parameters: DigitsParameters;
  /**
   * The output of every sample, in views that are good until the next call.
   * @param image a multiple of 64: [1, 8, 8] for each of 1 to 32 samples, channels first
   */
  forward(image: Tensor<readonly [number, 1, 8, 8]>): Tensor<readonly [number, 10]>;
  /**
   * Forward, backward and a step of sgd, weight decay 0.001, momentum 0.9. Gives the loss before
   * the step.
   * @param image a multiple of 64: [1, 8, 8] for each of 1 to 32 samples, channels first
   * @param label one for each of 1 to 32 samples
   * @param learningRate 0.01 unless given
   */
  trainStep(
    image: Tensor<readonly [number, 1, 8, 8]>,
    label: Classes,
    learningRate?: number,
  ): number;
  /**
   * The loss and its derivatives, as `trainStep` has them; nothing is updated. One object, good
   * until the next call.
   */
  gradients(image: Tensor<readonly [number, 1, 8, 8]>, label: Classes): DigitsGradients;
  /**
   * The loss and how many classes the greatest score is right about, as inference has it. One
   * object, good until the next call.
   */
  evaluate(
    image: Tensor<readonly [number, 1, 8, 8]>,
    label: Classes,
  ): { readonly loss: number; readonly correct: number };
  /**
   * Sets every parameter; or none, and throws, if one is missing or has another shape. Names that
   * the model does not have are passed over.
   */
  load(parameters: DigitsParameterSource): void;
  /** Every parameter, as a safetensors file has it. */
  save(): Bytes;
  /** Starts anew: no steps taken, the parameters as the seed has them. */
  reset(seed?: number): void;
}

/** How a net starts. */
export interface DigitsOptions {
  /** Instead of the seeded initialisation. */
  readonly parameters?: DigitsParameterSource;
  /** Of the initialisation, 0 unless given: the same numbers on every engine. */
  readonly seed?: number;
}

/** Views of every parameter: what is written to them holds. */
export interface DigitsParameters {
  readonly conv1: {
    readonly weight: Tensor<readonly [16, 1, 3, 3]>;
    readonly bias: Tensor<readonly [16]>;
  };
  readonly conv2: {
    readonly weight: Tensor<readonly [32, 16, 3, 3]>;
    readonly bias: Tensor<readonly [32]>;
  };
  readonly linear1: {
    readonly weight: Tensor<readonly [10, 288]>;
    readonly bias: Tensor<readonly [10]>;
  };
}

/** The bytes of a safetensors file, or arrays by layer or by full name. */
export type DigitsParameterSource =
  Uint8Array | ArrayBuffer | Loadable<DigitsParameters> | { readonly [name: string]: Values };

/** The loss and its derivatives, each laid out as what it is the derivative to. */
export interface DigitsGradients {
  readonly loss: number;
  readonly conv1: {
    readonly weight: Tensor<readonly [16, 1, 3, 3]>;
    readonly bias: Tensor<readonly [16]>;
  };
  readonly conv2: {
    readonly weight: Tensor<readonly [32, 16, 3, 3]>;
    readonly bias: Tensor<readonly [32]>;
  };
  readonly linear1: {
    readonly weight: Tensor<readonly [10, 288]>;
    readonly bias: Tensor<readonly [10]>;
  };
}

/** Numbers in row-major order. The shape is for the compiler alone: any Float32Array will do. */
export type Tensor<S extends readonly number[]> = Float32Array & { readonly shape?: S };
/** Class indices, from 0. */
export type Classes = Int32Array | Uint8Array | readonly number[];
export type Values = Float32Array | readonly number[];
export type Loadable<T> = T extends Float32Array
  ? T | readonly number[]
  : { readonly [K in keyof T]: Loadable<T[K]> };
/** A Uint8Array on a buffer of its own, as every version of TypeScript can say it. */
export type Bytes = ReturnType<typeof Uint8Array.of>;

/** How many samples the arguments have, each of them checked. */
function inputsOf(image: Tensor<readonly [number, 1, 8, 8]>): number {
  return samples("image", image, 64, "a multiple of 64: [1, 8, 8] for each of 1 to 32 samples");
}

/** How many samples the arguments have, each of them checked. */
function examplesOf(image: Tensor<readonly [number, 1, 8, 8]>, label: Classes): number {
  const batch = inputsOf(image);
  samples("label", label, 1, "one for each of 1 to 32 samples", batch, 10);
  return batch;
}

/** How many samples of `size` numbers are in `data`, or an error that says what it `takes`. */
function samples(
  name: string,
  data: ArrayLike<number> & { readonly [Symbol.toStringTag]?: string },
  size: number,
  takes: string,
  batch = 0,
  classes = 0,
): number {
  if (classes ? !(data?.length >= 0) : data?.[Symbol.toStringTag] !== "Float32Array") {
    // the tag, unlike instanceof, is one in all frames and workers
    const type = Object.prototype.toString.call(data).slice(8, -1);
    refuse(`${name} is of type ${type}; it takes ${classes ? "class indices" : "a Float32Array"}`);
  }
  const count = data.length / size;
  if (!(count >= 1 && count <= maxBatch && count % 1 === 0))
    refuse(`${name} has ${data.length} numbers; it takes ${takes}`);
  if (batch && count !== batch) refuse(`${name} has ${count} samples; image has ${batch}`);
  for (let i = 0; classes && i < data.length; i++)
    if (!(Number.isInteger(data[i]) && data[i] >= 0 && data[i] < classes))
      refuse(`${name}[${i}] is ${data[i]}; it takes a class from 0 to ${classes - 1}`);
  return count;
}

function refuse(words: string): never {
  throw Object.assign(new Error(words), { code: "KS507" });
}

/** The kernels' memory, and the runs over it that this module calls. */
type Kernels = { readonly memory: { readonly buffer: ArrayBuffer } } & Readonly<
  Record<"prepare" | "forward" | "evaluate" | "backward" | "update", (batch?: number) => void>
>;

/** As much of WebAssembly as is used here: not every compiler's `lib` has it. */
interface Engine {
  readonly Module: {
    new (bytes: ArrayBuffer | Uint8Array): object;
    customSections(module: object, name: string): readonly unknown[];
  };
  readonly Instance: new (module: object) => { readonly exports: unknown };
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
    const needs =
      "WebAssembly with SIMD, 1,937,344 bytes of memory, and 'wasm-unsafe-eval' under a CSP";
    const other =
      "compile the model with --wasm module where no bytes may be compiled, with --target ts where there is no WebAssembly";
    const words = `the kernels do not run here: ${why}. They need ${needs}; ${other}`;
    throw Object.assign(new Error(words, { cause: error }), { code: "KS509" });
  }
}

/** The exports of a new instance of the kernels. */
function instance(): Kernels {
  return made(({ Module, Instance }) => {
    compiled ??= new Module(bytesIn(kernels));
    return new Instance(compiled).exports as Kernels;
  });
}

/** Each parameter's name, shape and place in the memory, and how it starts. */
const layout: readonly (readonly [
  name: string,
  shape: readonly number[],
  from: number,
  to: number,
  draws?: number,
  scale?: number,
  mean?: number,
])[] = [
  ["conv1.weight", [16, 1, 3, 3], 0, 144, 1, 1.632993161855452],
  ["conv1.bias", [16], 144, 160],
  ["conv2.weight", [32, 16, 3, 3], 160, 4768, 1, 0.408248290463863],
  ["conv2.bias", [32], 4768, 4800],
  ["linear1.weight", [10, 288], 4800, 7680, 1, 0.28867513459481287],
  ["linear1.bias", [10], 7680, 7690],
];

/** Draws every parameter anew: scale · (Σ uniform − draws / 2) + mean. */
function initialise(m: Float32Array, seed: number): void {
  let at = 0;
  for (const [, , from, to, draws = 0, scale = 0, mean = 0] of layout)
    for (let i = from; i < to; i++) {
      let sum = -draws / 2;
      for (let k = 0; k < draws; k++) sum += uniform(seed, at++);
      m[i] = scale * sum + mean;
    }
}

/** Sets every parameter, once all of them are known to fit. */
function load(m: Float32Array, source: DigitsParameterSource): void {
  const bytes = source as Uint8Array;
  const record = bytes?.byteLength >= 0 ? tensorsOf(bytes) : source;
  const at = (place: unknown, key: string) => (place as Flat | undefined)?.[key];
  const found = layout.map(([name, shape, from, to]) => {
    const values = (at(record, name) ?? name.split(".").reduce(at, record)) as Flat[string];
    const size = to - from;
    if (!values) refuse(`${name} is missing, or not F32`);
    if (String(values.shape ?? shape) !== String(shape))
      refuse(`${name} is [${values.shape}]; it takes [${shape}]`);
    if (values.length !== size) refuse(`${name} has ${values.length} numbers; it takes ${size}`);
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
    const entries = Object.entries<{ dtype: string; shape: number[]; data_offsets: number[] }>(
      header,
    );
    return Object.fromEntries(
      entries
        .filter(([, { dtype }]) => dtype === "F32")
        .map(
          ([
            name,
            {
              shape,
              data_offsets: [from, to],
            },
          ]) => {
            const own = bytes.slice(start + (from >>> 0), start + to);
            return [name, Object.assign(new Float32Array(own.buffer), { shape })];
          },
        ),
    );
  } catch {
    refuse("these bytes are no safetensors file, or a damaged one");
  }
}

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
}

/** A number in [0, 1) from a seed and a position: MurmurHash3's finaliser, twice, 24 bits of it. */
function uniform(seed: number, at: number): number {
  let h = Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b);
  for (let round = 0; round < 2; round++) {
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
  }
  return (h >>> 8) / 16777216;
}

/** The bytes that stand in the text: one for each of its digits but the last two, which go before another. */
function bytesIn(text: string): Uint8Array {
  let at = 0;
  const digit = () => {
    const code = text.charCodeAt(at++);
    return code - 35 - +(code > 60) - +(code > 92); // neither < nor \\ is a digit
  };
  const bytes: number[] = [];
  while (at < text.length) {
    const first = digit();
    bytes.push((first < 88 ? first : 88 + 84 * (first - 88) + digit()) - 3);
  }
  return Uint8Array.from(bytes);
}

/** WebAssembly, as `bytesIn` reads it. */
const kernels = "&}/}B};'&&&'b/}.'}J'}J}.(}N}N&}.)}N}N}N&}.*}N}N}N}N&}.+}N}N}N}N}N&}.,}N}N}N}N}N}N&}.-}N}N}N}N}N}N}N&}.'}N&}.&&)_^&&''''()*((())*()+()**'*,'*)'('''())-()'(())'()(+.---.+*''EE-e,,};}3};}>}A}H(&-}?}A}3}?}/}A}3&X-}4}>}A}F}/}A}2&Y.}3}E}/}:}D}/}C}3&Z.}0}/}1}9}F}/}A}2&[,}D}?}2}/}C}3&]0~1~c'^~b'',}JG&k&&~,j#9#~f'k&&~K~=#9#~g'H'G'kc~$~2g#9#~b'k$&hs#9#~`'H(G(k$&hs#9#~a'H)G'G)k&}OXg#9#~b'#~a'G)k}R}O},~3#9#~b'#~a'H*G*G*G*#~b'k}2~%~0b#9G*#~b'k}k:/d#9#~`'G*#~b'k}?~$Qe#9#~`'G*#~b'k}%~$Qf#9#~`'G*#~b'k&&&g#9#~`'#~b'#~`'H+G(i'#~&'H,G+k&&}Og#9#~`'G,i>#~%'#~b'G(G,#~+'i>#~%'#~b'1~(('.}JG&k&&}O&#9#kH'G&k&&&t#9#~b'G&G'#zH(G(i~o}X~O~u)#7#~+'H)G)i%%%)#7#vi~o}X~O~u)#7#~('k&&}Og#9#~a'H*G)i>#~&'#~v'G'k&&~Ci#9#v#~a'H+G*G*k&&&h#9#~`'#~c'H,G,G,#~b'H-G*G*#~b'k&&&g#9#~b'H.G,G.G-k~V~m}hf#9G-#~b'k}0~)~Gf#9#~`'G-#~b'k~7~$Qg#9#~`'#~b'#~`'#~b'G+k~L~s>_#9#~b'#~`'G.#~a'G*#~`'G+k}O}@Xg#9#~b'#~`'k&&}O%#9G&#~_'G&k&&&&#9#i#zG&k&&&&#9#lG&k&&}O}N#9#k#v#z1~o)()}NG}Li&H(G&G(iK}:}8H)G'G(i*}:}8H*)hG)Q(&H+G)Q(.H,k&&&gG+G,}b}dH-G)Q(*H.k&&&gG.}dH/G-G/}bH0G-G/}cH1G)Q(?H2k&&&gG+G2}b}dH3k&&&gG)Q(2}dH4G3G4}bH5G)Q(GH6k&&&gG,G6}b}dH7k&&&gG)Q(:}dH8G7G8}bH9k&&&gG5G9}b}dH:G)Q(CH;k&&&gG.G;}b}dH=k&&&gG)Q(6}dH>k&&&gG=G>}b}dH?G:G?}bH@G:G?}cHAG3G4}cHBG7G8}cHCk&&&gGBGC}b}dHDk&&&gG=G>}c}dHEGDGE}bHFGDGE}cHGk&&&gG2G6}b}dHHk&&&gG;}dHIGHGI}bHJGHGI}cHKG*G+`(&G*G0`(}O6G*G1`(}OGG*G,`(}OWG*G5`(}OhG*G@`(}OxG*GA`(}O}.G*G9`(}O}?G*GB`(}O}O'G*GF`(}O}`'G*GG`(}O}p'G*GC`(}O~*'G*G2`(}O~:'G*GJ`(}O~K'G*GK`(}O~['G*G6`(}O~l'G)iK}8H)G*i*}8H*G(i'}8H(G(i}O*p3&11}g'',}Ni&H(G&G(i}`'}:}8H)G'G(i}`'}:}8H*)hi&H+G)G+i*}:}8H,G*G+i6}:}8H-)hG-G,G,G,G,#}*(&#}$(K'#}$(p(#}$(}:)#1(&G,i*}8H,G-i6}8H-G+i'}8H+G+i/p3&1G)i}`'}8H)G*i}`'}8H*G(i'}8H(G(i*p3&11}a((/}N(}Ji&H(G&G(i}O.}:}8H)G'G(i}O.}:}8H*)hi&H+G)G+i*}:}8H,G*G+i~:&}:}8H-)hi&H.G,G.i~:&}:}8H/G-G.i*}:}8H0)hG/#&(&H1G0G1#}((&&G0G1#}((h'G0G1#}((}O'(G0G1#}((~:')G/#&(6H2G0G2#}((}O(&G0G2#}((~:('G0G2#}((}O)(G0G2#}((~:))G/i~:&}8H/G0i*}8H0G.i'}8H.G.i6p3&1G,iG}8H,G-i}O*}8H-G+i.}8H+G+i6p3&1G)i}O.}8H)G*i}O.}8H*G(i'}8H(G(iGp3&11~T'(,}N'}Ji&H(G&G(i*}:}8H)G'G(i}O0}:}8H*)hi&H+G)G+iK}:}8H,G*G+iO}:}8H-)hG-G,G,G,G,#}*(&#}$(}O/'#}$(}O8(#}$(}OB)#1(&G-G,G,G,G,#}*(}OK#}$(}OT'#}$(}O^(#}$(}Og)#1(6G,G,#}*(}Op#}$(}Oy'H.G-G.#})(G&G,iK}8H,G-iO}8H-G+i'}8H+G+iGp3&1G)i*}8H)G*i}O0}8H*G(i'}8H(G(i/p3&11}j''-}Ni&H)G'G)i}O(}:}8H*G(G)i}`)}:}8H+G&H,G)G,p*h)hi&H-G*G-iG}:}8H.G+G-iO}:}8H/)hG/G.#&(&#1(SG/G.#&(6#1(dG.iG}8H.G/iO}8H/G-i'}8H-G-i.p3&1G*i}O(}8H*G+i}`)}8H+G)i'}8H)G)G,p3&111~B+(3}N2}Ji&H*G&G*iO}:}8H+G'G*i}O*}:}8H,)hi&H-G+G-i*}:}8H.G,G-i~:&}:}8H/)hi&H0G(G0i}`'}:}8H1G)G0i6}:}8H2G/G0i6}:}8H3)h#2&&&&&&&&&&&&&&&&H7#2&&&&&&&&&&&&&&&&H8#2&&&&&&&&&&&&&&&&H9#2&&&&&&&&&&&&&&&&H:i&H4G.G4i*}:}8H5G1G4i6}:}8H6)hG6#&(&H;G7G5#/(&G;#~b'#~`'H7G5#/(OH=G8G=G;#~b'#~`'H8G5#/(xH>G9G>G;#~b'#~`'H9G5#/(}GH?G:G?G;#~b'#~`'H:G6#&(WH@G7G=G@#~b'#~`'H7G8G>G@#~b'#~`'H8G9G?G@#~b'#~`'H9G5#/(}p'HAG:GAG@#~b'#~`'H:G6#&(}.HBG7G>GB#~b'#~`'H7G8G?GB#~b'#~`'H8G9GAGB#~b'#~`'H9G:G5#/(~C'GB#~b'#~`'H:G5i*}8H5G6i6}8H6G4i'}8H4G4i)p3&1G2#&(&HCG3GCG7#~`'#2&&&&&&&&&&&&&&&&#~g'#1(&G3GCG8#~`'#2&&&&&&&&&&&&&&&&#~g'#1(}O*G3GCG9#~`'#2&&&&&&&&&&&&&&&&#~g'#1(}O.G3GCG:#~`'#2&&&&&&&&&&&&&&&&#~g'#1(}O2G1i}`'}8H1G2i6}8H2G3i6}8H3G0i'}8H0G0i*p3&1G.i*}8H.G/i~:&}8H/G-i'}8H-G-i.p3&1G+i}p'}8H+G,i}O6}8H,G*i*}8H*G*i.p3&11}#'*}Ni&H+G'G+i}`)}:}8H,G*G+i}OG}:}8H-G&H.G+G.p*h)hG,G-G(G)6-G,i}`)}8H,G-i}OG}8H-G+i'}8H+G+G.p3&111~u+(3}NG}Ji&H)G'G)i}OG}:}8H*G(G)i}O~C&}:}8H+G&H,G)G,p*h)hi&H-G*G-i}O.}:}8H.G+G-i~:'}:}8H/)hi&H0G.G0i}O'}:}8H1G/G0i~:&}:}8H2)hi&H3G1G3i*}:}8H4G2G3i*}:}8H5)hG4#&(}O.H6G4#&(}O/H7G4#&(}O'G7#~a'H8G4#&(&G6#~a'G8#~a'H9G4#&(~:.H:G4#&(hG:#~a'H;G8G;#~`'H=G8G;#~a'H>G4#&(~:/H?G;G4#&(~:'G?#~a'#~a'H@G4#&(}O*HAG4#&(}O+HBG7GB#~`'HCG6GA#~`'GC#~a'HDG4#&(~:*HEG:GE#~`'HFGCGF#~`'HGGCGF#~a'HHG4#&(~:+HIGFG?GI#~`'#~a'HJG7GB#~a'HKG6GA#~a'GK#~a'HLG:GE#~a'HMGKGM#~`'HNGKGM#~a'HOGMG?GI#~a'#~a'HPGBG4#&(}O3#~a'HQGAG4#&(}O2#~a'GQ#~a'HRGEG4#&(~:2#~a'HSGQGS#~`'HTGQGS#~a'HUGSGIG4#&(~:3#~a'#~a'HVG5G9#1(&G5G=#1(~:*G5G>#1(}O/G5G@#1(~:3G5GD#1(}O8G5GG#1(~:=G5GH#1(}OBG5GJ#1(~:FG5GL#1(}OKG5GN#1(~:OG5GO#1(}OTG5GP#1(~:XG5GR#1(}O^G5GT#1(~:bG5GU#1(}OgG5GV#1(~:kG4i6}8H4G5i6}8H5G3i*}8H3G3i6p3&1G1i}O'}8H1G2i~:&}8H2G0i'}8H0G0i)p3&1G.i}O.}8H.G/i~:'}8H/G-i'}8H-G-i)p3&1G*i}OG}8H*G+i}O~C&}8H+G)i'}8H)G)G,p3&111~8*(/}N4}Ji&H)G&G)i~:&}:}8H*G'G)i}O'}:}8H+)hi&H,G(G,i}O.}:}8H-G+G,i~:&}:}8H.)h#2&&&&&&&&&&&&&&&&H2#2&&&&&&&&&&&&&&&&H3#2&&&&&&&&&&&&&&&&H4#2&&&&&&&&&&&&&&&&H5#2&&&&&&&&&&&&&&&&H6#2&&&&&&&&&&&&&&&&H7#2&&&&&&&&&&&&&&&&H8#2&&&&&&&&&&&&&&&&H9i&H/G*G/i*}:}8H0G-G/i~:&}:}8H1)hG0#/(&H:G1#&(&H;G2G:G;#~b'#~`'H2G1#&(6H=G3G:G=#~b'#~`'H3G1#&(GH>G4G:G>#~b'#~`'H4G1#&(WH?G5G:G?#~b'#~`'H5G0#/(}OpH@G6G@G;#~b'#~`'H6G7G@G=#~b'#~`'H7G8G@G>#~b'#~`'H8G9G@G?#~b'#~`'H9G0i*}8H0G1i~:&}8H1G/i'}8H/G/i6p3&1G.G2#1(&G.G3#1(6G.G4#1(GG.G5#1(WG.G6#1(}O}`'G.G7#1(}`}`'G.G8#1(}p}`'G.G9#1(~*}`'G-i}O.}8H-G.i~:&}8H.G,i'}8H,G,i(p3&1G*i~:&}8H*G+i}O'}8H+G)i'}8H)G)i/p3&11~q((/}N+}Ji&H)G&G)i~:&}:}8H*G'G)i}O'}:}8H+)hi&H,G(G,i}O.}:}8H-G+G,i~:&}:}8H.)h#2&&&&&&&&&&&&&&&&H2#2&&&&&&&&&&&&&&&&H3#2&&&&&&&&&&&&&&&&H4#2&&&&&&&&&&&&&&&&H5i&H/G*G/i*}:}8H0G-G/i~:&}:}8H1)hG0#/(&H6G2G6G1#&(&#~b'#~`'H2G3G6G1#&(6#~b'#~`'H3G4G6G1#&(G#~b'#~`'H4G5G6G1#&(W#~b'#~`'H5G0i*}8H0G1i~:&}8H1G/i'}8H/G/i6p3&1G.G2#1(&G.G3#1(6G.G4#1(GG.G5#1(WG-i}O.}8H-G.i~:&}8H.G,i'}8H,G,i(p3&1G*i~:&}8H*G+i}O'}8H+G)i'}8H)G)i/p3&11~D('5}Ni&H*i&H*G'G*i}O~C&}:}8H+G)G*i}O}`'}:}8H,G&i'}9H-G*G-p*h)hi&H.G+G.i~:*}:}8H/G(G.i}O6}:}8H0G,G.i}O/}:}8H1)hG/G1G060G/i~:*}8H/G0i}O6}8H0G1i}O/}8H1G.i'}8H.G.i6p3&1G+i}O}`'}8H+G,i}O}p(}8H,G*i(}8H*G*G-p3&11G'G*i}O~C&}:}8H2G)G*i}O}`'}:}8H3G&H4G*G4p*h)hi&H5G2G5i~:*}:}8H6G(G5i}O6}:}8H7G3G5i}O/}:}8H8)hG6G8G761G6i~:*}8H6G7i}O6}8H7G8i}O/}8H8G5i'}8H5G5i6p3&1G2i}O~C&}8H2G3i}O}`'}8H3G*i'}8H*G*G4p3&111~M,(1}NA}Ji&H*G(G*i}O}`'}:}8H+G)G*i}O/}:}8H,G&H-G*G-p*h)hi&H.G+G.i}O'}:}8H/G,G.i}O'}:}8H0)hi&H1G'G1i*}:}8H2G/G1i*}:}8H3G0G1i*}:}8H4)hG2#&(&H5G3#&(}OKH6G3#&(}OpH7G3#&(}OTH8G3#&(}OyH9G3#&(}O/G8G9#~`'#~`'H:G3#&(}O^H;G3#&(}O}(H=G3#&(}O8G;G=#~`'#~`'H>G3#&(}OgH?G3#&(}O}1H@G8G9#~a'G3#&(}O}D#~a'HAG;G=#~a'G3#&(}O}M#~a'HBG4G5G3#&(&G6G7#~`'#~`'G:G>#~`'#~`'#~`'G5G:G>#~a'G3#&(}OBG?G@#~`'#~`'#~a'#~`'#~e'G5G6G7#~a'G3#&(}O}:#~a'GAGB#~`'#~`'#~`'#~e'G5GAGB#~a'G?G@#~a'G3#&(}O}V'#~a'#~a'#~`'#~e'#2&&&&&&&&&&&&&&&&#~g'#1(&G2#&(6HCG3#&(}`KHDG3#&(}`pHEG3#&(}`THFG3#&(}`yHGG3#&(}`/GFGG#~`'#~`'HHG3#&(}`^HIG3#&(}`}(HJG3#&(}`8GIGJ#~`'#~`'HKG3#&(}`gHLG3#&(}`}1HMGFGG#~a'G3#&(}`}D#~a'HNGIGJ#~a'G3#&(}`}M#~a'HOG4GCG3#&(6GDGE#~`'#~`'GHGK#~`'#~`'#~`'GCGHGK#~a'G3#&(}`BGLGM#~`'#~`'#~a'#~`'#~e'GCGDGE#~a'G3#&(}`}:#~a'GNGO#~`'#~`'#~`'#~e'GCGNGO#~a'GLGM#~a'G3#&(}`}V'#~a'#~a'#~`'#~e'#2&&&&&&&&&&&&&&&&#~g'#1(6G2iG}8H2G3iG}8H3G4iG}8H4G1i.}8H1G1iGp3&1G/i}O'}8H/G0i}O'}8H0G.i'}8H.G.i/p3&1G+i}O}`'}8H+G,i}O/}8H,G*i'}8H*G*G-p3&111}_,(3}N;}Ji&H+G)#&(&H8G)#&(6H9G)#&(GH:i&H+G'G+i}O/}:}8H,G*G+iO}:}8H-G&i'}9H.G+G.p*h)h#2&&&&&&&&&&&&&&&&H;#2&&&&&&&&&&&&&&&&H=#2&&&&&&&&&&&&&&&&H>#2&&&&&&&&&&&&&&&&H?#2&&&&&&&&&&&&&&&&H@#2&&&&&&&&&&&&&&&&HAi&H/G,G/i*}:}8H0G(G/iO}:}8H1)hG0#/(&HBG1#&(&HCG;GBGC#~b'#~`'H;G1#&(6HDG=GBGD#~b'#~`'H=G1#&(GHEG>GBGE#~b'#~`'H>G0#/(}O/HFG?GFGC#~b'#~`'H?G@GFGD#~b'#~`'H@GAGFGE#~b'#~`'HAG0i*}8H0G1iO}8H1G/i'}8H/G/i}p(p3&1G-G8G;#~`'#1(&G-G9G=#~`'#1(6G:G>#~`'HGG-GG#})(G&G-G8G?#~`'#1(OG-G9G@#~`'#1(`G:GA#~`'HHG-GH#})(p&G,i}O8}8H,G-i~K&}8H-G+i(}8H+G+G.p3&11G'G+i}O/}:}8H2G*G+iO}:}8H3G&H4G+G4p*h)h#2&&&&&&&&&&&&&&&&HI#2&&&&&&&&&&&&&&&&HJ#2&&&&&&&&&&&&&&&&HKi&H5G2G5i*}:}8H6G(G5iO}:}8H7)hG6#/(&HLGIGLG7#&(&#~b'#~`'HIGJGLG7#&(6#~b'#~`'HJGKGLG7#&(G#~b'#~`'HKG6i*}8H6G7iO}8H7G5i'}8H5G5i}p(p3&1G3G8GI#~`'#1(&G3G9GJ#~`'#1(6G:GK#~`'HMG3GM#})(G&G2i}O/}8H2G3iO}8H3G+i'}8H+G+G4p3&111}V''*}Ni&H)G'G)iO}:}8H*G(G)i*}:}8H+G&H,G)G,p*h)hG+G*Q(&G*Q(*}gG*Q(.}gG*Q(2}gG*Q(6}gG*Q(:}gG*Q(?}gG*Q(C}gG*Q(G}gG*Q(K}g`(&G*iO}8H*G+i*}8H+G)i'}8H)G)G,p3&111~#-)5}N0}L0}Ji&H*i&H*G'G*iO}:}8H+G(G*i*}:}8H,G)G*i*}:}8H-G&i)}9H.G*G.p*h)hk&&&&H9#2&&&&&&&&&&&&&&&&HDk&&&&H:#2&&&&&&&&&&&&&&&&HEk&&&&H;#2&&&&&&&&&&&&&&&&HFk&&&&H=#2&&&&&&&&&&&&&&&&HGG,Q(&}[H>G,Q(*}[H?G,Q(.}[H@G,Q(2}[HAi&H/G+G/i*}:}8H0)hGDG0#&(&G>#9#~`'6&#~`'HDGEG0#&(OG?#9#~`'6&#~`'HEGFG0#&(xG@#9#~`'6&#~`'HFGGG0#&(}GGA#9#~`'6&#~`'HGG0i6}8H0G/i*}8H/G/i.p3&1i.H/G+G/i*}:}8H1)hG9G1Q(&G>}b#96&#F&}bH9G:G1Q(OG?}b#96&#F&}bH:G;G1Q(xG@}b#96&#F&}bH;G=G1Q(}GGA}b#96&#F&}bH=G1i*}8H1G/i'}8H/G/i0p3&1G9GDIH#F&GH#F'}bGH#F(GH#F)}b}b}bH9G:GEII#F&GI#F'}bGI#F(GI#F)}b}b}bH:G;GFIJ#F&GJ#F'}bGJ#F(GJ#F)}b}b}bH;G=GGIK#F&GK#F'}bGK#F(GK#F)}b}b}bH=G-G9#96'#F&`(&G-G:#96'#F&`(*G-G;#96'#F&`(.G-G=#96'#F&`(2G+i}p'}8H+G,i6}8H,G-i6}8H-G*i*}8H*G*G.p3&11G'G*iO}:}8H2G(G*i*}:}8H3G)G*i*}:}8H4G&H5G*G5p*h)hk&&&&HB#2&&&&&&&&&&&&&&&&HLG3Q(&}[HCi&H6G2G6i*}:}8H7)hGLG7#&(&GC#9#~`'6&#~`'HLG7i6}8H7G6i*}8H6G6i.p3&1i.H6G2G6i*}:}8H8)hGBG8Q(&GC}b#96&#F&}bHBG8i*}8H8G6i'}8H6G6i0p3&1GBGLIM#F&GM#F'}bGM#F(GM#F)}b}b}bHBG4GB#96'#F&`(&G2iO}8H2G3i*}8H3G4i*}8H4G*i'}8H*G*G5p3&111~`'(/}N*}Li&H,G'G,iO}:}8H-G(G,i*}:}8H.G)G,i*}:}8H/G*G,i*}:}8H0G+G,i*}:}8H1G&H2G,G2p*h)hk&&&&H5G.Q(&}[H6G/Q(&}[H7G0Q(&H8i&H3G-G3i*}:}8H4)hG5G4Q(&G6}bG7}bk&&&&G3~,G8})B}bH5G4i*}8H4G3i'}8H3G3i0p3&1G1G5}[`(&G-iO}8H-G.i*}8H.G/i*}8H/G0i*}8H0G1i*}8H1G,i'}8H,G,G2p3&111|('}L)}Nk&&&&H)i&H*G'G*i*}:}8H+G&H,G*G,p*h)hG)G+Q(&}bH)G+i*}8H+G*i'}8H*G*G,p3&11G(G)G&~,}e`(&1~O-(7}NG}Ji&H*G'G*i}OG}:}8H+G(G*i}O~C&}:}8H,G)G*i}O~C&}:}8H-G&H.G*G.p*h)hi&H/G+G/i}O.}:}8H0G,G/i~:'}:}8H1G-G/i~:'}:}8H2)hi&H3G0G3i}O'}:}8H4G1G3i~:&}:}8H5G2G3i~:&}:}8H6)hi&H7G4G7i*}:}8H8G5G7i*}:}8H9G6G7i*}:}8H:)hG8#&(}O.H;G8#&(}O/H=G8#&(}O'G=#~a'H>G8#&(&G;#~a'G>#~a'H?G8#&(~:.H@G8#&(hG@#~a'HAG>GA#~`'HBG>GA#~a'HCG8#&(~:/HDGAG8#&(~:'GD#~a'#~a'HEG8#&(}O*HFG8#&(}O+HGG=GG#~`'HHG;GF#~`'GH#~a'HIG8#&(~:*HJG@GJ#~`'HKGHGK#~`'HLGHGK#~a'HMG8#&(~:+HNGKGDGN#~`'#~a'HOG=GG#~a'HPG;GF#~a'GP#~a'HQG@GJ#~a'HRGPGR#~`'HSGPGR#~a'HTGRGDGN#~a'#~a'HUGGG8#&(}O3#~a'HVGFG8#&(}O2#~a'GV#~a'HWGJG8#&(~:2#~a'HXGVGX#~`'HYGVGX#~a'HZGXGNG8#&(~:3#~a'#~a'H[G9G?#1(&G9GB#1(~:*G9GC#1(}O/G9GE#1(~:3G9GI#1(}O8G9GL#1(~:=G9GM#1(}OBG9GO#1(~:FG9GQ#1(}OKG9GS#1(~:OG9GT#1(}OTG9GU#1(~:XG9GW#1(}O^G9GY#1(~:bG9GZ#1(}OgG9G[#1(~:kG:G?#1(&G:GB#1(~:*G:GC#1(}O/G:GE#1(~:3G:GI#1(}O8G:GL#1(~:=G:GM#1(}OBG:GO#1(~:FG:GQ#1(}OKG:GS#1(~:OG:GT#1(}OTG:GU#1(~:XG:GW#1(}O^G:GY#1(~:bG:GZ#1(}OgG:G[#1(~:kG8i6}8H8G9i6}8H9G:i6}8H:G7i*}8H7G7i6p3&1G4i}O'}8H4G5i~:&}8H5G6i~:&}8H6G3i'}8H3G3i)p3&1G0i}O.}8H0G1i~:'}8H1G2i~:'}8H2G/i'}8H/G/i)p3&1G+i}OG}8H+G,i}O~C&}8H,G-i}O~C&}8H-G*i'}8H*G*G.p3&111~J+(4}N;}Ji&H+G(G+i}O}`'}:}8H,G)G+i}O/}:}8H-G*G+i}O/}:}8H.G&H/G+G/p*h)hi&H0G,G0i}O'}:}8H1G-G0i}O'}:}8H2G.G0i}O'}:}8H3)hi&H4G'G4i*}:}8H5G1G4i*}:}8H6G2G4i*}:}8H7G3G4i*}:}8H8)hG5#&(&H9G6#&(}OKH:G6#&(}OpH;G6#&(}OTH=G6#&(}OyH>G6#&(}O/G=G>#~`'#~`'H?G6#&(}O^H@G6#&(}O}(HAG6#&(}O8G@GA#~`'#~`'HBG9G6#&(&G:G;#~`'#~`'G?GB#~`'#~`'#~`'HCG6#&(}OgHDG6#&(}O}1HEG9G?GB#~a'G6#&(}OBGDGE#~`'#~`'#~a'#~`'HFGCGF#~e'HGG=G>#~a'G6#&(}O}D#~a'HHG@GA#~a'G6#&(}O}M#~a'HIG9G:G;#~a'G6#&(}O}:#~a'GHGI#~`'#~`'#~`'HJGGGJ#~e'HKG9GHGI#~a'GDGE#~a'G6#&(}O}V'#~a'#~a'#~`'HLGKGL#~e'#2&&&&&&&&&&&&&&&&#~g'HM#2&&hh&&hh&&hh&&hh#2&&&h&&&h&&&h&&&h#2&&}Og&&}Og&&}Og&&}Og#2&&&&&&&&&&&&&&&&GCGF#k#zGGGJ#k#zGKGL#k#zHNG7GM#1(&G8GN#1(&G5i6}8H5G6i6}8H6G7i6}8H7G8i6}8H8G4i*}8H4G4iGp3&1G1i}O'}8H1G2i}O'}8H2G3i}O'}8H3G0i'}8H0G0i/p3&1G,i}O}`'}8H,G-i}O/}8H-G.i}O/}8H.G+i'}8H+G+G/p3&111}Q.)7}N5}L0}Ji&H+i&H+G'G+iO}:}8H,G(G+i*}:}8H-G)G+i*}:}8H.G*G+i*}:}8H/G&i)}9H0G+G0p*h)hk&&&&H=#2&&&&&&&&&&&&&&&&HLk&&&&H>#2&&&&&&&&&&&&&&&&HMk&&&&H?#2&&&&&&&&&&&&&&&&HNk&&&&H@#2&&&&&&&&&&&&&&&&HOG-Q(&}[HAG-Q(*}[HBG-Q(.}[HCG-Q(2}[HDi&H1G,G1i*}:}8H2)hGLG2#&(&GA#9#~`'6&#~`'HLGMG2#&(OGB#9#~`'6&#~`'HMGNG2#&(xGC#9#~`'6&#~`'HNGOG2#&(}GGD#9#~`'6&#~`'HOG2i6}8H2G1i*}8H1G1i.p3&1i.H1G,G1i*}:}8H3)hG=G3Q(&GA}b#96&#F&}bH=G>G3Q(OGB}b#96&#F&}bH>G?G3Q(xGC}b#96&#F&}bH?G@G3Q(}GGD}b#96&#F&}bH@G3i*}8H3G1i'}8H1G1i0p3&1G=GLIP#F&GP#F'}bGP#F(GP#F)}b}b}bH=G>GMIQ#F&GQ#F'}bGQ#F(GQ#F)}b}b}bH>G?GNIR#F&GR#F'}bGR#F(GR#F)}b}b}bH?G@GOIS#F&GS#F'}bGS#F(GS#F)}b}b}bH@G=#96'#F&HEG>#96'#F&HFG?#96'#F&HGG@#96'#F&HHG.G=`(&G.G>`(*G.G?`(.G.G@`(2G/GE`(&G/GF`(*G/GG`(.G/GH`(2G,i}p'}8H,G-i6}8H-G.i6}8H.G/i6}8H/G+i*}8H+G+G0p3&11G'G+iO}:}8H4G(G+i*}:}8H5G)G+i*}:}8H6G*G+i*}:}8H7G&H8G+G8p*h)hk&&&&HI#2&&&&&&&&&&&&&&&&HTG5Q(&}[HJi&H9G4G9i*}:}8H:)hGTG:#&(&GJ#9#~`'6&#~`'HTG:i6}8H:G9i*}8H9G9i.p3&1i.H9G4G9i*}:}8H;)hGIG;Q(&GJ}b#96&#F&}bHIG;i*}8H;G9i'}8H9G9i0p3&1GIGTIU#F&GU#F'}bGU#F(GU#F)}b}b}bHIGI#96'#F&HKG6GI`(&G7GK`(&G4iO}8H4G5i*}8H5G6i*}8H6G7i*}8H7G+i'}8H+G+G8p3&111r('}L)}Nk&&}OgG&~,}eH(i&H)G'G)i*}:}8H*G&H+G)G+p*h)hG*G(`(&G*i*}8H*G)i'}8H)G)G+p3&111~5'(-}N)}Li&H+G'G+i*}:}8H,G(G+i*}:}8H-G)G+i*}:}8H.G*G+i*}:}8H/G&H0G+G0p*h)hk&&&&H2G,Q(&H3G-Q(&H4i&H1)hG2G3k&&&&G1~,G4})B}bH2G1i'}8H1G1i0p3&1G/G2k&&}OgG.Q(&}e}d`(&G,i*}8H,G-i*}8H-G.i*}8H.G/i*}8H/G+i'}8H+G+G0p3&111~#)(.}N+}Ji&H-G'G-i*}:}8H.G(G-i*}:}8H/G)G-i*}:}8H0G*G-iO}:}8H1G+G-i*}:}8H2G,G-iO}:}8H3G&H4G-G4p*h)hG.Q(&}[#9H5G/#/(&H6G0#/(&H7G2Q(&}[#9H8G3G5#2&&&&&&&&&&&&&&&&i&#7#2&&&&'&&&(&&&)&&&#~('#~v'G6#i#zG7G1#&(&G8#~`'6&#~b'#~`'#1(&G3G5#2&&&&&&&&&&&&&&&&i*#7#2&&&&'&&&(&&&)&&&#~('#~v'G6#i#zG7G1#&(6G8#~`'6&#~b'#~`'#1(6G5#2&&&&&&&&&&&&&&&&i.#7#2&&&&'&&&(&&&)&&&#~('#~v'G6#i#zG7G1#&(GG8#~`'6&#~b'#~`'H9G3G9#})(G&G.i*}8H.G/i*}8H/G0i*}8H0G1iO}8H1G2i*}8H2G3iO}8H3G-i'}8H-G-G4p3&111~+('2}Ni&H(G&G(i~:*}:}8H)G'G(i}OT}:}8H*)hi&H+G)G+i*}:}8H,G*G+i}O+}:}8H-)hi&H.G,G.i}O/}:}8H/G-G.i~:&}:}8H0)hi&H1G/G1iK}:}8H2G0G1i*}:}8H3)hG3G2G2G2G2#}*(&#}$(K'#}$(p(#}$(}:)#1(&G3G2G2G2G2#}*(}`'#}$(~.''#}$(~S'(#}$(~x')#1(6G2i}p(}8H2G3iG}8H3G1i.}8H1G1i6p3&1G/i}O/}8H/G0i~:&}8H0G.i'}8H.G.i0p3&1G,i*}8H,G-i}O+}8H-G+i'}8H+G+i/p3&1G)i~:*}8H)G*i}OT}8H*G(i'}8H(G(i(p3&11~O3(F}N9}Ji&H+i&H+G'G+iO}:}8H,G)G+i}O/}:}8H-G*G+i}O/}:}8H.G&i'}9H/G+G/p*h)hi&H0G(G0i}O+}:}8H1G-G0i}O'}:}8H2G.G0i}O'}:}8H3)hi&H4G1G4i}OT}:}8H5G2G4i~:&}:}8H6G3G4i~:&}:}8H7)h#2&&&&&&&&&&&&&&&&HK#2&&&&&&&&&&&&&&&&HL#2&&&&&&&&&&&&&&&&HM#2&&&&&&&&&&&&&&&&HN#2&&&&&&&&&&&&&&&&HO#2&&&&&&&&&&&&&&&&HP#2&&&&&&&&&&&&&&&&HQ#2&&&&&&&&&&&&&&&&HRi&H8G,G8i*}:}8H9G5G8i~:&}:}8H:)hG9#/(&HSG:#&(&HTGKGSGT#~b'#~`'HKG:#&(6HUGLGSGU#~b'#~`'HLG:#&(GHVGMGSGV#~b'#~`'HMG:#&(WHWGNGSGW#~b'#~`'HNG9#/(OHXGOGXGT#~b'#~`'HOGPGXGU#~b'#~`'HPGQGXGV#~b'#~`'HQGRGXGW#~b'#~`'HRG9i*}8H9G:i~:&}8H:G8i'}8H8G8i0p3&1G7GK#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G6#&(&#k#z#1(&G7GL#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G6#&(6#k#z#1(6G7GM#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G6#&(G#k#z#1(GG7GN#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G6#&(W#k#z#1(WG7GO#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G6#&(}O/#k#z#1(}O/G7GP#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G6#&(}`/#k#z#1(}`/G7GQ#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G6#&(}p/#k#z#1(}p/G7GR#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G6#&(~*/#k#z#1(~*/G5i}OT}8H5G6i~:&}8H6G7i~:&}8H7G4i'}8H4G4i(p3&1G1i}O+}8H1G2i}O'}8H2G3i}O'}8H3G0i'}8H0G0i/p3&1G,i~K&}8H,G-i}O8}8H-G.i}O8}8H.G+i(}8H+G+G/p3&11G'G+iO}:}8H;G)G+i}O/}:}8H=G*G+i}O/}:}8H>G&H?G+G?p*h)hi&H@G(G@i}O+}:}8HAG=G@i}O'}:}8HBG>G@i}O'}:}8HC)hi&HDGAGDi}OT}:}8HEGBGDi~:&}:}8HFGCGDi~:&}:}8HG)h#2&&&&&&&&&&&&&&&&HY#2&&&&&&&&&&&&&&&&HZ#2&&&&&&&&&&&&&&&&H[#2&&&&&&&&&&&&&&&&H]i&HHG;GHi*}:}8HIGEGHi~:&}:}8HJ)hGI#/(&H^GYG^GJ#&(&#~b'#~`'HYGZG^GJ#&(6#~b'#~`'HZG[G^GJ#&(G#~b'#~`'H[G]G^GJ#&(W#~b'#~`'H]GIi*}8HIGJi~:&}8HJGHi'}8HHGHi0p3&1GGGY#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&GF#&(&#k#z#1(&GGGZ#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&GF#&(6#k#z#1(6GGG[#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&GF#&(G#k#z#1(GGGG]#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&GF#&(W#k#z#1(WGEi}OT}8HEGFi~:&}8HFGGi~:&}8HGGDi'}8HDGDi(p3&1GAi}O+}8HAGBi}O'}8HBGCi}O'}8HCG@i'}8H@G@i/p3&1G;iO}8H;G=i}O/}8H=G>i}O/}8H>G+i'}8H+G+G?p3&111~x)';}Ni&H*G'G*i}O/}:}8H+G(G*i}O/}:}8H,G)G*i}O~`&}:}8H-G&H.G*G.p*h)hi&H/G+G/i}O)}:}8H0G,G/i}O)}:}8H1G-G/i}O:}:}8H2)hi&H3G2G3i}O0}:}8H4)hi&H5G0G5i}O'}:}8H6G1G5i}O'}:}8H7G4G5i}O(}:}8H8)hi&H9G8G9i}O'}:}8H:)hi&H;G6G;i*}:}8H=G7G;i*}:}8H>G:G;i*}:}8H?)hG?G=#&(&#2&&&&&&&&&&&&&&&&G3i(}:G9}8~,#9G>#&(&#i#z#1(}O=G?G=#&(6#2&&&&&&&&&&&&&&&&G3i(}:G9}8~,#9G>#&(6#i#z#1(}`=G=iG}8H=G>iG}8H>G?iG}8H?G;i.}8H;G;iGp3&1G:i}O'}8H:G9i'}8H9G9i(p3&1G6i}O'}8H6G7i}O'}8H7G8i}O(}8H8G5i'}8H5G5i)p3&1G4i}O0}8H4G3i'}8H3G3i(p3&1G0i}O)}8H0G1i}O)}8H1G2i}O:}8H2G/i'}8H/G/i)p3&1G+i}O/}8H+G,i}O/}8H,G-i}O~`&}8H-G*i'}8H*G*G.p3&111~lB(/}N}`'}Ji&H(G&G(i}OO}:}8H)G'G(i}O(}:}8H*)hi&H+G)G+i}O*}:}8H,G*G+i}O'}:}8H-)hi&H.G,G.i*}:}8H/G-G.i*}:}8H0)hG/#&(}OOH1G/#&(}O:H2G/#&(}OSH3G/#&(}O?H4#2&&}Oh&&}Oh&&}Oh&&}OhG/#&(}O*#~b'G3#~`'#2&&}ph&&}ph&&}ph&&}phG4#~b'#~a'H5G/#&(}OQH6G/#&(}O=H7#2&&}Oh&&}Oh&&}Oh&&}OhG/#&(}O(#~b'G6#~`'#2&&}ph&&}ph&&}ph&&}phG7#~b'#~a'H8#2&&}Oh&&}Oh&&}Oh&&}Oh#2&&}Oh&&}Oh&&}Oh&&}OhG/#&(&#~b'G1#~`'#2&&}ph&&}ph&&}ph&&}phG2#~b'#~a'#~b'G5#~`'#2&&}ph&&}ph&&}ph&&}phG8#~b'#~a'H9G5#2&&}Oh&&}Oh&&}Oh&&}OhG8#~b'#~a'H:G/#&(}ORH;G/#&(}O>H=#2&&}Oh&&}Oh&&}Oh&&}OhG/#&(}O)#~b'G;#~`'#2&&}ph&&}ph&&}ph&&}phG=#~b'#~a'H>G/#&(}OPH?G/#&(}O;H@#2&&}Oh&&}Oh&&}Oh&&}OhG/#&(}O'#~b'G?#~`'#2&&}ph&&}ph&&}ph&&}phG@#~b'#~a'HA#2&&}Oh&&}Oh&&}Oh&&}OhGA#~b'HBG>GB#~a'HCG:GC#~`'HDG:GC#~a'HEG5G8#~a'HF#2&&&h&&&h&&&h&&&hG>GA#~a'#~b'HGGFGG#~`'HHGFGG#~a'HIG/#&(}OTHJG/#&(}O@HKGB#2&&}Oh&&}Oh&&}Oh&&}OhG/#&(}O+#~b'GJ#~`'#2&&}ph&&}ph&&}ph&&}phGK#~b'#~a'#~`'#2&&}ph&&}ph&&}ph&&}phG>#~b'#~a'HLG1#2&&}Oh&&}Oh&&}Oh&&}OhG2#~b'#~a'HMG/#&(}OEHNG/#&(}O0HO#2&&}Oh&&}Oh&&}Oh&&}OhGO#~b'HPGNGP#~a'HQG3#2&&}Oh&&}Oh&&}Oh&&}OhG4#~b'#~a'HRG/#&(}OIHSG/#&(}O4HT#2&&}Oh&&}Oh&&}Oh&&}OhGT#~b'HUGSGU#~a'HVGRGV#~`'HWG6#2&&}Oh&&}Oh&&}Oh&&}OhG7#~b'#~a'HXG/#&(}OGHYG/#&(}O2HZ#2&&}Oh&&}Oh&&}Oh&&}OhGZ#~b'H[GYG[#~a'H]GXG]#~`'H^#2&&}Oh&&}Oh&&}Oh&&}OhGMGQ#~`'#~b'GW#~`'#2&&}ph&&}ph&&}ph&&}phG^#~b'#~a'H_GW#2&&}Oh&&}Oh&&}Oh&&}OhG^#~b'#~a'H`G;#2&&}Oh&&}Oh&&}Oh&&}OhG=#~b'#~a'HaG/#&(}OHHbG/#&(}O3Hc#2&&}Oh&&}Oh&&}Oh&&}OhGc#~b'HdGbGd#~a'HeGaGe#~`'HfG?#2&&}Oh&&}Oh&&}Oh&&}OhG@#~b'#~a'HgG/#&(}OFHhG/#&(}O1Hi#2&&}Oh&&}Oh&&}Oh&&}OhGi#~b'HjGhGj#~a'HkGgGk#~`'Hl#2&&}Oh&&}Oh&&}Oh&&}OhGl#~b'HmGfGm#~a'HnG`Gn#~`'HoG`Gn#~a'HpGWG^#~a'Hq#2&&&h&&&h&&&h&&&hGfGl#~a'#~b'HrGqGr#~`'HsGqGr#~a'HtGJ#2&&}Oh&&}Oh&&}Oh&&}OhGK#~b'#~a'HuG/#&(}OJHvG/#&(}O5Hw#2&&}Oh&&}Oh&&}Oh&&}OhGw#~b'HxGvGx#~a'HyGmGuGy#~`'#~`'#2&&}ph&&}ph&&}ph&&}phGf#~b'#~a'HzGRGV#~a'H{GXG]#~a'H|#2&&}Oh&&}Oh&&}Oh&&}OhGMGQ#~a'#~b'G{#~`'#2&&}ph&&}ph&&}ph&&}phG|#~b'#~a'H}#G{#2&&}Oh&&}Oh&&}Oh&&}OhG|#~b'#~a'H}$GaGe#~a'H}%GgGk#~a'H}&#2&&}Oh&&}Oh&&}Oh&&}OhG}&#~b'H}'G}%G}'#~a'H}(G}$G}(#~`'H})G}$G}(#~a'H}*G{G|#~a'H}+#2&&&h&&&h&&&h&&&hG}%G}&#~a'#~b'H},G}+G},#~`'H}-G}+G},#~a'H}.G}'GuGy#~a'#~`'#2&&}ph&&}ph&&}ph&&}phG}%#~b'#~a'H}/G1G2#~a'H}0#2&&&h&&&h&&&h&&&hGNGO#~a'#~b'H}1G3G4#~a'H}2#2&&&h&&&h&&&h&&&hGSGT#~a'#~b'H}3G}2G}3#~`'H}4G6G7#~a'H}5#2&&&h&&&h&&&h&&&hGYGZ#~a'#~b'H}6G}5G}6#~`'H}7#2&&}Oh&&}Oh&&}Oh&&}OhG}0G}1#~`'#~b'G}4#~`'#2&&}ph&&}ph&&}ph&&}phG}7#~b'#~a'H}8G}4#2&&}Oh&&}Oh&&}Oh&&}OhG}7#~b'#~a'H}9G;G=#~a'H}:#2&&&h&&&h&&&h&&&hGbGc#~a'#~b'H};G}:G};#~`'H}=G?G@#~a'H}>#2&&&h&&&h&&&h&&&hGhGi#~a'#~b'H}?G}>G}?#~`'H}@#2&&}Oh&&}Oh&&}Oh&&}OhG}@#~b'H}AG}=G}A#~a'H}BG}9G}B#~`'H}CG}9G}B#~a'H}DG}4G}7#~a'H}E#2&&&h&&&h&&&h&&&hG}=G}@#~a'#~b'H}FG}EG}F#~`'H}GG}EG}F#~a'H}HGJGK#~a'H}I#2&&&h&&&h&&&h&&&hGvGw#~a'#~b'H}JG}AG}IG}J#~`'#~`'#2&&}ph&&}ph&&}ph&&}phG}=#~b'#~a'H}KG}2G}3#~a'H}LG}5G}6#~a'H}M#2&&}Oh&&}Oh&&}Oh&&}OhG}0G}1#~a'#~b'G}L#~`'#2&&}ph&&}ph&&}ph&&}phG}M#~b'#~a'H}NG}L#2&&}Oh&&}Oh&&}Oh&&}OhG}M#~b'#~a'H}O'G}:G};#~a'H}P'G}>G}?#~a'H}Q'#2&&}Oh&&}Oh&&}Oh&&}OhG}Q'#~b'H}R'G}P'G}R'#~a'H}S'G}O'G}S'#~`'H}T'G}O'G}S'#~a'H}U'G}LG}M#~a'H}V'#2&&&h&&&h&&&h&&&hG}P'G}Q'#~a'#~b'H}W'G}V'G}W'#~`'H}X'G}V'G}W'#~a'H}Y'G}R'G}IG}J#~a'#~`'#2&&}ph&&}ph&&}ph&&}phG}P'#~b'#~a'H}Z'GUG/#&(}O^#~`'#2&&}ph&&}ph&&}ph&&}phGS#~b'#~a'H}['G[G/#&(}O[#~`'#2&&}ph&&}ph&&}ph&&}phGY#~b'#~a'H}]'#2&&}Oh&&}Oh&&}Oh&&}OhGPG/#&(}OY#~`'#2&&}ph&&}ph&&}ph&&}phGN#~b'#~a'#~b'G}['#~`'#2&&}ph&&}ph&&}ph&&}phG}]'#~b'#~a'H}^'G}['#2&&}Oh&&}Oh&&}Oh&&}OhG}]'#~b'#~a'H}_'GdG/#&(}O]#~`'#2&&}ph&&}ph&&}ph&&}phGb#~b'#~a'H}`'GjG/#&(}OZ#~`'#2&&}ph&&}ph&&}ph&&}phGh#~b'#~a'H}a'#2&&}Oh&&}Oh&&}Oh&&}OhG}a'#~b'H}b'G}`'G}b'#~a'H}c'G}_'G}c'#~`'H}d'G}_'G}c'#~a'H}e'G}['G}]'#~a'H}f'#2&&&h&&&h&&&h&&&hG}`'G}a'#~a'#~b'H}g'G}f'G}g'#~`'H}h'G}f'G}g'#~a'H}i'G}b'GxG/#&(}O_#~`'#2&&}ph&&}ph&&}ph&&}phGv#~b'#~a'#~`'#2&&}ph&&}ph&&}ph&&}phG}`'#~b'#~a'H}j'G0G9#1(&G0GD#1(}O*G0GE#1(}O.G0GH#1(}O2G0GI#1(}O6G0GL#1(}O:G0G_#1(}O?G0Go#1(}OCG0Gp#1(}OGG0Gs#1(}OKG0Gt#1(}OOG0Gz#1(}OSG0G}##1(}OWG0G})#1(}O[G0G}*#1(}O`G0G}-#1(}OdG0G}.#1(}OhG0G}/#1(}OlG0G}8#1(}OpG0G}C#1(}OtG0G}D#1(}OxG0G}G#1(}O|G0G}H#1(}O}&G0G}K#1(}O}*G0G}N#1(}O}.G0G}T'#1(}O}2G0G}U'#1(}O}6G0G}X'#1(}O}:G0G}Y'#1(}O}?G0G}Z'#1(}O}CG0G}^'#1(}O}GG0G}d'#1(}O}KG0G}e'#1(}O}O'G0G}h'#1(}O}S'G0G}i'#1(}O}W'G0G}j'#1(}O}['G/i6}8H/G0i6}8H0G.i*}8H.G.iGp3&1G,i}O*}8H,G-i}O'}8H-G+i'}8H+G+i(p3&1G)i}OO}8H)G*i}O(}8H*G(i'}8H(G(i(p3&11}#'*}Ni&H)G'G)i}O~`&}:}8H*G(G)i}O}`'}:}8H+G&H,G)G,p*h)hG*G+6CG*i}O~`&}8H*G+i}O}`'}8H+G)i'}8H)G)G,p3&111~L/()}N}(}Li&H(G&G(i~:*}:}8H)G'G(i*}:}8H*)hG)Q(GH+k&&}OeG+}dH,G)Q(?H-k&&}OfG-}dH.k~%~$Q~8k&&}OfG+}dG.}b}dH/G)Q(CH0k~%~$Q~7G0}dH1G/G1}bH2G/G1}cH3k~%~$QeG-}dH4k~%~$QdG+}dG4}bH5k~%~$~$dG0}dH6G5G6}bH7G5G6}cH8G)Q(.H9k~%~$Q~8G+G9}b}dH:G)Q(:H;k~%~$Q~8G;}dH=G:G=}bH>k&&}OfG>}dH?G)Q(&H@k~%~$Q~8G-G@}b}dHAG)Q(2HBk~%~$Q~8GB}dHCGAGC}bHDk~%~$Q~8G>GD}b}dHEG)Q(*HFk~%~$Q~8G0GF}b}dHGG)Q(6HHk~%~$Q~8GH}dHIGGGI}bHJk~%~$Q~8GJ}dHKGEGK}bHLGEGK}cHMk~%~$QeG>}dk~%~$QfGD}d}bHNk~%~$~$eGJ}dHOGNGO}bHPGNGO}cHQG:G=}cHRk&&}OfGR}dHSGAGC}cHTk~%~$Q~8GRGT}b}dHUGGGI}cHVk~%~$Q~8GV}dHWGUGW}bHXGUGW}cHYk~%~$QeGR}dk~%~$QfGT}d}bHZk~%~$~$eGV}dH[GZG[}bH]GZG[}cH^k~%~$QeG+}dk~%~$QfG9}d}bH_k~%~$~$eG;}dH`G_G`}bHak&&}OfGa}dHbk~%~$QfG@}dHcG4Gc}bHdk~%~$~$eGB}dHeGdGe}bHfk~%~$Q~8GaGf}b}dHgk~%~$QeG0}dk~%~$QfGF}d}bHhk~%~$~$eGH}dHiGhGi}bHjk~%~$Q~8Gj}dHkGgGk}bHlGgGk}cHmk~%~$QeGa}dk~%~$QfGf}d}bHnk~%~$~$eGj}dHoGnGo}bHpGnGo}cHqG_G`}cHrk&&}OfGr}dHsGdGe}cHtk~%~$Q~8GrGt}b}dHuGhGi}cHvk~%~$Q~8Gv}dHwGuGw}bHxGuGw}cHyk~%~$QeGr}dk~%~$QfGt}d}bHzk~%~$~$eGv}dH{GzG{}bH|GzG{}cH}#k&&}OfG9}dH}$k~%~$Q~8G9G@}b}dH}%k~%~$Q~8GF}dH}&G}%G}&}bH}'G}%G}&}cH}(k~%~$QeG9}dGc}bH})k~%~$~$eGF}dH}*G})G}*}bH}+G})G}*}cH},G*G,`(&G*G2`(}O6G*G3`(}OGG*G7`(}OWG*G8`(}OhG*G.`(}OxG*G?`(}O}.G*GL`(}O}?G*GM`(}O}O'G*GP`(}O}`'G*GQ`(}O}p'G*GD`(}O~*'G*GS`(}O~:'G*GX`(}O~K'G*GY`(}O~['G*G]`(}O~l'G*G^`(}O}O(G*GT`(}O}`(G*Gb`(}O}p(G*Gl`(}O~*(G*Gm`(}O~:(G*Gp`(}O~K(G*Gq`(}O~[(G*Gf`(}O~l(G*Gs`(}O}O)G*Gx`(}O}`)G*Gy`(}O}p)G*G|`(}O~*)G*G}#`(}O~:)G*Gt`(}O~K)G*G}$`(}O~[)G*G}'`(}O~l)G*G}(`(}O}O*G*G}+`(}O}`*G*G},`(}O}p*G*G@`(}O~**G)i~:*}8H)G*i*}8H*G(i'}8H(G(iGp3&11k')}Ni&H(G&G(iK}:}8H)G'G(i}O'}:}8H*)hG)G*6EG)iK}8H)G*i}O'}8H*G(i'}8H(G(i6p3&11}a((/}N(}Ji&H(G&G(i}O6}:}8H)G'G(i}O6}:}8H*)hi&H+G)G+i*}:}8H,G*G+i~:&}:}8H-)hi&H.G,G.i}O'}:}8H/G-G.i*}:}8H0)hG/#&(&H1G0G1#}((&&G0G1#}((h'G0G1#}((}O'(G0G1#}((~:')G/#&(6H2G0G2#}((}O(&G0G2#}((~:('G0G2#}((}O)(G0G2#}((~:))G/i}O'}8H/G0i*}8H0G.i'}8H.G.i6p3&1G,iG}8H,G-i}O*}8H-G+i.}8H+G+iGp3&1G)i}O6}8H)G*i}O6}8H*G(i'}8H(G(iKp3&11~w)(,}N4}Ji&H)G&G)i}O'}:}8H*G'G)i~:&}:}8H+)h#2&&&&&&&&&&&&&&&&H/#2&&&&&&&&&&&&&&&&H0#2&&&&&&&&&&&&&&&&H1#2&&&&&&&&&&&&&&&&H2#2&&&&&&&&&&&&&&&&H3#2&&&&&&&&&&&&&&&&H4#2&&&&&&&&&&&&&&&&H5#2&&&&&&&&&&&&&&&&H6i&H,G*G,i*}:}8H-G(G,i~:&}:}8H.)hG-#/(&H7G.#&(&H8G/G7G8#~b'#~`'H/G.#&(6H9G0G7G9#~b'#~`'H0G.#&(GH:G1G7G:#~b'#~`'H1G.#&(WH;G2G7G;#~b'#~`'H2G-#/(}O'H=G3G=G8#~b'#~`'H3G4G=G9#~b'#~`'H4G5G=G:#~b'#~`'H5G6G=G;#~b'#~`'H6G-i*}8H-G.i~:&}8H.G,i'}8H,G,iGp3&1G+G/#1(&G+G0#1(6G+G1#1(GG+G2#1(WG+G3#1(hG+G4#1(xG+G5#1(}.G+G6#1(}?G*i}O(}8H*G+i}O'}8H+G)i(}8H)G)i*p3&11}u''.}Ni&H*G'G*i}O}`'}:}8H+G)G*i}O~C&}:}8H,G&H-G*G-p*h)hi&H.G+G.i}O*}:}8H/G(G.i}O6}:}8H0G,G.i}O(}:}8H1)hG/G1G06HG/i}O*}8H/G0i}O6}8H0G1i}O(}8H1G.i'}8H.G.iKp3&1G+i}O}`'}8H+G,i}O~C&}8H,G*i'}8H*G*G-p3&111~Z=(7}N}.}Ji&H*G'G*i}O~C&}:}8H+G(G*i}OG}:}8H,G)G*i}OG}:}8H-G&H.G*G.p*h)hi&H/G+G/i}O'}:}8H0G,G/i}O6}:}8H1G-G/i}O6}:}8H2)hi&H3G0G3i~:&}:}8H4G1G3i}O(}:}8H5G2G3i}O(}:}8H6)hi&H7G4G7i*}:}8H8G5G7i*}:}8H9G6G7i*}:}8H:)hG8#&(}O2H;G8#&(}O?H=G;G=#~`'H>G8#&(}OKH?G8#&(}OWH@G?G@#~`'HAG8#&(}O4HBG8#&(}OAHCGBGC#~`'HDG8#&(}OMHEG8#&(}OYHFGEGF#~`'HGG8#&(}O(GD#~`'GG#~`'HHG8#&(}O6HIG8#&(}OCHJGIGJ#~`'HKG8#&(}OOHLG8#&(}O[HMGLGM#~`'HNG8#&(}O*GK#~`'GN#~`'HOGHGO#~`'HPG8#&(}O8HQG8#&(}OEHRGQGR#~`'HSG8#&(}OQHTG8#&(}O^HUGTGU#~`'HVG8#&(}O,GS#~`'GV#~`'HWG8#&(}O:HXG8#&(}OGHYGXGY#~`'HZG8#&(}OSH[G8#&(}O`H]G[G]#~`'H^G8#&(}O.GZ#~`'G^#~`'H_GWG_#~`'H`G8#&(&G>#~`'GA#~`'GP#~`'G`#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(&#k#zHaGHGO#~a'HbGWG_#~a'HcGb#2&&&h&&&h&&&h&&&hGc#~b'#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(h#k#zHdGP#2&&}Oh&&}Oh&&}Oh&&}OhG`#~b'#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(}O'#k#zHeG8#&(}O=HfG8#&(}OIHgGfGg#~`'HhG8#&(}OUHiG8#&(}ObHjGiGj#~`'HkG8#&(}O0Gh#~`'Gk#~`'Gb#~`'#2&&&i&&&i&&&i&&&iGc#~b'#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(~:'#k#zHlG;G=#~a'HmG?G@#~a'HnGBGC#~a'HoGEGF#~a'HpGo#2&&&h&&&h&&&h&&&hGp#~b'#~`'HqGIGJ#~a'HrGLGM#~a'HsGr#2&&&h&&&h&&&h&&&hGs#~b'#~`'HtGqGt#~`'HuGQGR#~a'HvGTGU#~a'HwGv#2&&&h&&&h&&&h&&&hGw#~b'#~`'HxGXGY#~a'HyG[G]#~a'HzGy#2&&&h&&&h&&&h&&&hGz#~b'#~`'H{GxG{#~`'H|Gm#2&&&h&&&h&&&h&&&hGn#~b'#~`'Gu#~`'G|#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(}O*#k#zH}#GqGt#~a'H}$GxG{#~a'H}%G}$#2&&&h&&&h&&&h&&&hG}%#~b'#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(~:*#k#zH}&Gu#2&&}Oh&&}Oh&&}Oh&&}OhG|#~b'#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(}O+#k#zH}'GfGg#~a'H}(GiGj#~a'H})G}(#2&&&h&&&h&&&h&&&hG})#~b'#~`'G}$#~`'#2&&&i&&&i&&&i&&&iG}%#~b'#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(~:+#k#zH}*GD#2&&}Oh&&}Oh&&}Oh&&}OhGG#~b'#~`'H}+GK#2&&}Oh&&}Oh&&}Oh&&}OhGN#~b'#~`'H},G}+G},#~`'H}-GS#2&&}Oh&&}Oh&&}Oh&&}OhGV#~b'#~`'H}.GZ#2&&}Oh&&}Oh&&}Oh&&}OhG^#~b'#~`'H}/G}.G}/#~`'H}0G>#2&&}Oh&&}Oh&&}Oh&&}OhGA#~b'#~`'G}-#~`'G}0#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(}O.#k#zH}1G}+G},#~a'H}2G}.G}/#~a'H}3G}2#2&&&h&&&h&&&h&&&hG}3#~b'#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(~:.#k#zH}4G}-#2&&}Oh&&}Oh&&}Oh&&}OhG}0#~b'#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(}O/#k#zH}5Gh#2&&}Oh&&}Oh&&}Oh&&}OhGk#~b'#~`'G}2#~`'#2&&&i&&&i&&&i&&&iG}3#~b'#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(~:/#k#zH}6G8#&(}OfGo#~`'#2&&&i&&&i&&&i&&&iGp#~b'#~`'H}7G8#&(}OhGr#~`'#2&&&i&&&i&&&i&&&iGs#~b'#~`'H}8G}7G}8#~`'H}9G8#&(}OjGv#~`'#2&&&i&&&i&&&i&&&iGw#~b'#~`'H}:G8#&(}OlGy#~`'#2&&&i&&&i&&&i&&&iGz#~b'#~`'H};G}:G};#~`'H}=G8#&(}OdGm#~`'#2&&&i&&&i&&&i&&&iGn#~b'#~`'G}9#~`'G}=#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(}O2#k#zH}>G}7G}8#~a'H}?G}:G};#~a'H}@G}?#2&&&h&&&h&&&h&&&hG}@#~b'#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(~:2#k#zH}AG}9#2&&}Oh&&}Oh&&}Oh&&}OhG}=#~b'#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(}O3#k#zH}BG8#&(}OnG}(#~`'#2&&&i&&&i&&&i&&&iG})#~b'#~`'G}?#~`'#2&&&i&&&i&&&i&&&iG}@#~b'#~`'#2&&&&&&&&&&&&&&&&#2&&&&&&&&&&&&&&&&G9#&(~:3#k#zH}CG:Ga#1(&G:Gd#1(hG:Ge#1(}O'G:Gl#1(~:'G:G}##1(}O*G:G}&#1(~:*G:G}'#1(}O+G:G}*#1(~:+G:G}1#1(}O.G:G}4#1(~:.G:G}5#1(}O/G:G}6#1(~:/G:G}>#1(}O2G:G}A#1(~:2G:G}B#1(}O3G:G}C#1(~:3G8i6}8H8G9i6}8H9G:i6}8H:G7i*}8H7G7i6p3&1G4i~:&}8H4G5i}O(}8H5G6i}O(}8H6G3i'}8H3G3i(p3&1G0i}O'}8H0G1i}O6}8H1G2i}O6}8H2G/i'}8H/G/i(p3&1G+i}O~C&}8H+G,i}OG}8H,G-i}OG}8H-G*i'}8H*G*G.p3&111})'(}Ni&H'G&G'i*}:}8H()hG(#2&&&&&&&&&&&&&&&&#1(&G(#2&&&&&&&&&&&&&&&&#1(6G(iG}8H(G'i.}8H'G'i}`'p3&11~N-(5}N9}Ji&H)G&G)iO}:}8H*G'G)i~:'}:}8H+)h#2&&&&&&&&&&&&&&&&H8#2&&&&&&&&&&&&&&&&H9#2&&&&&&&&&&&&&&&&H:#2&&&&&&&&&&&&&&&&H;#2&&&&&&&&&&&&&&&&H=#2&&&&&&&&&&&&&&&&H>#2&&&&&&&&&&&&&&&&H?#2&&&&&&&&&&&&&&&&H@#2&&&&&&&&&&&&&&&&HAi&H,G(G,i}O*}:}8H-G*G,iO}:}8H.)hi&H/G-G/i~:&}:}8H0G.G/i*}:}8H1)hG0#&(&HBG1#/(&HCG8GBGC#~b'#~`'H8G0#&(6HDG9GDGC#~b'#~`'H9G0#&(GHEG:GEGC#~b'#~`'H:G1#/(*HFG;GBGF#~b'#~`'H;G=GDGF#~b'#~`'H=G>GEGF#~b'#~`'H>G1#/(.HGG?GBGG#~b'#~`'H?G@GDGG#~b'#~`'H@GAGEGG#~b'#~`'HAG0i~:&}8H0G1i*}8H1G/i'}8H/G/i.p3&1G-i}O*}8H-G.iO}8H.G,i'}8H,G,i.p3&1G+G+#&(&G8#~`'#1(&G+G+#&(6G9#~`'#1(6G+G+#&(GG:#~`'#1(GG+G+#&(hG;#~`'#1(hG+G+#&(xG=#~`'#1(xG+G+#&(}.G>#~`'#1(}.G+G+#&(}O'G?#~`'#1(}O'G+G+#&(}`'G@#~`'#1(}`'G+G+#&(}p'GA#~`'#1(}p'#2&&&&&&&&&&&&&&&&HH#2&&&&&&&&&&&&&&&&HI#2&&&&&&&&&&&&&&&&HJi&H2G(G2i}O*}:}8H3G*G2iO}:}8H4)hi&H5G3G5i~:&}:}8H6G4G5i*}:}8H7)hG6#&(WHKGHGKG7#/(&#~b'#~`'HHGIGKG7#/(*#~b'#~`'HIGJGKG7#/(.#~b'#~`'HJG6i~:&}8H6G7i*}8H7G5i'}8H5G5i.p3&1G3i}O*}8H3G4iO}8H4G2i'}8H2G2i.p3&1G+G+#&(WGH#~`'#1(WG+G+#&(}?GI#~`'#1(}?G+G+#&(~*'GJ#~`'#1(~*'G*iO}8H*G+i~:'}8H+G)i'}8H)G)i)p3&11{'*}Ni&H*G'G*i}OG}:}8H+G(G*i}`)}:}8H,G&H-G*G-p*h)hG,G)G+6LG+i}OG}8H+G,i}`)}8H,G*i'}8H*G*G-p3&111~N'(,}N(}Ji&H(G&G(i*}:}8H)G'G(iK}:}8H*)hi&H+G)G+i~:&}:}8H,G*G+i*}:}8H-)hG,#&(&H.G-G.#}((&&G-G.#}((K'G-G.#}((p(G-G.#}((}:)G,#&(6H/G-G/#}((}`'&G-G/#}((~.''G-G/#}((~S'(G-G/#}((~x')G,i~:&}8H,G-i*}8H-G+i'}8H+G+i/p3&1G)iG}8H)G*i}p(}8H*G(i.}8H(G(i6p3&11}V((*}J+}N#2&&&&&&&&&&&&&&&&H)#2&&&&&&&&&&&&&&&&H*#2&&&&&&&&&&&&&&&&H+#2&&&&&&&&&&&&&&&&H,i&H-G'G-i}OG}:}8H.G&H/G-G/p*h)hi&H0G.G0i~:&}:}8H1)hG)G1#&(&#~`'H)G*G1#&(6#~`'H*G+G1#&(G#~`'H+G,G1#&(W#~`'H,G1i~:&}8H1G0i'}8H0G0i~:&p3&1G.i}OG}8H.G-i'}8H-G-G/p3&11G(G)#1(&G(G*#1(6G(G+#1(GG(G,#1(W1~;*(3}N;}Ji&H)G'G)i}O~`&}:}8H*G(G)i}O}`'}:}8H+G&H,G)G,p*h)hi&H-G*G-i}O:}:}8H.G+G-i}O)}:}8H/)hi&H0G.G0i}O(}:}8H1G/G0i}O'}:}8H2)hi&H3G1G3i*}:}8H4G2G3i*}:}8H5)hG4#&(}O=H6G4#&(}O>H7G6G7#~`'H8G7#~]'H9G6G9#~`'H:G4#&(}OGH;G6G;#~`'H=G4#&(}OHH>G7G>#~`'H?G=G?#~`'H@G?#~]'HAG=GA#~`'HBG;#~]'HCG6GC#~`'HDG>#~]'HEG7GE#~`'HFGDGF#~`'HGGF#~]'HHGDGH#~`'HIGCGE#~`'HJGCG>#~`'HKG5G6#1(&G5G8#1(}O/G5G:#1(}O8G5G9#1(}OBG5G=#1(}OKG5G@#1(}OTG5GB#1(}O^G5GA#1(}OgG5GD#1(}OpG5GG#1(}OyG5GI#1(}O}(G5GH#1(}O}1G5GC#1(}O}:G5GJ#1(}O}DG5GK#1(}O}MG5G>#1(}O}V'G4i6}8H4G5i6}8H5G3i*}8H3G3iGp3&1G1i}O(}8H1G2i}O'}8H2G0i'}8H0G0i)p3&1G.i}O:}8H.G/i}O)}8H/G-i'}8H-G-i)p3&1G*i}O~`&}8H*G+i}O}`'}8H+G)i'}8H)G)G,p3&111~@*(0}N4}Ji&H*G&G*i*}:}8H+G'G*i~:&}:}8H,)h#2&&&&&&&&&&&&&&&&H4#2&&&&&&&&&&&&&&&&H5#2&&&&&&&&&&&&&&&&H6#2&&&&&&&&&&&&&&&&H7#2&&&&&&&&&&&&&&&&H8#2&&&&&&&&&&&&&&&&H9#2&&&&&&&&&&&&&&&&H:#2&&&&&&&&&&&&&&&&H;i&H-G(G-i}O~C&}:}8H.G+G-i}O}`'}:}8H/G)H0G-G0p*h)hi&H1G.G1i~:&}:}8H2G/G1i}O'}:}8H3)hG2#&(&H=G3#/(&H>G4G=G>#~b'#~`'H4G2#&(6H?G5G?G>#~b'#~`'H5G2#&(GH@G6G@G>#~b'#~`'H6G2#&(WHAG7GAG>#~b'#~`'H7G3#/(*HBG8G=GB#~b'#~`'H8G9G?GB#~b'#~`'H9G:G@GB#~b'#~`'H:G;GAGB#~b'#~`'H;G2i~:&}8H2G3i}O'}8H3G1i'}8H1G1i/p3&1G.i}O~C&}8H.G/i}O}`'}8H/G-i'}8H-G-G0p3&11G,G4#1(&G,G5#1(6G,G6#1(GG,G7#1(WG,G8#1(hG,G9#1(xG,G:#1(}.G,G;#1(}?G+i.}8H+G,i}O'}8H,G*i(}8H*G*iGp3&11}*'*}Ni&H*G'G*i~:*}:}8H+G(G*i}O/}:}8H,G)G*i}O6}:}8H-)hG,G-G+G&6QG+i~:*}8H+G,i}O/}8H,G-i}O6}8H-G*i'}8H*G*i6p3&11~&.()}NN}Ji&H(G&G(i*}:}8H)G'G(iK}:}8H*)hG)#&(}OhH+G)#&(}O}O'H,#2&&&g&&&g&&&g&&&gG+G,#~`'#~b'H-G)#&(}OxH.G)#&(}O}`'H/#2&&&g&&&g&&&g&&&gG.G/#~`'#~b'H0G)#&(}O6G0#~`'H1G)#&(}O}.H2G)#&(}O}p'H3#2&&&g&&&g&&&g&&&gG2G3#~`'#~b'H4G)#&(}OGG4#~`'H5#2&&&g&&&g&&&g&&&gG1G5#~`'#~b'H6G)#&(&G-#~`'G6#~`'H7#2&&&g&&&g&&&g&&&gG1G5#~a'#~b'H8G)#&(}O}?H9G)#&(}O~*'H:#2&&&g&&&g&&&g&&&gG9G:#~`'#~b'H;G)#&(}OWG;#~`'G6#~`'H=#2&&&g&&&g&&&g&&&gG.G/#~a'#~b'H>#2&&&g&&&g&&&g&&&gG2G3#~a'#~b'H?#2&&&g&&&g&&&g&&&gG>G?#~`'#~b'H@#2&&&g&&&g&&&g&&&gG+G,#~a'#~b'G@#~`'HA#2&&&g&&&g&&&g&&&gG>G?#~a'#~b'HB#2&&&g&&&g&&&g&&&gG9G:#~a'#~b'G@#~`'HCG)#&(}O~K'G0#~`'HDG)#&(}O~['G4#~`'HE#2&&&g&&&g&&&g&&&gGDGE#~`'#~b'HFG)#&(}O~:'G-#~`'GF#~`'HG#2&&&g&&&g&&&g&&&gGDGE#~a'#~b'HHG)#&(}O~l'G;#~`'GF#~`'HIG7HJG*GJ#}((&&G*GJ#}((K'G*GJ#}((p(G*GJ#}((}:)G8HKG*GK#}((*&G*GK#}((O'G*GK#}((t(G*GK#}((}?)G=HLG*GL#}((.&G*GL#}((S'G*GL#}((x(G*GL#}((}C)GAHMG*GM#}((2&G*GM#}((W'G*GM#}((|(G*GM#}((}G)GBHNG*GN#}((6&G*GN#}((['G*GN#}((}&(G*GN#}((}K)GCHOG*GO#}((:&G*GO#}((`'G*GO#}((}*(G*GO#}((}O')GGHPG*GP#}((?&G*GP#}((d'G*GP#}((}.(G*GP#}((}S')GHHQG*GQ#}((C&G*GQ#}((h'G*GQ#}((}2(G*GQ#}((}W')GIHRG*GR#}((G&G*GR#}((l'G*GR#}((}6(G*GR#}((}[')G)i6}8H)G*i}`'}8H*G(i*}8H(G(i}O*p3&11~^*(.}J4}N#2&&&&&&&&&&&&&&&&H)#2&&&&&&&&&&&&&&&&H*#2&&&&&&&&&&&&&&&&H+#2&&&&&&&&&&&&&&&&H,#2&&&&&&&&&&&&&&&&H-#2&&&&&&&&&&&&&&&&H.i&H1G'G1i}O~`&}:}8H2G&H3G1G3p*h)hi&H4G2G4i}O0}:}8H5)hi&H6G5G6i}O'}:}8H7)hG)G7#&(}O=#~`'H)G*G7#&(}`=#~`'H*G+G7#&(}p=#~`'H+G,G7#&(~*=#~`'H,G-G7#&(~:=#~`'H-G.G7#&(~K=#~`'H.G7i}O'}8H7G6i'}8H6G6i,p3&1G5i}O0}8H5G4i'}8H4G4i,p3&1G2i}O~`&}8H2G1i'}8H1G1G3p3&11G(G)#1(&G(G*#1(6G(G+#1(GG(G,#1(WG(G-#1(hG(G.#1(x#2&&&&&&&&&&&&&&&&H/#2&&&&&&&&&&&&&&&&H0i&H8G'G8i}O~`&}:}8H9G&H:G8G:p*h)hi&H;G9G;i}O0}:}8H=)hi&H>G=G>i}O'}:}8H?)hG/G?#&(~[=#~`'H/G0G?#&(~l=#~`'H0G?i}O'}8H?G>i'}8H>G>i,p3&1G=i}O0}8H=G;i'}8H;G;i,p3&1G9i}O~`&}8H9G8i'}8H8G8G:p3&11G(G/#1(}.G(G0#1(}?1~/.(3}NB}Ji&H*G'G*i*}:}8H+G)G*i}O/}:}8H,)hi&H-G(G-i*}:}8H.G,G-iK}:}8H/)hi&H0G.G0i}O'}:}8H1G/G0i*}:}8H2)h#2&&&&&&&&&&&&&&&&H7#2&&&&&&&&&&&&&&&&H8#2&&&&&&&&&&&&&&&&H9#2&&&&&&&&&&&&&&&&H:#2&&&&&&&&&&&&&&&&H;#2&&&&&&&&&&&&&&&&H=#2&&&&&&&&&&&&&&&&H>#2&&&&&&&&&&&&&&&&H?#2&&&&&&&&&&&&&&&&H@#2&&&&&&&&&&&&&&&&HAi&H3G+G3iO}:}8H4G1G3i}O/}:}8H5G&H6G3G6p*h)hG4#/(&HBG5#&(&HCG7GBGC#~b'#~`'H7G5#&(6HDG8GBGD#~b'#~`'H8G4#/(*HEG9GEGC#~b'#~`'H9G:GEGD#~b'#~`'H:G4#/(.HFG;GFGC#~b'#~`'H;G=GFGD#~b'#~`'H=G4#/(2HGG>GGGC#~b'#~`'H>G?GGGD#~b'#~`'H?G4#/(6HHG@GHGC#~b'#~`'H@GAGHGD#~b'#~`'HAG4iO}8H4G5i}O/}8H5G3i'}8H3G3G6p3&11G7HIG2GI#}((&&G2GI#}((K'G2GI#}((p(G2GI#}((}:)G8HJG2GJ#}((}`'&G2GJ#}((~.''G2GJ#}((~S'(G2GJ#}((~x')G9HKG2GK#}((}O/&G2GK#}((}t/'G2GK#}((~C/(G2GK#}((~h/)G:HLG2GL#}((}`0&G2GL#}((~.0'G2GL#}((~S0(G2GL#}((~x0)G;HMG2GM#}((}O8&G2GM#}((}t8'G2GM#}((~C8(G2GM#}((~h8)G=HNG2GN#}((}`9&G2GN#}((~.9'G2GN#}((~S9(G2GN#}((~x9)G>HOG2GO#}((}OB&G2GO#}((}tB'G2GO#}((~CB(G2GO#}((~hB)G?HPG2GP#}((}`C&G2GP#}((~.C'G2GP#}((~SC(G2GP#}((~xC)G@HQG2GQ#}((}OK&G2GQ#}((}tK'G2GQ#}((~CK(G2GQ#}((~hK)GAHRG2GR#}((}`L&G2GR#}((~.L'G2GR#}((~SL(G2GR#}((~xL)G1i}O'}8H1G2i*}8H2G0i'}8H0G0i/p3&1G.iG}8H.G/i}p(}8H/G-i.}8H-G-iGp3&1G+i:}8H+G,i}OT}8H,G*i+}8H*G*i0p3&11~2'(*}J)}N#2&&&&&&&&&&&&&&&&H)#2&&&&&&&&&&&&&&&&H*#2&&&&&&&&&&&&&&&&H+i&H-G'G-iO}:}8H.G&H/G-G/p*h)hG)G.#&(&#~`'H)G*G.#&(6#~`'H*G+G.#&(G#~`'H+G.iO}8H.G-i'}8H-G-G/p3&11G(G)#1(&G(G*#1(6G+H,G(G,#})(G&1~T((/}J,}NG)#/(&H,i&H5G&G5i*}:}8H6G'G5i*}:}8H7G(G5i*}:}8H8G*G5i*}:}8H9G+G5i*}:}8H:)hG8#&(&H-#2}4}4}4g}4}4}4g}4}4}4g}4}4}4gG6#&(&#~b'G7#&(&#2}>8}Rb}>8}Rb}>8}Rb}>8}RbG-#~b'#~`'#~`'H.G-G,G.#~b'#~a'H/G9G.#1(&G:G/#1(&G6i6}8H6G7i6}8H7G8i6}8H8G9i6}8H9G:i6}8H:G5i*}8H5G5i}Wdp3&1G(#&(}p~l'H0#2}4}4}4g}4}4}4g}4}4}4g}4}4}4gG&#&(}p~l'#~b'G'#&(}p~l'#2}>8}Rb}>8}Rb}>8}Rb}>8}RbG0#~b'#~`'#~`'H1G0G,G1#~b'#~a'H2G1H3G*G3#})(}p~l'&G2H4G+G4#})(}p~l'&1N&i}O+i}O~L+6(i&i}O~%f6)i}O~L+i}O~Lc6*i}O}f'i}O~Le6+1}?&i}O~L3i&G&i}`)}:~x1&G&i}O~L-i}O~L36,G&i}O~L3i}O~%fi~:*i}O~L+6.G&i}O~L+i}O~LP6/G&i}O~LPi}O~Lci}O~L+62G&i}O}e'i}O~L+i}O~LP63G&i}O~LPi}O~Lei}O~l'i}O~L+641~*'&i}O~L3i&G&i}`)}:~x1&G&i}O~L-i}O~L36,G&i}O~L3i}O~%fi~:*i}O~L+6.G&i}O~L+i}O~LP6/G&i}O~LPi}O~Lci}O~L+62G&i}O}e'i}O~L+i}O~LP63G&i}O~LPi}O~Lei}O~l'i}O~L+64G&i}O~L+i}O~V+65G&i}O~L+i}O~V+i}O~W+66G&i}O~L+i}O~V+i}O~W+i~:~)fi}O~X+67G&i}O~X+i}O~V+681~&*&i}O~+~q&i&G&i}`)}:~x1&G&i}O~L+i}O~+~q&6,i&i}O~L+6)G&i}O~+~q&i}O~L+i~:*i}O~L~b&6.G&i}O~L~b&i}O~LPi}O~L~=&69i}O+i}O~L+6(i}O~L+i}O~Lc6*G&i}O~LPi}O~Lci}O~L+62G&i}O}e'i}O~L+i}O}a~o&i}O~L~O&6:i}O}f'i}O~L+6+G&i}O}a~o&i}O~L+i}O~l'i}O~%,64G&i}O~%,i}O~L+65G&i}O~%,i}O~L+i}O~M+i}O~N+6;G&i}O~%,i}O~L+i}O~N+i}O~Lei}O~O+67G&i}O~O+i}O}o~r&68G&i}O~N+6=G&i}O~N+i}O~Lei}O~M+i}O~O+6>G&i}O~N+i}O~Lei}O~O+i}O~%,i}O~L+i}O}e~r&6?i}O}f'i}O~m-6@G&i}O}e~r&i}O~m-i}O}a~o&i}O~L+6Ai}O~LPi&G&i}O~`&}:~x1&G&i}O~L+i}O~L~O&i}O~LP6BG&i}O~LPi}O~L+6Di}O+i}O~L~O&6Fi}O~L~O&i}O~L~j&6GG&i}O~L+i}O~L~j&i}O~L~O&6IG&i}O~L~O&i}O~L~b&i}O~L+6Ji}O~L36KG&i}O~L+i}O~+~q&i}O~L36Mi}O~L3i}x~l'6NG&i}O~L+i~d~p'6OG&i}O~LPi}O~L+6PG&i}O~L~=&i}O~L+i}O~L~O&6Ri}O~L~O&i}x~q'6SG&i}O~LPi}x}T)6TG&i}O}e~r&i}O}a~o&i}x}U)6UG&i}O}e~r&i}x~[)6V1?&i~K~[)i}x~l'i&i~t~K+i~K~[)i&6W1";
