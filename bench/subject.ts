import type { Net, Parameters } from "./nets.ts";

/** Their names in tables and on the command line. */
export type SubjectName = "kernelsmith" | "tfjs-cpu" | "convnetjs";

/** One library, as the benchmark drives it. Arrays in, arrays out; each in the order of axes it is at home with. */
export interface Subject {
  readonly name: SubjectName;
  /** npm packages whose versions stand in the report */
  readonly packages: readonly string[];
  /** order of the axes of the images it is given */
  readonly layout: "channels first" | "channels last";
  /** one image → the logits, which may be a view that lives until the next call */
  inference(net: Net, parameters: Parameters): Promise<(image: Float32Array) => ArrayLike<number>>;
  training(net: Net, parameters: Parameters, learningRate: number): Promise<Training>;
}

export interface Training {
  /** One step of plain gradient descent on the mean softmax cross-entropy of the batch, which is returned. */
  step(images: Float32Array, labels: Int32Array): number;
  parameters(): Parameters;
}

export const batchSize = 32;
