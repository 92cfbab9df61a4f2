import { type Graph, GraphBuilder, type Variable } from "../../src/graph/graph.ts";
import { crossEntropy } from "../../src/graph/losses.ts";
import type { Model } from "../../src/graph/model.ts";
import * as optimizers from "../../src/graph/optimizers.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import type { Encoded, EncodedTensor, TorchStep } from "./case.ts";
import { steps } from "./steps.ts";
import { TorchBuilder, Unsupported } from "./torch-builder.ts";

/** PyTorch's options of an optimizer, by its own names. */
export interface Hyper {
  readonly lr: number;
  readonly momentum?: number;
  readonly dampening?: number;
  readonly nesterov?: boolean;
  readonly weight_decay?: number;
  readonly betas?: readonly [number, number];
  readonly eps?: number;
  readonly alpha?: number;
  readonly centered?: boolean;
  readonly amsgrad?: boolean;
}

type Given = { readonly [name: string]: unknown };

/** PyTorch's optimizer as ours. */
export function optimizerOf(name: string, hyper: Hyper): optimizers.Optimizer {
  const { lr, weight_decay, eps, ...others } = hyper;
  const make = (optimizers.optimizers as { readonly [name: string]: (given: Given) => unknown })[
    name
  ];
  if (!make) throw new Unsupported(`the optimizer ${name}`);
  const given = {
    ...others,
    learningRate: lr,
    ...(weight_decay === undefined ? {} : { weightDecay: weight_decay }),
    ...(eps === undefined ? {} : { epsilon: eps }),
  };
  return make(given) as optimizers.Optimizer; // what the registry holds
}

/** Ten steps of a small net on digits: `train/*.json` of the corpus. */
export interface TorchTraining {
  readonly name: string;
  readonly images: EncodedTensor;
  readonly labels: EncodedTensor;
  readonly batches: readonly (readonly number[])[];
  readonly graph: readonly TorchStep[];
  readonly params: Encoded;
  readonly buffers: Encoded;
  readonly optimizer: string;
  readonly hyper: Hyper;
  readonly losses: readonly number[];
  readonly params_after_1: Encoded;
  readonly params_after: { readonly steps: number } & Encoded;
  readonly buffers_after: Encoded;
}

/** What PyTorch calls w1 is w1_ here: see TorchBuilder. */
export const ours = (name: string): string => `${name}_`;

/** The net as a model of ours, up to its scores; PyTorch's last step is the loss. */
export function modelOf(torch: TorchTraining): Model {
  const loss = crossEntropy({ of: "logits" });
  const { images, params, buffers } = torch;
  return {
    kind: "kernelsmith model",
    name: torch.name.replace(/^.*\//, "").replace(/\W+/g, " "),
    train: { loss, optimizer: optimizerOf(torch.optimizer, torch.hyper) },
    build(batch, chosen) {
      const g = new GraphBuilder();
      const x: EncodedTensor = { ...images, shape: [batch, 1, 8, 8], data: "" };
      const none: Encoded = {};
      const b = new TorchBuilder(g, {
        name: torch.name,
        graph: torch.graph,
        inputs: { x, ...params, ...buffers },
        wrt: [],
        outputs: none,
        upstream: none,
        grads: none,
      });
      const logits = run(b, torch.graph.slice(0, -1));
      const role = (v: Variable): Variable => {
        const name = v.tensor.name.replace(/_$/, "");
        if (name === "x") return { ...v, batched: true };
        return { ...v, role: name in params ? "parameter" : "state" };
      };
      const graph: Graph = {
        name: torch.name,
        variables: g.variables.map(role),
        nodes: [...g.nodes],
        outputs: { logits },
      };
      if (!chosen) return { graph };
      const targets = chosen.targets({ logits });
      const label = g.variable("label", [batch], "target", { batched: true });
      const value = chosen.build(g, { logits }, { label });
      const variables = g.variables.map(role).filter((v) => v.tensor !== label);
      return {
        graph,
        training: {
          graph: {
            ...graph,
            variables: [...variables, { tensor: label, role: "target", batched: true }],
            nodes: [...g.nodes],
            outputs: { logits, loss: value },
          },
          loss: value,
          targets,
          ...(chosen.correct ? { correct: chosen.correct({ logits }) } : {}),
        },
      };
    },
  };
}

/** PyTorch's steps, one by one; what the last one makes. */
function run(b: TorchBuilder, graph: readonly TorchStep[]): Tensor {
  let last: Tensor | undefined;
  for (const step of graph) {
    const rule = steps[step.op];
    if (!rule) throw new Unsupported(step.op);
    const operands = step.inputs.map((name) => b.named(name));
    const made = rule(b, operands, step.attrs ?? {}, step);
    for (const [i, name] of step.outputs.entries()) {
      const tensor = made[i];
      if (tensor) b.name(name, tensor);
    }
    last = made[0] ?? last;
  }
  if (!last) throw new Error("a graph without steps");
  return last;
}
