import { type Edits, fixOf, importing, replaceFunction, unwrap } from "../edit.ts";
import type { Fix } from "../finding.ts";
import { type Case, givenBy, type Mend, through } from "./case.ts";
import { shapeOf, replaced } from "./source.ts";

/** KS202: a tensor with too many or too few axes. */
export const ranks: Mend = function* (of) {
  const { call } = of;
  const rank = call.fed[0]?.shape.length ?? 0;
  if (call.layer === "concat") yield* alike(of);
  else if (call.layer === "linear") yield* flattened(of);
  else if (rank > 3) yield* unbatched(of);
  else if (/2d$/.test(call.layer)) yield* asMap(of);
  else if (/1d$/.test(call.layer)) yield* asSequence(of);
};

function* flattened(of: Case): Iterable<Fix> {
  yield* fixOf("Flatten it first", through(of, 0, "flatten"));
  if (of.call.fed[0]?.shape.length === 3)
    yield* fixOf("Take the mean of each channel first", through(of, 0, "globalAveragePool2d"));
}

/** What flattened it is left out, a channel is put before it, or the layer for sequences taken. */
function* asMap(of: Case): Iterable<Fix> {
  const { call } = of;
  const [x] = call.fed;
  if (!x) return;
  yield* kept(of);
  const [a = 1, b = 1] = x.shape;
  if (x.shape.length === 2) {
    const source = of.way(x).source;
    const shape = shapeOf(of.followed, source.name);
    if (source === x.raw && shape)
      yield* fixOf(`Give the input the shape [1, ${a}, ${b}]`, [
        replaced(shape.getSourceFile(), shape, `[1, ${a}, ${b}]`),
      ]);
    yield* fixOf("Make it one channel", through(of, 0, "reshape", `[1, ${a}, ${b}]`));
    yield* fixOf(...other(of, call.layer.replace("2d", "1d")));
  }
  if (x.shape.length === 1) {
    if (/[pP]ool/.test(call.layer)) yield* fixOf("Leave the pool out", unwrap(call));
    yield* fixOf("Make it maps of one pixel", through(of, 0, "reshape", `[${a}, 1, 1]`));
  }
}

function* asSequence(of: Case): Iterable<Fix> {
  const { call } = of;
  yield* kept(of);
  const shape = call.fed[0]?.shape ?? [];
  if (shape.length === 3) {
    yield* fixOf(...other(of, call.layer.replace("1d", "2d")));
    const [c = 1, h = 1, w = 1] = shape;
    yield* fixOf("Make its rows one sequence", through(of, 0, "reshape", `[${c}, ${h * w}]`));
  }
  if (shape.length === 1)
    yield* fixOf("Make it one channel", through(of, 0, "reshape", `[1, ${shape[0]}]`));
}

/** A flatten on the way that comes too early. */
function* kept(of: Case): Iterable<Fix> {
  const [x] = of.call.fed;
  const flat = x && of.way(x).steps.findLast(({ call }) => call.layer === "flatten");
  if (flat) yield* fixOf("Leave the flatten out", unwrap(flat.call));
}

/** The same call of another layer. */
function other({ call }: Case, layer: string): [title: string, ...edits: Edits[]] {
  const imported = importing(call.file, layer);
  return [
    `Use ${layer}`,
    imported && replaceFunction(call, imported.name),
    imported && imported.edits,
  ];
}

/** An input whose shape has the batch in front. */
function* unbatched(of: Case): Iterable<Fix> {
  const [x] = of.call.fed;
  const source = x && of.way(x).source;
  const list = source && shapeOf(of.followed, source.name);
  if (!source || !list) return;
  const shape = `[${source.shape.slice(2).join(", ")}]`;
  yield* fixOf(`Give the input the shape ${shape}: the batch is not part of it`, [
    replaced(list.getSourceFile(), list, shape),
  ]);
}

/** Vectors are joined with vectors: what has more axes is flattened. */
function* alike(of: Case): Iterable<Fix> {
  const { call } = of;
  const many = call.fed.flatMap(({ shape }, i) => (shape.length > 1 ? [i] : []));
  const edits = many.map((i) => (givenBy(call, i) ? through(of, i, "flatten") : undefined));
  const [first, ...rest] = edits;
  // the import is needed once
  const alone = rest.map((own) => own?.slice(0, 2));
  yield* fixOf("Flatten what has several axes", first, ...alone);
}

/** An input given as [height, width, channels], as tfjs and Keras have it, or [length, channels]: channels first. */
export const channelsFirst: Mend = function* ({ call, followed, way }) {
  for (const x of call.fed) {
    const { source } = way(x);
    const list = shapeOf(followed, source.name);
    const shape = source.shape.slice(1);
    const c = shape.at(-1) ?? 0;
    if (!list || shape.length < 2 || shape.length > 3) continue;
    if (shape.slice(0, -1).some((size) => size <= 4 * c)) continue;
    const texts = list.elements.map((e) => e.getText(list.getSourceFile()));
    const first = [c, ...shape.slice(0, -1)];
    yield* fixOf(`Give ${source.name} the shape [${first.join(", ")}]: channels come first`, [
      replaced(list.getSourceFile(), list, `[${[texts.at(-1), ...texts.slice(0, -1)].join(", ")}]`),
    ]);
  }
};
