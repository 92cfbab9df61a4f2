/** The training loop: shuffled mini-batches for some epochs, the test set after each of them. */
import { type Classifier, evaluate } from "./classifier.ts";
import { type Augment, batches, type Dataset } from "./dataset.ts";
import { imageAt, permutation, seeded, take } from "./dataset.ts";
import { trainingBar } from "./terminal.ts";

export interface FitOptions {
  readonly epochs: number;
  readonly batch: number;
  /** The step's learning rate; steps count from 0. */
  readonly learningRate: (step: number) => number;
  readonly augment?: Augment;
  readonly seed: number;
}

export interface Epoch {
  /** Mean loss of the epoch's batches, each taken before its step. */
  readonly trainLoss: number;
  readonly testLoss: number;
  readonly testAccuracy: number;
}

export interface History {
  readonly epochs: readonly Epoch[];
  /** The loss of every step. */
  readonly losses: readonly number[];
  /** Median time of a training step. */
  readonly stepMilliseconds: number;
  readonly seconds: number;
}

export function fit(net: Classifier, train: Dataset, test: Dataset, options: FitOptions): History {
  const random = seeded(options.seed);
  const bar = trainingBar(options.epochs, Math.ceil(train.count / options.batch));
  const [epochs, losses, times]: [Epoch[], number[], number[]] = [[], [], []];
  const started = performance.now();
  for (let e = 0; e < options.epochs; e++) {
    const first = losses.length;
    const shuffled = take(train, permutation(train.count, random));
    for (const batch of batches(shuffled, options.batch)) {
      for (let i = 0; i < batch.count; i++) {
        options.augment?.(imageAt(batch, i), batch.shape, random);
      }
      const begun = performance.now();
      const loss = net.trainStep(batch.images, batch.labels, options.learningRate(losses.length));
      times.push(performance.now() - begun);
      losses.push(loss);
      bar.step(loss);
    }
    const { loss, accuracy } = evaluate(net, test);
    epochs.push({ trainLoss: mean(losses.slice(first)), testLoss: loss, testAccuracy: accuracy });
    bar.epoch(epochs);
  }
  bar.stop();
  const seconds = (performance.now() - started) / 1000;
  return { epochs, losses, stepMilliseconds: median(times), seconds };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
