import type { Net } from "./net.ts";
import type { Layout, Parameters } from "./values.ts";
import type { Task } from "./works.ts";

/** What a library is given to make a net from. */
export interface Material {
  readonly net: Net;
  /** Batch norms folded. */
  parameters(): Promise<Parameters>;
  /** A file that was made for it (files.ts), by its name. */
  path(file: FileName): string;
}

/** What is made of a net before anyone is timed. */
export type FileName =
  | "trained.bin"
  | "folded.bin"
  | "net.onnx"
  | "net.tflite"
  | "pytorch.py"
  | "kernelsmith-ts.mjs"
  | "kernelsmith-wasm.mjs";

/** One image → the logits, which may be a view that lives until the next call. */
export type Infer = (image: Float32Array) => ArrayLike<number> | Promise<ArrayLike<number>>;

export interface Training {
  /** One step of plain gradient descent on the mean softmax cross-entropy of the batch, which is returned. */
  step(images: Float32Array, labels: Int32Array): number | Promise<number>;
  parameters(): Parameters | Promise<Parameters>;
  /** Where another process does the work: its number, and the ms of the last step by its clock. */
  readonly elsewhere?: { readonly pid: number; milliseconds(): number };
}

/** One library, as the benchmark drives it. Arrays in, arrays out; each in the order of axes it is at home with. */
export interface Subject {
  /** Order of the axes of the images it is given, and of the maps it gives. */
  readonly layout: Layout;
  inference?(material: Material): Promise<Infer>;
  training?(material: Material, learningRate: number): Promise<Training>;
}

/** A subject before it is loaded: libraries are loaded in a process of their own. */
export interface Entrant {
  readonly name: string;
  readonly kind: "ours" | "rival" | "native";
  /** npm packages whose versions stand in the report */
  readonly packages: readonly string[];
  readonly tasks: readonly Task[];
  readonly files: readonly FileName[];
  /** Why it cannot do a net. */
  refuses?(net: Net): string | undefined;
  load(): Promise<Subject>;
}
