import type { Annotation } from "../lint/annotations.ts";
import { arithmetic } from "../lint/arithmetic.ts";
import type { Followed, LayerCall } from "../lint/followed.ts";
import { type Row, summary } from "../report/summary.ts";
import { thousands } from "../report/table.ts";

/** How many of the times that one call is made are told of. */
const most = 4;

/**
 *     conv1 → [6, 28, 28]
 *     156 parameters · 117,600 multiply-adds · receptive field 5×5
 *     floor((28 + 2·2 − 5)/1) + 1 = 28
 */
export function describe({ times }: Annotation, models: readonly Followed[]): string {
  const told = times.slice(0, most).map((call) => {
    const followed = models.find(({ calls }) => calls.includes(call));
    const lines = [headOf(call), followed && costOf(call, followed), arithmetic(call)];
    return lines.filter((line) => line !== undefined && line !== "").join("  \n");
  });
  const more = times.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join("\n\n");
}

const headOf = ({ name, made }: LayerCall): string =>
  `${name} → ${made.map(({ shape }) => `[${shape.join(", ")}]`).join(", ")}`;

/** A model's summary takes far longer than its shapes: it is made when somebody asks. */
const summaries = new WeakMap<Followed, ReadonlyMap<string, Row>>();

function rowsOf(followed: Followed): ReadonlyMap<string, Row> {
  const known = summaries.get(followed);
  if (known) return known;
  const rows = followed.model ? summary(followed.model).rows : [];
  const byName = new Map(rows.map((row) => [row.name, row]));
  summaries.set(followed, byName);
  return byName;
}

/** What the nodes of a layer cost together. */
function costOf({ nodes }: LayerCall, followed: Followed): string {
  const rows = nodes.flatMap(({ name }) => rowsOf(followed).get(name) ?? []);
  const total = (pick: (row: Row) => number) => rows.reduce((sum, row) => sum + pick(row), 0);
  const [parameters, products] = [total((r) => r.parameters), total((r) => r.multiplyAdds)];
  const field = rows.at(-1)?.receptiveField ?? [];
  return [
    ...(parameters > 0 ? [`${thousands(parameters)} parameters`] : []),
    ...(products > 0 ? [`${thousands(products)} multiply-adds`] : []),
    ...(field.length > 0 ? [`receptive field ${field.join("×")}`] : []),
  ].join(" · ");
}
