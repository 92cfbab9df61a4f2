import { expect } from "vitest";
import type { Run } from "../../../codegen/assemble.ts";
import { homeOf } from "../../../codegen/memory/arena.ts";
import { usesBatch } from "../../../codegen/typescript/kernel.ts";
import { encode } from "../../../codegen/wasm/encode.ts";
import { kernelFunctions } from "../../../codegen/wasm/kernel.ts";
import { functionsFor } from "../../../codegen/wasm/math/index.ts";
import { turnAt } from "../../../codegen/wasm/threads/bounds.ts";
import { deal, type Deal } from "../../../codegen/wasm/threads/deal.ts";
import { random } from "../../support/samples.ts";

type Kernel = (...numbers: number[]) => void;

/**
 * Runs each kernel of a run alone: whole, and in parts of which each starts from the same memory. The
 * parts write what the whole does, bit for bit, and no two of them write to one place. Gives the levels
 * of each kernel's deal.
 */
export function expectParts(run: Run, batch: number): (readonly (number | "batch")[])[] {
  const size = run.arena.end + 16;
  const start = Float32Array.from(random([size], 0.1, 1, 5));
  const pages = Math.ceil((4 * size) / 65536);
  return run.kernels.flatMap((kernel) => {
    const dealt = deal(kernel.body);
    if (!dealt) return [];
    const at = kernel.pointers.map((p) => 4 * homeOf(run.arena, p.tensor).offset);
    const numbers = [...(usesBatch(kernel.body) ? [batch] : []), ...at];
    const written = (how?: Deal) => {
      const { functions, math } = kernelFunctions("kernel", [], kernel, how);
      const bytes = encode({
        memory: { pages, shared: false },
        functions: [turnAt, ...functionsFor(math), ...functions],
        exports: ["kernel"],
      });
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
      const { memory, kernel: act } = exports as { memory: WebAssembly.Memory; kernel: Kernel };
      const m = new Float32Array(memory.buffer, 0, size);
      const bits = new Int32Array(memory.buffer, 0, size);
      return (...first: number[]) => {
        m.set(start);
        act(...first, ...numbers);
        return bits;
      };
    };
    const name = kernel.comment.join("; ");
    const before = new Int32Array(start.buffer);
    const whole = written()().slice();
    const part = written(dealt);
    expect(differs(part(0, 1), whole), name).toBe(-1);
    for (const parts of [2, 7]) {
      const all = before.slice();
      const take = (own: Int32Array, whose: string) => {
        for (let i = 0; i < size; i++) {
          if (own[i] === before[i]) continue;
          if (all[i] !== before[i]) expect.fail(`[${i}] is written twice, by ${whose}`);
          all[i] = own[i] ?? 0;
        }
      };
      for (let p = parts - 1; p >= 0; p--) take(part(p, parts), `${name}: part ${p} of ${parts}`);
      expect(differs(all, whole), `${name} in ${parts}`).toBe(-1);
    }
    return [dealt.extents];
  });
}

/** Where two memories first do, or −1. */
function differs(a: Int32Array, b: Int32Array): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return i;
  return -1;
}
