import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { TorchCase } from "./case.ts";
import { compare } from "./check.ts";
import { convert } from "./convert.ts";
import { Unsupported } from "./torch-builder.ts";

/** Every case of the corpus that our ops can say: outputs, gradients and second derivatives are PyTorch's. */
const corpus = process.env["KERNELSMITH_CORPUS"];
const folder = corpus === undefined ? undefined : join(corpus, "torch");

if (folder === undefined)
  it.skip("agrees with PyTorch on the corpus (set KERNELSMITH_CORPUS to its folder)", () => {});
else {
  const categories = readdirSync(folder, { withFileTypes: true }).filter((e) => e.isDirectory());
  const tally: string[] = [];
  const left = new Map<string, number>();
  for (const { name: category } of categories) {
    const files = readdirSync(join(folder, category)).filter((file) => file.endsWith(".json"));
    describe(category, () => {
      let [passed, skipped, worst] = [0, 0, 0];
      for (const file of files)
        it(file.replace(".json", ""), (context) => {
          const torch = JSON.parse(readFileSync(join(folder, category, file), "utf8")) as TorchCase; // as the corpus's README has it
          try {
            const gaps = compare(convert(torch));
            for (const { what, tensor, gap } of gaps)
              expect(gap, `${what} of ${tensor}`).toBeLessThan(what === "forward" ? 1e-6 : 3e-6);
            worst = Math.max(worst, ...gaps.map(({ gap }) => gap));
            passed++;
          } catch (error) {
            if (!(error instanceof Unsupported)) throw error;
            skipped++;
            left.set(error.message, (left.get(error.message) ?? 0) + 1);
            context.skip(error.message);
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
    console.log([...tally, `left out: ${reasons || "nothing"}`].join("\n"));
  });
}
