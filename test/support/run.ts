import ts from "typescript";
import { assemble, type Run } from "../../codegen/assemble.ts";
import type { Target } from "../../codegen/options.ts";
import { whole } from "../../codegen/runs.ts";
import { WasmWriter } from "../../codegen/wasm/writer.ts";
import type { Built } from "../../src/graph/model.ts";
import { preludeText } from "../../codegen/prelude/index.ts";
import { elementZero, homeOf } from "../../codegen/memory/arena.ts";
import { kernelText, usesBatch } from "../../codegen/typescript/kernel.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import type { Program } from "../../src/tensor/program.ts";
import { size } from "../../src/tensor/program.ts";

type Values = ReadonlyMap<Tensor, Float64Array>;

const untyped = (text: string) =>
  ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022 } }).outputText;

/** Kernels of one target, ready to run over an arena. */
interface Ready {
  readonly m: Float32Array;
  readonly act: () => void;
}

/**
 * What a target's kernels make of a program: assembled, written, run on an arena that was full of
 * other numbers, for `batch` of the samples.
 */
export function runCompiled(
  target: Target,
  program: Program,
  values: Values,
  batched: ReadonlySet<Tensor> = new Set(),
  maxBatch = 1,
  batch = maxBatch,
  constants: ReadonlySet<Tensor> = new Set(),
): Map<Tensor, Float64Array> {
  const run = assemble({
    program,
    batched,
    maxBatch,
    fixed: new Map(),
    inputs: program.inputs,
    base: 16,
    target,
    layout: "nchw",
    precision: "fast",
    constants,
  });
  const { m, act } = ready[target](run, maxBatch, batch);
  const visit = (tensor: Tensor, act: (at: number, i: number) => void) => {
    const { storage, offset } = homeOf(run.arena, tensor);
    const go = (d: number, at: number, i: number): void => {
      const extent = tensor.shape[d];
      if (extent === undefined) return act(at, i);
      const before = storage.halo[d]?.before ?? 0;
      for (let k = 0; k < extent; k++)
        go(d + 1, at + (k + before) * (storage.strides[d] ?? 0), i * extent + k);
    };
    go(0, offset, 0);
  };
  for (const tensor of program.inputs) {
    const data = values.get(tensor);
    if (data && run.arena.homes.has(tensor)) visit(tensor, (at, i) => (m[at] = data[i] ?? NaN));
  }
  act();
  return new Map(
    program.outputs.map((tensor) => {
      const data = new Float64Array(size(tensor.shape));
      visit(tensor, (at, i) => (data[i] = m[at] ?? NaN));
      return [tensor, data];
    }),
  );
}

const ready: { readonly [T in Target]: (run: Run, maxBatch: number, batch: number) => Ready } = {
  ts(run, maxBatch, batch) {
    const texts = run.kernels.map((k, i) => kernelText(`kernel${i}`, ["x"], k));
    const prelude = preludeText(["erf", "roundHalfEven", "uniform"]);
    const source = untyped([...prelude, ...texts].join("\n"));
    const names = texts.map((_, i) => `kernel${i}`).join(",");
    const kernels = new Function(`"use strict";${source};return [${names}]`)() as ((
      m: Float32Array,
      ...numbers: number[]
    ) => void)[];
    const m = new Float32Array(run.arena.end + 16).fill(1e9);
    const fill = (before: number) => {
      for (const { home, before: at } of run.arena.fills)
        if (at === before) {
          const count = home.storage.size * (home.storage.batched ? maxBatch : 1);
          m.fill(home.storage.fill, home.offset, home.offset + count);
        }
    };
    fill(-1);
    const act = () => {
      for (const [k, kernel] of kernels.entries()) {
        fill(k);
        const lowered = run.kernels[k];
        const at = (lowered?.pointers ?? []).map((p) => elementZero(homeOf(run.arena, p.tensor)));
        kernel(m, ...(lowered && usesBatch(lowered.body) ? [batch] : []), ...at);
      }
    };
    return { m, act };
  },
  wasm(run, _, batch) {
    const writer = new WasmWriter("model");
    writer.calls("forward", run, [...run.prepared, ...whole(run)], [], {} as Built); // without inputs it is not looked at
    const module = new WebAssembly.Module(writer.wasm(run.arena.end).bytes as BufferSource);
    const { memory, forward } = new WebAssembly.Instance(module).exports as {
      memory: WebAssembly.Memory;
      forward: (batch: number) => void;
    };
    return { m: new Float32Array(memory.buffer).fill(1e9), act: () => forward(batch) };
  },
};
