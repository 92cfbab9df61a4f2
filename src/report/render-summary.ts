import { shapeText } from "./batch.ts";
import type { Row, Summary } from "./summary.ts";
import { bytes, type Column, table, thousands } from "./table.ts";

/** The summary as a table, with what the same network would weigh if nothing was shared. */
export function renderSummary(summary: Summary): string {
  const { name, inputs, rows, parameters, multiplyAdds, activationBytes } = summary;
  const reads = inputs.map((input) => `${input.name} ${shapeText(input.shape)}`).join(", ");
  const total = ["total", "", "", "", "", "", thousands(parameters), thousands(multiplyAdds)];
  total.push(bytes(activationBytes));
  return [
    `${name}: reads ${reads}; sizes and costs of one sample`,
    "",
    table(columns, [...rows.map(cells), total], 1),
    ...notes(rows),
    "",
    `weights: ${bytes(parameters * 4)} as float32`,
    ...comparison(summary),
  ].join("\n");
}

const columns: readonly Column[] = [
  { title: "layer" },
  { title: "op" },
  { title: "output" },
  { title: "kernel" },
  { title: "stride" },
  { title: "padding" },
  { title: "parameters", align: "right" },
  { title: "multiply-adds", align: "right" },
  { title: "activation", align: "right" },
  { title: "receptive field", align: "right" },
  { title: "dropped", align: "right" },
];

function cells(row: Row): string[] {
  const { windows } = row;
  const dilation = windows.some((w) => w.dilation > 1)
    ? ` every ${by(windows.map((w) => w.dilation))}`
    : "";
  const sides = [...windows.map((w) => w.before), ...row.after];
  return [
    row.name,
    row.op,
    shapeText(row.output),
    windows.map((w) => w.kernel).join("×") + dilation,
    by(windows.map((w) => w.stride)),
    sides.some((n) => n > 0) ? (alike(sides) ? `${sides[0]}` : sides.join(",")) : "",
    row.parameters > 0 ? thousands(row.parameters) : "",
    row.multiplyAdds > 0 ? thousands(row.multiplyAdds) : "",
    bytes(row.activationBytes),
    row.receptiveField.join("×"),
    row.dropped.some((d) => d.rows > 0)
      ? row.dropped.map((d) => d.rows).join(", ") + padded(row)
      : "",
  ];
}

const alike = (all: readonly number[]): boolean => all.every((n) => n === all[0]);
const by = (all: readonly number[]): string => (alike(all) ? `${all[0] ?? ""}` : all.join("×"));
/** Nothing of the image is lost when all that is dropped is padding. */
const padded = (row: Row): string => (row.dropped.every((d) => d.pixels === 0) ? "*" : "");

function notes(rows: readonly Row[]): string[] {
  const losing = rows.filter((row) => row.dropped.some((d) => d.rows > 0));
  if (losing.length === 0) return [];
  const marked = losing.some((row) => padded(row) !== "");
  return [
    "",
    "dropped: rows, columns at the end that no window reads, where the stride does not divide (size + padding − window)",
    ...(marked ? ["*        they are padding: no pixel is lost"] : []),
  ];
}

/** Why there are convolutional networks. */
function comparison({ rows, parameters, dense }: Summary): string[] {
  if (parameters === 0 || dense === 0) return [];
  const largest = rows.reduce((a, b) => (b.dense > a.dense ? b : a));
  const ratio = dense / parameters;
  const times = ratio < 10 ? ratio.toFixed(1) : thousands(ratio);
  return [
    `as a multilayer perceptron: ${thousands(dense)} weights (${bytes(dense * 4)}), ${times} times as many; ${largest.name} alone ${thousands(largest.dense)}`,
    "  A fully connected layer has a weight for every input of every output. A convolution looks at a small window and",
    "  uses the same weights at every position: fewer to learn, and what is learned in one corner is known in all.",
  ];
}
