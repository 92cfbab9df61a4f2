// digits: 7,690 parameters, 177,984 multiply-adds a sample, 815,040 bytes of memory for 1 to 32
// samples at once.
// Written by kernelsmith 0.1.0 from examples/digits/model.ts (3fd582aa55ec). Not to be edited.
// Options: --max-batch 32

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
  const { parameters: source, seed } = options;
  const m = new Float32Array(203760);
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

  let steps = 0;

  /** The loss and its gradients, left in memory. */
  function backward(
    image: Tensor<readonly [number, 1, 8, 8]>,
    label: Classes,
    batch: number,
  ): void {
    m.fill(0, 200224, 200224 + 100 * batch);
    loadImage(m, image, batch, 200235);
    m.set(label, 23392);
    conv1(m, batch, 200235, 0, 144, 125472);
    conv2Train(m, batch, 125472, 160, 4768, 191008, 158240);
    linear1(m, batch, 191008, 4800, 7680, 23072);
    loss1(m, batch, 23072, 23424);
    loss1Train(m, batch, 23072, 23424, 23456, 23488);
    loss1_3(m, batch, 23072, 23424, 23488, 23392, 23520);
    loss1_4(m, batch, 23520, 203744);
    backwardLoss1Each(m, batch, 23488);
    backwardLoss1Total(m, batch, 23488, 23392, 23456, 23520);
    backwardLinear1(m, batch, 23488, 23392, 23520, 23072, 23424, 203424);
    backwardPool1Max(m, batch, 203424, 4800, 191008, 167456);
    m.fill(0, 23072, 23072 + 3200 * batch);
    backwardConv2(m, batch, 167456, 158240, 23094);
    backwardConv1(m, batch, 23094, 160, 125472, 158240);
    backwardConv1Weight(m, batch, 158240, 200235, 7690);
    backwardConv1Bias(m, batch, 158240, 7834);
    backwardConv2Weight(m, batch, 23094, 125472, 7850);
    backwardConv2Bias(m, batch, 23094, 12458);
    backwardLinear1Weight(m, batch, 203424, 191008, 12490);
    backwardLinear1Bias(m, batch, 203424, 15370);
  }

  function reset(seed = 0): void {
    initialise(m, seed);
    m.fill(0, 15380, 23070);
    m[23071] = steps = 0;
  }

  if (source) load(m, source);
  else reset(seed);
  return {
    maxBatch,
    inputShape,
    outputShape,
    parameters,
    forward(image) {
      const batch = inputsOf(image);
      m.fill(0, 55840, 55840 + 100 * batch);
      loadImage(m, image, batch, 55851);
      conv1(m, batch, 55851, 0, 144, 23072);
      conv2(m, batch, 23072, 160, 4768, 55840);
      linear1(m, batch, 55840, 4800, 7680, 23072);
      return (outputs[batch] ??= m.subarray(23072, 23072 + batch * 10));
    },

    trainStep(image, label, learningRate = 0.01) {
      if (!Number.isFinite(learningRate))
        refuse(`learningRate is ${learningRate}; it takes a number`);
      const batch = examplesOf(image, label);
      m[23070] = learningRate;
      m[23071] = ++steps;
      backward(image, label, batch);
      sgd(m, 15380, 7690, 0, 23070, 15380, 0);
      return m[203744];
    },

    gradients(image, label) {
      const batch = examplesOf(image, label);
      backward(image, label, batch);
      gradients.loss = m[203744];
      return gradients;
    },

    evaluate(image, label) {
      const batch = examplesOf(image, label);
      m.fill(0, 55840, 55840 + 100 * batch);
      loadImage(m, image, batch, 55851);
      m.set(label, 65056);
      conv1(m, batch, 55851, 0, 144, 23072);
      conv2(m, batch, 23072, 160, 4768, 55840);
      linear1(m, batch, 55840, 4800, 7680, 23072);
      loss1(m, batch, 23072, 23392);
      loss1_2(m, batch, 23072, 23392, 23424);
      loss1_3(m, batch, 23072, 23392, 23424, 65056, 23456);
      loss1_4(m, batch, 23456, 23392);
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
    load: (source) => load(m, source),
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

/** Copies image into the arena, inside its halo. */
function loadImage(m: Float32Array, from: ArrayLike<number>, batch: number, at: number): void {
  for (let n = 0; n < batch; n++) {
    for (let h = 0; h < 8; h++) {
      for (let w = 0; w < 8; w++) {
        m[at + 100 * n + 10 * h + w] = from[64 * n + 8 * h + w]!;
      }
    }
  }
}

/**
 * relu1[n,m,p,q] = max(conv1.bias[m] + Σ r,s image[n, 0, p + r − 1, q + s − 1] · conv1.weight[m,0,r,s], 0)
 * q by 4, s unrolled.
 */
function conv1(
  m: Float32Array,
  batch: number,
  imageAt: number,
  conv1WeightAt: number,
  conv1BiasAt: number,
  relu1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = imageAt + 100 * n;
    const i8 = relu1At + 1024 * n;
    for (let m_ = 0; m_ < 16; m_++) {
      const i5 = conv1WeightAt + 9 * m_;
      const i7 = conv1BiasAt + m_;
      const v8 = m[i7];
      const i9 = i8 + 64 * m_;
      for (let p = 0; p < 8; p++) {
        const i2 = i1 + 10 * p;
        const i10 = i9 + 8 * p;
        for (let q = 0; q < 8; q += 4) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + q;
          for (let r = 0; r < 3; r++) {
            const i4 = i3 + 10 * r;
            const i6 = i5 + 3 * r;
            const v1 = m[i6];
            s1 += m[i4 - 11] * v1;
            const v2 = m[i4 - 10];
            s2 += v2 * v1;
            const v3 = m[i4 - 9];
            s3 += v3 * v1;
            const v4 = m[i4 - 8];
            s4 += v4 * v1;
            const v5 = m[i6 + 1];
            s1 += v2 * v5;
            s2 += v3 * v5;
            s3 += v4 * v5;
            const v6 = m[i4 - 7];
            s4 += v6 * v5;
            const v7 = m[i6 + 2];
            s1 += v3 * v7;
            s2 += v4 * v7;
            s3 += v6 * v7;
            s4 += m[i4 - 6] * v7;
          }
          const t1 = v8 + s1;
          const i11 = i10 + q;
          m[i11] = (t1 + Math.abs(t1)) * 0.5;
          const t2 = v8 + s2;
          m[i11 + 1] = (t2 + Math.abs(t2)) * 0.5;
          const t3 = v8 + s3;
          m[i11 + 2] = (t3 + Math.abs(t3)) * 0.5;
          const t4 = v8 + s4;
          m[i11 + 3] = (t4 + Math.abs(t4)) * 0.5;
        }
      }
    }
  }
}

/**
 * pool1[n,c,p,q] = max(max r,s (conv2.bias[c] + Σ k,r′,s′ relu1[n, k, 2·p + r′ + r, 2·q + s′ + s] · conv2.weight[c,k,r′,s′]), 0)
 * r unrolled, s unrolled, r′ unrolled, s′ unrolled.
 */
function conv2(
  m: Float32Array,
  batch: number,
  relu1At: number,
  conv2WeightAt: number,
  conv2BiasAt: number,
  pool1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu1At + 1024 * n;
    const i8 = pool1At + 288 * n;
    for (let c = 0; c < 32; c++) {
      const i5 = conv2WeightAt + 144 * c;
      const i7 = conv2BiasAt + c;
      const v22 = m[i7];
      const i9 = i8 + 9 * c;
      for (let p = 0; p < 3; p++) {
        const i2 = i1 + 16 * p;
        const i10 = i9 + 3 * p;
        for (let q = 0; q < 3; q++) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + 2 * q;
          for (let k = 0; k < 16; k++) {
            const i4 = i3 + 64 * k;
            const i6 = i5 + 9 * k;
            const v1 = m[i6];
            s1 += m[i4] * v1;
            const v2 = m[i4 + 1];
            s2 += v2 * v1;
            const v3 = m[i4 + 8];
            s3 += v3 * v1;
            const v4 = m[i4 + 9];
            s4 += v4 * v1;
            const v5 = m[i6 + 1];
            s1 += v2 * v5;
            const v6 = m[i4 + 2];
            s2 += v6 * v5;
            s3 += v4 * v5;
            const v7 = m[i4 + 10];
            s4 += v7 * v5;
            const v8 = m[i6 + 2];
            s1 += v6 * v8;
            s2 += m[i4 + 3] * v8;
            s3 += v7 * v8;
            const v9 = m[i4 + 11];
            s4 += v9 * v8;
            const v10 = m[i6 + 3];
            s1 += v3 * v10;
            s2 += v4 * v10;
            const v11 = m[i4 + 16];
            s3 += v11 * v10;
            const v12 = m[i4 + 17];
            s4 += v12 * v10;
            const v13 = m[i6 + 4];
            s1 += v4 * v13;
            s2 += v7 * v13;
            s3 += v12 * v13;
            const v14 = m[i4 + 18];
            s4 += v14 * v13;
            const v15 = m[i6 + 5];
            s1 += v7 * v15;
            s2 += v9 * v15;
            s3 += v14 * v15;
            const v16 = m[i4 + 19];
            s4 += v16 * v15;
            const v17 = m[i6 + 6];
            s1 += v11 * v17;
            s2 += v12 * v17;
            s3 += m[i4 + 24] * v17;
            const v18 = m[i4 + 25];
            s4 += v18 * v17;
            const v19 = m[i6 + 7];
            s1 += v12 * v19;
            s2 += v14 * v19;
            s3 += v18 * v19;
            const v20 = m[i4 + 26];
            s4 += v20 * v19;
            const v21 = m[i6 + 8];
            s1 += v14 * v21;
            s2 += v16 * v21;
            s3 += v20 * v21;
            s4 += m[i4 + 27] * v21;
          }
          const t1 = v22 + s1;
          const t2 = v22 + s2;
          const t3 = +(t1 < t2);
          const t4 = t2 * t3 + t1 * (1 - t3);
          const t5 = v22 + s3;
          const t6 = +(t4 < t5);
          const t7 = t5 * t6 + t4 * (1 - t6);
          const t8 = v22 + s4;
          const t9 = +(t7 < t8);
          const t10 = t8 * t9 + t7 * (1 - t9);
          const i11 = i10 + q;
          m[i11] = (t10 + Math.abs(t10)) * 0.5;
        }
      }
    }
  }
}

/**
 * linear1[n,m] = linear1.bias[m] + Σ k,kρ,kρρ pool1[n,k,kρ,kρρ] · linear1.weight[m, 9·k + 3·kρ + kρρ]
 * n by 2, m by 2, k by 4.
 */
function linear1(
  m: Float32Array,
  batch: number,
  pool1At: number,
  linear1WeightAt: number,
  linear1BiasAt: number,
  linear1At: number,
): void {
  let n = 0;
  for (; n + 2 <= batch; n += 2) {
    const i1 = pool1At + 288 * n;
    const i10 = linear1At + 10 * n;
    for (let m_ = 0; m_ < 10; m_ += 2) {
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      const i5 = linear1WeightAt + 288 * m_;
      for (let k = 0; k < 32; k += 4) {
        const i2 = i1 + 9 * k;
        const i6 = i5 + 9 * k;
        for (let k2 = 0; k2 < 3; k2++) {
          const i3 = i2 + 3 * k2;
          const i7 = i6 + 3 * k2;
          for (let k3 = 0; k3 < 3; k3++) {
            const i4 = i3 + k3;
            const v1 = m[i4];
            const i8 = i7 + k3;
            const v2 = m[i8];
            s1 += v1 * v2;
            const v3 = m[i8 + 288];
            s2 += v1 * v3;
            const v4 = m[i4 + 288];
            s3 += v4 * v2;
            s4 += v4 * v3;
            const v5 = m[i4 + 9];
            const v6 = m[i8 + 9];
            s1 += v5 * v6;
            const v7 = m[i8 + 297];
            s2 += v5 * v7;
            const v8 = m[i4 + 297];
            s3 += v8 * v6;
            s4 += v8 * v7;
            const v9 = m[i4 + 18];
            const v10 = m[i8 + 18];
            s1 += v9 * v10;
            const v11 = m[i8 + 306];
            s2 += v9 * v11;
            const v12 = m[i4 + 306];
            s3 += v12 * v10;
            s4 += v12 * v11;
            const v13 = m[i4 + 27];
            const v14 = m[i8 + 27];
            s1 += v13 * v14;
            const v15 = m[i8 + 315];
            s2 += v13 * v15;
            const v16 = m[i4 + 315];
            s3 += v16 * v14;
            s4 += v16 * v15;
          }
        }
      }
      const i9 = linear1BiasAt + m_;
      const v17 = m[i9];
      const i11 = i10 + m_;
      m[i11] = v17 + s1;
      const v18 = m[i9 + 1];
      m[i11 + 1] = v18 + s2;
      m[i11 + 10] = v17 + s3;
      m[i11 + 11] = v18 + s4;
    }
  }
  for (; n < batch; n++) {
    const i12 = pool1At + 288 * n;
    const i21 = linear1At + 10 * n;
    for (let m_2 = 0; m_2 < 10; m_2 += 2) {
      let s5 = 0;
      let s6 = 0;
      const i16 = linear1WeightAt + 288 * m_2;
      for (let k4 = 0; k4 < 32; k4 += 4) {
        const i13 = i12 + 9 * k4;
        const i17 = i16 + 9 * k4;
        for (let k5 = 0; k5 < 3; k5++) {
          const i14 = i13 + 3 * k5;
          const i18 = i17 + 3 * k5;
          for (let k6 = 0; k6 < 3; k6++) {
            const i15 = i14 + k6;
            const v19 = m[i15];
            const i19 = i18 + k6;
            s5 += v19 * m[i19];
            s6 += v19 * m[i19 + 288];
            const v20 = m[i15 + 9];
            s5 += v20 * m[i19 + 9];
            s6 += v20 * m[i19 + 297];
            const v21 = m[i15 + 18];
            s5 += v21 * m[i19 + 18];
            s6 += v21 * m[i19 + 306];
            const v22 = m[i15 + 27];
            s5 += v22 * m[i19 + 27];
            s6 += v22 * m[i19 + 315];
          }
        }
      }
      const i20 = linear1BiasAt + m_2;
      const i22 = i21 + m_2;
      m[i22] = m[i20] + s5;
      m[i22 + 1] = m[i20 + 1] + s6;
    }
  }
}

/**
 * loss1.greatest[n] = max m linear1[n,m]
 * m unrolled.
 */
function loss1(m: Float32Array, batch: number, linear1At: number, loss1GreatestAt: number): void {
  for (let n = 0; n < batch; n++) {
    const i1 = linear1At + 10 * n;
    const v1 = m[i1];
    const v2 = m[i1 + 1];
    const t1 = +(v1 < v2);
    const t2 = v2 * t1 + v1 * (1 - t1);
    const v3 = m[i1 + 2];
    const t3 = +(t2 < v3);
    const t4 = v3 * t3 + t2 * (1 - t3);
    const v4 = m[i1 + 3];
    const t5 = +(t4 < v4);
    const t6 = v4 * t5 + t4 * (1 - t5);
    const v5 = m[i1 + 4];
    const t7 = +(t6 < v5);
    const t8 = v5 * t7 + t6 * (1 - t7);
    const v6 = m[i1 + 5];
    const t9 = +(t8 < v6);
    const t10 = v6 * t9 + t8 * (1 - t9);
    const v7 = m[i1 + 6];
    const t11 = +(t10 < v7);
    const t12 = v7 * t11 + t10 * (1 - t11);
    const v8 = m[i1 + 7];
    const t13 = +(t12 < v8);
    const t14 = v8 * t13 + t12 * (1 - t13);
    const v9 = m[i1 + 8];
    const t15 = +(t14 < v9);
    const t16 = v9 * t15 + t14 * (1 - t15);
    const v10 = m[i1 + 9];
    const t17 = +(t16 < v10);
    const i2 = loss1GreatestAt + n;
    m[i2] = v10 * t17 + t16 * (1 - t17);
  }
}

/** loss1.logTotal[n] = log(Σ m exp(linear1[n,m] − stop(loss1.greatest[n]))) */
function loss1_2(
  m: Float32Array,
  batch: number,
  linear1At: number,
  loss1GreatestAt: number,
  loss1LogTotalAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    let s1 = 0;
    const i1 = linear1At + 10 * n;
    const i3 = loss1GreatestAt + n;
    const t1 = -m[i3];
    for (let m_ = 0; m_ < 10; m_++) {
      const i2 = i1 + m_;
      s1 += Math.exp(m[i2] + t1);
    }
    const i4 = loss1LogTotalAt + n;
    m[i4] = Math.log(s1);
  }
}

/** loss1.each[n] = −Σ m [m = label[n]] · (linear1[n,m] − stop(loss1.greatest[n]) − loss1.logTotal[n]) */
function loss1_3(
  m: Float32Array,
  batch: number,
  linear1At: number,
  loss1GreatestAt: number,
  loss1LogTotalAt: number,
  labelAt: number,
  loss1EachAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    let s1 = 0;
    const i1 = linear1At + 10 * n;
    const i3 = loss1GreatestAt + n;
    const t1 = -m[i3];
    const i4 = loss1LogTotalAt + n;
    const t2 = -m[i4];
    const i5 = labelAt + n;
    const v1 = m[i5];
    for (let m_ = 0; m_ < 10; m_++) {
      const i2 = i1 + m_;
      s1 += (m[i2] + t1 + t2) * +(m_ === v1);
    }
    const i6 = loss1EachAt + n;
    m[i6] = -s1;
  }
}

/** loss1 = (Σ n loss1.each[n]) / N */
function loss1_4(m: Float32Array, batch: number, loss1EachAt: number, loss1At: number): void {
  let s1 = 0;
  for (let n = 0; n < batch; n++) {
    const i1 = loss1EachAt + n;
    s1 += m[i1];
  }
  m[loss1At] = s1 / batch;
}

/**
 * pool1[n,c,p,q] = max(max r,s (conv2.bias[c] + Σ k,r′,s′ relu1[n, k, 2·p + r′ + r, 2·q + s′ + s] · conv2.weight[c,k,r′,s′]), 0)
 * pool1.max.winner[n,c,p,q] = argmax r,s (conv2.bias[c] + Σ k,r′,s′ relu1[n, k, 2·p + r′ + r, 2·q + s′ + s] · conv2.weight[c,k,r′,s′])
 * r unrolled, s unrolled, r′ unrolled, s′ unrolled.
 */
function conv2Train(
  m: Float32Array,
  batch: number,
  relu1At: number,
  conv2WeightAt: number,
  conv2BiasAt: number,
  pool1At: number,
  pool1MaxWinnerAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu1At + 1024 * n;
    const i8 = pool1At + 288 * n;
    const i12 = pool1MaxWinnerAt + 288 * n;
    for (let c = 0; c < 32; c++) {
      const i5 = conv2WeightAt + 144 * c;
      const i7 = conv2BiasAt + c;
      const v22 = m[i7];
      const i9 = i8 + 9 * c;
      const i13 = i12 + 9 * c;
      for (let p = 0; p < 3; p++) {
        const i2 = i1 + 16 * p;
        const i10 = i9 + 3 * p;
        const i14 = i13 + 3 * p;
        for (let q = 0; q < 3; q++) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + 2 * q;
          for (let k = 0; k < 16; k++) {
            const i4 = i3 + 64 * k;
            const i6 = i5 + 9 * k;
            const v1 = m[i6];
            s1 += m[i4] * v1;
            const v2 = m[i4 + 1];
            s2 += v2 * v1;
            const v3 = m[i4 + 8];
            s3 += v3 * v1;
            const v4 = m[i4 + 9];
            s4 += v4 * v1;
            const v5 = m[i6 + 1];
            s1 += v2 * v5;
            const v6 = m[i4 + 2];
            s2 += v6 * v5;
            s3 += v4 * v5;
            const v7 = m[i4 + 10];
            s4 += v7 * v5;
            const v8 = m[i6 + 2];
            s1 += v6 * v8;
            s2 += m[i4 + 3] * v8;
            s3 += v7 * v8;
            const v9 = m[i4 + 11];
            s4 += v9 * v8;
            const v10 = m[i6 + 3];
            s1 += v3 * v10;
            s2 += v4 * v10;
            const v11 = m[i4 + 16];
            s3 += v11 * v10;
            const v12 = m[i4 + 17];
            s4 += v12 * v10;
            const v13 = m[i6 + 4];
            s1 += v4 * v13;
            s2 += v7 * v13;
            s3 += v12 * v13;
            const v14 = m[i4 + 18];
            s4 += v14 * v13;
            const v15 = m[i6 + 5];
            s1 += v7 * v15;
            s2 += v9 * v15;
            s3 += v14 * v15;
            const v16 = m[i4 + 19];
            s4 += v16 * v15;
            const v17 = m[i6 + 6];
            s1 += v11 * v17;
            s2 += v12 * v17;
            s3 += m[i4 + 24] * v17;
            const v18 = m[i4 + 25];
            s4 += v18 * v17;
            const v19 = m[i6 + 7];
            s1 += v12 * v19;
            s2 += v14 * v19;
            s3 += v18 * v19;
            const v20 = m[i4 + 26];
            s4 += v20 * v19;
            const v21 = m[i6 + 8];
            s1 += v14 * v21;
            s2 += v16 * v21;
            s3 += v20 * v21;
            s4 += m[i4 + 27] * v21;
          }
          const t1 = v22 + s1;
          const t2 = v22 + s2;
          const t3 = +(t1 < t2);
          const t4 = t2 * t3 + t1 * (1 - t3);
          const t5 = v22 + s3;
          const t6 = +(t4 < t5);
          const t7 = t5 * t6 + t4 * (1 - t6);
          const t8 = v22 + s4;
          const t9 = +(t7 < t8);
          const t10 = t8 * t9 + t7 * (1 - t9);
          const t11 = (t10 + Math.abs(t10)) * 0.5;
          const t12 = 3 * t9 + (2 * t6 + 1 * t3 * (1 - t6)) * (1 - t9);
          const i11 = i10 + q;
          m[i11] = t11;
          const i15 = i14 + q;
          m[i15] = t12;
        }
      }
    }
  }
}

/**
 * loss1.total[n] = Σ m exp(linear1[n,m] − stop(loss1.greatest[n]))
 * loss1.logTotal[n] = log(Σ m exp(linear1[n,m] − stop(loss1.greatest[n])))
 */
function loss1Train(
  m: Float32Array,
  batch: number,
  linear1At: number,
  loss1GreatestAt: number,
  loss1TotalAt: number,
  loss1LogTotalAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    let s1 = 0;
    const i1 = linear1At + 10 * n;
    const i3 = loss1GreatestAt + n;
    const t1 = -m[i3];
    for (let m_ = 0; m_ < 10; m_++) {
      const i2 = i1 + m_;
      s1 += Math.exp(m[i2] + t1);
    }
    const t2 = Math.log(s1);
    const i4 = loss1TotalAt + n;
    m[i4] = s1;
    const i5 = loss1LogTotalAt + n;
    m[i5] = t2;
  }
}

/** d.loss1.each[n] = 1 / N */
function backwardLoss1Each(m: Float32Array, batch: number, dLoss1EachAt: number): void {
  const t1 = 1 / batch;
  for (let n = 0; n < batch; n++) {
    const i1 = dLoss1EachAt + n;
    m[i1] = t1;
  }
}

/** d.loss1.total[n] = (1 / loss1.total[n]) · Σ m [m = label[n]] · d.loss1.each[n] */
function backwardLoss1Total(
  m: Float32Array,
  batch: number,
  dLoss1EachAt: number,
  labelAt: number,
  loss1TotalAt: number,
  dLoss1TotalAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    let s1 = 0;
    const i1 = dLoss1EachAt + n;
    const v1 = m[i1];
    const i2 = labelAt + n;
    const v2 = m[i2];
    for (let m_ = 0; m_ < 10; m_++) {
      s1 += v1 * +(m_ === v2);
    }
    const i3 = loss1TotalAt + n;
    const i4 = dLoss1TotalAt + n;
    m[i4] = s1 * (1 / m[i3]);
  }
}

/** d.linear1[n,m] = [m = label[n]] · (−d.loss1.each[n]) + d.loss1.total[n] · exp(linear1[n,m] − stop(loss1.greatest[n])) */
function backwardLinear1(
  m: Float32Array,
  batch: number,
  dLoss1EachAt: number,
  labelAt: number,
  dLoss1TotalAt: number,
  linear1At: number,
  loss1GreatestAt: number,
  dLinear1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dLoss1EachAt + n;
    const t1 = -m[i1];
    const i2 = labelAt + n;
    const v1 = m[i2];
    const i3 = dLoss1TotalAt + n;
    const v2 = m[i3];
    const i4 = linear1At + 10 * n;
    const i6 = loss1GreatestAt + n;
    const t2 = -m[i6];
    const i7 = dLinear1At + 10 * n;
    for (let m_ = 0; m_ < 10; m_++) {
      const i5 = i4 + m_;
      const i8 = i7 + m_;
      m[i8] = t1 * +(m_ === v1) + v2 * Math.exp(m[i5] + t2);
    }
  }
}

/**
 * d.pool1.max[n,c,p,q] = [0 < pool1[n,c,p,q]] · Σ m d.linear1[n,m] · linear1.weight[m, 9·c + 3·p + q]
 * n by 2, q unrolled, m by 2.
 */
function backwardPool1Max(
  m: Float32Array,
  batch: number,
  dLinear1At: number,
  linear1WeightAt: number,
  pool1At: number,
  dPool1MaxAt: number,
): void {
  let n = 0;
  for (; n + 2 <= batch; n += 2) {
    const i1 = dLinear1At + 10 * n;
    const i6 = pool1At + 288 * n;
    const i9 = dPool1MaxAt + 288 * n;
    for (let c = 0; c < 32; c++) {
      const i3 = linear1WeightAt + 9 * c;
      const i7 = i6 + 9 * c;
      const i10 = i9 + 9 * c;
      for (let p = 0; p < 3; p++) {
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let s4 = 0;
        let s5 = 0;
        let s6 = 0;
        const i4 = i3 + 3 * p;
        for (let m_ = 0; m_ < 10; m_ += 2) {
          const i2 = i1 + m_;
          const v1 = m[i2];
          const i5 = i4 + 288 * m_;
          const v2 = m[i5];
          s1 += v1 * v2;
          const v3 = m[i5 + 1];
          s2 += v1 * v3;
          const v4 = m[i5 + 2];
          s3 += v1 * v4;
          const v5 = m[i2 + 10];
          s4 += v5 * v2;
          s5 += v5 * v3;
          s6 += v5 * v4;
          const v6 = m[i2 + 1];
          const v7 = m[i5 + 288];
          s1 += v6 * v7;
          const v8 = m[i5 + 289];
          s2 += v6 * v8;
          const v9 = m[i5 + 290];
          s3 += v6 * v9;
          const v10 = m[i2 + 11];
          s4 += v10 * v7;
          s5 += v10 * v8;
          s6 += v10 * v9;
        }
        const i8 = i7 + 3 * p;
        const i11 = i10 + 3 * p;
        m[i11] = s1 * +(0 < m[i8]);
        m[i11 + 1] = s2 * +(0 < m[i8 + 1]);
        m[i11 + 2] = s3 * +(0 < m[i8 + 2]);
        m[i11 + 288] = s4 * +(0 < m[i8 + 288]);
        m[i11 + 289] = s5 * +(0 < m[i8 + 289]);
        m[i11 + 290] = s6 * +(0 < m[i8 + 290]);
      }
    }
  }
  for (; n < batch; n++) {
    const i12 = dLinear1At + 10 * n;
    const i17 = pool1At + 288 * n;
    const i20 = dPool1MaxAt + 288 * n;
    for (let c2 = 0; c2 < 32; c2++) {
      const i14 = linear1WeightAt + 9 * c2;
      const i18 = i17 + 9 * c2;
      const i21 = i20 + 9 * c2;
      for (let p2 = 0; p2 < 3; p2++) {
        let s7 = 0;
        let s8 = 0;
        let s9 = 0;
        const i15 = i14 + 3 * p2;
        for (let m_2 = 0; m_2 < 10; m_2 += 2) {
          const i13 = i12 + m_2;
          const v11 = m[i13];
          const i16 = i15 + 288 * m_2;
          s7 += v11 * m[i16];
          s8 += v11 * m[i16 + 1];
          s9 += v11 * m[i16 + 2];
          const v12 = m[i13 + 1];
          s7 += v12 * m[i16 + 288];
          s8 += v12 * m[i16 + 289];
          s9 += v12 * m[i16 + 290];
        }
        const i19 = i18 + 3 * p2;
        const i22 = i21 + 3 * p2;
        m[i22] = s7 * +(0 < m[i19]);
        m[i22 + 1] = s8 * +(0 < m[i19 + 1]);
        m[i22 + 2] = s9 * +(0 < m[i19 + 2]);
      }
    }
  }
}

/**
 * d.conv2[n, m, 2·p + pρ, 2·q + qρ] = [2·pρ + qρ = pool1.max.winner[n,m,p,q]] · d.pool1.max[n,m,p,q]
 * pρ unrolled, qρ unrolled.
 */
function backwardConv2(
  m: Float32Array,
  batch: number,
  dPool1MaxAt: number,
  pool1MaxWinnerAt: number,
  dConv2At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dPool1MaxAt + 288 * n;
    const i5 = pool1MaxWinnerAt + 288 * n;
    const i9 = dConv2At + 3200 * n;
    for (let m_ = 0; m_ < 32; m_++) {
      const i2 = i1 + 9 * m_;
      const i6 = i5 + 9 * m_;
      const i10 = i9 + 100 * m_;
      for (let p = 0; p < 3; p++) {
        const i3 = i2 + 3 * p;
        const i7 = i6 + 3 * p;
        const i11 = i10 + 20 * p;
        for (let q = 0; q < 3; q++) {
          const i4 = i3 + q;
          const v1 = m[i4];
          const i8 = i7 + q;
          const v2 = m[i8];
          const i12 = i11 + 2 * q;
          m[i12] = v1 * +(0 === v2);
          m[i12 + 1] = v1 * +(1 === v2);
          m[i12 + 10] = v1 * +(2 === v2);
          m[i12 + 11] = v1 * +(3 === v2);
        }
      }
    }
  }
}

/**
 * d.conv1[n,m,p,q] = [0 < relu1[n,m,p,q]] · Σ r,s,m′ d.conv2[n, m′, p − r, q − s] · conv2.weight[m′,m,r,s]
 * p by 2, q by 2, r unrolled, s unrolled.
 */
function backwardConv1(
  m: Float32Array,
  batch: number,
  dConv2At: number,
  conv2WeightAt: number,
  relu1At: number,
  dConv1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dConv2At + 3200 * n;
    const i7 = relu1At + 1024 * n;
    const i11 = dConv1At + 1024 * n;
    for (let m_ = 0; m_ < 16; m_++) {
      const i5 = conv2WeightAt + 9 * m_;
      const i8 = i7 + 64 * m_;
      const i12 = i11 + 64 * m_;
      for (let p = 0; p < 8; p += 2) {
        const i2 = i1 + 10 * p;
        const i9 = i8 + 8 * p;
        const i13 = i12 + 8 * p;
        for (let q = 0; q < 8; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + q;
          for (let m_2 = 0; m_2 < 32; m_2++) {
            const i4 = i3 + 100 * m_2;
            const v1 = m[i4];
            const i6 = i5 + 144 * m_2;
            const v2 = m[i6];
            s1 += v1 * v2;
            const v3 = m[i4 + 1];
            s2 += v3 * v2;
            const v4 = m[i4 + 10];
            s3 += v4 * v2;
            s4 += m[i4 + 11] * v2;
            const v5 = m[i4 - 1];
            const v6 = m[i6 + 1];
            s1 += v5 * v6;
            s2 += v1 * v6;
            const v7 = m[i4 + 9];
            s3 += v7 * v6;
            s4 += v4 * v6;
            const v8 = m[i4 - 2];
            const v9 = m[i6 + 2];
            s1 += v8 * v9;
            s2 += v5 * v9;
            s3 += m[i4 + 8] * v9;
            s4 += v7 * v9;
            const v10 = m[i4 - 10];
            const v11 = m[i6 + 3];
            s1 += v10 * v11;
            const v12 = m[i4 - 9];
            s2 += v12 * v11;
            s3 += v1 * v11;
            s4 += v3 * v11;
            const v13 = m[i4 - 11];
            const v14 = m[i6 + 4];
            s1 += v13 * v14;
            s2 += v10 * v14;
            s3 += v5 * v14;
            s4 += v1 * v14;
            const v15 = m[i4 - 12];
            const v16 = m[i6 + 5];
            s1 += v15 * v16;
            s2 += v13 * v16;
            s3 += v8 * v16;
            s4 += v5 * v16;
            const v17 = m[i4 - 20];
            const v18 = m[i6 + 6];
            s1 += v17 * v18;
            s2 += m[i4 - 19] * v18;
            s3 += v10 * v18;
            s4 += v12 * v18;
            const v19 = m[i4 - 21];
            const v20 = m[i6 + 7];
            s1 += v19 * v20;
            s2 += v17 * v20;
            s3 += v13 * v20;
            s4 += v10 * v20;
            const v21 = m[i6 + 8];
            s1 += m[i4 - 22] * v21;
            s2 += v19 * v21;
            s3 += v15 * v21;
            s4 += v13 * v21;
          }
          const i10 = i9 + q;
          const i14 = i13 + q;
          m[i14] = s1 * +(0 < m[i10]);
          m[i14 + 1] = s2 * +(0 < m[i10 + 1]);
          m[i14 + 8] = s3 * +(0 < m[i10 + 8]);
          m[i14 + 9] = s4 * +(0 < m[i10 + 9]);
        }
      }
    }
  }
}

/**
 * d.conv1.weight[m,k,r,s] = Σ n,p,q d.conv1[n,m,p,q] · image[n, k, p + r − 1, q + s − 1]
 * m by 2, s unrolled, q by 2.
 */
function backwardConv1Weight(
  m: Float32Array,
  batch: number,
  dConv1At: number,
  imageAt: number,
  dConv1WeightAt: number,
): void {
  for (let m_ = 0; m_ < 16; m_ += 2) {
    const i1 = dConv1At + 64 * m_;
    const i9 = dConv1WeightAt + 9 * m_;
    for (let r = 0; r < 3; r++) {
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      let s5 = 0;
      let s6 = 0;
      const i5 = imageAt + 10 * r;
      for (let n = 0; n < batch; n++) {
        const i2 = i1 + 1024 * n;
        const i6 = i5 + 100 * n;
        for (let p = 0; p < 8; p++) {
          const i3 = i2 + 8 * p;
          const i7 = i6 + 10 * p;
          for (let q = 0; q < 8; q += 2) {
            const i4 = i3 + q;
            const v1 = m[i4];
            const i8 = i7 + q;
            const v2 = m[i8 - 11];
            s1 += v1 * v2;
            const v3 = m[i8 - 10];
            s2 += v1 * v3;
            const v4 = m[i8 - 9];
            s3 += v1 * v4;
            const v5 = m[i4 + 64];
            s4 += v5 * v2;
            s5 += v5 * v3;
            s6 += v5 * v4;
            const v6 = m[i4 + 1];
            s1 += v6 * v3;
            s2 += v6 * v4;
            const v7 = m[i8 - 8];
            s3 += v6 * v7;
            const v8 = m[i4 + 65];
            s4 += v8 * v3;
            s5 += v8 * v4;
            s6 += v8 * v7;
          }
        }
      }
      const i10 = i9 + 3 * r;
      m[i10] = s1;
      m[i10 + 1] = s2;
      m[i10 + 2] = s3;
      m[i10 + 9] = s4;
      m[i10 + 10] = s5;
      m[i10 + 11] = s6;
    }
  }
}

/** d.conv1.bias[m] = Σ n,p,q d.conv1[n,m,p,q] */
function backwardConv1Bias(
  m: Float32Array,
  batch: number,
  dConv1At: number,
  dConv1BiasAt: number,
): void {
  for (let m_ = 0; m_ < 16; m_++) {
    let s1 = 0;
    const i1 = dConv1At + 64 * m_;
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 1024 * n;
      for (let p = 0; p < 8; p++) {
        const i3 = i2 + 8 * p;
        for (let q = 0; q < 8; q++) {
          const i4 = i3 + q;
          s1 += m[i4];
        }
      }
    }
    const i5 = dConv1BiasAt + m_;
    m[i5] = s1;
  }
}

/**
 * d.conv2.weight[m,k,r,s] = Σ n,p,q d.conv2[n,m,p,q] · relu1[n, k, p + r, q + s]
 * m by 2, s unrolled, q unrolled.
 */
function backwardConv2Weight(
  m: Float32Array,
  batch: number,
  dConv2At: number,
  relu1At: number,
  dConv2WeightAt: number,
): void {
  for (let m_ = 0; m_ < 32; m_ += 2) {
    const i1 = dConv2At + 100 * m_;
    const i8 = dConv2WeightAt + 144 * m_;
    for (let k = 0; k < 16; k++) {
      const i4 = relu1At + 64 * k;
      const i9 = i8 + 9 * k;
      for (let r = 0; r < 3; r++) {
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let s4 = 0;
        let s5 = 0;
        let s6 = 0;
        const i5 = i4 + 8 * r;
        for (let n = 0; n < batch; n++) {
          const i2 = i1 + 3200 * n;
          const i6 = i5 + 1024 * n;
          for (let p = 0; p < 6; p++) {
            const i3 = i2 + 10 * p;
            const v1 = m[i3];
            const i7 = i6 + 8 * p;
            const v2 = m[i7];
            s1 += v1 * v2;
            const v3 = m[i7 + 1];
            s2 += v1 * v3;
            const v4 = m[i7 + 2];
            s3 += v1 * v4;
            const v5 = m[i3 + 100];
            s4 += v5 * v2;
            s5 += v5 * v3;
            s6 += v5 * v4;
            const v6 = m[i3 + 1];
            s1 += v6 * v3;
            s2 += v6 * v4;
            const v7 = m[i7 + 3];
            s3 += v6 * v7;
            const v8 = m[i3 + 101];
            s4 += v8 * v3;
            s5 += v8 * v4;
            s6 += v8 * v7;
            const v9 = m[i3 + 2];
            s1 += v9 * v4;
            s2 += v9 * v7;
            const v10 = m[i7 + 4];
            s3 += v9 * v10;
            const v11 = m[i3 + 102];
            s4 += v11 * v4;
            s5 += v11 * v7;
            s6 += v11 * v10;
            const v12 = m[i3 + 3];
            s1 += v12 * v7;
            s2 += v12 * v10;
            const v13 = m[i7 + 5];
            s3 += v12 * v13;
            const v14 = m[i3 + 103];
            s4 += v14 * v7;
            s5 += v14 * v10;
            s6 += v14 * v13;
            const v15 = m[i3 + 4];
            s1 += v15 * v10;
            s2 += v15 * v13;
            const v16 = m[i7 + 6];
            s3 += v15 * v16;
            const v17 = m[i3 + 104];
            s4 += v17 * v10;
            s5 += v17 * v13;
            s6 += v17 * v16;
            const v18 = m[i3 + 5];
            s1 += v18 * v13;
            s2 += v18 * v16;
            const v19 = m[i7 + 7];
            s3 += v18 * v19;
            const v20 = m[i3 + 105];
            s4 += v20 * v13;
            s5 += v20 * v16;
            s6 += v20 * v19;
          }
        }
        const i10 = i9 + 3 * r;
        m[i10] = s1;
        m[i10 + 1] = s2;
        m[i10 + 2] = s3;
        m[i10 + 144] = s4;
        m[i10 + 145] = s5;
        m[i10 + 146] = s6;
      }
    }
  }
}

/** d.conv2.bias[m] = Σ n,p,q d.conv2[n,m,p,q] */
function backwardConv2Bias(
  m: Float32Array,
  batch: number,
  dConv2At: number,
  dConv2BiasAt: number,
): void {
  for (let m_ = 0; m_ < 32; m_++) {
    let s1 = 0;
    const i1 = dConv2At + 100 * m_;
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 3200 * n;
      for (let p = 0; p < 6; p++) {
        const i3 = i2 + 10 * p;
        for (let q = 0; q < 6; q++) {
          const i4 = i3 + q;
          s1 += m[i4];
        }
      }
    }
    const i5 = dConv2BiasAt + m_;
    m[i5] = s1;
  }
}

/**
 * d.linear1.weight[m, 9·k + 3·kρ + kρρ] = Σ n d.linear1[n,m] · pool1[n,k,kρ,kρρ]
 * m by 5, kρρ unrolled.
 */
function backwardLinear1Weight(
  m: Float32Array,
  batch: number,
  dLinear1At: number,
  pool1At: number,
  dLinear1WeightAt: number,
): void {
  for (let m_ = 0; m_ < 10; m_ += 5) {
    const i1 = dLinear1At + m_;
    const i6 = dLinear1WeightAt + 288 * m_;
    for (let k = 0; k < 32; k++) {
      const i3 = pool1At + 9 * k;
      const i7 = i6 + 9 * k;
      for (let k2 = 0; k2 < 3; k2++) {
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let s4 = 0;
        let s5 = 0;
        let s6 = 0;
        let s7 = 0;
        let s8 = 0;
        let s9 = 0;
        let s10 = 0;
        let s11 = 0;
        let s12 = 0;
        let s13 = 0;
        let s14 = 0;
        let s15 = 0;
        const i4 = i3 + 3 * k2;
        for (let n = 0; n < batch; n++) {
          const i2 = i1 + 10 * n;
          const v1 = m[i2];
          const i5 = i4 + 288 * n;
          const v2 = m[i5];
          s1 += v1 * v2;
          const v3 = m[i5 + 1];
          s2 += v1 * v3;
          const v4 = m[i5 + 2];
          s3 += v1 * v4;
          const v5 = m[i2 + 1];
          s4 += v5 * v2;
          s5 += v5 * v3;
          s6 += v5 * v4;
          const v6 = m[i2 + 2];
          s7 += v6 * v2;
          s8 += v6 * v3;
          s9 += v6 * v4;
          const v7 = m[i2 + 3];
          s10 += v7 * v2;
          s11 += v7 * v3;
          s12 += v7 * v4;
          const v8 = m[i2 + 4];
          s13 += v8 * v2;
          s14 += v8 * v3;
          s15 += v8 * v4;
        }
        const i8 = i7 + 3 * k2;
        m[i8] = s1;
        m[i8 + 1] = s2;
        m[i8 + 2] = s3;
        m[i8 + 288] = s4;
        m[i8 + 289] = s5;
        m[i8 + 290] = s6;
        m[i8 + 576] = s7;
        m[i8 + 577] = s8;
        m[i8 + 578] = s9;
        m[i8 + 864] = s10;
        m[i8 + 865] = s11;
        m[i8 + 866] = s12;
        m[i8 + 1152] = s13;
        m[i8 + 1153] = s14;
        m[i8 + 1154] = s15;
      }
    }
  }
}

/** d.linear1.bias[m] = Σ n d.linear1[n,m] */
function backwardLinear1Bias(
  m: Float32Array,
  batch: number,
  dLinear1At: number,
  dLinear1BiasAt: number,
): void {
  for (let m_ = 0; m_ < 10; m_++) {
    let s1 = 0;
    const i1 = dLinear1At + m_;
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 10 * n;
      s1 += m[i2];
    }
    const i3 = dLinear1BiasAt + m_;
    m[i3] = s1;
  }
}

/**
 * velocity.new[i] = 0.9 · velocity[i] + gradients[i] + 0.001 · parameters[i]
 * parameters.new[i] = parameters[i] − learningRate · (0.9 · velocity[i] + gradients[i] + 0.001 · parameters[i])
 */
function sgd(
  m: Float32Array,
  velocityAt: number,
  gradientsAt: number,
  parametersAt: number,
  learningRateAt: number,
  velocityNewAt: number,
  parametersNewAt: number,
): void {
  const v2 = m[learningRateAt];
  for (let i_ = 0; i_ < 7690; i_++) {
    const i1 = velocityAt + i_;
    const i2 = gradientsAt + i_;
    const i3 = parametersAt + i_;
    const v1 = m[i3];
    const t1 = 0.9 * m[i1] + (m[i2] + 0.001 * v1);
    const t2 = v1 - v2 * t1;
    const i4 = velocityNewAt + i_;
    m[i4] = t1;
    const i5 = parametersNewAt + i_;
    m[i5] = t2;
  }
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
