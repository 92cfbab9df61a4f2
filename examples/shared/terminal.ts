/** What training looks like in a terminal: a bar, a loss curve, a confusion matrix. */
import { Presets, SingleBar } from "cli-progress";
import colors from "picocolors";
import type { Epoch, History } from "./fit.ts";

export interface TrainingBar {
  step(loss: number): void;
  epoch(epochs: readonly Epoch[]): void;
  stop(): void;
}

/** One bar over all epochs; where the output is no terminal, one line an epoch. */
export function trainingBar(epochs: number, steps: number): TrainingBar {
  if (!process.stdout.isTTY) {
    return {
      step: () => undefined,
      epoch: (done) => console.log(epochLine(done, epochs)),
      stop: () => undefined,
    };
  }
  const format = `{bar} {percentage} %  epoch {epoch}/${epochs}  loss {loss}  test {test}  {eta} s left`;
  const bar = new SingleBar(
    { format, barsize: 30, hideCursor: true, etaBuffer: 200 },
    Presets.shades_classic,
  );
  let smooth: number | undefined;
  bar.start(epochs * steps, 0, { epoch: 1, loss: "…", test: "…" });
  return {
    step(loss) {
      smooth = smooth === undefined ? loss : 0.95 * smooth + 0.05 * loss;
      bar.increment(1, { loss: smooth.toFixed(4) });
    },
    epoch(done) {
      const test = percent(done.at(-1)?.testAccuracy ?? 0);
      bar.update({ epoch: Math.min(done.length + 1, epochs), test });
    },
    stop: () => bar.stop(),
  };
}

function epochLine(done: readonly Epoch[], epochs: number): string {
  const last = done.at(-1);
  if (!last) return "";
  const { trainLoss, testLoss, testAccuracy } = last;
  const count = String(done.length).padStart(String(epochs).length);
  const losses = `loss ${trainLoss.toFixed(4)}  test loss ${testLoss.toFixed(4)}`;
  return `epoch ${count}/${epochs}  ${losses}  test accuracy ${percent(testAccuracy)}`;
}

/** The loss over the steps in braille dots (2 × 4 a letter), smoothed, on a logarithmic scale. */
export function lossCurve(
  { losses }: History,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  let smooth = losses[0] ?? 1;
  const logs = losses.map((loss) => Math.log((smooth = 0.9 * smooth + 0.1 * Math.max(loss, 1e-6))));
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const bottom = 4 * height - 1;
  const dots = Array.from({ length: 2 * width }, (_, x) => {
    const log = logs[Math.floor((x / (2 * width - 1)) * (logs.length - 1))] ?? low;
    return Math.round(((high - log) / (high - low || 1)) * bottom);
  });
  const lines = Array.from({ length: height }, (_, row) => {
    const loss = Math.exp(high - ((4 * row + 1.5) / bottom) * (high - low));
    const label = (row % 2 === 0 ? loss.toPrecision(2) : "").padStart(8);
    const letters = Array.from({ length: width }, (_, column) =>
      braille(dots, 2 * column, 4 * row),
    );
    return `${colors.dim(`${label} ┤`)}${colors.cyan(letters.join(""))}`;
  });
  const steps = `0${`step ${losses.length}`.padStart(width - 1)}`;
  const axis = `${" ".repeat(9)}└${"─".repeat(width)}\n${" ".repeat(10)}${steps}`;
  return [...lines, colors.dim(axis)].join("\n");
}

/** The letter whose dots are columns left, left + 1 and rows top … top + 3 of the curve. */
function braille(dots: readonly number[], left: number, top: number): string {
  let bits = 0;
  for (const [side, rows] of brailleBits.entries()) {
    const here = dots[left + side] ?? 0;
    const before = dots[left + side - 1] ?? here;
    // the curve is unbroken: a column reaches from its neighbour's height to its own
    const [from, to] = [Math.min(here, before + Math.sign(here - before)), Math.max(here, before)];
    rows.forEach((bit, row) => (bits |= top + row >= from && top + row <= to ? bit : 0));
  }
  return String.fromCharCode(0x2800 + bits);
}

/** Braille numbers its dots down the left side, then the right, with the lowest pair last. */
const brailleBits: readonly (readonly number[])[] = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
];

/** counts[label][guess] with the right guesses green, the wrong ones red, and each row's share. */
export function confusionTable(
  counts: readonly (readonly number[])[],
  names: readonly string[],
): string {
  const wide = Math.max(...names.map((name) => name.length));
  const cell = Math.max(4, ...counts.flat().map((count) => String(count).length + 1));
  const header = names.map((name) => name.slice(0, cell - 1).padStart(cell)).join("");
  const rows = counts.map((row, label) => {
    const cells = row.map((count, guess) => {
      const text = (count === 0 ? "·" : String(count)).padStart(cell);
      if (count === 0) return colors.dim(text);
      return guess === label ? colors.green(text) : colors.red(text);
    });
    const total = row.reduce((sum, count) => sum + count, 0);
    const share = total === 0 ? "" : percent((row[label] ?? 0) / total);
    return `${(names[label] ?? "").padStart(wide)} ${cells.join("")}  ${colors.dim(share.padStart(7))}`;
  });
  return [`${" ".repeat(wide)} ${colors.dim(header)}`, ...rows].join("\n");
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
