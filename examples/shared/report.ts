/** A training run as one HTML file that asks the network for nothing. */
import { chart } from "./charts.ts";
import { confusion, type Prediction } from "./classifier.ts";
import { type Dataset, imageAt } from "./dataset.ts";
import type { History } from "./fit.ts";
import { png } from "./png.ts";
import { style } from "./style.ts";
import { percent } from "./terminal.ts";

export interface Report {
  readonly title: string;
  readonly classes: readonly string[];
  readonly history: History;
  readonly test: Dataset;
  /** In the order of the test set. */
  readonly predictions: readonly Prediction[];
  readonly filters: Filters;
  /** What is done to images while training, as in "shifted by up to a pixel". */
  readonly augmented?: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** The first layer's weights, filters × channels × height × width. */
export interface Filters {
  readonly weight: Float32Array;
  readonly shape: readonly [filters: number, channels: number, height: number, width: number];
}

export function report(run: Report): string {
  const wrong = run.predictions.filter(({ label, guess }) => label !== guess).length;
  const right = percent(1 - wrong / run.predictions.length);
  const title = escape(run.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}: ${right}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="lead">Of ${run.test.count.toLocaleString("en")} images it had never seen it reads <strong>${right}</strong>
rightly, after ${run.history.seconds.toFixed(0)} seconds of training in plain JavaScript.</p>
${facts(run)}
</header>
<section class="curves">
<figure><figcaption>Loss</figcaption>${lossChart(run.history)}</figure>
<figure><figcaption>Accuracy</figcaption>${accuracyChart(run.history)}</figure>
</section>
<p class="note">An epoch takes every training image once; the test images are never trained on. The training
loss is that of each batch before its step, so at first it lags behind the test loss${run.augmented ? `, and its images are ${run.augmented}, which makes them harder` : ""}.</p>
<section>
<h2>Test images</h2>
<p>${wrong === 0 ? "Not one is read wrongly; the least certain come first." : `${mistakes(wrong)}, then the least certain of the others.`}
The bars are the probabilities of the ${run.classes.length} classes.</p>
<ol class="samples">
${samples(run).join("\n")}
</ol>
</section>
<section class="pair">
<div><h2>Confusion</h2>
<p>Rows are what an image is, columns what the network read.</p>
${confusionMatrix(run)}</div>
<div><h2>First-layer filters</h2>
<p>${run.filters.shape[1] === 3 ? "The weights as colours, each filter stretched to full contrast." : "Orange weighs ink, blue weighs its absence; the deeper, the more."}</p>
${filterPictures(run.filters)}</div>
</section>
<footer>Written by kernelsmith: the network was compiled to one TypeScript module, its gradients derived.</footer>
</body>
</html>
`;
}

const shown = 40;

/** Of each some: mistakes may be many, and a page of them alone misleads. */
function mistakes(wrong: number): string {
  const first = wrong > shown / 2 ? `${shown / 2} of the` : "The";
  return `${first} ${wrong.toLocaleString("en")} read wrongly`;
}

function facts({ facts }: Report): string {
  const cells = facts.map(
    ([name, value]) => `<div><dt>${escape(name)}</dt><dd>${escape(value)}</dd></div>`,
  );
  return `<dl class="facts">${cells.join("")}</dl>`;
}

function lossChart({ losses, epochs }: History): string {
  const positive = (loss: number): number => Math.max(loss, 1e-6);
  const perEpoch = losses.length / epochs.length;
  const raw = thinned(losses, 400).map(
    ([step, loss]) => [step / perEpoch, positive(loss)] as const,
  );
  const say = (epoch: number, loss: number): string => `epoch ${epoch}: ${loss.toFixed(4)}`;
  const train = epochs.map(({ trainLoss }, i) => [i + 1, positive(trainLoss)] as const);
  const test = epochs.map(({ testLoss }, i) => [i + 1, positive(testLoss)] as const);
  return chart({
    x: "epoch",
    scale: "log",
    tick: String,
    lines: [
      { name: "every step", style: "raw", points: raw },
      { name: "training", style: "train", points: train, dots: say },
      { name: "test", style: "test", points: test, dots: say },
    ],
  });
}

function accuracyChart({ epochs }: History): string {
  const points = epochs.map(({ testAccuracy }, i) => [i + 1, 100 * testAccuracy] as const);
  const dots = (epoch: number, share: number): string => `epoch ${epoch}: ${share.toFixed(2)} %`;
  return chart({
    x: "epoch",
    scale: "linear",
    tick: (value) => `${value} %`,
    lines: [{ name: "test", style: "test", points, dots }],
  });
}

/** At most `count` means over consecutive values, each with the place of its middle. */
function thinned(values: readonly number[], count: number): (readonly [number, number])[] {
  const size = Math.ceil(values.length / count);
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => {
    const part = values.slice(i * size, (i + 1) * size);
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    return [i * size + part.length / 2, mean] as const;
  });
}

function samples({ predictions, test, classes }: Report): readonly string[] {
  const certainty = ({ label, probabilities }: Prediction): number => probabilities[label] ?? 0;
  const order = predictions
    .map((prediction, i) => ({ prediction, i, wrong: prediction.guess !== prediction.label }))
    .sort(
      (a, b) =>
        Number(b.wrong) - Number(a.wrong) || certainty(a.prediction) - certainty(b.prediction),
    );
  const wrong = order.filter((sample) => sample.wrong).slice(0, shown / 2);
  const others = order.filter((sample) => !sample.wrong).slice(0, shown - wrong.length);
  return [...wrong, ...others].map(({ prediction, i, wrong }) => {
    const { label, guess, probabilities } = prediction;
    const name = (c: number): string => escape(classes[c] ?? String(c));
    const bars = Array.from(probabilities, (share, c) => {
      const kind = c === label ? "is" : c === guess ? "guess" : "";
      return `<i class="${kind}" style="height:${Math.max(2, 100 * share).toFixed(0)}%" title="${name(c)}: ${percent(share)}"></i>`;
    });
    const truth = wrong ? `<span class="truth">is ${name(label)}</span>` : "";
    return (
      `<li${wrong ? ' class="wrong"' : ""}>${picture(test, i, name(label))}` +
      `<div class="said"><b>${name(guess)}</b> ${(100 * (probabilities[guess] ?? 0)).toFixed(0)}&nbsp;% ${truth}</div>` +
      `<div class="bars">${bars.join("")}</div></li>`
    );
  });
}

/** Grey images are ink: black, as opaque as the pixel is bright; the page inverts it when dark. */
function picture(data: Dataset, i: number, alt: string): string {
  const image = imageAt(data, i);
  const [channels, height, width] = data.shape;
  const at = (c: number, y: number, x: number): number => image[(c * height + y) * width + x] ?? 0;
  const source = png([height, width], (y, x) =>
    channels === 3 ? [at(0, y, x), at(1, y, x), at(2, y, x), 1] : [0, 0, 0, at(0, y, x)],
  );
  return `<img${channels === 3 ? "" : ' class="ink"'} src="${source}" alt="${alt}">`;
}

function confusionMatrix({ predictions, classes }: Report): string {
  const counts = confusion(predictions, classes.length);
  const largest = Math.max(1, ...counts.flatMap((row, is) => row.filter((_, said) => said !== is)));
  const head = classes.map((name) => `<th scope="col"><span>${escape(name)}</span></th>`).join("");
  const rows = counts.map((row, is) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    const cells = row.map((count, said) => {
      if (count === 0) return `<td></td>`;
      const depth = is === said ? count / total : 0.25 + (0.6 * count) / largest;
      const tone = `${is === said ? "hit" : "miss"}${depth > 0.6 ? " deep" : ""}`;
      return `<td class="${tone}" style="--depth:${(85 * depth).toFixed(0)}%">${count}</td>`;
    });
    const share = total === 0 ? "" : percent((row[is] ?? 0) / total);
    return `<tr><th scope="row">${escape(classes[is] ?? "")}</th>${cells.join("")}<td class="share">${share}</td></tr>`;
  });
  const long = classes.some((name) => name.length > 2) ? " long" : "";
  return `<div class="scroll"><table class="confusion${long}"><thead><tr><td></td>${head}<td></td></tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`;
}

function filterPictures({ weight, shape: [count, channels, height, width] }: Filters): string {
  const size = channels * height * width;
  const largest = weight.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const pictures = Array.from({ length: count }, (_, f) => {
    const filter = weight.subarray(f * size, (f + 1) * size);
    const at = (c: number, y: number, x: number): number =>
      filter[(c * height + y) * width + x] ?? 0;
    const [low, high] = [Math.min(...filter), Math.max(...filter)];
    const stretched = (value: number): number => (value - low) / (high - low || 1);
    const source = png([height, width], (y, x) => {
      if (channels === 3) {
        return [stretched(at(0, y, x)), stretched(at(1, y, x)), stretched(at(2, y, x)), 1];
      }
      const value = at(0, y, x) / largest;
      return value > 0 ? [0.9, 0.45, 0.05, value] : [0.15, 0.42, 0.9, -value];
    });
    return `<img src="${source}" alt="filter ${f}">`;
  });
  const columns = [4, 3, 5].find((wide) => count % wide === 0) ?? 4;
  return `<div class="filters" style="--columns:${columns}">${pictures.join("")}</div>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
