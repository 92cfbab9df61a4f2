import { Axis, type Index } from "../../src/tensor/axis.ts";
import { type Expr, read, row, type Table, type Tensor } from "../../src/tensor/expr.ts";
import { define, type Definition, type Piece, size } from "../../src/tensor/program.ts";
import { bound, freeAxes, reads, rebuild, substitute, within } from "../../src/tensor/walk.ts";
import { collect } from "./collect.ts";
import { group } from "./group.ts";
import { Keys } from "./key.ts";
import { prune } from "./prune.ts";
import { Ready } from "./ready.ts";
import type { Schedule } from "./schedule.ts";

/** A schedule in which no nest mixes what depends on constants alone with what does not. */
export interface Hoisted extends Schedule {
  /** The constants, and what is made of nothing else. */
  readonly constants: ReadonlySet<Tensor>;
}

/**
 * What depends on constants alone (at inference parameters and running averages) comes first, in nests
 * of its own: whole definitions, and the largest expressions within others that are worth a tensor.
 * Outputs stay where they are: an app may write into them.
 */
export function hoist(planned: Schedule, constants: ReadonlySet<Tensor>): Hoisted {
  if (constants.size === 0) return { ...planned, constants };
  const { batch } = planned;
  const program = prune(planned.program);
  const stay = new Set([...program.outputs, ...batch.tensors]);
  const ready = new Ready(constants);
  const names = [...program.inputs, ...program.definitions.map((d) => d.tensor)];
  const first: Definition[] = [];
  const others: Definition[] = [];
  const lifts = new Lifts(
    ready,
    batch.axes,
    names.map((tensor) => tensor.name),
    (made) => {
      ready.add(made.tensor);
      first.push(made);
    },
  );
  for (const d of program.definitions) {
    if (!stay.has(d.tensor) && d.pieces.every((p) => ready.is(p.body))) {
      ready.add(d.tensor);
      first.push(d);
    } else {
      others.push({ ...d, pieces: d.pieces.map((p) => lifts.outOf(p, d)) });
    }
  }
  if (first.length === 0) return { ...planned, constants };
  const nests = [first, others].flatMap((definitions) => group({ ...program, definitions }));
  const now = { ...program, definitions: [...first, ...others] };
  return { ...planned, program: now, nests, constants: ready.tensors };
}

/** Makes definitions of expressions, one of equal ones. */
class Lifts {
  readonly #ready: Ready;
  readonly #batch: ReadonlySet<Axis>;
  readonly #names: Set<string>;
  readonly #make: (made: Definition) => void;
  readonly #keys = new Keys();
  readonly #byKey = new Map<string, Tensor>();
  readonly #places = new Map<string, Axis>();

  constructor(
    ready: Ready,
    batch: ReadonlySet<Axis>,
    names: Iterable<string>,
    make: (made: Definition) => void,
  ) {
    this.#ready = ready;
    this.#batch = batch;
    this.#names = new Set(names);
    this.#make = make;
  }

  /** The piece with reads of tensors in place of what is worth one. */
  outOf(piece: Piece, { tensor, from }: Definition): Piece {
    const body = collect(piece.body, this.#ready.is, worthATensor);
    const done = new Map<Expr, Expr>();
    const visit = (e: Expr, around: number): Expr => {
      const known = done.get(e);
      if (known) return known;
      const axes = this.#axesOf(e, around);
      const now = axes
        ? read(this.#lifted(e, axes, tensor.name, from), axes)
        : rebuild(e, (part) => visit(part, around + bound(e).length));
      done.set(e, now);
      return now;
    };
    return { ...piece, body: visit(body, piece.axes.length) };
  }

  /** What the expression's tensor is indexed by; undefined where it is to stay within `around` loops. */
  #axesOf(e: Expr, around: number): readonly Axis[] | undefined {
    if (!this.#ready.is(e) || !worthATensor(e)) return undefined;
    const axes = [...freeAxes(e)];
    if (axes.length >= around || axes.some((axis) => this.#batch.has(axis))) return undefined;
    const largest = Math.max(...reads(e).map((r) => size(r.tensor.shape)));
    return size(axes.map((axis) => axis.size)) <= largest ? axes : undefined;
  }

  #lifted(e: Expr, axes: readonly Axis[], reader: string, from: string): Tensor {
    const at = (place: (axis: Axis, k: number) => Axis) =>
      substitute(e, new Map<Axis, Index>(axes.map((axis, k) => [axis, place(axis, k)])));
    const shape = axes.map((axis) => axis.size);
    const key = `${shape.join()} ${this.#keys.of(at((axis, k) => this.#place(k, axis.size)))}`;
    const known = this.#byKey.get(key);
    if (known) return known;
    const own = axes.map((axis) => new Axis(axis.name, axis.size));
    const tensor = { name: this.#name(reader), shape };
    this.#byKey.set(key, tensor);
    this.#make(
      define(
        tensor,
        own,
        at((axis, k) => own[k] ?? axis),
        from,
      ),
    );
    return tensor;
  }

  /** One axis for each position and size, so that equal expressions have equal keys. */
  #place(position: number, extent: number): Axis {
    const key = `${position} ${extent}`;
    const axis = this.#places.get(key) ?? new Axis(`p${position}`, extent);
    this.#places.set(key, axis);
    return axis;
  }

  #name(reader: string): string {
    let name = `${reader}.prepared`;
    for (let k = 2; this.#names.has(name); k++) name = `${reader}.prepared${k}`;
    this.#names.add(name);
    return name;
  }
}

/** Operations that a read of a tensor takes the place of: a division, a root, a sum, or two of the others. */
const worthwhile = 2;

const worthATensor = (e: Expr): boolean => {
  const all = [...within(e)];
  return (
    all.some((part) => part.kind === "read") &&
    all.reduce((cost, part) => cost + row(costs, part), 0) >= worthwhile
  );
};

const none = () => 0;
const simple = () => 1;
const dear = () => worthwhile;

const costs: Table<[], number> = {
  number: none,
  read: none,
  index: none,
  extent: none,
  add: simple,
  mul: simple,
  div: dear,
  max: simple,
  min: simple,
  pow: dear,
  unary: (e) => (e.fn === "neg" ? 0 : e.fn === "abs" ? 1 : worthwhile),
  compare: simple,
  where: simple,
  guard: none,
  sum: dear,
  greatest: dear,
  argmax: dear,
  stop: none,
  random: dear,
};
