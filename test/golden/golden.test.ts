import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { targets } from "../../codegen/options.ts";
import type { TorchCase } from "../torch/case.ts";
import { compare } from "../torch/check.ts";
import { compiled } from "../torch/compiled.ts";
import { convert } from "../torch/convert.ts";
import { Unsupported } from "../torch/torch-builder.ts";

const file = join(import.meta.dirname, "torch.jsonl");
const lines = readFileSync(file, "utf8").trimEnd().split("\n");
const cases = lines.map((line) => JSON.parse(line) as TorchCase); // as select.ts wrote them

/** A part of what test/torch asks of the whole corpus. */
describe("outputs, gradients and second derivatives are PyTorch's:", () => {
  for (const torch of cases)
    it(torch.name, (context) => {
      try {
        for (const { what, tensor, gap } of compare(convert(torch)))
          expect(gap, `${what} of ${tensor}`).toBeLessThan(3e-6);
      } catch (error) {
        if (!(error instanceof Unsupported)) throw error;
        context.skip(error.message);
      }
    });
});

/** In float32, which loses up to 2e-5 where large numbers cancel; what is below a hundredth counts as rounding. */
describe.each(targets)("kernels compute them, target %s:", (target) => {
  for (const torch of cases)
    it(torch.name, (context) => {
      try {
        for (const { what, tensor, gap } of compare(convert(torch), compiled(target), 1e-2))
          expect(gap, `${what} of ${tensor}`).toBeLessThan(what === "forward" ? 3e-5 : 1e-4);
      } catch (error) {
        if (!(error instanceof Unsupported)) throw error;
        context.skip(error.message);
      }
    });
});
