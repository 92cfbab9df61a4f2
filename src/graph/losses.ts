import { refuse } from "../diagnostics.ts";
import type { Tensor as Raw } from "../tensor/expr.ts";
import type { GraphBuilder } from "./graph.ts";
import { byClass, judge, judging, pointwise, type Rule, weightsOf } from "./judge.ts";
import { flag, integer, maybe, numbers, positive, within } from "./layers/options.ts";

/** Data that a loss compares the outputs with. */
export interface Target {
  readonly name: string;
  /** Without the batch. */
  readonly shape: readonly number[];
  /** Class indices come as integers. */
  readonly holds: "numbers" | "classes";
  readonly classes?: number;
  /** What may stand where there is no class: it counts nothing. */
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

interface Judging {
  /** The output it judges; may be left out where there is only one. */
  readonly of?: string;
  /** What the data it is compared with is called. */
  readonly target?: string;
}

interface ClassOptions extends Judging {
  /** How much each class counts, in order. */
  readonly classWeights?: readonly number[];
  /** A target that counts nothing: a class, or what stands where there is none, as 255 or -100. */
  readonly ignoreIndex?: number;
}

export interface CrossEntropyOptions extends ClassOptions {
  /** The share of certainty that is spread over all classes; 0 where not given. */
  readonly labelSmoothing?: number;
  /** Whether targets are a probability for each class instead of a class index; false where not given. */
  readonly probabilities?: boolean;
}

const classOptions = {
  ...judging("label"),
  classWeights: maybe(numbers(0)),
  ignoreIndex: maybe(integer(-Infinity)),
};
const numberOptions = judging("target");

/**
 * Cross-entropy from logits, classes along the first axis: L = −1/N · Σ n log softmax(x[n,·])[label[n]].
 * Logits [c, h, w] take a class for each pixel.
 */
export const crossEntropy = (given: CrossEntropyOptions = {}): Loss =>
  judge(
    "crossEntropy",
    given,
    { ...classOptions, labelSmoothing: within(0, 1, 0), probabilities: flag(false) },
    ({ probabilities, labelSmoothing, classWeights, ignoreIndex }): Rule => {
      if (!probabilities)
        return byClass(classWeights, ignoreIndex, (g, fed, attrs) =>
          g.add("crossEntropy", fed, { ...attrs, labelSmoothing }),
        );
      if (ignoreIndex !== undefined)
        refuse("KS102", "ignoreIndex names a class index, but the targets are probabilities");
      return pointwise((g, { x, target }) => {
        const weight = weightsOf(g, classWeights, x);
        return g.add("softCrossEntropy", { x, target, weight }, { labelSmoothing });
      });
    },
  );

/** Negative log-likelihood, from what logSoftmax gives: L = −1/N · Σ n x[n, label[n]]. */
export const nll = (given: ClassOptions = {}): Loss =>
  judge("nll", given, classOptions, ({ classWeights, ignoreIndex }) =>
    byClass(classWeights, ignoreIndex, (g, fed, attrs) => g.add("nll", fed, attrs)),
  );

/** L = mean of (x − y)² */
export const mse = (given: Judging = {}): Loss =>
  judge("mse", given, numberOptions, () => pointwise((g, fed) => g.add("mse", fed)));

/** L = mean of |x − y| */
export const l1 = (given: Judging = {}): Loss =>
  judge("l1", given, numberOptions, () => pointwise((g, fed) => g.add("l1", fed)));

/** L = mean of d²/2 where d = |x − y| is below δ, else of δ·(d − δ/2); `delta` 1 where not given */
export const huber = (given: Judging & { readonly delta?: number } = {}): Loss =>
  judge("huber", given, { ...numberOptions, delta: positive(1) }, ({ delta }) =>
    pointwise((g, fed) => g.add("huber", fed, { delta })),
  );

/** L = mean of d²/2β where d = |x − y| is below β, else of d − β/2; `beta` 1 where not given */
export const smoothL1 = (given: Judging & { readonly beta?: number } = {}): Loss =>
  judge("smoothL1", given, { ...numberOptions, beta: positive(1) }, ({ beta }) =>
    pointwise((g, fed) => g.add("smoothL1", fed, { beta })),
  );

/** L = −mean of w·y·log σ(x) + (1 − y)·log σ(−x), for targets from 0 to 1; w is `positiveWeight` */
export const bceWithLogits = (given: Judging & { readonly positiveWeight?: number } = {}): Loss =>
  judge(
    "bceWithLogits",
    given,
    { ...numberOptions, positiveWeight: maybe(positive()) },
    ({ positiveWeight: w }) =>
      pointwise((g, { x, target }) => {
        const positiveWeight = w === undefined ? undefined : g.add("vector", {}, { values: [w] });
        return g.add("bceWithLogits", { x, target, positiveWeight });
      }),
  );

/** L = −mean of y·log x + (1 − y)·log(1 − x), for outputs and targets from 0 to 1 */
export const bce = (given: Judging = {}): Loss =>
  judge("bce", given, numberOptions, () => pointwise((g, fed) => g.add("bce", fed)));

/** Losses by the names the command line knows them by. */
export const losses = { crossEntropy, nll, mse, l1, huber, smoothL1, bceWithLogits, bce } as const;
