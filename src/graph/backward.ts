import { refuse } from "../diagnostics.ts";
import { Axis } from "../tensor/axis.ts";
import { adjoint } from "../tensor/derivative.ts";
import { add, type Expr, type Of, one, read, type Tensor } from "../tensor/expr.ts";
import { gather } from "../tensor/gather.ts";
import { type Definition, define, type Piece, type Program } from "../tensor/program.ts";
import { freeAxes, reads } from "../tensor/walk.ts";

/** Where differentiation starts: a scalar is owed 1, any tensor may be owed another. */
export interface Seed {
  readonly of: Tensor;
  readonly owed?: Tensor;
}

export interface Gradient {
  readonly program: Program;
  /** The adjoint of each tensor asked for; absent where nothing depends on it. */
  readonly adjoints: ReadonlyMap<Tensor, Tensor>;
}

/**
 * The program with the adjoints of `wrt` added: reverse mode over definitions. Each definition's
 * reads are owed what `adjoint` says, `gather` turns that into what each element of the tensor read
 * is owed, and all that one tensor is owed is summed into one definition.
 */
export function gradient(
  program: Program,
  seeds: readonly Seed[],
  wrt: readonly Tensor[],
): Gradient {
  const needed = onPath(program, wrt);
  const owed = new Map<Tensor, Expr[]>();
  const adjoints = new Map<Tensor, Tensor>();
  const axes = new Map<Tensor, readonly Axis[]>();
  const forward: Definition[] = [];
  const backward: Definition[] = [];
  const axesFor = (tensor: Tensor) => {
    const known = axes.get(tensor) ?? namedAxes(program, tensor);
    axes.set(tensor, known);
    return known;
  };
  const owe = (tensor: Tensor, e: Expr) => owed.set(tensor, [...(owed.get(tensor) ?? []), e]);
  for (const { of, owed } of seeds) owe(of, owed ? read(owed, axesFor(of)) : one);

  const close = (tensor: Tensor, from: string): Tensor | undefined => {
    const terms = owed.get(tensor);
    if (!terms) return undefined;
    const name = unique(`d.${tensor.name}`, program);
    const made: Tensor = { name, shape: tensor.shape, adjointOf: tensor };
    backward.push(define(made, axesFor(tensor), add(...terms), from));
    adjoints.set(tensor, made);
    return made;
  };

  for (const definition of [...program.definitions].reverse()) {
    if (!needed.has(definition.tensor)) continue;
    const dy = close(definition.tensor, definition.from);
    if (!dy) continue;
    for (const piece of definition.pieces) {
      const record = recorder(definition, piece, forward, program);
      for (const term of adjoint(piece.body, read(dy, piece.at), record)) {
        const { tensor } = term.read;
        if (needed.has(tensor)) owe(tensor, gather(term, piece.axes, axesFor(tensor)));
      }
    }
  }
  for (const tensor of wrt) if (!adjoints.has(tensor)) close(tensor, tensor.name);
  if (wrt.length > 0 && !wrt.some((t) => adjoints.has(t)))
    refuse(
      "KS107",
      `nothing that is differentiated depends on ${wrt.map((t) => t.name).join(", ")}`,
    );

  const made = wrt.map((t) => adjoints.get(t)).filter((t) => t !== undefined);
  const seeded = seeds.flatMap((seed) => (seed.owed ? [seed.owed] : []));
  return {
    program: {
      inputs: [...program.inputs, ...seeded.filter((t) => !program.inputs.includes(t))],
      definitions: [...program.definitions, ...forward, ...backward],
      outputs: [...program.outputs, ...made],
    },
    adjoints,
  };
}

/** Tensors that depend on one of `wrt`, these included. */
function onPath(program: Program, wrt: readonly Tensor[]): ReadonlySet<Tensor> {
  const found = new Set(wrt);
  for (const { tensor, pieces } of program.definitions)
    if (pieces.some((piece) => reads(piece.body).some((r) => found.has(r.tensor))))
      found.add(tensor);
  return found;
}

/** Writes down, beside the forward definition, which element won each maximum. */
function recorder(definition: Definition, piece: Piece, into: Definition[], program: Program) {
  const made = new Map<Expr, Expr>();
  return (e: Of<"argmax">): Expr => {
    const known = made.get(e.body);
    if (known) return known;
    if (![...freeAxes(e)].every((axis) => piece.axes.includes(axis))) return e;
    const name = unique(`${definition.tensor.name}.winner`, program, into);
    const tensor: Tensor = { name, shape: piece.axes.map((axis) => axis.size) };
    into.push(define(tensor, piece.axes, e, definition.from));
    const result = read(tensor, piece.axes);
    made.set(e.body, result);
    return result;
  };
}

/** Axes for a tensor's adjoint, called as in its own definition or where it is first read. */
function namedAxes(program: Program, tensor: Tensor): readonly Axis[] {
  const own = program.definitions.find((d) => d.tensor === tensor)?.pieces[0]?.axes;
  const first = () =>
    program.definitions
      .flatMap((d) => d.pieces.flatMap((p) => reads(p.body)))
      .find((r) => r.tensor === tensor)?.at;
  const names =
    own?.length === tensor.shape.length
      ? own.map((axis) => axis.name)
      : (first() ?? []).map((index, d) => index.axis?.name ?? (["a", "b", "h", "w"][d] || `i${d}`));
  const seen = new Set<string>();
  return tensor.shape.map((size, d) => {
    const name = names[d] && !seen.has(names[d]) ? names[d] : `i${d}`;
    seen.add(name);
    return new Axis(name, size);
  });
}

function unique(name: string, program: Program, more: readonly Definition[] = []): string {
  const taken = new Set(
    [...program.inputs, ...[...program.definitions, ...more].map((d) => d.tensor)].map(
      (t) => t.name,
    ),
  );
  for (let k = 1; ; k++) {
    const candidate = k === 1 ? name : `${name}.${k}`;
    if (!taken.has(candidate)) return candidate;
  }
}
