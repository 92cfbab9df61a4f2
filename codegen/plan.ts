import type { Initial } from "../src/graph/graph.ts";

/** Everything a target has to write down: kernels, where numbers live, and who calls what. */
export interface Plan {
  /** As the user named it: "lenet". */
  readonly name: string;
  readonly maxBatch: number;
  /** Layout of rank-3 samples at the module's border. */
  readonly layout: "nchw" | "nhwc";
  /** Of the parameters' initial values, unless the app gives one. */
  readonly seed: number;
  /** Floats in the arena, `m` in the kernels. */
  readonly arena: number;
  /** Parameters and running averages, in one block that starts the arena, in the model's order. */
  readonly parameters: readonly Parameter[];
  /** One function each, named apart: `text` is TypeScript, from its doc comment to its last brace. */
  readonly kernels: readonly Kernel[];
  /** Helpers the kernels call (erf, uniform, …): TypeScript, in this order. */
  readonly prelude: readonly string[];
  /**
   * The kernels of the target wasm, in place of `kernels`. The calls write the inputs into `m`, as
   * `m.set(image, 4096);`, and call what `k` exports, as `k.forward(batch);`.
   */
  readonly wasm?: Wasm;
  /**
   * Calls that compute what depends on parameters and running averages alone, before a run that
   * follows a change of these; absent where there is nothing of the kind.
   */
  readonly prepare?: readonly string[];
  readonly forward: Entry;
  /** The loss and the outputs without an update, on the inference form of the model. */
  readonly evaluate?: Evaluation;
  readonly training?: Training;
  /** The number of multiply-adds of one sample's inference. */
  readonly multiplyAdds: number;
}

export interface Parameter {
  /** "conv1.weight": layer and role, as safetensors has it. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly initial: Initial;
  /** Running averages are no parameters: nothing trains them but they are saved. */
  readonly role: "parameter" | "state";
  readonly frozen: boolean;
}

export interface Kernel {
  readonly name: string;
  readonly text: string;
  /** What it computes, on one line; what the schedule does with it on the next. */
  readonly from: string;
}

/**
 * A module that exports its `memory`, which starts with the arena, and its runs: `forward`, and as the
 * plan has them `evaluate`, `backward`, `update` and `prepare`.
 */
export interface Wasm {
  readonly bytes: Uint8Array;
  /** The same for a person to read: WebAssembly's text format, formulas and schedules in comments. */
  readonly text: () => string;
  /**
   * Of a module for threads, which imports its memory, of so many pages of 64 KiB: `help` is run by the
   * others until `close`, `threads` counts them, `patient` says that the one that calls may sleep.
   */
  readonly threads?: { readonly pages: number };
}

/** A run: data in, kernels in order, data out. Statements call kernels, as `conv1(m, batch);`. */
export interface Entry {
  readonly inputs: readonly Port[];
  readonly calls: readonly string[];
  readonly outputs: readonly Port[];
}

/** Data at the module's border: `size` floats a sample (or in all, when not batched). */
export interface Port {
  readonly name: string;
  /** Without the batch axis, in the module's layout. */
  readonly shape: readonly number[];
  readonly batched: boolean;
  /** Class indices come as integers, all else as floats. */
  readonly holds: "numbers" | "classes";
  /** How many classes there are, when known: an index beyond is refused. */
  readonly classes?: number;
  /** An index that stands for no class: let through, never counted as right. */
  readonly ignored?: number;
  /** What the calls say for an input; the name itself where it is an identifier (`namesFor` gives them out). */
  readonly variable?: string;
  /** Where a view of an output starts, in floats. Inputs are copied in by the calls. */
  readonly offset: number;
}

export interface Evaluation extends Entry {
  /** Where the loss is. */
  readonly loss: number;
  /** Names of the scores and of the classes they are for: `evaluate` counts where the greatest is right. */
  readonly correct?: { readonly output: string; readonly target: string };
}

export interface Training extends Entry {
  /** Where the loss is. */
  readonly loss: number;
  /** Gradients by parameter name, each laid out as its parameter; and of inputs when asked. */
  readonly gradients: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly offset: number;
    readonly batched: boolean;
  }[];
  /** After the calls: the optimiser's step and the running averages. */
  readonly update: readonly string[];
  /** Floats that `trainStep` sets before it calls: the learning rate and the number of the step (from 1). */
  readonly learningRate: { readonly offset: number; readonly fallback: number };
  readonly step: number;
  /** The optimiser in words: "sgd, momentum 0.9". */
  readonly optimizer: string;
  /** Arena ranges that hold the optimiser's memory: zeroed by a reset. */
  readonly memory: { readonly from: number; readonly to: number };
}
