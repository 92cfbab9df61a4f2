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

/** The loss over the steps in braille dots (2 × 4 a letter), on a logarithmic scale. */
export function lossCurve(
  { losses }: History,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const columns = Array.from({ length: 2 * width }, (_, x) => {
    const from = Math.floor((x * losses.length) / (2 * width));
    const to = Math.max(from + 1, Math.floor(((x + 1) * losses.length) / (2 * width)));
    const part = losses.slice(from, to);
    return Math.log(Math.max(part.reduce((sum, loss) => sum + loss, 0) / part.length, 1e-6));
  });
  const [low, high] = [Math.min(...columns), Math.max(...columns)];
  const rows = 4 * height - 1;
  const dots = columns.map((value) => Math.round(((high - value) / (high - low || 1)) * rows));
  const label = (row: number): string => {
    const loss = Math.exp(high - ((4 * row + 1.5) / rows) * (high - low));
    return row % 2 === 0 ? loss.toPrecision(2).padStart(8) : " ".repeat(8);
  };
  const lines = Array.from({ length: height }, (_, row) => {
    const letters = Array.from({ length: width }, (_, column) => {
      const bits = [0, 1].map((side) =>
        brailleBit(side, (dots[2 * column + side] ?? -1) - 4 * row),
      );
      return String.fromCharCode(0x2800 + (bits[0] ?? 0) + (bits[1] ?? 0));
    });
    return `${colors.dim(`${label(row)} ┤`)}${colors.cyan(letters.join(""))}`;
  });
  const end = `step ${losses.length}`;
  const axis = `${" ".repeat(9)}└${"─".repeat(width)}\n${" ".repeat(10)}0${end.padStart(width - 1)}`;
  return [...lines, colors.dim(axis)].join("\n");
}

/** Braille numbers its dots down the left side, then the right, with the lowest pair last. */
function brailleBit(side: number, dot: number): number {
  return brailleBits[side]?.[dot] ?? 0;
}

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
