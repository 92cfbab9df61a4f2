import { Axis } from "../tensor/axis.ts";
import { add, type Expr, number, read, type Tensor } from "../tensor/expr.ts";
import type { Definition, Piece, Program } from "../tensor/program.ts";
import { operand, type Tools } from "../ops/define.ts";
import { axisNames, type Slot, slots } from "./check.ts";
import { type AnyOp, type Graph, type Node, opOf, tensorsOf } from "./graph.ts";

/** What a graph computes, and what training keeps up to date beside its parameters. */
export interface Expansion {
  readonly program: Program;
  /** state ← value, after a training step */
  readonly updates: readonly { readonly state: Tensor; readonly value: Tensor }[];
  /** Counts training steps; ops that draw random numbers read it. */
  readonly step: Tensor;
}

export type Mode = "inference" | "training";

/** Graph → program: each node's `define` becomes definitions, in the order of the nodes. */
export function expand(graph: Graph, mode: Mode): Expansion {
  const step: Tensor = { name: "step", shape: [] };
  const definitions: Definition[] = [];
  const updates: { state: Tensor; value: Tensor }[] = [];
  const called = new Map<Tensor, readonly string[]>();
  for (const [position, node] of graph.nodes.entries()) {
    const op = opOf(node.op);
    const tools = toolsFor(node, position, step, definitions);
    const inputs = operandsOf(op, node, called);
    const axes = axesOf(
      op.output,
      node.out,
      called.get(tensorsOf(node.inputs["x"])[0] ?? node.out),
    );
    called.set(node.out, axes.names);
    const rule = (mode === "training" && op.training) || op.define;
    const body = rule(inputs as never, node.attrs as never, axes.named as never, tools); // built from the op's own declaration
    const pieces: readonly Piece[] = isPieces(body)
      ? body
      : [{ axes: axes.list, at: axes.list, body }];
    definitions.push({ tensor: node.out, pieces, from: node.name });
    if (mode === "inference" || !op.updates) continue;
    const fresh = op.updates(inputs as never, node.attrs as never, tools); // as above
    for (const [name, { axes, body }] of Object.entries(fresh)) {
      const [state] = tensorsOf(node.inputs[name]);
      if (!state) continue;
      const value: Tensor = { name: `${state.name}.new`, shape: state.shape };
      definitions.push({ tensor: value, pieces: [{ axes, at: axes, body }], from: node.name });
      updates.push({ state, value });
    }
  }
  const inputs = [...graph.variables.map((v) => v.tensor), step];
  const outputs = Object.values(graph.outputs);
  return { program: { inputs, definitions, outputs }, updates, step };
}

function toolsFor(node: Node, position: number, step: Tensor, definitions: Definition[]): Tools {
  const known = new Map<string, Tensor>();
  return {
    local(name, axes, body) {
      const shape = axes.map((axis) => axis.size);
      const tensor = known.get(name) ?? { name: `${node.name}.${name}`, shape };
      if (!known.has(name))
        definitions.push({ tensor, pieces: [{ axes, at: axes, body }], from: node.name });
      known.set(name, tensor);
      return Object.assign((...at: readonly Axis[] | readonly never[]) => read(tensor, at), {
        tensor,
      }) as never; // as many indices as axes: the caller's tuple type says so
    },
    seed: seedOf(step, position),
  };
}

/** Distinct for every step and node: the step count in the low bits, the node above. */
const seedOf = (step: Tensor, position: number): Expr =>
  add(read(step, []), number((position + 1) * 65537));

function operandsOf(
  op: AnyOp,
  node: Node,
  called: ReadonlyMap<Tensor, readonly string[]>,
): { readonly [name: string]: unknown } {
  const one = (tensor: Tensor, slot: Slot) =>
    operand(tensor, axesOf(slot.axes, tensor, called.get(tensor)).named as never); // named or a list, as declared
  return Object.fromEntries(
    slots(op).map((slot) => {
      const fed = tensorsOf(node.inputs[slot.name]).map((tensor) => one(tensor, slot));
      return [slot.name, slot.arity === "list" ? fed : fed[0]];
    }),
  );
}

/** Fresh axes as long as the tensor's dimensions: by the names the op gives them, or has them from x. */
function axesOf(declared: string, tensor: Tensor, inherited: readonly string[] = letters) {
  const any = inherited.length === tensor.shape.length ? inherited : letters;
  const names = declared === "..." ? any : axisNames(declared);
  const list = tensor.shape.map((size, d) => new Axis(names[d] ?? `i${d}`, size));
  const named = declared === "..." ? list : Object.fromEntries(list.map((a) => [a.name, a]));
  return { list, named, names: list.map((axis) => axis.name) };
}

const letters = ["n", "i", "j", "k", "l"];

const isPieces = (body: Expr | readonly Piece[]): body is readonly Piece[] => Array.isArray(body);
