import { relative, sep } from "node:path";
import { best } from "../../lint/fix.ts";
import type { Graph } from "../../graph/graph.ts";
import type { Finding, Span } from "../../lint/finding.ts";
import { size } from "../../tensor/program.ts";

/** A finding; what is told of a file as a whole, or of one that cannot be read, has no place in it. */
export type Told = Omit<Finding, "at"> & { readonly at?: Span };

/** A model, as a line about it has it. */
export interface ModelTold {
  readonly file: string;
  readonly name: string;
  readonly calls: { readonly all: number; readonly followed: number };
  /** Of a model that is known as a whole. */
  readonly size?: { readonly layers: number; readonly parameters: number };
  readonly errors: number;
  readonly warnings: number;
}

/** What a run of `check` has to say. */
export interface Report {
  /** Where it was run: files are told from there. */
  readonly cwd: string;
  readonly models: readonly ModelTold[];
  readonly findings: readonly Told[];
  /** Words about files that are no findings: that a model could not be followed. */
  readonly remarks: readonly string[];
  readonly calls: { readonly all: number; readonly followed: number };
}

/** A format: the whole report as one text, its line ends included. */
export type Format = (report: Report) => string;

/** What a model's line says of its graph. */
export const sizeOf = ({ nodes, variables }: Graph): NonNullable<ModelTold["size"]> => ({
  layers: nodes.length,
  parameters: variables
    .filter(({ role }) => role === "parameter")
    .reduce((sum, { tensor }) => sum + size(tensor.shape), 0),
});

/** What is wrong, with the node where one is at fault. */
export const headline = ({ node, message }: Told): string =>
  node === undefined ? message : `${node}: ${message}`;

/** The same with the numbers, and what would make it right: a line each. */
export const fullText = (told: Told): string =>
  [headline(told), ...(told.notes ?? []), ...(told.fix === undefined ? [] : [told.fix])].join("\n");

export const errorsOf = (findings: readonly Told[]): readonly Told[] =>
  findings.filter(({ severity }) => severity === "error");

export const warningsOf = (findings: readonly Told[]): readonly Told[] =>
  findings.filter(({ severity }) => severity === "warning");

/** Relative where that is shorter to read, with forward slashes. */
export function shown(file: string, cwd: string): string {
  const short = relative(cwd, file);
  return short === "" || short.startsWith("..") ? file : short.split(sep).join("/");
}

/** "3 models, 41 of 43 layer calls followed: 1 error, 2 warnings (1 of them fixable with --fix)" */
export function summaryLine({ models, calls, findings }: Report): string {
  const fixable = findings.filter(best).length;
  const followed =
    calls.followed === calls.all ? `${calls.all}` : `${calls.followed} of ${calls.all}`;
  const head = `${count(models.length, "model")}, ${followed} layer call${calls.all === 1 ? "" : "s"} followed`;
  const tail = fixable > 0 ? ` (${fixable} fixable with --fix)` : "";
  return `${head}: ${verdict(errorsOf(findings).length, warningsOf(findings).length)}${tail}`;
}

/** "1 error, 2 warnings", or "no fault" */
export function verdict(errors: number, warnings: number): string {
  const told = [
    ...(errors > 0 ? [count(errors, "error")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
  ];
  return told.length > 0 ? told.join(", ") : "no fault";
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
