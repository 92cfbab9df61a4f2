import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Target, targets } from "../../codegen/options.ts";
import { KernelsmithError } from "../../src/diagnostics.ts";
import type { TorchCase } from "./case.ts";
import { compare, type Gap } from "./check.ts";
import { batched, compiled, compiledBatch } from "./compiled.ts";
import { convert } from "./convert.ts";
import { Unsupported } from "./torch-builder.ts";

/**
 * Every case of the corpus that our ops can say, as each target's kernels compute it in float32:
 * once with all sizes known, once with the first axis of its data a batch, of which there is more
 * memory than samples.
 */
const corpus = process.env["KERNELSMITH_CORPUS"];
const folder = corpus === undefined ? undefined : join(corpus, "torch");

/** Gaps allowed, as parts of the greatest number that a tensor holds, or of `least` where that is less. */
const bound = { forward: 1e-5, other: 1e-4, least: 1e-2 };

/** The corpus's own account of what float32 loses, where that is more. Sums in another order lose up to twice as much. */
interface Measured extends TorchCase {
  readonly f32err?: { readonly outputs: { readonly [name: string]: number } };
}
const forwardBound = ({ f32err }: Measured, target: Target): number => {
  const lost = Math.max(0, ...Object.values(f32err?.outputs ?? {}));
  return Math.max(bound.forward, lost * { ts: 1, wasm: 2 }[target]);
};

if (folder === undefined)
  it.skip("kernels agree with PyTorch on the corpus (set KERNELSMITH_CORPUS to its folder)", () => {});
else
  describe.each(targets)("target %s", (target) => {
    for (const form of ["sizes known", "a batch"] as const)
      describe(form, () => {
        const tally: string[] = [];
        const left = new Map<string, number>();
        for (const { name: category } of readdirSync(folder, { withFileTypes: true }).filter((e) =>
          e.isDirectory(),
        )) {
          const files = readdirSync(join(folder, category)).filter((file) =>
            file.endsWith(".json"),
          );
          describe(category, () => {
            let [passed, skipped, worst] = [0, 0, 0];
            for (const file of files)
              it(file.replace(".json", ""), (context) => {
                const text = readFileSync(join(folder, category, file), "utf8");
                const torch = JSON.parse(text) as Measured; // as the corpus's README has it
                try {
                  const gaps =
                    form === "a batch" ? gapsOfBatch(target, torch) : gapsOf(target, torch);
                  for (const { what, tensor, gap } of gaps)
                    expect(gap, `${what} of ${tensor}`).toBeLessThan(
                      what === "forward" ? forwardBound(torch, target) : bound.other,
                    );
                  worst = Math.max(worst, ...gaps.map(({ gap }) => gap));
                  passed++;
                } catch (error) {
                  const reason = reasonOf(error, form === "a batch");
                  if (reason === undefined) throw error;
                  skipped++;
                  left.set(reason, (left.get(reason) ?? 0) + 1);
                  context.skip(reason);
                }
              });
            afterAll(() => {
              const failed = files.length - passed - skipped;
              tally.push(
                `${category}: ${passed} of ${files.length} agree` +
                  (skipped > 0 ? `, ${skipped} left out` : "") +
                  (failed > 0 ? `, ${failed} FAIL` : "") +
                  `, gap at most ${worst.toExponential(1)}`,
              );
            });
          });
        }
        afterAll(() => {
          const reasons = [...left].map(([reason, count]) => `${reason} (${count})`).join(", ");
          console.log(
            [`${target}, ${form}:`, ...tally, `left out: ${reasons || "nothing"}`].join("\n"),
          );
        });
      });
  });

const gapsOf = (target: Target, torch: TorchCase): Gap[] =>
  compare(convert(torch), compiled(target), bound.least);

/** Room for two samples more than there are. */
function gapsOfBatch(target: Target, torch: TorchCase): Gap[] {
  const wide = batched(torch, 2);
  if (!wide) throw new Unsupported("no data with a batch");
  const converted = convert(wide.torch);
  return compare(converted, compiledBatch(target, wide, converted), bound.least);
}

/** Why a case is no case for us; undefined where it must pass. */
function reasonOf(error: unknown, batch: boolean): string | undefined {
  if (error instanceof Unsupported) return error.message;
  if (!batch || !(error instanceof KernelsmithError)) return undefined;
  return `${error.diagnostic.code} of a batch`;
}
