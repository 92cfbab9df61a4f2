import type { Tensor } from "../tensor/expr.ts";
import type { GraphBuilder } from "./graph.ts";

/** Data that a loss compares the outputs with. */
export interface Target {
  readonly name: string;
  /** Without the batch. */
  readonly shape: readonly number[];
  /** Class indices come as integers. */
  readonly holds: "numbers" | "classes";
  readonly classes?: number;
}

type Outputs = { readonly [name: string]: Tensor };

/** What training makes small: a number from the outputs and the targets. */
export interface Loss {
  readonly name: string;
  readonly targets: (outputs: Outputs) => readonly Target[];
  readonly build: (builder: GraphBuilder, outputs: Outputs, targets: Outputs) => Tensor;
  /** For classifiers: whose greatest score is compared with which class. */
  readonly correct?: (outputs: Outputs) => { readonly output: string; readonly target: string };
}
