import ts from "typescript";
import { assemble } from "../../codegen/assemble.ts";
import { preludeText } from "../../codegen/prelude/index.ts";
import { elementZero } from "../../codegen/memory/arena.ts";
import { kernelText, usesBatch } from "../../codegen/typescript/kernel.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import type { Program } from "../../src/tensor/program.ts";
import { size } from "../../src/tensor/program.ts";

type Values = ReadonlyMap<Tensor, Float64Array>;

const untyped = (text: string) =>
  ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022 } }).outputText;

/**
 * What the ts target's kernels make of a program: assembled, printed, run on an arena that was full
 * of other numbers, for `batch` of the samples.
 */
export function runCompiled(
  program: Program,
  values: Values,
  batched: ReadonlySet<Tensor> = new Set(),
  maxBatch = 1,
  batch = maxBatch,
): Map<Tensor, Float64Array> {
  const run = assemble({
    program,
    batched,
    maxBatch,
    fixed: new Map(),
    inputs: program.inputs,
    base: 16,
  });
  const texts = run.kernels.map((k, i) => kernelText(`kernel${i}`, ["x"], k));
  const prelude = preludeText(["erf", "roundHalfEven", "uniform"]);
  const source = untyped([...prelude, ...texts].join("\n"));
  const names = texts.map((_, i) => `kernel${i}`).join(",");
  const kernels = new Function(`"use strict";${source};return [${names}]`)() as ((
    m: Float32Array,
    ...numbers: number[]
  ) => void)[];
  const m = new Float32Array(run.arena.end + 16).fill(1e9);
  const home = (tensor: Tensor) => {
    const found = run.arena.homes.get(tensor);
    if (!found) throw new Error(`${tensor.name} has no home`);
    return found;
  };
  const visit = (tensor: Tensor, act: (at: number, i: number) => void) => {
    const { storage, offset } = home(tensor);
    const go = (d: number, at: number, i: number): void => {
      const extent = tensor.shape[d];
      if (extent === undefined) return act(at, i);
      const before = storage.halo[d]?.before ?? 0;
      for (let k = 0; k < extent; k++)
        go(d + 1, at + (k + before) * (storage.strides[d] ?? 0), i * extent + k);
    };
    go(0, offset, 0);
  };
  const fill = (before: number) => {
    for (const { home, before: at } of run.arena.fills)
      if (at === before) {
        const count = home.storage.size * (home.storage.batched ? maxBatch : 1);
        m.fill(home.storage.fill, home.offset, home.offset + count);
      }
  };
  fill(-1);
  for (const tensor of program.inputs) {
    const data = values.get(tensor);
    if (data && run.arena.homes.has(tensor)) visit(tensor, (at, i) => (m[at] = data[i] ?? NaN));
  }
  for (const [k, kernel] of kernels.entries()) {
    fill(k);
    const lowered = run.kernels[k];
    const at = (lowered?.pointers ?? []).map((p) => elementZero(home(p.tensor)));
    kernel(m, ...(lowered && usesBatch(lowered.body) ? [batch] : []), ...at);
  }
  return new Map(
    program.outputs.map((tensor) => {
      const data = new Float64Array(size(tensor.shape));
      visit(tensor, (at, i) => (data[i] = m[at] ?? NaN));
      return [tensor, data];
    }),
  );
}
