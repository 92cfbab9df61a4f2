import { KernelsmithError } from "../diagnostics.ts";
import { gradient } from "../graph/backward.ts";
import { slots } from "../graph/check.ts";
import { expand, type Mode } from "../graph/expand.ts";
import { type Graph, GraphBuilder, type Node, opOf, tensorsOf } from "../graph/graph.ts";
import { simplify } from "../rewrite/rewrite.ts";
import { constant } from "../tensor/axis.ts";
import { type Expr, greatest, sum, type Tensor } from "../tensor/expr.ts";
import type { Definition } from "../tensor/program.ts";
import { bound, indices, substitute, transform, within } from "../tensor/walk.ts";

/** One layer by itself, as a textbook has it: operands by the names of the op, y out, dy owed. */
export interface Derived {
  /** The operands and what they are called here. */
  readonly operands: readonly { readonly name: string; readonly tensor: Tensor }[];
  readonly forward: readonly Definition[];
  /** What the operands are owed; empty where nothing can be derived. */
  readonly backward: readonly Definition[];
  readonly nameOf: (tensor: Tensor) => string;
}

export function derive(graph: Graph, node: Node, mode: Mode): Derived {
  const g = new GraphBuilder();
  const operands: { name: string; tensor: Tensor }[] = [];
  const wrt: Tensor[] = [];
  const fixed = new Set(graph.variables.filter((v) => v.role === "state").map((v) => v.tensor));
  const copy = (name: string, tensor: Tensor): Tensor => {
    const made = g.variable(name, tensor.shape, "input");
    operands.push({ name, tensor });
    if (!fixed.has(tensor)) wrt.push(made);
    return made;
  };
  const fed = Object.fromEntries(
    slots(opOf(node.op)).map((slot) => {
      const made = tensorsOf(node.inputs[slot.name]).map((t, i) =>
        copy(slot.arity === "list" ? `${slot.name}${i + 1}` : slot.name, t),
      );
      return [slot.name, slot.arity === "list" ? made : made[0]];
    }),
  );
  const y = g.add(node.op, fed as never, node.attrs as never, { name: "y" }); // as the node itself was fed
  const { program } = expand(g.graph("layer", { y }), mode);
  const own = program.definitions.filter((d) => !d.tensor.name.endsWith(".new"));
  const count = own.length;
  const owed: Tensor = { name: "dy", shape: y.shape };
  const nameOf = (t: Tensor) => t.name.replace(/^d\./, "d").replace(/^(d?)y\./, "$1");
  const readable = (all: readonly Definition[]) => all.map(withoutUnitAxes);
  try {
    const derived = gradient({ ...program, definitions: own }, [{ of: y, owed }], wrt);
    const all = readable(simplify(derived.program).definitions);
    const backward = all.slice(count).filter((d) => d.tensor.name !== "d.y"); // d.y = dy
    return { operands, nameOf, forward: all.slice(0, count), backward };
  } catch (error) {
    if (!(error instanceof KernelsmithError) || error.diagnostic.code !== "KS107") throw error;
    const forward = readable(simplify({ ...program, definitions: own }).definitions);
    return { operands, nameOf, forward, backward: [] };
  }
}

/** An axis of one step is 0 where it only clutters another index: m + k with k < 1. */
function withoutUnitAxes(definition: Definition): Definition {
  const cleaned = (body: Expr): Expr =>
    transform(body, (e) => {
      const units = bound(e).filter((axis) => axis.size === 1);
      if (units.length === 0 || (e.kind !== "sum" && e.kind !== "greatest")) return e;
      const compound = [...within(e.body)].flatMap(indices).filter((i) => i.terms.length > 1);
      const gone = units.filter((axis) => compound.some((i) => i.axes.includes(axis)));
      const rest = e.over.filter((axis) => !gone.includes(axis));
      const inner = substitute(e.body, new Map(gone.map((axis) => [axis, constant(0)])));
      return e.kind === "sum" ? sum(rest, inner) : greatest(rest, inner);
    });
  return { ...definition, pieces: definition.pieces.map((p) => ({ ...p, body: cleaned(p.body) })) };
}
