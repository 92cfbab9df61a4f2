import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { targets } from "../../codegen/options.ts";
import { GraphBuilder } from "../../src/graph/graph.ts";
import type { Loss } from "../../src/graph/losses.ts";
import type { Model } from "../../src/graph/model.ts";
import type { Optimizer } from "../../src/graph/optimizers.ts";
import { sgd } from "../../src/graph/optimizers.ts";
import {
  cosine,
  exponential,
  linearWarmup,
  multiStep,
  type Schedule,
  stepDecay,
} from "../../src/graph/schedules.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { flatten, netOf } from "../support/net.ts";
import { decode, type Encoded } from "./case.ts";
import { type Hyper, optimizerOf } from "./trained.ts";

/** Every optimizer, schedule and clipping, against PyTorch's, as a generated module steps. */
const corpus = process.env["KERNELSMITH_CORPUS"];
const folder = corpus === undefined ? undefined : join(corpus, "optim");

interface Trajectory {
  readonly optimizer: string;
  readonly hyper: Hyper;
  readonly params: Encoded;
  readonly grads: readonly Encoded[];
  /** The parameters after each step. */
  readonly trajectory: readonly Encoded[];
}

interface Schedules {
  readonly schedules: readonly {
    readonly scheduler: string;
    readonly base_lr: number;
    readonly args: { readonly [name: string]: number };
    readonly lrs: readonly number[];
  }[];
  readonly clip_grad_norm: readonly {
    readonly max_norm: number;
    readonly grads: Encoded;
    readonly clipped: Encoded;
  }[];
}

if (folder === undefined)
  it.skip("steps as PyTorch's optimizers do (set KERNELSMITH_CORPUS to the corpus)", () => {});
else {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const special = "schedules_and_clipping.json";

  describe.each(targets)("steps as PyTorch's optimizers do, target %s:", (target) => {
    for (const file of readdirSync(folder).filter((name) => name !== special))
      it(file.replace(".json", ""), async () => {
        const torch = read(file) as Trajectory; // as the corpus's README has it
        const model = owed(torch.params, optimizerOf(torch.optimizer, torch.hyper));
        const net = await netOf(model, { target });
        net.load(arrays(torch.params));
        expect(torch.trajectory.length).toBe(torch.grads.length);
        for (const [step, grads] of torch.grads.entries()) {
          net.trainStep(...Object.values(arrays(grads)));
          expectClose(flatten(net.parameters), torch.trajectory[step] ?? {}, `step ${step + 1}`);
        }
      });
  });

  const { schedules, clip_grad_norm: clippings } = read(special) as Schedules; // as the corpus's README has it

  describe.each(targets)("clips as clip_grad_norm_ does, target %s:", (target) => {
    for (const { max_norm, grads, clipped } of clippings)
      it(`norm ${max_norm}`, async () => {
        const net = await netOf(owed(grads, sgd({ learningRate: 1, clipNorm: max_norm })), {
          target,
        });
        const zeros = Object.entries(arrays(grads)).map(([k, v]) => [k, v.map(() => 0)]);
        net.load(Object.fromEntries(zeros));
        net.trainStep(...Object.values(arrays(grads)));
        const down = [...flatten(net.parameters)].map(([k, v]) => [k, v.map((x) => -x)] as const);
        expectClose(new Map(down), clipped, "clipped");
      });
  });

  describe("schedules are PyTorch's:", () => {
    for (const { scheduler, base_lr, args, lrs } of schedules)
      it(scheduler, () => {
        const make = scheduled[scheduler];
        const rate = make?.(base_lr, args);
        for (const [step, lr] of lrs.entries()) expect(rate?.(step)).toBeCloseTo(lr, 12);
      });
  });
}

type Args = { readonly [name: string]: number };
const scheduled: { readonly [name: string]: (base: number, args: Args) => Schedule } = {
  step: (base, a) => stepDecay({ base, every: a["step_size"] ?? 1, gamma: a["gamma"] ?? 0.1 }),
  cosine: (base, a) => cosine({ base, steps: a["T_max"] ?? 1, least: a["eta_min"] ?? 0 }),
  exponential: (base, a) => exponential({ base, gamma: a["gamma"] ?? 1 }),
  linear_warmup: (base, a) =>
    linearWarmup({
      base,
      over: a["total_iters"] ?? 1,
      from: a["start_factor"] ?? 0,
      to: a["end_factor"] ?? 1,
    }),
  multistep: (base, a) => {
    const milestones = a["milestones"] as unknown as readonly number[]; // the one list among them
    return multiStep({ base, milestones, gamma: a["gamma"] ?? 0.1 });
  },
};

/** L = Σ θ·g for given g: the model whose gradients are what it is fed. */
function owed(params: Encoded, optimizer: Optimizer): Model {
  const loss: Loss = { name: "owed", targets: () => [], build: (_, outputs) => total(outputs) };
  const total = (outputs: { readonly [name: string]: Tensor }) => {
    const [first] = Object.values(outputs);
    if (!first) throw new Error("a model without parameters");
    return first;
  };
  return {
    kind: "kernelsmith model",
    name: "owed",
    train: { loss, optimizer },
    build() {
      const g = new GraphBuilder();
      const terms = Object.entries(params).map(([name, { shape }]) => {
        const gradient = g.variable(`gradient of ${name}`, shape, "input");
        const parameter = g.variable(name, shape, "parameter");
        return g.add("reduceSum", { x: g.add("mul", { a: gradient, b: parameter }) });
      });
      const [first, ...rest] = terms;
      if (!first) throw new Error("a model without parameters");
      const value = rest.reduce((a, b) => g.add("add", { a, b }), first);
      const graph = g.graph("owed", { value });
      const whole = g.graph("owed", { value, loss: value });
      return { graph, training: { graph: whole, loss: value, targets: [] } };
    },
  };
}

const arrays = (encoded: Encoded) =>
  Object.fromEntries(
    Object.entries(encoded).map(([name, data]) => [name, Float32Array.from(decode(data))]),
  );

function expectClose(found: ReadonlyMap<string, Float32Array>, wanted: Encoded, when: string) {
  for (const [name, encoded] of Object.entries(wanted)) {
    const want = decode(encoded);
    const got = found.get(name) ?? [];
    expect(got).toHaveLength(want.length);
    const gaps = want.map((w, i) => Math.abs(w - (got[i] ?? NaN)) / Math.max(1, Math.abs(w)));
    expect(Math.max(...gaps), `${name}, ${when}`).toBeLessThan(2e-6);
  }
}
