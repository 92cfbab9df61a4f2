/** After training: curve and confusion matrix in the terminal, weights and report as files. */
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import colors from "picocolors";
import { type Classifier, confusion, predict } from "./classifier.ts";
import { type Compiled, million } from "./compile.ts";
import type { Dataset } from "./dataset.ts";
import type { History } from "./fit.ts";
import { type Filters, report } from "./report.ts";
import { confusionTable, lossCurve, percent } from "./terminal.ts";

export interface Run {
  readonly title: string;
  readonly folder: URL;
  readonly compiled: Compiled<Classifier>;
  readonly history: History;
  readonly train: Dataset;
  readonly test: Dataset;
  readonly classes: readonly string[];
  readonly filters: Filters;
  readonly augmented?: string;
}

export function present({ compiled, history, train, test, classes, ...run }: Run): void {
  const { net, name, parameters, multiplyAdds, bytes } = compiled;
  const predictions = predict(net, test);
  const right = predictions.filter(({ label, guess }) => label === guess).length;
  const accuracy = percent(right / test.count);

  console.log(
    `\n${colors.bold("loss")} (of each step, smoothed; logarithmic)\n${lossCurve(history, { width: 60, height: 8 })}`,
  );
  const counts = confusion(predictions, classes.length);
  console.log(`\n${colors.bold("confusion")} (rows: what it is; columns: what was read)`);
  console.log(confusionTable(counts, classes));
  const score = `test accuracy ${accuracy} (${right} of ${test.count})`;
  const pace = `${history.stepMilliseconds.toFixed(2)} ms a step`;
  console.log(`\n${colors.bold(score)}, trained in ${history.seconds.toFixed(1)} s, ${pace}`);

  const facts: [string, string][] = [
    ["Test accuracy", accuracy],
    ["Training images", train.count.toLocaleString("en")],
    ["Epochs", String(history.epochs.length)],
    ["Parameters", parameters.toLocaleString("en")],
    ["Multiply-adds", million(multiplyAdds)],
    ["Module", `${(bytes / 1024).toFixed(0)} kB`],
    ["Training step", `${history.stepMilliseconds.toFixed(2)} ms`],
  ];
  const page = report({ ...run, history, test, classes, predictions, facts });
  const files = { [`${name}.safetensors`]: net.save(), "report.html": page };
  for (const [file, content] of Object.entries(files)) {
    const target = new URL(file, run.folder);
    writeFileSync(target, content);
    console.log(`wrote ${relative(process.cwd(), fileURLToPath(target))}`);
  }
}
