// lenet: 61,706 parameters, 416,520 multiply-adds a sample, 4,646,592 bytes of memory for 1 to
// 64 samples at once.
// Written by kernelsmith 0.1.0 from examples/lenet/model.ts (e830cf8f7477). Not to be edited.
// Options: --max-batch 64

// It was checked, strictly, when it was written: your compiler's options are not its own.
// @ts-nocheck
/* eslint-disable */

export const maxBatch = 64;
export const inputShape: readonly [1, 28, 28] = [1, 28, 28];
export const outputShape: readonly [10] = [10];
export const parameterCount = 61706;
/** Of one sample's inference. */
export const multiplyAdds = 416520;

/** A net with its own memory: its parameters given, or drawn from the seed. */
export function createLenet(options: LenetOptions = {}): Lenet {
  const { parameters: source, seed } = options;
  const m = new Float32Array(1161648);
  const parameters: LenetParameters = {
    conv1: {
      weight: m.subarray(0, 150),
      bias: m.subarray(150, 156),
    },
    conv2: {
      weight: m.subarray(156, 2556),
      bias: m.subarray(2556, 2572),
    },
    linear1: {
      weight: m.subarray(2572, 50572),
      bias: m.subarray(50572, 50692),
    },
    linear2: {
      weight: m.subarray(50692, 60772),
      bias: m.subarray(60772, 60856),
    },
    linear3: {
      weight: m.subarray(60856, 61696),
      bias: m.subarray(61696, 61706),
    },
  };
  const outputs: Tensor<readonly [number, 10]>[] = [];
  const gradients: LenetGradients & { loss: number } = {
    loss: 0,
    conv1: {
      weight: m.subarray(61706, 61856),
      bias: m.subarray(61856, 61862),
    },
    conv2: {
      weight: m.subarray(61862, 64262),
      bias: m.subarray(64262, 64278),
    },
    linear1: {
      weight: m.subarray(64278, 112278),
      bias: m.subarray(112278, 112398),
    },
    linear2: {
      weight: m.subarray(112398, 122478),
      bias: m.subarray(122478, 122562),
    },
    linear3: {
      weight: m.subarray(122562, 123402),
      bias: m.subarray(123402, 123412),
    },
  };
  const score = { loss: 0, correct: 0 };

  let steps = 0;

  /** The loss and its gradients, left in memory. */
  function backward(
    image: Tensor<readonly [number, 1, 28, 28]>,
    label: Classes,
    batch: number,
  ): void {
    m.fill(0, 1043744, 1043744 + 1024 * batch);
    loadImage(m, image, batch, 1043810);
    m.set(label, 185760);
    conv1Train(m, batch, 150, 1043810, 0, 817952, 893216);
    conv2Train(m, batch, 817952, 156, 2556, 1109280, 516896);
    linear1(m, batch, 1109280, 2572, 50572, 1134880);
    linear2(m, batch, 1134880, 50692, 60772, 1150240);
    linear3(m, batch, 1150240, 60856, 61696, 185120);
    loss1(m, batch, 185120, 185824);
    loss1Train(m, batch, 185120, 185824, 185888, 185952);
    loss1_3(m, batch, 185120, 185824, 185952, 185760, 186016);
    loss1_4(m, batch, 186016, 1161632);
    backwardLoss1Each(m, batch, 185952);
    backwardLoss1Total(m, batch, 185952, 185760, 185888, 186016);
    backwardLinear3(m, batch, 185952, 185760, 186016, 185120, 185824, 1160992);
    backwardLinear2(m, batch, 1160992, 60856, 1150240, 1155616);
    backwardLinear1(m, batch, 1155616, 50692, 1134880, 1142560);
    backwardPool2Max(m, batch, 1142560, 2572, 1109280, 542496);
    m.fill(0, 185120, 185120 + 5184 * batch);
    backwardConv2(m, batch, 542496, 516896, 185196);
    backwardPool1Max(m, batch, 185196, 156, 817952, 968480);
    backwardConv1(m, batch, 968480, 893216, 516896);
    backwardConv1Weight(m, batch, 516896, 1043810, 61706);
    backwardConv1Bias(m, batch, 516896, 61856);
    backwardConv2Weight(m, batch, 185196, 817952, 61862);
    backwardConv2Bias(m, batch, 185196, 64262);
    backwardLinear1Weight(m, batch, 1142560, 1109280, 64278);
    backwardLinear1Bias(m, batch, 1142560, 112278);
    backwardLinear2Weight(m, batch, 1155616, 1134880, 112398);
    backwardLinear2Bias(m, batch, 1155616, 122478);
    backwardLinear3Weight(m, batch, 1160992, 1150240, 122562);
    backwardLinear3Bias(m, batch, 1160992, 123402);
  }

  function reset(seed = 0): void {
    initialise(m, seed);
    m.fill(0, 123412, 185118);
    m[185119] = steps = 0;
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
      m.fill(0, 260384, 260384 + 1024 * batch);
      loadImage(m, image, batch, 260450);
      conv1(m, batch, 150, 260450, 0, 185120);
      conv2(m, batch, 185120, 156, 2556, 260384);
      linear1(m, batch, 260384, 2572, 50572, 185120);
      linear2(m, batch, 185120, 50692, 60772, 192800);
      linear3(m, batch, 192800, 60856, 61696, 185120);
      return (outputs[batch] ??= m.subarray(185120, 185120 + batch * 10));
    },

    trainStep(image, label, learningRate = 0.01) {
      if (!Number.isFinite(learningRate))
        refuse(`learningRate is ${learningRate}; it takes a number`);
      const batch = examplesOf(image, label);
      m[185118] = learningRate;
      m[185119] = ++steps;
      backward(image, label, batch);
      sgd(m, 123412, 61706, 0, 185118, 123412, 0);
      return m[1161632];
    },

    gradients(image, label) {
      const batch = examplesOf(image, label);
      backward(image, label, batch);
      gradients.loss = m[1161632];
      return gradients;
    },

    evaluate(image, label) {
      const batch = examplesOf(image, label);
      m.fill(0, 260384, 260384 + 1024 * batch);
      loadImage(m, image, batch, 260450);
      m.set(label, 325920);
      conv1(m, batch, 150, 260450, 0, 185120);
      conv2(m, batch, 185120, 156, 2556, 260384);
      linear1(m, batch, 260384, 2572, 50572, 185120);
      linear2(m, batch, 185120, 50692, 60772, 192800);
      linear3(m, batch, 192800, 60856, 61696, 185120);
      loss1(m, batch, 185120, 185760);
      loss1_2(m, batch, 185120, 185760, 185824);
      loss1_3(m, batch, 185120, 185760, 185824, 325920, 185888);
      loss1_4(m, batch, 185888, 185760);
      score.loss = m[185760];

      score.correct = 0;
      for (let n = 0; n < label.length; n++) {
        const from = 185120 + n * 10;
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
export interface Lenet {
  /** A call takes 1 to 64 samples. */
  readonly maxBatch: 64;
  /** Of one sample. */
  readonly inputShape: readonly [1, 28, 28];
  readonly outputShape: readonly [10];
  readonly parameters: LenetParameters;
  /**
   * The output of every sample, in views that are good until the next call.
   * @param image a multiple of 784: [1, 28, 28] for each of 1 to 64 samples, channels first
   */
  forward(image: Tensor<readonly [number, 1, 28, 28]>): Tensor<readonly [number, 10]>;
  /**
   * Forward, backward and a step of sgd, momentum 0.9. Gives the loss before the step.
   * @param image a multiple of 784: [1, 28, 28] for each of 1 to 64 samples, channels first
   * @param label one for each of 1 to 64 samples
   * @param learningRate 0.01 unless given
   */
  trainStep(
    image: Tensor<readonly [number, 1, 28, 28]>,
    label: Classes,
    learningRate?: number,
  ): number;
  /**
   * The loss and its derivatives, as `trainStep` has them; nothing is updated. One object, good
   * until the next call.
   */
  gradients(image: Tensor<readonly [number, 1, 28, 28]>, label: Classes): LenetGradients;
  /**
   * The loss and how many classes the greatest score is right about, as inference has it. One
   * object, good until the next call.
   */
  evaluate(
    image: Tensor<readonly [number, 1, 28, 28]>,
    label: Classes,
  ): { readonly loss: number; readonly correct: number };
  /**
   * Sets every parameter; or none, and throws, if one is missing or has another shape. Names that
   * the model does not have are passed over.
   */
  load(parameters: LenetParameterSource): void;
  /** Every parameter, as a safetensors file has it. */
  save(): Bytes;
  /** Starts anew: no steps taken, the parameters as the seed has them. */
  reset(seed?: number): void;
}

/** How a net starts. */
export interface LenetOptions {
  /** Instead of the seeded initialisation. */
  readonly parameters?: LenetParameterSource;
  /** Of the initialisation, 0 unless given: the same numbers on every engine. */
  readonly seed?: number;
}

/** Views of every parameter: what is written to them holds. */
export interface LenetParameters {
  readonly conv1: {
    readonly weight: Tensor<readonly [6, 1, 5, 5]>;
    readonly bias: Tensor<readonly [6]>;
  };
  readonly conv2: {
    readonly weight: Tensor<readonly [16, 6, 5, 5]>;
    readonly bias: Tensor<readonly [16]>;
  };
  readonly linear1: {
    readonly weight: Tensor<readonly [120, 400]>;
    readonly bias: Tensor<readonly [120]>;
  };
  readonly linear2: {
    readonly weight: Tensor<readonly [84, 120]>;
    readonly bias: Tensor<readonly [84]>;
  };
  readonly linear3: {
    readonly weight: Tensor<readonly [10, 84]>;
    readonly bias: Tensor<readonly [10]>;
  };
}

/** The bytes of a safetensors file, or arrays by layer or by full name. */
export type LenetParameterSource =
  Uint8Array | ArrayBuffer | Loadable<LenetParameters> | { readonly [name: string]: Values };

/** The loss and its derivatives, each laid out as what it is the derivative to. */
export interface LenetGradients {
  readonly loss: number;
  readonly conv1: {
    readonly weight: Tensor<readonly [6, 1, 5, 5]>;
    readonly bias: Tensor<readonly [6]>;
  };
  readonly conv2: {
    readonly weight: Tensor<readonly [16, 6, 5, 5]>;
    readonly bias: Tensor<readonly [16]>;
  };
  readonly linear1: {
    readonly weight: Tensor<readonly [120, 400]>;
    readonly bias: Tensor<readonly [120]>;
  };
  readonly linear2: {
    readonly weight: Tensor<readonly [84, 120]>;
    readonly bias: Tensor<readonly [84]>;
  };
  readonly linear3: {
    readonly weight: Tensor<readonly [10, 84]>;
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
function inputsOf(image: Tensor<readonly [number, 1, 28, 28]>): number {
  return samples("image", image, 784, "a multiple of 784: [1, 28, 28] for each of 1 to 64 samples");
}

/** How many samples the arguments have, each of them checked. */
function examplesOf(image: Tensor<readonly [number, 1, 28, 28]>, label: Classes): number {
  const batch = inputsOf(image);
  samples("label", label, 1, "one for each of 1 to 64 samples", batch, 10);
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
  ["conv1.weight", [6, 1, 5, 5], 0, 150, 1, 0.9797958971132712],
  ["conv1.bias", [6], 150, 156],
  ["conv2.weight", [16, 6, 5, 5], 156, 2556, 1, 0.4],
  ["conv2.bias", [16], 2556, 2572],
  ["linear1.weight", [120, 400], 2572, 50572, 1, 0.2449489742783178],
  ["linear1.bias", [120], 50572, 50692],
  ["linear2.weight", [84, 120], 50692, 60772, 1, 0.4472135954999579],
  ["linear2.bias", [84], 60772, 60856],
  ["linear3.weight", [10, 84], 60856, 61696, 1, 0.5345224838248488],
  ["linear3.bias", [10], 61696, 61706],
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
function load(m: Float32Array, source: LenetParameterSource): void {
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
    for (let h = 0; h < 28; h++) {
      for (let w = 0; w < 28; w++) {
        m[at + 1024 * n + 32 * h + w] = from[784 * n + 28 * h + w]!;
      }
    }
  }
}

/**
 * pool1[n,c,p,q] = max(max r,s (conv1.bias[c] + Σ r′,s′ image[n, 0, 2·p + r + r′ − 2, 2·q + s + s′ − 2] · conv1.weight[c,0,r′,s′]), 0)
 * r unrolled, s unrolled, r′ unrolled, s′ unrolled.
 */
function conv1(
  m: Float32Array,
  batch: number,
  conv1BiasAt: number,
  imageAt: number,
  conv1WeightAt: number,
  pool1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i2 = imageAt + 1024 * n;
    const i6 = pool1At + 1176 * n;
    for (let c = 0; c < 6; c++) {
      const i1 = conv1BiasAt + c;
      const v1 = m[i1];
      const i5 = conv1WeightAt + 25 * c;
      const v2 = m[i5];
      const v4 = m[i5 + 1];
      const v6 = m[i5 + 2];
      const v8 = m[i5 + 3];
      const v10 = m[i5 + 4];
      const v12 = m[i5 + 5];
      const v14 = m[i5 + 6];
      const v16 = m[i5 + 7];
      const v18 = m[i5 + 8];
      const v20 = m[i5 + 9];
      const v22 = m[i5 + 10];
      const v24 = m[i5 + 11];
      const v26 = m[i5 + 12];
      const v28 = m[i5 + 13];
      const v30 = m[i5 + 14];
      const v32 = m[i5 + 15];
      const v34 = m[i5 + 16];
      const v36 = m[i5 + 17];
      const v38 = m[i5 + 18];
      const v40 = m[i5 + 19];
      const v42 = m[i5 + 20];
      const v44 = m[i5 + 21];
      const v46 = m[i5 + 22];
      const v48 = m[i5 + 23];
      const v50 = m[i5 + 24];
      const i7 = i6 + 196 * c;
      for (let p = 0; p < 14; p++) {
        const i3 = i2 + 64 * p;
        const i8 = i7 + 14 * p;
        for (let q = 0; q < 14; q++) {
          const i4 = i3 + 2 * q;
          const v3 = m[i4 - 65];
          const v5 = m[i4 - 64];
          const v7 = m[i4 - 63];
          const v9 = m[i4 - 62];
          const v11 = m[i4 - 34];
          const v13 = m[i4 - 33];
          const v15 = m[i4 - 32];
          const v17 = m[i4 - 31];
          const v19 = m[i4 - 30];
          const v21 = m[i4 - 2];
          const v23 = m[i4 - 1];
          const v25 = m[i4];
          const v27 = m[i4 + 1];
          const v29 = m[i4 + 2];
          const v31 = m[i4 + 30];
          const v33 = m[i4 + 31];
          const v35 = m[i4 + 32];
          const v37 = m[i4 + 33];
          const v39 = m[i4 + 34];
          const v41 = m[i4 + 62];
          const v43 = m[i4 + 63];
          const v45 = m[i4 + 64];
          const v47 = m[i4 + 65];
          const v49 = m[i4 + 66];
          const t1 =
            v1 +
            (m[i4 - 66] * v2 +
              v3 * v4 +
              v5 * v6 +
              v7 * v8 +
              v9 * v10 +
              v11 * v12 +
              v13 * v14 +
              v15 * v16 +
              v17 * v18 +
              v19 * v20 +
              v21 * v22 +
              v23 * v24 +
              v25 * v26 +
              v27 * v28 +
              v29 * v30 +
              v31 * v32 +
              v33 * v34 +
              v35 * v36 +
              v37 * v38 +
              v39 * v40 +
              v41 * v42 +
              v43 * v44 +
              v45 * v46 +
              v47 * v48 +
              v49 * v50);
          const v51 = m[i4 - 29];
          const v52 = m[i4 + 3];
          const v53 = m[i4 + 35];
          const v54 = m[i4 + 67];
          const t2 =
            v1 +
            (v3 * v2 +
              v5 * v4 +
              v7 * v6 +
              v9 * v8 +
              m[i4 - 61] * v10 +
              v13 * v12 +
              v15 * v14 +
              v17 * v16 +
              v19 * v18 +
              v51 * v20 +
              v23 * v22 +
              v25 * v24 +
              v27 * v26 +
              v29 * v28 +
              v52 * v30 +
              v33 * v32 +
              v35 * v34 +
              v37 * v36 +
              v39 * v38 +
              v53 * v40 +
              v43 * v42 +
              v45 * v44 +
              v47 * v46 +
              v49 * v48 +
              v54 * v50);
          const t3 = +(t1 < t2);
          const t4 = t2 * t3 + t1 * (1 - t3);
          const v55 = m[i4 + 95];
          const v56 = m[i4 + 96];
          const v57 = m[i4 + 97];
          const v58 = m[i4 + 98];
          const t5 =
            v1 +
            (v11 * v2 +
              v13 * v4 +
              v15 * v6 +
              v17 * v8 +
              v19 * v10 +
              v21 * v12 +
              v23 * v14 +
              v25 * v16 +
              v27 * v18 +
              v29 * v20 +
              v31 * v22 +
              v33 * v24 +
              v35 * v26 +
              v37 * v28 +
              v39 * v30 +
              v41 * v32 +
              v43 * v34 +
              v45 * v36 +
              v47 * v38 +
              v49 * v40 +
              m[i4 + 94] * v42 +
              v55 * v44 +
              v56 * v46 +
              v57 * v48 +
              v58 * v50);
          const t6 = +(t4 < t5);
          const t7 = t5 * t6 + t4 * (1 - t6);
          const t8 =
            v1 +
            (v13 * v2 +
              v15 * v4 +
              v17 * v6 +
              v19 * v8 +
              v51 * v10 +
              v23 * v12 +
              v25 * v14 +
              v27 * v16 +
              v29 * v18 +
              v52 * v20 +
              v33 * v22 +
              v35 * v24 +
              v37 * v26 +
              v39 * v28 +
              v53 * v30 +
              v43 * v32 +
              v45 * v34 +
              v47 * v36 +
              v49 * v38 +
              v54 * v40 +
              v55 * v42 +
              v56 * v44 +
              v57 * v46 +
              v58 * v48 +
              m[i4 + 99] * v50);
          const t9 = +(t7 < t8);
          const t10 = t8 * t9 + t7 * (1 - t9);
          const i9 = i8 + q;
          m[i9] = (t10 + Math.abs(t10)) * 0.5;
        }
      }
    }
  }
}

/**
 * pool2[n,c,p,q] = max(max r,s (conv2.bias[c] + Σ k,r′,s′ pool1[n, k, 2·p + r′ + r, 2·q + s′ + s] · conv2.weight[c,k,r′,s′]), 0)
 * r unrolled, s unrolled, k by 2, s′ unrolled.
 */
function conv2(
  m: Float32Array,
  batch: number,
  pool1At: number,
  conv2WeightAt: number,
  conv2BiasAt: number,
  pool2At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = pool1At + 1176 * n;
    const i10 = pool2At + 400 * n;
    for (let c = 0; c < 16; c++) {
      const i6 = conv2WeightAt + 150 * c;
      const i9 = conv2BiasAt + c;
      const v27 = m[i9];
      const i11 = i10 + 25 * c;
      for (let p = 0; p < 5; p++) {
        const i2 = i1 + 28 * p;
        const i12 = i11 + 5 * p;
        for (let q = 0; q < 5; q++) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + 2 * q;
          for (let k = 0; k < 6; k += 2) {
            const i4 = i3 + 196 * k;
            const i7 = i6 + 25 * k;
            for (let r = 0; r < 5; r++) {
              const i5 = i4 + 14 * r;
              const i8 = i7 + 5 * r;
              const v1 = m[i8];
              s1 += m[i5] * v1;
              const v2 = m[i5 + 1];
              s2 += v2 * v1;
              s3 += m[i5 + 14] * v1;
              const v3 = m[i5 + 15];
              s4 += v3 * v1;
              const v4 = m[i8 + 1];
              s1 += v2 * v4;
              const v5 = m[i5 + 2];
              s2 += v5 * v4;
              s3 += v3 * v4;
              const v6 = m[i5 + 16];
              s4 += v6 * v4;
              const v7 = m[i8 + 2];
              s1 += v5 * v7;
              const v8 = m[i5 + 3];
              s2 += v8 * v7;
              s3 += v6 * v7;
              const v9 = m[i5 + 17];
              s4 += v9 * v7;
              const v10 = m[i8 + 3];
              s1 += v8 * v10;
              const v11 = m[i5 + 4];
              s2 += v11 * v10;
              s3 += v9 * v10;
              const v12 = m[i5 + 18];
              s4 += v12 * v10;
              const v13 = m[i8 + 4];
              s1 += v11 * v13;
              s2 += m[i5 + 5] * v13;
              s3 += v12 * v13;
              s4 += m[i5 + 19] * v13;
              const v14 = m[i8 + 25];
              s1 += m[i5 + 196] * v14;
              const v15 = m[i5 + 197];
              s2 += v15 * v14;
              s3 += m[i5 + 210] * v14;
              const v16 = m[i5 + 211];
              s4 += v16 * v14;
              const v17 = m[i8 + 26];
              s1 += v15 * v17;
              const v18 = m[i5 + 198];
              s2 += v18 * v17;
              s3 += v16 * v17;
              const v19 = m[i5 + 212];
              s4 += v19 * v17;
              const v20 = m[i8 + 27];
              s1 += v18 * v20;
              const v21 = m[i5 + 199];
              s2 += v21 * v20;
              s3 += v19 * v20;
              const v22 = m[i5 + 213];
              s4 += v22 * v20;
              const v23 = m[i8 + 28];
              s1 += v21 * v23;
              const v24 = m[i5 + 200];
              s2 += v24 * v23;
              s3 += v22 * v23;
              const v25 = m[i5 + 214];
              s4 += v25 * v23;
              const v26 = m[i8 + 29];
              s1 += v24 * v26;
              s2 += m[i5 + 201] * v26;
              s3 += v25 * v26;
              s4 += m[i5 + 215] * v26;
            }
          }
          const t1 = v27 + s1;
          const t2 = v27 + s2;
          const t3 = +(t1 < t2);
          const t4 = t2 * t3 + t1 * (1 - t3);
          const t5 = v27 + s3;
          const t6 = +(t4 < t5);
          const t7 = t5 * t6 + t4 * (1 - t6);
          const t8 = v27 + s4;
          const t9 = +(t7 < t8);
          const t10 = t8 * t9 + t7 * (1 - t9);
          const i13 = i12 + q;
          m[i13] = (t10 + Math.abs(t10)) * 0.5;
        }
      }
    }
  }
}

/**
 * relu3[n,m] = max(linear1.bias[m] + Σ k,kρ,kρρ pool2[n,k,kρ,kρρ] · linear1.weight[m, 25·k + 5·kρ + kρρ], 0)
 * n by 2, m by 3, k by 2.
 */
function linear1(
  m: Float32Array,
  batch: number,
  pool2At: number,
  linear1WeightAt: number,
  linear1BiasAt: number,
  relu3At: number,
): void {
  let n = 0;
  for (; n + 2 <= batch; n += 2) {
    const i1 = pool2At + 400 * n;
    const i10 = relu3At + 120 * n;
    for (let m_ = 0; m_ < 120; m_ += 3) {
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      let s5 = 0;
      let s6 = 0;
      const i5 = linear1WeightAt + 400 * m_;
      for (let k = 0; k < 16; k += 2) {
        const i2 = i1 + 25 * k;
        const i6 = i5 + 25 * k;
        for (let k2 = 0; k2 < 5; k2++) {
          const i3 = i2 + 5 * k2;
          const i7 = i6 + 5 * k2;
          for (let k3 = 0; k3 < 5; k3++) {
            const i4 = i3 + k3;
            const v1 = m[i4];
            const i8 = i7 + k3;
            const v2 = m[i8];
            s1 += v1 * v2;
            const v3 = m[i8 + 400];
            s2 += v1 * v3;
            const v4 = m[i8 + 800];
            s3 += v1 * v4;
            const v5 = m[i4 + 400];
            s4 += v5 * v2;
            s5 += v5 * v3;
            s6 += v5 * v4;
            const v6 = m[i4 + 25];
            const v7 = m[i8 + 25];
            s1 += v6 * v7;
            const v8 = m[i8 + 425];
            s2 += v6 * v8;
            const v9 = m[i8 + 825];
            s3 += v6 * v9;
            const v10 = m[i4 + 425];
            s4 += v10 * v7;
            s5 += v10 * v8;
            s6 += v10 * v9;
          }
        }
      }
      const i9 = linear1BiasAt + m_;
      const v11 = m[i9];
      const t1 = v11 + s1;
      const i11 = i10 + m_;
      m[i11] = (t1 + Math.abs(t1)) * 0.5;
      const v12 = m[i9 + 1];
      const t2 = v12 + s2;
      m[i11 + 1] = (t2 + Math.abs(t2)) * 0.5;
      const v13 = m[i9 + 2];
      const t3 = v13 + s3;
      m[i11 + 2] = (t3 + Math.abs(t3)) * 0.5;
      const t4 = v11 + s4;
      m[i11 + 120] = (t4 + Math.abs(t4)) * 0.5;
      const t5 = v12 + s5;
      m[i11 + 121] = (t5 + Math.abs(t5)) * 0.5;
      const t6 = v13 + s6;
      m[i11 + 122] = (t6 + Math.abs(t6)) * 0.5;
    }
  }
  for (; n < batch; n++) {
    const i12 = pool2At + 400 * n;
    const i21 = relu3At + 120 * n;
    for (let m_2 = 0; m_2 < 120; m_2 += 3) {
      let s7 = 0;
      let s8 = 0;
      let s9 = 0;
      const i16 = linear1WeightAt + 400 * m_2;
      for (let k4 = 0; k4 < 16; k4 += 2) {
        const i13 = i12 + 25 * k4;
        const i17 = i16 + 25 * k4;
        for (let k5 = 0; k5 < 5; k5++) {
          const i14 = i13 + 5 * k5;
          const i18 = i17 + 5 * k5;
          for (let k6 = 0; k6 < 5; k6++) {
            const i15 = i14 + k6;
            const v14 = m[i15];
            const i19 = i18 + k6;
            s7 += v14 * m[i19];
            s8 += v14 * m[i19 + 400];
            s9 += v14 * m[i19 + 800];
            const v15 = m[i15 + 25];
            s7 += v15 * m[i19 + 25];
            s8 += v15 * m[i19 + 425];
            s9 += v15 * m[i19 + 825];
          }
        }
      }
      const i20 = linear1BiasAt + m_2;
      const t7 = m[i20] + s7;
      const i22 = i21 + m_2;
      m[i22] = (t7 + Math.abs(t7)) * 0.5;
      const t8 = m[i20 + 1] + s8;
      m[i22 + 1] = (t8 + Math.abs(t8)) * 0.5;
      const t9 = m[i20 + 2] + s9;
      m[i22 + 2] = (t9 + Math.abs(t9)) * 0.5;
    }
  }
}

/**
 * relu4[n,m] = max(linear2.bias[m] + Σ k relu3[n,k] · linear2.weight[m,k], 0)
 * n by 2, m by 3, k by 2.
 */
function linear2(
  m: Float32Array,
  batch: number,
  relu3At: number,
  linear2WeightAt: number,
  linear2BiasAt: number,
  relu4At: number,
): void {
  let n = 0;
  for (; n + 2 <= batch; n += 2) {
    const i1 = relu3At + 120 * n;
    const i6 = relu4At + 84 * n;
    for (let m_ = 0; m_ < 84; m_ += 3) {
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      let s5 = 0;
      let s6 = 0;
      const i3 = linear2WeightAt + 120 * m_;
      for (let k = 0; k < 120; k += 2) {
        const i2 = i1 + k;
        const v1 = m[i2];
        const i4 = i3 + k;
        const v2 = m[i4];
        s1 += v1 * v2;
        const v3 = m[i4 + 120];
        s2 += v1 * v3;
        const v4 = m[i4 + 240];
        s3 += v1 * v4;
        const v5 = m[i2 + 120];
        s4 += v5 * v2;
        s5 += v5 * v3;
        s6 += v5 * v4;
        const v6 = m[i2 + 1];
        const v7 = m[i4 + 1];
        s1 += v6 * v7;
        const v8 = m[i4 + 121];
        s2 += v6 * v8;
        const v9 = m[i4 + 241];
        s3 += v6 * v9;
        const v10 = m[i2 + 121];
        s4 += v10 * v7;
        s5 += v10 * v8;
        s6 += v10 * v9;
      }
      const i5 = linear2BiasAt + m_;
      const v11 = m[i5];
      const t1 = v11 + s1;
      const i7 = i6 + m_;
      m[i7] = (t1 + Math.abs(t1)) * 0.5;
      const v12 = m[i5 + 1];
      const t2 = v12 + s2;
      m[i7 + 1] = (t2 + Math.abs(t2)) * 0.5;
      const v13 = m[i5 + 2];
      const t3 = v13 + s3;
      m[i7 + 2] = (t3 + Math.abs(t3)) * 0.5;
      const t4 = v11 + s4;
      m[i7 + 84] = (t4 + Math.abs(t4)) * 0.5;
      const t5 = v12 + s5;
      m[i7 + 85] = (t5 + Math.abs(t5)) * 0.5;
      const t6 = v13 + s6;
      m[i7 + 86] = (t6 + Math.abs(t6)) * 0.5;
    }
  }
  for (; n < batch; n++) {
    const i8 = relu3At + 120 * n;
    const i13 = relu4At + 84 * n;
    for (let m_2 = 0; m_2 < 84; m_2 += 3) {
      let s7 = 0;
      let s8 = 0;
      let s9 = 0;
      const i10 = linear2WeightAt + 120 * m_2;
      for (let k2 = 0; k2 < 120; k2 += 2) {
        const i9 = i8 + k2;
        const v14 = m[i9];
        const i11 = i10 + k2;
        s7 += v14 * m[i11];
        s8 += v14 * m[i11 + 120];
        s9 += v14 * m[i11 + 240];
        const v15 = m[i9 + 1];
        s7 += v15 * m[i11 + 1];
        s8 += v15 * m[i11 + 121];
        s9 += v15 * m[i11 + 241];
      }
      const i12 = linear2BiasAt + m_2;
      const t7 = m[i12] + s7;
      const i14 = i13 + m_2;
      m[i14] = (t7 + Math.abs(t7)) * 0.5;
      const t8 = m[i12 + 1] + s8;
      m[i14 + 1] = (t8 + Math.abs(t8)) * 0.5;
      const t9 = m[i12 + 2] + s9;
      m[i14 + 2] = (t9 + Math.abs(t9)) * 0.5;
    }
  }
}

/** linear3[n,m] = linear3.bias[m] + Σ k relu4[n,k] · linear3.weight[m,k] */
function linear3(
  m: Float32Array,
  batch: number,
  relu4At: number,
  linear3WeightAt: number,
  linear3BiasAt: number,
  linear3At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu4At + 84 * n;
    const i6 = linear3At + 10 * n;
    for (let m_ = 0; m_ < 10; m_++) {
      let s1 = 0;
      const i3 = linear3WeightAt + 84 * m_;
      for (let k = 0; k < 84; k++) {
        const i2 = i1 + k;
        const i4 = i3 + k;
        s1 += m[i2] * m[i4];
      }
      const i5 = linear3BiasAt + m_;
      const i7 = i6 + m_;
      m[i7] = m[i5] + s1;
    }
  }
}

/**
 * loss1.greatest[n] = max m linear3[n,m]
 * m unrolled.
 */
function loss1(m: Float32Array, batch: number, linear3At: number, loss1GreatestAt: number): void {
  for (let n = 0; n < batch; n++) {
    const i1 = linear3At + 10 * n;
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

/** loss1.logTotal[n] = log(Σ m exp(linear3[n,m] − stop(loss1.greatest[n]))) */
function loss1_2(
  m: Float32Array,
  batch: number,
  linear3At: number,
  loss1GreatestAt: number,
  loss1LogTotalAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    let s1 = 0;
    const i1 = linear3At + 10 * n;
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

/** loss1.each[n] = −Σ m [m = label[n]] · (linear3[n,m] − stop(loss1.greatest[n]) − loss1.logTotal[n]) */
function loss1_3(
  m: Float32Array,
  batch: number,
  linear3At: number,
  loss1GreatestAt: number,
  loss1LogTotalAt: number,
  labelAt: number,
  loss1EachAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    let s1 = 0;
    const i1 = linear3At + 10 * n;
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
 * pool1[n,c,p,q] = max(max r,s (conv1.bias[c] + Σ r′,s′ image[n, 0, 2·p + r′ + r − 2, 2·q + s′ + s − 2] · conv1.weight[c,0,r′,s′]), 0)
 * pool1.max.winner[n,c,p,q] = argmax r,s (conv1.bias[c] + Σ r′,s′ image[n, 0, 2·p + r′ + r − 2, 2·q + s′ + s − 2] · conv1.weight[c,0,r′,s′])
 * r unrolled, s unrolled, r′ unrolled, s′ unrolled.
 */
function conv1Train(
  m: Float32Array,
  batch: number,
  conv1BiasAt: number,
  imageAt: number,
  conv1WeightAt: number,
  pool1At: number,
  pool1MaxWinnerAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i2 = imageAt + 1024 * n;
    const i6 = pool1At + 1176 * n;
    const i10 = pool1MaxWinnerAt + 1176 * n;
    for (let c = 0; c < 6; c++) {
      const i1 = conv1BiasAt + c;
      const v1 = m[i1];
      const i5 = conv1WeightAt + 25 * c;
      const v2 = m[i5];
      const v4 = m[i5 + 1];
      const v6 = m[i5 + 2];
      const v8 = m[i5 + 3];
      const v10 = m[i5 + 4];
      const v12 = m[i5 + 5];
      const v14 = m[i5 + 6];
      const v16 = m[i5 + 7];
      const v18 = m[i5 + 8];
      const v20 = m[i5 + 9];
      const v22 = m[i5 + 10];
      const v24 = m[i5 + 11];
      const v26 = m[i5 + 12];
      const v28 = m[i5 + 13];
      const v30 = m[i5 + 14];
      const v32 = m[i5 + 15];
      const v34 = m[i5 + 16];
      const v36 = m[i5 + 17];
      const v38 = m[i5 + 18];
      const v40 = m[i5 + 19];
      const v42 = m[i5 + 20];
      const v44 = m[i5 + 21];
      const v46 = m[i5 + 22];
      const v48 = m[i5 + 23];
      const v50 = m[i5 + 24];
      const i7 = i6 + 196 * c;
      const i11 = i10 + 196 * c;
      for (let p = 0; p < 14; p++) {
        const i3 = i2 + 64 * p;
        const i8 = i7 + 14 * p;
        const i12 = i11 + 14 * p;
        for (let q = 0; q < 14; q++) {
          const i4 = i3 + 2 * q;
          const v3 = m[i4 - 65];
          const v5 = m[i4 - 64];
          const v7 = m[i4 - 63];
          const v9 = m[i4 - 62];
          const v11 = m[i4 - 34];
          const v13 = m[i4 - 33];
          const v15 = m[i4 - 32];
          const v17 = m[i4 - 31];
          const v19 = m[i4 - 30];
          const v21 = m[i4 - 2];
          const v23 = m[i4 - 1];
          const v25 = m[i4];
          const v27 = m[i4 + 1];
          const v29 = m[i4 + 2];
          const v31 = m[i4 + 30];
          const v33 = m[i4 + 31];
          const v35 = m[i4 + 32];
          const v37 = m[i4 + 33];
          const v39 = m[i4 + 34];
          const v41 = m[i4 + 62];
          const v43 = m[i4 + 63];
          const v45 = m[i4 + 64];
          const v47 = m[i4 + 65];
          const v49 = m[i4 + 66];
          const t1 =
            v1 +
            (m[i4 - 66] * v2 +
              v3 * v4 +
              v5 * v6 +
              v7 * v8 +
              v9 * v10 +
              v11 * v12 +
              v13 * v14 +
              v15 * v16 +
              v17 * v18 +
              v19 * v20 +
              v21 * v22 +
              v23 * v24 +
              v25 * v26 +
              v27 * v28 +
              v29 * v30 +
              v31 * v32 +
              v33 * v34 +
              v35 * v36 +
              v37 * v38 +
              v39 * v40 +
              v41 * v42 +
              v43 * v44 +
              v45 * v46 +
              v47 * v48 +
              v49 * v50);
          const v51 = m[i4 - 29];
          const v52 = m[i4 + 3];
          const v53 = m[i4 + 35];
          const v54 = m[i4 + 67];
          const t2 =
            v1 +
            (v3 * v2 +
              v5 * v4 +
              v7 * v6 +
              v9 * v8 +
              m[i4 - 61] * v10 +
              v13 * v12 +
              v15 * v14 +
              v17 * v16 +
              v19 * v18 +
              v51 * v20 +
              v23 * v22 +
              v25 * v24 +
              v27 * v26 +
              v29 * v28 +
              v52 * v30 +
              v33 * v32 +
              v35 * v34 +
              v37 * v36 +
              v39 * v38 +
              v53 * v40 +
              v43 * v42 +
              v45 * v44 +
              v47 * v46 +
              v49 * v48 +
              v54 * v50);
          const t3 = +(t1 < t2);
          const t4 = t2 * t3 + t1 * (1 - t3);
          const v55 = m[i4 + 95];
          const v56 = m[i4 + 96];
          const v57 = m[i4 + 97];
          const v58 = m[i4 + 98];
          const t5 =
            v1 +
            (v11 * v2 +
              v13 * v4 +
              v15 * v6 +
              v17 * v8 +
              v19 * v10 +
              v21 * v12 +
              v23 * v14 +
              v25 * v16 +
              v27 * v18 +
              v29 * v20 +
              v31 * v22 +
              v33 * v24 +
              v35 * v26 +
              v37 * v28 +
              v39 * v30 +
              v41 * v32 +
              v43 * v34 +
              v45 * v36 +
              v47 * v38 +
              v49 * v40 +
              m[i4 + 94] * v42 +
              v55 * v44 +
              v56 * v46 +
              v57 * v48 +
              v58 * v50);
          const t6 = +(t4 < t5);
          const t7 = t5 * t6 + t4 * (1 - t6);
          const t8 =
            v1 +
            (v13 * v2 +
              v15 * v4 +
              v17 * v6 +
              v19 * v8 +
              v51 * v10 +
              v23 * v12 +
              v25 * v14 +
              v27 * v16 +
              v29 * v18 +
              v52 * v20 +
              v33 * v22 +
              v35 * v24 +
              v37 * v26 +
              v39 * v28 +
              v53 * v30 +
              v43 * v32 +
              v45 * v34 +
              v47 * v36 +
              v49 * v38 +
              v54 * v40 +
              v55 * v42 +
              v56 * v44 +
              v57 * v46 +
              v58 * v48 +
              m[i4 + 99] * v50);
          const t9 = +(t7 < t8);
          const t10 = t8 * t9 + t7 * (1 - t9);
          const t11 = (t10 + Math.abs(t10)) * 0.5;
          const t12 = 3 * t9 + (2 * t6 + 1 * t3 * (1 - t6)) * (1 - t9);
          const i9 = i8 + q;
          m[i9] = t11;
          const i13 = i12 + q;
          m[i13] = t12;
        }
      }
    }
  }
}

/**
 * pool2[n,c,p,q] = max(max r,s (conv2.bias[c] + Σ k,r′,s′ pool1[n, k, 2·p + r′ + r, 2·q + s′ + s] · conv2.weight[c,k,r′,s′]), 0)
 * pool2.max.winner[n,c,p,q] = argmax r,s (conv2.bias[c] + Σ k,r′,s′ pool1[n, k, 2·p + r′ + r, 2·q + s′ + s] · conv2.weight[c,k,r′,s′])
 * r unrolled, s unrolled, k by 2, s′ unrolled.
 */
function conv2Train(
  m: Float32Array,
  batch: number,
  pool1At: number,
  conv2WeightAt: number,
  conv2BiasAt: number,
  pool2At: number,
  pool2MaxWinnerAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = pool1At + 1176 * n;
    const i10 = pool2At + 400 * n;
    const i14 = pool2MaxWinnerAt + 400 * n;
    for (let c = 0; c < 16; c++) {
      const i6 = conv2WeightAt + 150 * c;
      const i9 = conv2BiasAt + c;
      const v27 = m[i9];
      const i11 = i10 + 25 * c;
      const i15 = i14 + 25 * c;
      for (let p = 0; p < 5; p++) {
        const i2 = i1 + 28 * p;
        const i12 = i11 + 5 * p;
        const i16 = i15 + 5 * p;
        for (let q = 0; q < 5; q++) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + 2 * q;
          for (let k = 0; k < 6; k += 2) {
            const i4 = i3 + 196 * k;
            const i7 = i6 + 25 * k;
            for (let r = 0; r < 5; r++) {
              const i5 = i4 + 14 * r;
              const i8 = i7 + 5 * r;
              const v1 = m[i8];
              s1 += m[i5] * v1;
              const v2 = m[i5 + 1];
              s2 += v2 * v1;
              s3 += m[i5 + 14] * v1;
              const v3 = m[i5 + 15];
              s4 += v3 * v1;
              const v4 = m[i8 + 1];
              s1 += v2 * v4;
              const v5 = m[i5 + 2];
              s2 += v5 * v4;
              s3 += v3 * v4;
              const v6 = m[i5 + 16];
              s4 += v6 * v4;
              const v7 = m[i8 + 2];
              s1 += v5 * v7;
              const v8 = m[i5 + 3];
              s2 += v8 * v7;
              s3 += v6 * v7;
              const v9 = m[i5 + 17];
              s4 += v9 * v7;
              const v10 = m[i8 + 3];
              s1 += v8 * v10;
              const v11 = m[i5 + 4];
              s2 += v11 * v10;
              s3 += v9 * v10;
              const v12 = m[i5 + 18];
              s4 += v12 * v10;
              const v13 = m[i8 + 4];
              s1 += v11 * v13;
              s2 += m[i5 + 5] * v13;
              s3 += v12 * v13;
              s4 += m[i5 + 19] * v13;
              const v14 = m[i8 + 25];
              s1 += m[i5 + 196] * v14;
              const v15 = m[i5 + 197];
              s2 += v15 * v14;
              s3 += m[i5 + 210] * v14;
              const v16 = m[i5 + 211];
              s4 += v16 * v14;
              const v17 = m[i8 + 26];
              s1 += v15 * v17;
              const v18 = m[i5 + 198];
              s2 += v18 * v17;
              s3 += v16 * v17;
              const v19 = m[i5 + 212];
              s4 += v19 * v17;
              const v20 = m[i8 + 27];
              s1 += v18 * v20;
              const v21 = m[i5 + 199];
              s2 += v21 * v20;
              s3 += v19 * v20;
              const v22 = m[i5 + 213];
              s4 += v22 * v20;
              const v23 = m[i8 + 28];
              s1 += v21 * v23;
              const v24 = m[i5 + 200];
              s2 += v24 * v23;
              s3 += v22 * v23;
              const v25 = m[i5 + 214];
              s4 += v25 * v23;
              const v26 = m[i8 + 29];
              s1 += v24 * v26;
              s2 += m[i5 + 201] * v26;
              s3 += v25 * v26;
              s4 += m[i5 + 215] * v26;
            }
          }
          const t1 = v27 + s1;
          const t2 = v27 + s2;
          const t3 = +(t1 < t2);
          const t4 = t2 * t3 + t1 * (1 - t3);
          const t5 = v27 + s3;
          const t6 = +(t4 < t5);
          const t7 = t5 * t6 + t4 * (1 - t6);
          const t8 = v27 + s4;
          const t9 = +(t7 < t8);
          const t10 = t8 * t9 + t7 * (1 - t9);
          const t11 = (t10 + Math.abs(t10)) * 0.5;
          const t12 = 3 * t9 + (2 * t6 + 1 * t3 * (1 - t6)) * (1 - t9);
          const i13 = i12 + q;
          m[i13] = t11;
          const i17 = i16 + q;
          m[i17] = t12;
        }
      }
    }
  }
}

/**
 * loss1.total[n] = Σ m exp(linear3[n,m] − stop(loss1.greatest[n]))
 * loss1.logTotal[n] = log(Σ m exp(linear3[n,m] − stop(loss1.greatest[n])))
 */
function loss1Train(
  m: Float32Array,
  batch: number,
  linear3At: number,
  loss1GreatestAt: number,
  loss1TotalAt: number,
  loss1LogTotalAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    let s1 = 0;
    const i1 = linear3At + 10 * n;
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

/** d.linear3[n,m] = [m = label[n]] · (−d.loss1.each[n]) + d.loss1.total[n] · exp(linear3[n,m] − stop(loss1.greatest[n])) */
function backwardLinear3(
  m: Float32Array,
  batch: number,
  dLoss1EachAt: number,
  labelAt: number,
  dLoss1TotalAt: number,
  linear3At: number,
  loss1GreatestAt: number,
  dLinear3At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dLoss1EachAt + n;
    const t1 = -m[i1];
    const i2 = labelAt + n;
    const v1 = m[i2];
    const i3 = dLoss1TotalAt + n;
    const v2 = m[i3];
    const i4 = linear3At + 10 * n;
    const i6 = loss1GreatestAt + n;
    const t2 = -m[i6];
    const i7 = dLinear3At + 10 * n;
    for (let m_ = 0; m_ < 10; m_++) {
      const i5 = i4 + m_;
      const i8 = i7 + m_;
      m[i8] = t1 * +(m_ === v1) + v2 * Math.exp(m[i5] + t2);
    }
  }
}

/** d.linear2[n,m] = [0 < relu4[n,m]] · Σ m′ d.linear3[n,m′] · linear3.weight[m′,m] */
function backwardLinear2(
  m: Float32Array,
  batch: number,
  dLinear3At: number,
  linear3WeightAt: number,
  relu4At: number,
  dLinear2At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dLinear3At + 10 * n;
    const i5 = relu4At + 84 * n;
    const i7 = dLinear2At + 84 * n;
    for (let m_ = 0; m_ < 84; m_++) {
      let s1 = 0;
      const i3 = linear3WeightAt + m_;
      for (let m_2 = 0; m_2 < 10; m_2++) {
        const i2 = i1 + m_2;
        const i4 = i3 + 84 * m_2;
        s1 += m[i2] * m[i4];
      }
      const i6 = i5 + m_;
      const i8 = i7 + m_;
      m[i8] = s1 * +(0 < m[i6]);
    }
  }
}

/**
 * d.linear1[n,m] = [0 < relu3[n,m]] · Σ m′ d.linear2[n,m′] · linear2.weight[m′,m]
 * n by 2, m by 3, m′ by 2.
 */
function backwardLinear1(
  m: Float32Array,
  batch: number,
  dLinear2At: number,
  linear2WeightAt: number,
  relu3At: number,
  dLinear1At: number,
): void {
  let n = 0;
  for (; n + 2 <= batch; n += 2) {
    const i1 = dLinear2At + 84 * n;
    const i5 = relu3At + 120 * n;
    const i7 = dLinear1At + 120 * n;
    for (let m_ = 0; m_ < 120; m_ += 3) {
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      let s5 = 0;
      let s6 = 0;
      const i3 = linear2WeightAt + m_;
      for (let m_2 = 0; m_2 < 84; m_2 += 2) {
        const i2 = i1 + m_2;
        const v1 = m[i2];
        const i4 = i3 + 120 * m_2;
        const v2 = m[i4];
        s1 += v1 * v2;
        const v3 = m[i4 + 1];
        s2 += v1 * v3;
        const v4 = m[i4 + 2];
        s3 += v1 * v4;
        const v5 = m[i2 + 84];
        s4 += v5 * v2;
        s5 += v5 * v3;
        s6 += v5 * v4;
        const v6 = m[i2 + 1];
        const v7 = m[i4 + 120];
        s1 += v6 * v7;
        const v8 = m[i4 + 121];
        s2 += v6 * v8;
        const v9 = m[i4 + 122];
        s3 += v6 * v9;
        const v10 = m[i2 + 85];
        s4 += v10 * v7;
        s5 += v10 * v8;
        s6 += v10 * v9;
      }
      const i6 = i5 + m_;
      const i8 = i7 + m_;
      m[i8] = s1 * +(0 < m[i6]);
      m[i8 + 1] = s2 * +(0 < m[i6 + 1]);
      m[i8 + 2] = s3 * +(0 < m[i6 + 2]);
      m[i8 + 120] = s4 * +(0 < m[i6 + 120]);
      m[i8 + 121] = s5 * +(0 < m[i6 + 121]);
      m[i8 + 122] = s6 * +(0 < m[i6 + 122]);
    }
  }
  for (; n < batch; n++) {
    const i9 = dLinear2At + 84 * n;
    const i13 = relu3At + 120 * n;
    const i15 = dLinear1At + 120 * n;
    for (let m_3 = 0; m_3 < 120; m_3 += 3) {
      let s7 = 0;
      let s8 = 0;
      let s9 = 0;
      const i11 = linear2WeightAt + m_3;
      for (let m_4 = 0; m_4 < 84; m_4 += 2) {
        const i10 = i9 + m_4;
        const v11 = m[i10];
        const i12 = i11 + 120 * m_4;
        s7 += v11 * m[i12];
        s8 += v11 * m[i12 + 1];
        s9 += v11 * m[i12 + 2];
        const v12 = m[i10 + 1];
        s7 += v12 * m[i12 + 120];
        s8 += v12 * m[i12 + 121];
        s9 += v12 * m[i12 + 122];
      }
      const i14 = i13 + m_3;
      const i16 = i15 + m_3;
      m[i16] = s7 * +(0 < m[i14]);
      m[i16 + 1] = s8 * +(0 < m[i14 + 1]);
      m[i16 + 2] = s9 * +(0 < m[i14 + 2]);
    }
  }
}

/**
 * d.pool2.max[n,c,p,q] = [0 < pool2[n,c,p,q]] · Σ m d.linear1[n,m] · linear1.weight[m, 25·c + 5·p + q]
 * n by 2, c by 2, m by 4.
 */
function backwardPool2Max(
  m: Float32Array,
  batch: number,
  dLinear1At: number,
  linear1WeightAt: number,
  pool2At: number,
  dPool2MaxAt: number,
): void {
  let n = 0;
  for (; n + 2 <= batch; n += 2) {
    const i1 = dLinear1At + 120 * n;
    const i7 = pool2At + 400 * n;
    const i11 = dPool2MaxAt + 400 * n;
    for (let c = 0; c < 16; c += 2) {
      const i3 = linear1WeightAt + 25 * c;
      const i8 = i7 + 25 * c;
      const i12 = i11 + 25 * c;
      for (let p = 0; p < 5; p++) {
        const i4 = i3 + 5 * p;
        const i9 = i8 + 5 * p;
        const i13 = i12 + 5 * p;
        for (let q = 0; q < 5; q++) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i5 = i4 + q;
          for (let m_ = 0; m_ < 120; m_ += 4) {
            const i2 = i1 + m_;
            const v1 = m[i2];
            const i6 = i5 + 400 * m_;
            const v2 = m[i6];
            s1 += v1 * v2;
            const v3 = m[i6 + 25];
            s2 += v1 * v3;
            const v4 = m[i2 + 120];
            s3 += v4 * v2;
            s4 += v4 * v3;
            const v5 = m[i2 + 1];
            const v6 = m[i6 + 400];
            s1 += v5 * v6;
            const v7 = m[i6 + 425];
            s2 += v5 * v7;
            const v8 = m[i2 + 121];
            s3 += v8 * v6;
            s4 += v8 * v7;
            const v9 = m[i2 + 2];
            const v10 = m[i6 + 800];
            s1 += v9 * v10;
            const v11 = m[i6 + 825];
            s2 += v9 * v11;
            const v12 = m[i2 + 122];
            s3 += v12 * v10;
            s4 += v12 * v11;
            const v13 = m[i2 + 3];
            const v14 = m[i6 + 1200];
            s1 += v13 * v14;
            const v15 = m[i6 + 1225];
            s2 += v13 * v15;
            const v16 = m[i2 + 123];
            s3 += v16 * v14;
            s4 += v16 * v15;
          }
          const i10 = i9 + q;
          const i14 = i13 + q;
          m[i14] = s1 * +(0 < m[i10]);
          m[i14 + 25] = s2 * +(0 < m[i10 + 25]);
          m[i14 + 400] = s3 * +(0 < m[i10 + 400]);
          m[i14 + 425] = s4 * +(0 < m[i10 + 425]);
        }
      }
    }
  }
  for (; n < batch; n++) {
    const i15 = dLinear1At + 120 * n;
    const i21 = pool2At + 400 * n;
    const i25 = dPool2MaxAt + 400 * n;
    for (let c2 = 0; c2 < 16; c2 += 2) {
      const i17 = linear1WeightAt + 25 * c2;
      const i22 = i21 + 25 * c2;
      const i26 = i25 + 25 * c2;
      for (let p2 = 0; p2 < 5; p2++) {
        const i18 = i17 + 5 * p2;
        const i23 = i22 + 5 * p2;
        const i27 = i26 + 5 * p2;
        for (let q2 = 0; q2 < 5; q2++) {
          let s5 = 0;
          let s6 = 0;
          const i19 = i18 + q2;
          for (let m_2 = 0; m_2 < 120; m_2 += 4) {
            const i16 = i15 + m_2;
            const v17 = m[i16];
            const i20 = i19 + 400 * m_2;
            s5 += v17 * m[i20];
            s6 += v17 * m[i20 + 25];
            const v18 = m[i16 + 1];
            s5 += v18 * m[i20 + 400];
            s6 += v18 * m[i20 + 425];
            const v19 = m[i16 + 2];
            s5 += v19 * m[i20 + 800];
            s6 += v19 * m[i20 + 825];
            const v20 = m[i16 + 3];
            s5 += v20 * m[i20 + 1200];
            s6 += v20 * m[i20 + 1225];
          }
          const i24 = i23 + q2;
          const i28 = i27 + q2;
          m[i28] = s5 * +(0 < m[i24]);
          m[i28 + 25] = s6 * +(0 < m[i24 + 25]);
        }
      }
    }
  }
}

/**
 * d.conv2[n, m, 2·p + pρ, 2·q + qρ] = [2·pρ + qρ = pool2.max.winner[n,m,p,q]] · d.pool2.max[n,m,p,q]
 * pρ unrolled, qρ unrolled.
 */
function backwardConv2(
  m: Float32Array,
  batch: number,
  dPool2MaxAt: number,
  pool2MaxWinnerAt: number,
  dConv2At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dPool2MaxAt + 400 * n;
    const i5 = pool2MaxWinnerAt + 400 * n;
    const i9 = dConv2At + 5184 * n;
    for (let m_ = 0; m_ < 16; m_++) {
      const i2 = i1 + 25 * m_;
      const i6 = i5 + 25 * m_;
      const i10 = i9 + 324 * m_;
      for (let p = 0; p < 5; p++) {
        const i3 = i2 + 5 * p;
        const i7 = i6 + 5 * p;
        const i11 = i10 + 36 * p;
        for (let q = 0; q < 5; q++) {
          const i4 = i3 + q;
          const v1 = m[i4];
          const i8 = i7 + q;
          const v2 = m[i8];
          const i12 = i11 + 2 * q;
          m[i12] = v1 * +(0 === v2);
          m[i12 + 1] = v1 * +(1 === v2);
          m[i12 + 18] = v1 * +(2 === v2);
          m[i12 + 19] = v1 * +(3 === v2);
        }
      }
    }
  }
}

/**
 * d.pool1.max[n,c,p,q] = [0 < pool1[n,c,p,q]] · Σ r,s,m d.conv2[n, m, p − r, q − s] · conv2.weight[m,c,r,s]
 * c by 3, q by 2, s unrolled.
 */
function backwardPool1Max(
  m: Float32Array,
  batch: number,
  dConv2At: number,
  conv2WeightAt: number,
  pool1At: number,
  dPool1MaxAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dConv2At + 5184 * n;
    const i9 = pool1At + 1176 * n;
    const i13 = dPool1MaxAt + 1176 * n;
    for (let c = 0; c < 6; c += 3) {
      const i6 = conv2WeightAt + 25 * c;
      const i10 = i9 + 196 * c;
      const i14 = i13 + 196 * c;
      for (let p = 0; p < 14; p++) {
        const i2 = i1 + 18 * p;
        const i11 = i10 + 14 * p;
        const i15 = i14 + 14 * p;
        for (let q = 0; q < 14; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          let s5 = 0;
          let s6 = 0;
          const i3 = i2 + q;
          for (let r = 0; r < 5; r++) {
            const i4 = i3 - 18 * r;
            const i7 = i6 + 5 * r;
            for (let m_ = 0; m_ < 16; m_++) {
              const i5 = i4 + 324 * m_;
              const v1 = m[i5];
              const i8 = i7 + 150 * m_;
              const v2 = m[i8];
              s1 += v1 * v2;
              const v3 = m[i5 + 1];
              s2 += v3 * v2;
              const v4 = m[i8 + 25];
              s3 += v1 * v4;
              s4 += v3 * v4;
              const v5 = m[i8 + 50];
              s5 += v1 * v5;
              s6 += v3 * v5;
              const v6 = m[i5 - 1];
              const v7 = m[i8 + 1];
              s1 += v6 * v7;
              s2 += v1 * v7;
              const v8 = m[i8 + 26];
              s3 += v6 * v8;
              s4 += v1 * v8;
              const v9 = m[i8 + 51];
              s5 += v6 * v9;
              s6 += v1 * v9;
              const v10 = m[i5 - 2];
              const v11 = m[i8 + 2];
              s1 += v10 * v11;
              s2 += v6 * v11;
              const v12 = m[i8 + 27];
              s3 += v10 * v12;
              s4 += v6 * v12;
              const v13 = m[i8 + 52];
              s5 += v10 * v13;
              s6 += v6 * v13;
              const v14 = m[i5 - 3];
              const v15 = m[i8 + 3];
              s1 += v14 * v15;
              s2 += v10 * v15;
              const v16 = m[i8 + 28];
              s3 += v14 * v16;
              s4 += v10 * v16;
              const v17 = m[i8 + 53];
              s5 += v14 * v17;
              s6 += v10 * v17;
              const v18 = m[i5 - 4];
              const v19 = m[i8 + 4];
              s1 += v18 * v19;
              s2 += v14 * v19;
              const v20 = m[i8 + 29];
              s3 += v18 * v20;
              s4 += v14 * v20;
              const v21 = m[i8 + 54];
              s5 += v18 * v21;
              s6 += v14 * v21;
            }
          }
          const i12 = i11 + q;
          const i16 = i15 + q;
          m[i16] = s1 * +(0 < m[i12]);
          m[i16 + 1] = s2 * +(0 < m[i12 + 1]);
          m[i16 + 196] = s3 * +(0 < m[i12 + 196]);
          m[i16 + 197] = s4 * +(0 < m[i12 + 197]);
          m[i16 + 392] = s5 * +(0 < m[i12 + 392]);
          m[i16 + 393] = s6 * +(0 < m[i12 + 393]);
        }
      }
    }
  }
}

/**
 * d.conv1[n, m, 2·p + pρ, 2·q + qρ] = [2·pρ + qρ = pool1.max.winner[n,m,p,q]] · d.pool1.max[n,m,p,q]
 * pρ unrolled, qρ unrolled.
 */
function backwardConv1(
  m: Float32Array,
  batch: number,
  dPool1MaxAt: number,
  pool1MaxWinnerAt: number,
  dConv1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dPool1MaxAt + 1176 * n;
    const i5 = pool1MaxWinnerAt + 1176 * n;
    const i9 = dConv1At + 4704 * n;
    for (let m_ = 0; m_ < 6; m_++) {
      const i2 = i1 + 196 * m_;
      const i6 = i5 + 196 * m_;
      const i10 = i9 + 784 * m_;
      for (let p = 0; p < 14; p++) {
        const i3 = i2 + 14 * p;
        const i7 = i6 + 14 * p;
        const i11 = i10 + 56 * p;
        for (let q = 0; q < 14; q++) {
          const i4 = i3 + q;
          const v1 = m[i4];
          const i8 = i7 + q;
          const v2 = m[i8];
          const i12 = i11 + 2 * q;
          m[i12] = v1 * +(0 === v2);
          m[i12 + 1] = v1 * +(1 === v2);
          m[i12 + 28] = v1 * +(2 === v2);
          m[i12 + 29] = v1 * +(3 === v2);
        }
      }
    }
  }
}

/**
 * d.conv1.weight[m,k,r,s] = Σ n,p,q d.conv1[n,m,p,q] · image[n, k, p + r − 2, q + s − 2]
 * s unrolled, q by 7.
 */
function backwardConv1Weight(
  m: Float32Array,
  batch: number,
  dConv1At: number,
  imageAt: number,
  dConv1WeightAt: number,
): void {
  for (let m_ = 0; m_ < 6; m_++) {
    const i1 = dConv1At + 784 * m_;
    const i9 = dConv1WeightAt + 25 * m_;
    for (let r = 0; r < 5; r++) {
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      let s5 = 0;
      const i5 = imageAt + 32 * r;
      for (let n = 0; n < batch; n++) {
        const i2 = i1 + 4704 * n;
        const i6 = i5 + 1024 * n;
        for (let p = 0; p < 28; p++) {
          const i3 = i2 + 28 * p;
          const i7 = i6 + 32 * p;
          for (let q = 0; q < 28; q += 7) {
            const i4 = i3 + q;
            const v1 = m[i4];
            const i8 = i7 + q;
            s1 += v1 * m[i8 - 66];
            const v2 = m[i8 - 65];
            s2 += v1 * v2;
            const v3 = m[i8 - 64];
            s3 += v1 * v3;
            const v4 = m[i8 - 63];
            s4 += v1 * v4;
            const v5 = m[i8 - 62];
            s5 += v1 * v5;
            const v6 = m[i4 + 1];
            s1 += v6 * v2;
            s2 += v6 * v3;
            s3 += v6 * v4;
            s4 += v6 * v5;
            const v7 = m[i8 - 61];
            s5 += v6 * v7;
            const v8 = m[i4 + 2];
            s1 += v8 * v3;
            s2 += v8 * v4;
            s3 += v8 * v5;
            s4 += v8 * v7;
            const v9 = m[i8 - 60];
            s5 += v8 * v9;
            const v10 = m[i4 + 3];
            s1 += v10 * v4;
            s2 += v10 * v5;
            s3 += v10 * v7;
            s4 += v10 * v9;
            const v11 = m[i8 - 59];
            s5 += v10 * v11;
            const v12 = m[i4 + 4];
            s1 += v12 * v5;
            s2 += v12 * v7;
            s3 += v12 * v9;
            s4 += v12 * v11;
            const v13 = m[i8 - 58];
            s5 += v12 * v13;
            const v14 = m[i4 + 5];
            s1 += v14 * v7;
            s2 += v14 * v9;
            s3 += v14 * v11;
            s4 += v14 * v13;
            const v15 = m[i8 - 57];
            s5 += v14 * v15;
            const v16 = m[i4 + 6];
            s1 += v16 * v9;
            s2 += v16 * v11;
            s3 += v16 * v13;
            s4 += v16 * v15;
            s5 += v16 * m[i8 - 56];
          }
        }
      }
      const i10 = i9 + 5 * r;
      m[i10] = s1;
      m[i10 + 1] = s2;
      m[i10 + 2] = s3;
      m[i10 + 3] = s4;
      m[i10 + 4] = s5;
    }
  }
}

/**
 * d.conv1.bias[m] = Σ n,p,q d.conv1[n,m,p,q]
 * m unrolled, q by 2.
 */
function backwardConv1Bias(
  m: Float32Array,
  batch: number,
  dConv1At: number,
  dConv1BiasAt: number,
): void {
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  for (let n = 0; n < batch; n++) {
    const i1 = dConv1At + 4704 * n;
    for (let p = 0; p < 28; p++) {
      const i2 = i1 + 28 * p;
      for (let q = 0; q < 28; q += 2) {
        const i3 = i2 + q;
        s1 += m[i3];
        s2 += m[i3 + 784];
        s3 += m[i3 + 1568];
        s4 += m[i3 + 2352];
        s5 += m[i3 + 3136];
        s6 += m[i3 + 3920];
        s1 += m[i3 + 1];
        s2 += m[i3 + 785];
        s3 += m[i3 + 1569];
        s4 += m[i3 + 2353];
        s5 += m[i3 + 3137];
        s6 += m[i3 + 3921];
      }
    }
  }
  m[dConv1BiasAt] = s1;
  m[dConv1BiasAt + 1] = s2;
  m[dConv1BiasAt + 2] = s3;
  m[dConv1BiasAt + 3] = s4;
  m[dConv1BiasAt + 4] = s5;
  m[dConv1BiasAt + 5] = s6;
}

/**
 * d.conv2.weight[m,k,r,s] = Σ n,p,q d.conv2[n,m,p,q] · pool1[n, k, p + r, q + s]
 * s unrolled, q unrolled.
 */
function backwardConv2Weight(
  m: Float32Array,
  batch: number,
  dConv2At: number,
  pool1At: number,
  dConv2WeightAt: number,
): void {
  for (let m_ = 0; m_ < 16; m_++) {
    const i1 = dConv2At + 324 * m_;
    const i8 = dConv2WeightAt + 150 * m_;
    for (let k = 0; k < 6; k++) {
      const i4 = pool1At + 196 * k;
      const i9 = i8 + 25 * k;
      for (let r = 0; r < 5; r++) {
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let s4 = 0;
        let s5 = 0;
        const i5 = i4 + 14 * r;
        for (let n = 0; n < batch; n++) {
          const i2 = i1 + 5184 * n;
          const i6 = i5 + 1176 * n;
          for (let p = 0; p < 10; p++) {
            const i3 = i2 + 18 * p;
            const v1 = m[i3];
            const i7 = i6 + 14 * p;
            s1 += v1 * m[i7];
            const v2 = m[i7 + 1];
            s2 += v1 * v2;
            const v3 = m[i7 + 2];
            s3 += v1 * v3;
            const v4 = m[i7 + 3];
            s4 += v1 * v4;
            const v5 = m[i7 + 4];
            s5 += v1 * v5;
            const v6 = m[i3 + 1];
            s1 += v6 * v2;
            s2 += v6 * v3;
            s3 += v6 * v4;
            s4 += v6 * v5;
            const v7 = m[i7 + 5];
            s5 += v6 * v7;
            const v8 = m[i3 + 2];
            s1 += v8 * v3;
            s2 += v8 * v4;
            s3 += v8 * v5;
            s4 += v8 * v7;
            const v9 = m[i7 + 6];
            s5 += v8 * v9;
            const v10 = m[i3 + 3];
            s1 += v10 * v4;
            s2 += v10 * v5;
            s3 += v10 * v7;
            s4 += v10 * v9;
            const v11 = m[i7 + 7];
            s5 += v10 * v11;
            const v12 = m[i3 + 4];
            s1 += v12 * v5;
            s2 += v12 * v7;
            s3 += v12 * v9;
            s4 += v12 * v11;
            const v13 = m[i7 + 8];
            s5 += v12 * v13;
            const v14 = m[i3 + 5];
            s1 += v14 * v7;
            s2 += v14 * v9;
            s3 += v14 * v11;
            s4 += v14 * v13;
            const v15 = m[i7 + 9];
            s5 += v14 * v15;
            const v16 = m[i3 + 6];
            s1 += v16 * v9;
            s2 += v16 * v11;
            s3 += v16 * v13;
            s4 += v16 * v15;
            const v17 = m[i7 + 10];
            s5 += v16 * v17;
            const v18 = m[i3 + 7];
            s1 += v18 * v11;
            s2 += v18 * v13;
            s3 += v18 * v15;
            s4 += v18 * v17;
            const v19 = m[i7 + 11];
            s5 += v18 * v19;
            const v20 = m[i3 + 8];
            s1 += v20 * v13;
            s2 += v20 * v15;
            s3 += v20 * v17;
            s4 += v20 * v19;
            const v21 = m[i7 + 12];
            s5 += v20 * v21;
            const v22 = m[i3 + 9];
            s1 += v22 * v15;
            s2 += v22 * v17;
            s3 += v22 * v19;
            s4 += v22 * v21;
            s5 += v22 * m[i7 + 13];
          }
        }
        const i10 = i9 + 5 * r;
        m[i10] = s1;
        m[i10 + 1] = s2;
        m[i10 + 2] = s3;
        m[i10 + 3] = s4;
        m[i10 + 4] = s5;
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
  for (let m_ = 0; m_ < 16; m_++) {
    let s1 = 0;
    const i1 = dConv2At + 324 * m_;
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 5184 * n;
      for (let p = 0; p < 10; p++) {
        const i3 = i2 + 18 * p;
        for (let q = 0; q < 10; q++) {
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
 * d.linear1.weight[m, 25·k + 5·kρ + kρρ] = Σ n d.linear1[n,m] · pool2[n,k,kρ,kρρ]
 * m by 4, k by 4.
 */
function backwardLinear1Weight(
  m: Float32Array,
  batch: number,
  dLinear1At: number,
  pool2At: number,
  dLinear1WeightAt: number,
): void {
  for (let m_ = 0; m_ < 120; m_ += 4) {
    const i1 = dLinear1At + m_;
    const i7 = dLinear1WeightAt + 400 * m_;
    for (let k = 0; k < 16; k += 4) {
      const i3 = pool2At + 25 * k;
      const i8 = i7 + 25 * k;
      for (let k2 = 0; k2 < 5; k2++) {
        const i4 = i3 + 5 * k2;
        const i9 = i8 + 5 * k2;
        for (let k3 = 0; k3 < 5; k3++) {
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
          let s16 = 0;
          const i5 = i4 + k3;
          for (let n = 0; n < batch; n++) {
            const i2 = i1 + 120 * n;
            const v1 = m[i2];
            const i6 = i5 + 400 * n;
            const v2 = m[i6];
            s1 += v1 * v2;
            const v3 = m[i6 + 25];
            s2 += v1 * v3;
            const v4 = m[i6 + 50];
            s3 += v1 * v4;
            const v5 = m[i6 + 75];
            s4 += v1 * v5;
            const v6 = m[i2 + 1];
            s5 += v6 * v2;
            s6 += v6 * v3;
            s7 += v6 * v4;
            s8 += v6 * v5;
            const v7 = m[i2 + 2];
            s9 += v7 * v2;
            s10 += v7 * v3;
            s11 += v7 * v4;
            s12 += v7 * v5;
            const v8 = m[i2 + 3];
            s13 += v8 * v2;
            s14 += v8 * v3;
            s15 += v8 * v4;
            s16 += v8 * v5;
          }
          const i10 = i9 + k3;
          m[i10] = s1;
          m[i10 + 25] = s2;
          m[i10 + 50] = s3;
          m[i10 + 75] = s4;
          m[i10 + 400] = s5;
          m[i10 + 425] = s6;
          m[i10 + 450] = s7;
          m[i10 + 475] = s8;
          m[i10 + 800] = s9;
          m[i10 + 825] = s10;
          m[i10 + 850] = s11;
          m[i10 + 875] = s12;
          m[i10 + 1200] = s13;
          m[i10 + 1225] = s14;
          m[i10 + 1250] = s15;
          m[i10 + 1275] = s16;
        }
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
  for (let m_ = 0; m_ < 120; m_++) {
    let s1 = 0;
    const i1 = dLinear1At + m_;
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 120 * n;
      s1 += m[i2];
    }
    const i3 = dLinear1BiasAt + m_;
    m[i3] = s1;
  }
}

/**
 * d.linear2.weight[m,k] = Σ n d.linear2[n,m] · relu3[n,k]
 * m by 4, k by 4.
 */
function backwardLinear2Weight(
  m: Float32Array,
  batch: number,
  dLinear2At: number,
  relu3At: number,
  dLinear2WeightAt: number,
): void {
  for (let m_ = 0; m_ < 84; m_ += 4) {
    const i1 = dLinear2At + m_;
    const i5 = dLinear2WeightAt + 120 * m_;
    for (let k = 0; k < 120; k += 4) {
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
      let s16 = 0;
      const i3 = relu3At + k;
      for (let n = 0; n < batch; n++) {
        const i2 = i1 + 84 * n;
        const v1 = m[i2];
        const i4 = i3 + 120 * n;
        const v2 = m[i4];
        s1 += v1 * v2;
        const v3 = m[i4 + 1];
        s2 += v1 * v3;
        const v4 = m[i4 + 2];
        s3 += v1 * v4;
        const v5 = m[i4 + 3];
        s4 += v1 * v5;
        const v6 = m[i2 + 1];
        s5 += v6 * v2;
        s6 += v6 * v3;
        s7 += v6 * v4;
        s8 += v6 * v5;
        const v7 = m[i2 + 2];
        s9 += v7 * v2;
        s10 += v7 * v3;
        s11 += v7 * v4;
        s12 += v7 * v5;
        const v8 = m[i2 + 3];
        s13 += v8 * v2;
        s14 += v8 * v3;
        s15 += v8 * v4;
        s16 += v8 * v5;
      }
      const i6 = i5 + k;
      m[i6] = s1;
      m[i6 + 1] = s2;
      m[i6 + 2] = s3;
      m[i6 + 3] = s4;
      m[i6 + 120] = s5;
      m[i6 + 121] = s6;
      m[i6 + 122] = s7;
      m[i6 + 123] = s8;
      m[i6 + 240] = s9;
      m[i6 + 241] = s10;
      m[i6 + 242] = s11;
      m[i6 + 243] = s12;
      m[i6 + 360] = s13;
      m[i6 + 361] = s14;
      m[i6 + 362] = s15;
      m[i6 + 363] = s16;
    }
  }
}

/** d.linear2.bias[m] = Σ n d.linear2[n,m] */
function backwardLinear2Bias(
  m: Float32Array,
  batch: number,
  dLinear2At: number,
  dLinear2BiasAt: number,
): void {
  for (let m_ = 0; m_ < 84; m_++) {
    let s1 = 0;
    const i1 = dLinear2At + m_;
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 84 * n;
      s1 += m[i2];
    }
    const i3 = dLinear2BiasAt + m_;
    m[i3] = s1;
  }
}

/** d.linear3.weight[m,k] = Σ n d.linear3[n,m] · relu4[n,k] */
function backwardLinear3Weight(
  m: Float32Array,
  batch: number,
  dLinear3At: number,
  relu4At: number,
  dLinear3WeightAt: number,
): void {
  for (let m_ = 0; m_ < 10; m_++) {
    const i1 = dLinear3At + m_;
    const i5 = dLinear3WeightAt + 84 * m_;
    for (let k = 0; k < 84; k++) {
      let s1 = 0;
      const i3 = relu4At + k;
      for (let n = 0; n < batch; n++) {
        const i2 = i1 + 10 * n;
        const i4 = i3 + 84 * n;
        s1 += m[i2] * m[i4];
      }
      const i6 = i5 + k;
      m[i6] = s1;
    }
  }
}

/** d.linear3.bias[m] = Σ n d.linear3[n,m] */
function backwardLinear3Bias(
  m: Float32Array,
  batch: number,
  dLinear3At: number,
  dLinear3BiasAt: number,
): void {
  for (let m_ = 0; m_ < 10; m_++) {
    let s1 = 0;
    const i1 = dLinear3At + m_;
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 10 * n;
      s1 += m[i2];
    }
    const i3 = dLinear3BiasAt + m_;
    m[i3] = s1;
  }
}

/**
 * velocity.new[i] = 0.9 · velocity[i] + gradients[i]
 * parameters.new[i] = parameters[i] − learningRate · (0.9 · velocity[i] + gradients[i])
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
  const v1 = m[learningRateAt];
  for (let i_ = 0; i_ < 61706; i_++) {
    const i1 = velocityAt + i_;
    const i2 = gradientsAt + i_;
    const t1 = 0.9 * m[i1] + m[i2];
    const i3 = parametersAt + i_;
    const t2 = m[i3] - v1 * t1;
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
