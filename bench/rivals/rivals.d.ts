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
  export function tensor(values: ArrayLike<number>, shape: Sizes, dtype?: "int32"): Tensor;
  export function variable(initial: Tensor): Variable;
  export function reshape(x: Tensor, shape: Sizes): Tensor;
  export function maxPool(x: Tensor, size: number, strides: number, pad: "valid"): Tensor;
  export function oneHot(indices: Tensor, depth: number): Tensor;
  export function cast(x: Tensor, dtype: "float32"): Tensor;
  export function tidy<T extends Tensor>(fn: () => T): T;
  export function setBackend(name: "cpu"): Promise<boolean>;
  export function enableProdMode(): void;
  type Activation = "linear" | "relu";
  export const fused: {
    conv2d(options: {
      x: Tensor;
      filter: Tensor;
      bias: Tensor;
      strides: number;
      pad: number;
      activation: Activation;
    }): Tensor;
    matMul(options: { a: Tensor; b: Tensor; bias: Tensor; activation: Activation }): Tensor;
  };
  export const losses: { softmaxCrossEntropy(labels: Tensor, logits: Tensor): Tensor };
  export const train: {
    sgd(learningRate: number): {
      minimize(loss: () => Tensor, returnCost: true, variables: Variable[]): Tensor;
    };
  };
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
