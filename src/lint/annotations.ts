import type { ts } from "ts-morph";
import type { CallSite, LayerCall } from "./followed.ts";
import type { Linted } from "./lint.ts";

/** A call of a layer in the linted file, and everything it was followed with. */
export interface Annotation extends CallSite {
  readonly times: readonly LayerCall[];
  /** What it gives: "[6, 28, 28]", and "[6, 28, 28] | [16, 10, 10]" where its block is called with two sizes. */
  readonly shape: string;
}

/** How many shapes of one call are shown. */
const most = 3;

/** Every call of the file that was followed to a shape, in the order of the source. */
export function annotations({ file, models }: Linted): readonly Annotation[] {
  const byCall = new Map<ts.CallExpression, LayerCall[]>();
  for (const one of models.flatMap(({ calls }) => calls)) {
    if (one.file.fileName !== file || one.made.length === 0) continue;
    const times = byCall.get(one.call);
    if (times) times.push(one);
    else byCall.set(one.call, [one]);
  }
  return [...byCall]
    .flatMap(([call, times]) => {
      const [first] = times;
      return first ? [{ file: first.file, call, times, shape: shapesOf(times) }] : [];
    })
    .sort((a, b) => a.call.end - b.call.end);
}

function shapesOf(times: readonly LayerCall[]): string {
  const all = [...new Set(times.map(({ made }) => made.map(shapeOf).join(", ")))];
  return [...all.slice(0, most), ...(all.length > most ? ["…"] : [])].join(" | ");
}

const shapeOf = ({ shape }: { readonly shape: readonly number[] }): string =>
  `[${shape.join(", ")}]`;
