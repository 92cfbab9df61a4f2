/** A column: its title, which side its cells lean to. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

/** Aligned plain text: titles, a rule, rows, and the last `totals` rows below a second rule. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  totals = 0,
): string {
  const shown = columns.flatMap((_, c) => (rows.some((row) => row[c]) ? [c] : []));
  const widths = shown.map((c) =>
    Math.max(
      ...[columns[c]?.title ?? "", ...rows.map((row) => row[c] ?? "")].map((t) => [...t].length),
    ),
  );
  const line = (cells: readonly string[]) =>
    shown
      .map((c, i) => {
        const cell = cells[c] ?? "";
        const space = " ".repeat((widths[i] ?? 0) - [...cell].length);
        return columns[c]?.align === "right" ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  const body = rows.map(line);
  const end = body.splice(body.length - totals);
  return [
    line(columns.map((c) => c.title)),
    rule,
    ...body,
    ...(totals > 0 ? [rule, ...end] : []),
  ].join("\n");
}

/** 1234567 → 1,234,567 */
export const thousands = (n: number): string => `${Math.round(n)}`.replace(/\B(?=(\d{3})+$)/g, ",");

export function bytes(n: number): string {
  if (n < 1000) return `${n} B`;
  const step = Math.min(4, Math.floor(Math.log10(n) / 3));
  return `${(n / 1000 ** step).toFixed(1)} ${["B", "kB", "MB", "GB", "TB"][step]}`;
}
