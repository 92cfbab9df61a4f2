/** What a generated module of one image input and one output of class scores can do. */
import { batches, type Dataset } from "./dataset.ts";
import { softmax } from "./softmax.ts";

export interface Classifier {
  readonly maxBatch: number;
  forward(images: Float32Array): Float32Array;
  trainStep(images: Float32Array, labels: Uint8Array, learningRate?: number): number;
  evaluate(images: Float32Array, labels: Uint8Array): { loss: number; correct: number };
  save(): Uint8Array;
}

export interface Prediction {
  readonly label: number;
  readonly guess: number;
  readonly probabilities: Float32Array;
}

export function evaluate(net: Classifier, data: Dataset): { loss: number; accuracy: number } {
  let [loss, correct] = [0, 0];
  for (const { images, labels, count } of batches(data, net.maxBatch)) {
    const part = net.evaluate(images, labels);
    loss += part.loss * count;
    correct += part.correct;
  }
  return { loss: loss / data.count, accuracy: correct / data.count };
}

export function predict(net: Classifier, data: Dataset): readonly Prediction[] {
  return [...batches(data, net.maxBatch)].flatMap(({ images, labels, count }) => {
    const scores = net.forward(images);
    const classes = scores.length / count;
    return Array.from(labels, (label, i) => {
      const probabilities = softmax(scores.subarray(i * classes, (i + 1) * classes));
      return { label, guess: probabilities.indexOf(Math.max(...probabilities)), probabilities };
    });
  });
}

/** counts[label][guess] */
export function confusion(
  predictions: readonly Prediction[],
  classes: number,
): readonly (readonly number[])[] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (const { label, guess } of predictions) {
    const row = counts[label];
    if (row) row[guess] = (row[guess] ?? 0) + 1;
  }
  return counts;
}
