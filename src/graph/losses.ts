import { refuse } from "../diagnostics.ts";
import type { Plain, Shape } from "../shapes/index.ts";
import type { Tensor as Raw } from "../tensor/expr.ts";
import type { GraphBuilder } from "./graph.ts";
import { readOptions, show, type Declared } from "./layers/options.ts";
import * as option from "./layers/options.ts";
import { Tensor } from "./tensor.ts";

/** Data that a loss compares the outputs with. */
export interface Target {
  readonly name: string;
  /** Without the batch. */
  readonly shape: readonly number[];
  /** Class indices come as integers. */
  readonly holds: "numbers" | "classes";
  readonly classes?: number;
  /** A class index beyond those that is allowed, and counts nothing. */
  readonly ignored?: number;
}

type Outputs = { readonly [name: string]: Raw };

/** What training makes small: a number from the outputs and the targets. */
export interface Loss {
  readonly name: string;
  readonly targets: (outputs: Outputs) => readonly Target[];
  readonly build: (builder: GraphBuilder, outputs: Outputs, targets: Outputs) => Raw;
  /** For classifiers: whose greatest score is compared with which class. */
  readonly correct?: (outputs: Outputs) => { readonly output: string; readonly target: string };
}

interface Of {
  /** Which output it judges; may be left out where there is one. */
  readonly of?: string;
  /** What the data it is compared with is called. */
  readonly target?: string;
}
