import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Encoded, TorchCase } from "../torch/case.ts";

/*
 * Copies a few of the corpus's PyTorch cases, the smallest of each kind, into torch.jsonl beside this
 * file, so that the project's own tests need no corpus:
 *
 *   KERNELSMITH_CORPUS=… npx tsx test/golden/select.ts
 *
 * The values are PyTorch's, computed in float64 and kept as float32.
 */
const perKind = 1;
const most = 3500;

const corpus = process.env["KERNELSMITH_CORPUS"];
if (corpus === undefined) throw new Error("KERNELSMITH_CORPUS names no folder");

/** What a case is about: its ops and what they are told beside numbers. */
const kindOf = ({ graph, name }: TorchCase): string =>
  [
    name.split("/")[0],
    ...graph.map(({ op, attrs = {} }) =>
      [op, ...Object.values(attrs).filter((v) => typeof v === "string" || v === true)].join(),
    ),
  ].join(" ");

const bare = ({ shape, dtype, data }: Encoded[string]) => ({ shape, dtype, data });
const all = (encoded: Encoded): Encoded =>
  Object.fromEntries(Object.entries(encoded).map(([name, data]) => [name, bare(data)]));

/** Only what the tests read. */
function stripped(c: TorchCase): TorchCase {
  const { name, graph, wrt, gradnorm2, hvp, jvp } = c;
  return {
    name,
    graph,
    inputs: all(c.inputs),
    wrt,
    outputs: all(c.outputs),
    upstream: all(c.upstream),
    grads: all(c.grads),
    ...(c.state ? { state: all(c.state) } : {}),
    ...(gradnorm2 ? { gradnorm2 } : {}),
    ...(hvp ? { hvp } : {}),
    ...(jvp ? { jvp } : {}),
  };
}

const folder = join(corpus, "torch");
const kinds = new Map<string, { readonly line: string; readonly name: string }[]>();
for (const category of readdirSync(folder, { withFileTypes: true })) {
  if (!category.isDirectory()) continue;
  for (const file of readdirSync(join(folder, category.name))) {
    if (!file.endsWith(".json")) continue;
    const text = readFileSync(join(folder, category.name, file), "utf8");
    const torch = stripped(JSON.parse(text) as TorchCase); // as the corpus's README has it
    const line = JSON.stringify(torch);
    if (line.length > most || /3d|unfold|fold|unpool|gather|index_select/.test(line)) continue;
    const kind = kindOf(torch);
    kinds.set(kind, [...(kinds.get(kind) ?? []), { line, name: torch.name }]);
  }
}
const chosen = [...kinds.values()]
  .flatMap((cases) => cases.sort((a, b) => a.line.length - b.line.length).slice(0, perKind))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const text = chosen.map(({ line }) => `${line}\n`).join("");
writeFileSync(join(import.meta.dirname, "torch.jsonl"), text);
console.log(`${chosen.length} cases, ${text.length} bytes`);
