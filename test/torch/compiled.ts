import type { Target } from "../../codegen/options.ts";
import { followBatch } from "../../codegen/schedule/batch.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { type Program, size } from "../../src/tensor/program.ts";
import { runCompiled } from "../support/run.ts";
import type { TorchCase } from "./case.ts";
import type { Runner } from "./check.ts";
import type { Converted } from "./convert.ts";

/** A target's kernels, all sizes known. */
export const compiled =
  (target: Target): Runner =>
  (program, values) =>
    runCompiled(target, program, values);

/** Names that cases give to data, as opposed to weights. */
const data: ReadonlySet<string> = new Set(["x", "y", "t", "z", "a", "b", "target"]);

/** A case whose data have room for more samples than they hold: the first axis is a batch. */
export interface Batched {
  readonly torch: TorchCase;
  readonly names: ReadonlySet<string>;
  /** Samples that the data hold. */
  readonly samples: number;
}

/** Undefined where the case has nothing that could be a batch. */
export function batched(torch: TorchCase, spare: number): Batched | undefined {
  const [first] = Object.values(torch.inputs);
  const samples = first?.shape[0];
  if (samples === undefined || first === undefined || first.shape.length < 2) return undefined;
  const shares = ([name, { shape, dtype }]: [string, TorchCase["inputs"][string]]) =>
    data.has(name) &&
    shape[0] === samples &&
    (shape.length === first.shape.length || dtype !== "float32");
  const names = new Set(
    Object.entries(torch.inputs)
      .filter(shares)
      .map(([name]) => name),
  );
  const inputs = Object.fromEntries(
    Object.entries(torch.inputs).map(([name, data]) => [
      name,
      names.has(name) ? { ...data, shape: [samples + spare, ...data.shape.slice(1)] } : data,
    ]),
  );
  return { torch: { ...torch, inputs }, names, samples };
}

/**
 * The kernels for as many samples as the case has, of the more that there is room for; the rest of
 * the memory holds NaN. What comes out is cut to the samples there are.
 */
export const compiledBatch =
  (target: Target, { names, samples }: Batched, converted: Converted): Runner =>
  (program, values) => {
    const given = converted.graph.variables
      .filter((v) => names.has(v.tensor.name.replace(/_$/, "")))
      .map((v) => v.tensor);
    const flow = followBatch(program, new Set(given));
    const also = program.inputs.filter((t) => alongside(t, program, flow.tensors));
    const all = new Set([...given, ...also]);
    const tensors = followBatch(program, all).tensors;
    const most = given[0]?.shape[0] ?? 1;
    const padded = new Map(
      [...values].map(([tensor, data]) => [tensor, fitted(tensor, data)] as const),
    );
    const found = runCompiled(target, program, padded, all, most, samples);
    return new Map(
      [...found].map(([tensor, data]) => [
        tensor,
        tensors.has(tensor) ? data.subarray(0, (size(tensor.shape) / most) * samples) : data,
      ]),
    );
  };

/** What an output is owed, and a direction of an input, have a batch where these have one. */
function alongside(tensor: Tensor, program: Program, flow: ReadonlySet<Tensor>): boolean {
  const [prefix, of] = tensor.name.split(/\.(.*)/);
  if (prefix !== "owed" && prefix !== "v") return false;
  return [...flow].some((t) => t.name === of);
}

/** NaN for samples that are not there. */
function fitted(tensor: Tensor, data: Float64Array): Float64Array {
  const made = new Float64Array(size(tensor.shape)).fill(NaN);
  made.set(data.subarray(0, made.length));
  return made;
}
