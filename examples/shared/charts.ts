/** Line charts as inline SVG; colours come from the page's variables. */

export interface Line {
  readonly name: string;
  /** A CSS class of the page: its stroke is the line's colour. */
  readonly style: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly dots?: (x: number, y: number) => string;
}

export interface Chart {
  readonly lines: readonly Line[];
  readonly x: string;
  readonly scale: "linear" | "log";
  /** How a tick of the y axis is written. */
  readonly tick: (value: number) => string;
}

const [width, height] = [560, 280];
const frame = { left: 52, right: width - 14, top: 14, bottom: height - 40 };

export function chart({ lines, x, scale, tick }: Chart): string {
  const all = lines.flatMap(({ points }) => points);
  const right = Math.max(...all.map(([at]) => at));
  const ticks = (scale === "log" ? logTicks : linearTicks)(all.map(([, value]) => value));
  const rise = scale === "log" ? Math.log : (value: number): number => value;
  const [low, high] = [rise(ticks[0] ?? 0), rise(ticks.at(-1) ?? 1)];
  const across = (at: number): number => frame.left + (at / right) * (frame.right - frame.left);
  const up = (value: number): number =>
    frame.bottom - ((rise(value) - low) / (high - low)) * (frame.bottom - frame.top);
  const place = (at: number, value: number): string =>
    `${across(at).toFixed(1)},${up(value).toFixed(1)}`;
  const grid = ticks.map((value) => {
    const y = up(value).toFixed(1);
    return (
      `<line class="grid" x1="${frame.left}" x2="${frame.right}" y1="${y}" y2="${y}"/>` +
      `<text class="tick" x="${frame.left - 8}" y="${y}" dy=".32em" text-anchor="end">${tick(value)}</text>`
    );
  });
  const steps = linearTicks([0, right])
    .filter((at) => Number.isInteger(at) && at <= right)
    .map(
      (at) =>
        `<text class="tick" x="${across(at).toFixed(1)}" y="${frame.bottom + 18}" text-anchor="middle">${at}</text>`,
    );
  const drawn = lines.map(({ style, points, dots }) => {
    const path = `<polyline class="${style}" points="${points.map(([at, value]) => place(at, value)).join(" ")}"/>`;
    const marks = points.map(([at, value]) => {
      const [cx, cy] = place(at, value).split(",");
      return dots
        ? `<circle class="${style}" cx="${cx}" cy="${cy}" r="3.5"><title>${dots(at, value)}</title></circle>`
        : "";
    });
    return path + marks.join("");
  });
  const middle = (frame.left + frame.right) / 2;
  const label = `<text class="tick" x="${middle}" y="${height - 4}" text-anchor="middle">${x}</text>`;
  const named = lines.filter(({ name }) => name !== "");
  const legend = named.map(({ name, style }) => `<span class="key ${style}">${name}</span>`);
  const names = named.map(({ name }) => name).join(", ");
  return (
    `<p class="legend">${legend.join("")}</p>` +
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${names} by ${x}">` +
    [...grid, ...steps, ...drawn, label].join("\n") +
    `</svg>`
  );
}

/** Four to eight round numbers that enclose the values. */
function linearTicks(values: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const rough = (high - low || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(6)),
  );
}

/** 1, 3, 10, 30 ...: those that enclose the values. */
function logTicks(values: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const all = Array.from(
    { length: 33 },
    (_, i) => 10 ** (Math.floor(i / 2) - 10) * (i % 2 ? 3 : 1),
  );
  const first = all.findLastIndex((tick) => tick <= low);
  const last = all.findIndex((tick, i) => tick >= high && i > first);
  return all.slice(Math.max(0, first), last + 1).map((tick) => Number(tick.toPrecision(1)));
}
