import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { targets } from "../../codegen/options.ts";
import { flatten, netOf } from "../support/net.ts";
import { decode, type Encoded } from "./case.ts";
import { modelOf, ours, type TorchTraining } from "./trained.ts";

/** Training by generated modules is PyTorch's: losses, parameters and running averages, step by step. */
const corpus = process.env["KERNELSMITH_CORPUS"];
const folder = corpus === undefined ? undefined : join(corpus, "train");

if (folder === undefined)
  it.skip("trains as PyTorch does (set KERNELSMITH_CORPUS to the corpus)", () => {});
else
  describe.each(targets)("trains as PyTorch does, target %s:", (target) => {
    for (const file of readdirSync(folder))
      it(file.replace(".json", ""), async () => {
        const torch = JSON.parse(readFileSync(join(folder, file), "utf8")) as TorchTraining; // as the corpus's README has it
        const net = await netOf(modelOf(torch), { maxBatch: 20, target });
        net.load(arrays({ ...torch.params, ...torch.buffers }));
        const images = Float32Array.from(decode(torch.images), (pixel) => pixel / 16);
        const labels = decode(torch.labels);
        const losses: number[] = [];
        for (const [step, batch] of torch.batches.entries()) {
          const image = Float32Array.from(
            batch.flatMap((n) => [...images.subarray(n * 64, (n + 1) * 64)]),
          );
          const label = Int32Array.from(batch, (n) => labels[n] ?? -1);
          losses.push(net.trainStep(image, label));
          if (step === 0) expectClose(flatten(net.parameters), torch.params_after_1);
        }
        for (const [step, loss] of torch.losses.entries())
          expect(Math.abs((losses[step] ?? NaN) - loss), `loss ${step + 1}`).toBeLessThan(1e-5);
        const { steps: count, ...after } = torch.params_after;
        expect(losses).toHaveLength(count);
        expectClose(flatten(net.parameters), { ...after, ...torch.buffers_after });
      });
  });

const arrays = (encoded: Encoded) =>
  Object.fromEntries(
    Object.entries(encoded).map(([name, data]) => [ours(name), Float32Array.from(decode(data))]),
  );

/** To 2e-5 of the greatest in each tensor: float32 loses up to 8e-7 a step. */
function expectClose(found: ReadonlyMap<string, Float32Array>, wanted: Encoded): void {
  for (const [name, encoded] of Object.entries(wanted)) {
    const want = decode(encoded);
    const got = found.get(ours(name)) ?? [];
    expect(got).toHaveLength(want.length);
    const most = Math.max(1e-2, ...want.map(Math.abs));
    const gaps = want.map((w, i) => Math.abs(w - (got[i] ?? NaN)) / most);
    expect(Math.max(...gaps), name).toBeLessThan(2e-5);
  }
}
