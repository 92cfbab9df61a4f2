import { thousands } from "../../report/table.ts";
import { type ModelTold, type Report, shown, summaryLine, verdict } from "../check/report.ts";
import { type Colors, framed } from "../frame.ts";

/** For a person: each finding with its line, a line a model, and a summary. */
export function pretty(report: Report, colors: Colors): string {
  const frames = report.findings.map((told) => `${framed(told, colors, report.cwd)}\n`);
  const lines = [
    ...report.models.map((model) => modelLine(model, report.cwd)),
    ...report.remarks,
    colors.bold(summaryLine(report)),
  ];
  return `${[...frames, ...lines].join("\n")}\n`;
}

/** "nets/lenet.ts: lenet, 9 layers, 44,426 parameters: no fault" */
function modelLine({ file, name, calls, size, errors, warnings }: ModelTold, cwd: string): string {
  const known = size
    ? `${size.layers} layers, ${thousands(size.parameters)} parameters`
    : `${calls.followed} of ${calls.all} layer calls followed`;
  return `${shown(file, cwd)}: ${name}, ${known}: ${verdict(errors, warnings)}`;
}
