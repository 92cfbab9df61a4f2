import type { Fed, GraphBuilder, Options } from "../../src/graph/graph.ts";
import type { OpName } from "../../src/ops/index.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { size } from "../../src/tensor/program.ts";
import { decode, type TorchCase } from "./case.ts";

/** Something that no op of ours stands for. */
export class Unsupported extends Error {
  override readonly name = "Unsupported";
}

/** Builds a graph of ours out of PyTorch's steps. */
export class TorchBuilder {
  readonly values = new Map<Tensor, Float64Array>();
  /** Running statistics, by the names of their new values. */
  readonly states = new Map<string, Tensor>();
  readonly torch: TorchCase;
  readonly #g: GraphBuilder;
  readonly #named = new Map<string, Tensor>();
  training = false;

  constructor(g: GraphBuilder, torch: TorchCase) {
    this.#g = g;
    this.torch = torch;
    for (const [name, data] of Object.entries(torch.inputs)) {
      const tensor = g.variable(`${name}_`, data.shape, "input");
      this.#named.set(name, tensor);
      this.values.set(tensor, decode(data));
    }
  }

  add<K extends OpName>(op: K, inputs: Fed<K>, attrs: Options<K> = {}): Tensor {
    return this.#g.add(op, inputs, attrs);
  }

  /** A tensor with one value everywhere. */
  full(shape: readonly number[], value: number, role: "input" | "state" = "input"): Tensor {
    const tensor = this.#g.variable(`constant${this.values.size}`, shape, role);
    this.values.set(tensor, new Float64Array(size(shape)).fill(value));
    return tensor;
  }

  named(name: string): Tensor {
    const tensor = this.#named.get(name);
    if (!tensor) throw new Error(`${this.torch.name} has no ${name}`);
    return tensor;
  }

  has(name: string): boolean {
    return this.#named.has(name);
  }

  name(name: string, tensor: Tensor): void {
    this.#named.set(name, tensor);
  }

  isInteger(tensor: Tensor): boolean {
    const [name] = [...this.#named].find(([, t]) => t === tensor) ?? [];
    const data = name === undefined ? undefined : this.torch.inputs[name];
    return data !== undefined && data.dtype !== "float32";
  }

  reshape(x: Tensor, shape: readonly number[]): Tensor {
    return x.shape.join() === shape.join() ? x : this.add("reshape", { x }, { shape });
  }
}
