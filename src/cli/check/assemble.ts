import type { ts } from "ts-morph";
import { countCalls } from "../../lint/calls.ts";
import type { Checked } from "./checker.ts";
import type { Report, Told } from "./report.ts";

/** Everything that was checked as one report. What several files tell of one place is told once. */
export function reportOf(
  cwd: string,
  checked: readonly Checked[],
  missing: readonly Told[],
  remarks: readonly string[] = [],
): Report {
  const told = new Map<string, Told>();
  for (const one of checked.flatMap(({ findings }) => findings)) {
    const key = one.at ? `${one.code} ${one.at.file}:${one.at.start} ${one.message}` : one.message;
    if (!told.has(key)) told.set(key, one);
  }
  return {
    cwd,
    findings: [...told.values(), ...missing],
    models: checked.flatMap(({ models }) => models),
    remarks: [...checked.flatMap(({ remarks }) => remarks), ...remarks],
    calls: callsOf(checked),
  };
}

/** Of the files that were checked and those that they have calls in: what one of them follows is followed. */
function callsOf(checked: readonly Checked[]): Report["calls"] {
  const sites = checked.flatMap(({ linted }) => linted?.models ?? []).flatMap(({ calls }) => calls);
  const reached = new Set<ts.Node>(sites.map(({ call }) => call));
  const sources = new Map(sites.map(({ file }) => [file.fileName, file]));
  const counts = new Map(checked.map(({ file, calls }) => [file, calls]));
  for (const [name, source] of sources) {
    const { all, followed } = countCalls(source, reached);
    counts.set(name, { all, followed: Math.max(followed, counts.get(name)?.followed ?? 0) });
  }
  const sum = (pick: (calls: Report["calls"]) => number) =>
    [...counts.values()].reduce((sum, calls) => sum + pick(calls), 0);
  return { all: sum(({ all }) => all), followed: sum(({ followed }) => followed) };
}
