import { refuse } from "../src/diagnostics.ts";
import { type Graph, tensorsOf } from "../src/graph/graph.ts";
import { shapeText } from "../src/report/batch.ts";
import { table, thousands } from "../src/report/table.ts";
import type { Tensor } from "../src/tensor/expr.ts";
import { printProgram } from "../src/tensor/print.ts";
import { size } from "../src/tensor/program.ts";
import type { Run } from "./assemble.ts";
import { haloed } from "./memory/storage.ts";
import { homeOf } from "./memory/arena.ts";
import type { Lifetime } from "./memory/place.ts";
import type { Plan } from "./plan.ts";
import { kernelText } from "./typescript/kernel.ts";

/** What each stage made, as text: what `--emit` prints. */
export interface Show {
  readonly graph: () => string;
  /** Every definition as it is scheduled, run by run. */
  readonly program: () => string;
  /** The kernels, in TypeScript or as it would be if it had vectors. */
  readonly loops: () => string;
  /** The arena: what lies where, and when. */
  readonly memory: () => string;
  /** The kernels in WebAssembly's text format. */
  readonly wat: () => string;
}

type Runs = { readonly [name: string]: Run };

export const show = (graph: Graph, runs: Runs, plan: Plan): Show => ({
  graph: () => graphText(graph),
  program: () => sections(runs, (run) => printProgram(run.schedule.program)),
  loops: () =>
    plan.wasm ? sections(runs, loopsText) : plan.kernels.map((k) => k.text.trim()).join("\n\n"),
  memory: () => [blockText(plan), sections(runs, lifetimesText)].join("\n\n"),
  wat: () =>
    plan.wasm?.text() ??
    refuse("KS505", "the kernels are TypeScript: they have no WebAssembly text", {
      fix: "Compile for the target wasm (--target wasm), or print them as they are (--emit loops).",
    }),
});

const sections = (runs: Runs, text: (run: Run) => string): string =>
  Object.entries(runs)
    .map(([name, run]) => `${name}\n\n${text(run)}`)
    .join("\n\n");

/** Kernels whose loops are not the module's own text, each by the name of what it writes. */
const loopsText = ({ kernels }: Run): string =>
  kernels
    .map((kernel) => kernelText(kernel.writes[0]?.name ?? "kernel", kernel.comment, kernel))
    .join("\n\n");

function graphText({ variables, nodes }: Graph): string {
  const inputs = variables.map((v) => [v.tensor.name, shapeText(v.tensor.shape), v.role, "", ""]);
  const rows = nodes.map(({ name, out, op, inputs, attrs }) => {
    const reads = Object.values(inputs).flatMap(tensorsOf);
    const options = Object.entries(attrs).map(([key, value]) => `${key} ${JSON.stringify(value)}`);
    return [name, shapeText(out.shape), op, names(reads), options.join(", ")];
  });
  const titles = ["name", "shape", "what", "reads", "options"];
  return table(
    titles.map((title) => ({ title })),
    [...inputs, ...rows],
  );
}

const names = (tensors: readonly Tensor[]): string => tensors.map((t) => t.name).join(", ");

const places = [
  { title: "from", align: "right" },
  { title: "floats", align: "right" },
  { title: "name" },
] as const;

/** What lies at the start of the arena, the same in every run. */
function blockText({ parameters, training, arena }: Plan): string {
  const rows = [
    ...parameters.map((p) => ({ ...p, what: p.frozen ? "frozen" : p.role })),
    ...(training?.gradients ?? []).map((g) => ({ ...g, what: "gradient" })),
  ].sort((a, b) => a.offset - b.offset);
  const text = table(
    [...places, { title: "what" }],
    rows.map((r) => [thousands(r.offset), thousands(size(r.shape)), r.name, r.what]),
  );
  return `${text}\n\narena: ${thousands(arena)} floats, ${thousands(arena * 4)} bytes`;
}

/** What shares the rest of the arena: a row a tensor, a bar over the kernels that need it. */
function lifetimesText({ arena, kernels }: Run): string {
  const lifetimes = arena.lifetimes
    .map((l) => ({ ...l, home: homeOf(arena, l.of) }))
    .sort((a, b) => a.home.offset - b.home.offset || a.from - b.from);
  const rows = lifetimes.map((l) => [
    thousands(l.home.offset),
    thousands(l.size),
    l.of.name,
    haloed(l.home.storage) ? `${l.home.storage.fill}` : "",
    bar(l, kernels.length),
  ]);
  const over = kernels.length === 1 ? "over 1 kernel" : `over ${kernels.length} kernels`;
  return table([...places, { title: "halo" }, { title: `in use, ${over}` }], rows);
}

/** A mark for the inputs, one for each kernel, one for the app at the end. */
const bar = ({ from, to }: Lifetime<Tensor>, kernels: number): string =>
  Array.from({ length: kernels + 2 }, (_, k) => (k > from && k - 1 <= to ? "█" : "·")).join("");
