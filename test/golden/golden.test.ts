import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { TorchCase } from "../torch/case.ts";
import { compare } from "../torch/check.ts";
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
