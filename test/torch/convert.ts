import type { Mode } from "../../src/graph/expand.ts";
import { type Graph, GraphBuilder } from "../../src/graph/graph.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { decode, type Encoded, type TorchCase } from "./case.ts";
import { steps } from "./steps.ts";
import { Unsupported } from "./torch-builder.ts";
import { TorchBuilder } from "./torch-builder.ts";

export type Arrays = ReadonlyMap<Tensor, Float64Array>;

/** A case as a graph of ours, with the tensors that PyTorch expects of it. */
export interface Converted {
  readonly name: string;
  readonly mode: Mode;
  readonly graph: Graph;
  /** All that the graph is fed with: inputs, parameters, constants. */
  readonly inputs: Arrays;
  readonly wrt: readonly Tensor[];
  readonly outputs: Arrays;
  /** What each output is owed. */
  readonly upstream: Arrays;
  readonly grads: Arrays;
  /** Running statistics after a training step, by the state they replace. */
  readonly state: Arrays;
  readonly gradnorm2?: {
    readonly wrt: readonly Tensor[];
    readonly value: number;
    readonly grads: Arrays;
  };
  readonly hvp?: { readonly v: Arrays; readonly Hv: Arrays };
  readonly jvp?: { readonly tangents: Arrays; readonly out: Arrays };
}

/** Throws `Unsupported`, with the reason, for what is no op of ours. */
export function convert(torch: TorchCase): Converted {
  const g = new GraphBuilder();
  const b = new TorchBuilder(g, torch);
  for (const step of torch.graph) {
    const rule = steps[step.op];
    if (!rule) throw new Unsupported(step.op);
    const made = rule(
      b,
      step.inputs.map((name) => b.named(name)),
      step.attrs ?? {},
      step,
    );
    for (const [i, name] of step.outputs.entries()) {
      const tensor = made[i];
      if (tensor) b.name(name, tensor);
    }
  }
  const of = (encoded: Encoded): Arrays =>
    new Map(
      Object.entries(encoded).flatMap(([name, data]) =>
        b.has(name) ? [[b.named(name), decode(data)] as const] : [],
      ),
    );
  const names = Object.keys(torch.outputs).filter((name) => b.has(name));
  const { gradnorm2, hvp, jvp } = torch;
  return {
    name: torch.name,
    mode: b.training ? "training" : "inference",
    graph: g.graph("torch", Object.fromEntries(names.map((name) => [name, b.named(name)]))),
    inputs: b.values,
    wrt: torch.wrt.map((name) => b.named(name)),
    outputs: of(torch.outputs),
    upstream: of(torch.upstream),
    grads: of(torch.grads),
    state: new Map(
      Object.entries(torch.state ?? {}).flatMap(([name, data]) => {
        const state = b.states.get(name);
        return state ? [[state, decode(data)] as const] : [];
      }),
    ),
    ...(gradnorm2
      ? {
          gradnorm2: {
            wrt: gradnorm2.wrt.map((name) => b.named(name)),
            value: decode(gradnorm2.value)[0] ?? NaN,
            grads: of(gradnorm2.grads),
          },
        }
      : {}),
    ...(hvp ? { hvp: { v: of(hvp.v), Hv: of(hvp.Hv) } } : {}),
    ...(jvp ? { jvp: { tangents: of(jvp.tangents), out: of(jvp.out) } } : {}),
  };
}
