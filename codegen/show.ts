import type { Graph, Operands } from "../src/graph/graph.ts";
import { tensorsOf } from "../src/graph/graph.ts";
import { printProgram } from "../src/tensor/print.ts";
import type { Run } from "./assemble.ts";
import type { Lifetime } from "./memory/place.ts";
import type { Plan } from "./plan.ts";
import type { Tensor } from "../src/tensor/expr.ts";

/** Each stage's result as text: what `--emit` prints. */
export interface Show {
  readonly graph: () => string;
  readonly program: () => string;
  readonly loops: () => string;
  readonly memory: () => string;
}

type Runs = { readonly [name: string]: Run };

export const show = (graph: Graph, runs: Runs, plan: Plan): Show => ({
  graph: () => graphText(graph),
  program: () => sections(runs, (run) => printProgram(run.schedule.program)),
  loops: () => plan.kernels.map((k) => k.text).join("\n\n"),
  memory: () => `${blockText(plan)}\n\n${sections(runs, memoryText)}`,
});

const sections = (runs: Runs, text: (run: Run) => string): string =>
  Object.entries(runs)
    .map(([name, run]) => `# ${name}\n\n${text(run)}`)
    .join("\n\n");

const shape = (t: Tensor) => `[${t.shape.join(", ")}]`;

function graphText({ name, variables, nodes, outputs }: Graph): string {
  const operands = (inputs: Operands) =>
    Object.entries(inputs)
      .filter(([, fed]) => fed !== undefined)
      .map(
        ([key, fed]) =>
          `${key}: ${tensorsOf(fed)
            .map((t) => t.name)
            .join(", ")}`,
      )
      .join(", ");
  const attributes = (attrs: { readonly [name: string]: unknown }) =>
    Object.entries(attrs).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
  return [
    `# ${name}`,
    ...variables.map((v) => `${v.role} ${v.tensor.name} ${shape(v.tensor)}`),
    ...nodes.map(
      (n) =>
        `${n.out.name} ${shape(n.out)} = ${n.op}(${operands(n.inputs)})${attributes(n.attrs).join("")}`,
    ),
    ...Object.entries(outputs).map(([key, tensor]) => `output ${key} = ${tensor.name}`),
  ].join("\n");
}

/** What lies at the start of the arena, the same in every run. */
function blockText(plan: Plan): string {
  const rows = plan.parameters.map((p) => [
    p.name,
    String(p.offset),
    String(p.shape.reduce((a, b) => a * b, 1)),
    p.frozen ? "frozen" : p.role,
  ]);
  return `# parameters, at the start of an arena of ${plan.arena * 4} bytes\n\n${aligned([["tensor", "at", "floats", "role"], ...rows])}`;
}

/** A table, and the lifetimes as bars over the kernels of the run. */
function memoryText({ arena, kernels }: Run): string {
  const byPlace = [...arena.lifetimes].sort(
    (a, b) => place(a) - place(b) || a.from - b.from || b.size - a.size,
  );
  function place(l: Lifetime<Tensor>): number {
    return arena.homes.get(l.of)?.offset ?? 0;
  }
  const bar = ({ from, to }: Lifetime<Tensor>) =>
    Array.from({ length: kernels.length + 2 }, (_, k) =>
      k - 1 >= from && k - 1 <= to ? "█" : "·",
    );
  const rows = byPlace.map((l) => [l.of.name, String(place(l)), String(l.size), bar(l).join("")]);
  return aligned([["tensor", "at", "floats", `in use, over ${kernels.length} kernels`], ...rows]);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => row[c]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, c) =>
          c === 1 || c === 2 ? cell.padStart(widths[c] ?? 0) : cell.padEnd(widths[c] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
