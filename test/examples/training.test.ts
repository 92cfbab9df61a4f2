import { describe, expect, it } from "vitest";
import { evaluate, predict } from "../../examples/shared/classifier.ts";
import type { Classifier } from "../../examples/shared/classifier.ts";
import { split, warp, type Warp } from "../../examples/shared/dataset.ts";
import type { Dataset } from "../../examples/shared/dataset.ts";
import { fit } from "../../examples/shared/fit.ts";
import { report } from "../../examples/shared/report.ts";
import { confusionTable, lossCurve } from "../../examples/shared/terminal.ts";

/** Image i is 2×2, its pixels are 4i … 4i + 3, its label i mod 3. */
const data: Dataset = {
  images: Float32Array.from({ length: 40 }, (_, i) => i),
  labels: Uint8Array.from({ length: 10 }, (_, i) => i % 3),
  shape: [1, 2, 2],
  count: 10,
};

describe("data sets", () => {
  it("split into parts that together are the whole, labels kept, the same for a seed", () => {
    const { train, test } = split(data, { test: 0.3, seed: 4 });
    expect([train.count, test.count]).toEqual([7, 3]);
    const both = [train, test].flatMap((part) =>
      Array.from(part.labels, (label, i) => [(part.images[4 * i] ?? 0) / 4, label]),
    );
    expect(both.every(([i, label]) => (i ?? 0) % 3 === label)).toBe(true);
    expect(both.map(([i]) => i).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(split(data, { test: 0.3, seed: 4 }).test).toEqual(test);
  });

  it("warp about the centre, between pixels, with zeros from outside", () => {
    const none = { turn: 0, stretch: 0, shift: 0 };
    const warped = (bounds: Partial<Warp>, drawn: number): number[] => {
      const image = Float32Array.of(0, 1, 0, 0, 0, 0, 0, 0, 8);
      warp({ ...none, ...bounds })(image, [1, 3, 3], () => drawn);
      return Array.from(image, (value) => Math.round(1e6 * value) / 1e6);
    };
    expect(warped({}, 0)).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 8]);
    expect(warped({ shift: 1 }, 1)).toEqual([0, 0, 0, 0, 8, 0, 0, 0, 0]);
    expect(warped({ shift: 1 }, 0)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0]);
    expect(warped({ shift: 1 }, 0.75)).toEqual([0.25, 0.25, 0, 0, 2, 2, 0, 2, 2]); // half a pixel
    expect(warped({ stretch: 1 }, 1)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe("a training run", () => {
  const steps: number[] = [];
  const net: Classifier = {
    maxBatch: 4,
    forward: (images) => Float32Array.from({ length: (images.length / 4) * 3 }, (_, i) => i % 3),
    trainStep: (_, labels, rate) => steps.push(labels.length * (rate ?? 0)) && 1 / steps.length,
    evaluate: (_, labels) => ({ loss: 1, correct: labels.filter((label) => label === 2).length }),
    save: () => new Uint8Array(),
  };
  const history = fit(net, data, data, { epochs: 2, batch: 4, learningRate: (s) => s, seed: 1 });

  it("takes every image once an epoch, each step with its learning rate", () => {
    expect(steps).toEqual([0, 4, 2 * 2, 4 * 3, 4 * 4, 2 * 5]);
    expect(history.losses).toHaveLength(6);
    expect(history.epochs.map(({ testAccuracy }) => testAccuracy)).toEqual([0.3, 0.3]);
    expect(evaluate(net, data)).toEqual({ loss: 1, accuracy: 0.3 });
  });

  it("prints a curve and a confusion matrix", () => {
    expect(lossCurve(history, { width: 20, height: 4 }).split("\n")).toHaveLength(6);
    expect(confusionTable([[5, 1], [0, 4]], ["a", "b"])).toContain("83.3 %"); // prettier-ignore
  });

  it("becomes one page that asks the network for nothing and escapes names", () => {
    const page = report({
      title: "<Test>",
      classes: ["a&b", "c", "d"],
      history,
      test: data,
      predictions: predict(net, data),
      filters: { weight: Float32Array.of(1, -1, 0, 0.5), shape: [1, 1, 2, 2] },
      facts: [["Accuracy", "30 %"]],
    });
    expect(page).toContain("&#60;Test&#62;");
    expect(page).toContain("a&#38;b");
    expect(page).not.toMatch(/https?:|<script|@import|url\(|NaN|undefined/);
  });
});
