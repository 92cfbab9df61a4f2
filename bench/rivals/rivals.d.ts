// What the benchmark uses of its rivals, declared here so that `npm run types` does not need them installed
// (convnetjs has no types at all).

declare module "@tensorflow/tfjs" {
  export interface Tensor {
    dataSync(): Float32Array;
    dispose(): void;
  }
  export interface Variable extends Tensor {
    readonly trainable: boolean;
  }
  type Sizes = readonly number[];
  type Rounding = "floor";
  export function tensor(values: ArrayLike<number>, shape: Sizes, dtype?: "int32"): Tensor;
  export function variable(initial: Tensor): Variable;
  export function reshape(x: Tensor, shape: Sizes): Tensor;
  export function transpose(x: Tensor, axes: Sizes): Tensor;
  export function slice(x: Tensor, begin: Sizes, size: Sizes): Tensor;
  export function concat(tensors: readonly Tensor[], axis: number): Tensor;
  export function add(a: Tensor, b: Tensor): Tensor;
  export function relu(x: Tensor): Tensor;
  export function relu6(x: Tensor): Tensor;
  export function mean(x: Tensor, axes: Sizes): Tensor;
  export function matMul(a: Tensor, b: Tensor): Tensor;
  export function conv2d(
    x: Tensor,
    filter: Tensor,
    strides: number,
    pad: number,
    layout: "NHWC",
    dilations: Sizes,
    rounding: Rounding,
  ): Tensor;
  export function maxPool(
    x: Tensor,
    size: number,
    strides: number,
    pad: number,
    rounding: Rounding,
  ): Tensor;
  export function oneHot(indices: Tensor, depth: number): Tensor;
  export function cast(x: Tensor, dtype: "float32"): Tensor;
  export function tidy<T extends Tensor>(fn: () => T): T;
  export function setBackend(name: "cpu" | "wasm"): Promise<boolean>;
  export function enableProdMode(): void;
  type Activation = "linear" | "relu" | "relu6";
  interface FusedConv {
    x: Tensor;
    filter: Tensor;
    bias: Tensor;
    strides: number;
    pad: number;
    activation: Activation;
    dimRoundingMode: Rounding;
  }
  export const fused: {
    conv2d(options: FusedConv): Tensor;
    depthwiseConv2d(options: FusedConv): Tensor;
    matMul(options: { a: Tensor; b: Tensor; bias: Tensor; activation: Activation }): Tensor;
  };
  export const losses: { softmaxCrossEntropy(labels: Tensor, logits: Tensor): Tensor };
  export const train: {
    sgd(learningRate: number): {
      minimize(loss: () => Tensor, returnCost: true, variables: Variable[]): Tensor;
    };
  };
  /** A kernel, as the filter gradient's is called. */
  export function registerKernel(kernel: {
    kernelName: string;
    backendName: string;
    kernelFunc(call: {
      inputs: { readonly x: Tensor; readonly dy: Tensor };
      attrs: {
        readonly strides: number | readonly [number, number];
        readonly pad: number;
        readonly dimRoundingMode: Rounding;
        readonly filterShape: readonly [number, number, number, number];
      };
    }): Tensor;
  }): void;
}

declare module "@tensorflow/tfjs-core" {
  export * from "@tensorflow/tfjs";
}
declare module "@tensorflow/tfjs-backend-cpu" {
  export {};
}
declare module "@tensorflow/tfjs-backend-wasm" {
  export {};
}

declare module "onnxruntime-common" {
  export interface InferenceSession {
    readonly inputNames: readonly string[];
    readonly outputNames: readonly string[];
    run(feeds: { readonly [name: string]: Tensor }): Promise<{
      readonly [name: string]: { readonly data: Float32Array };
    }>;
  }
  export interface Tensor {
    readonly data: Float32Array;
  }
  export interface Runtime {
    readonly Tensor: new (type: "float32", data: Float32Array, sizes: readonly number[]) => Tensor;
    readonly InferenceSession: {
      create(
        model: Uint8Array,
        options: {
          readonly executionProviders: readonly ("wasm" | "cpu")[];
          readonly graphOptimizationLevel: "all";
          readonly intraOpNumThreads?: number;
          readonly interOpNumThreads?: number;
        },
      ): Promise<InferenceSession>;
    };
  }
}
declare module "onnxruntime-web" {
  import type { Runtime } from "onnxruntime-common";
  export const Tensor: Runtime["Tensor"];
  export const InferenceSession: Runtime["InferenceSession"];
  export const env: { readonly wasm: { numThreads: number } };
}
declare module "onnxruntime-node" {
  import type { Runtime } from "onnxruntime-common";
  const runtime: Runtime;
  export default runtime;
}

declare module "@litertjs/core" {
  export class Tensor {
    constructor(values: Float32Array, shape: readonly number[]);
    toTypedArray(): Float32Array;
    delete(): void;
  }
  export function loadLiteRt(folder: string): Promise<unknown>;
  export function loadAndCompile(
    model: Uint8Array,
    options: { readonly accelerator: "wasm" },
  ): Promise<{ run(input: Tensor): Promise<readonly Tensor[]> }>;
}

declare module "@jax-js/jax" {
  type Sizes = readonly number[];
  type Range = readonly [] | readonly [number, number] | number;
  export interface Array {
    /** The same array once more: a use consumes one reference. */
    readonly ref: Array;
    readonly shape: Sizes;
    add(other: Array): Array;
    sub(other: Array): Array;
    mul(other: Array | number): Array;
    neg(): Array;
    sum(axis: number): Array;
    reshape(shape: Sizes): Array;
    slice(...ranges: readonly Range[]): Array;
    data(): Promise<Float32Array>;
    dispose(): void;
  }
  export function init(device: "wasm"): Promise<unknown>;
  export function defaultDevice(device: "wasm"): unknown;
  export function blockUntilReady(tree: unknown): Promise<unknown>;
  export function jit<A extends readonly unknown[], R>(fn: (...args: A) => R): (...args: A) => R;
  export function valueAndGrad<P, A extends readonly unknown[]>(
    fn: (parameters: P, ...args: A) => Array,
  ): (parameters: P, ...args: A) => [Array, P];
  export const numpy: {
    array(values: Float32Array): Array;
    mean(x: Array, axes?: Sizes): Array;
    max(x: Array, axes?: Sizes): Array;
    matmul(a: Array, b: Array): Array;
    pad(x: Array, widths: readonly (readonly [number, number])[]): Array;
    stack(arrays: readonly Array[], axis: number): Array;
    concatenate(arrays: readonly Array[], axis: number): Array;
    transpose(x: Array, axes: Sizes): Array;
  };
  export const nn: {
    relu(x: Array): Array;
    relu6(x: Array): Array;
    logSoftmax(x: Array): Array;
  };
  export const lax: {
    dot(
      a: Array,
      b: Array,
      options: { readonly lhsContractingDims: Sizes; readonly rhsContractingDims: Sizes },
    ): Array;
    reduceWindow(x: Array, fn: (window: Array) => Array, size: Sizes, strides: Sizes): Array;
  };
}

declare module "flatbuffers" {
  export class Builder {
    constructor(size: number);
    forceDefaults(force: boolean): void;
    startObject(slots: number): void;
    endObject(): number;
    startVector(size: number, length: number, alignment: number): void;
    endVector(): number;
    addOffset(offset: number): void;
    addInt32(value: number): void;
    addFieldInt8(slot: number, value: number, fallback: number): void;
    addFieldInt32(slot: number, value: number, fallback: number): void;
    addFieldOffset(slot: number, value: number, fallback: number): void;
    createString(text: string): number;
    createByteVector(bytes: Uint8Array): number;
    prep(size: number, additional: number): void;
    finish(root: number, identifier: string): void;
    asUint8Array(): Uint8Array;
  }
}

declare module "convnetjs" {
  export interface Vol {
    readonly w: Float64Array;
  }
  export interface Net {
    readonly layers: readonly { readonly filters?: readonly Vol[]; readonly biases: Vol }[];
    makeLayers(definitions: readonly object[]): void;
    forward(input: Vol, training: boolean): Vol;
  }
  const convnetjs: {
    readonly Vol: new (columns: number, rows: number, channels: number, fill: number) => Vol;
    readonly Net: new () => Net;
    readonly SGDTrainer: new (
      net: Net,
      options: object,
    ) => { train(input: Vol, label: number): { cost_loss: number } };
  };
  export default convnetjs;
}
