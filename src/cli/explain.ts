import type { Command } from "commander";
import { explain } from "../report/explain.ts";
import { load } from "./load.ts";
import { graphOf } from "./probe.ts";
import { Times } from "./times.ts";

interface Options {
  readonly latex?: boolean;
  readonly verbose?: boolean;
}

export const addExplain = (program: Command): Command =>
  program
    .command("explain")
    .summary("each layer's formula and the gradients derived from it")
    .description(
      "Prints what each layer computes, with its sizes filled in, and what back-propagation computes for " +
        "each of its operands: the formulas the compiler derived, and nobody wrote.",
    )
    .argument("<model>", "a model file")
    .argument("[layer]", "one layer by its name; all when left out")
    .option("--latex", "as LaTeX (amsmath): an align* for each layer")
    .addHelpText(
      "after",
      `
Examples:
  kernelsmith explain examples/lenet/model.ts conv1
  kernelsmith explain examples/lenet/model.ts --latex > lenet.tex

How to read the formulas:
  Σ k,r,s …          the sum over all k, r and s; their ranges stand below: "r, s < 5" is 0 … 4
  [0 ≤ h − r < 28]   1 where that holds, 0 elsewhere
  (outside x: 0)     what x is worth where an index leaves it: that is padding
  dy, dx, dw         ∂loss/∂y, ∂loss/∂x, ∂loss/∂w
  N                  the number of samples in the batch`,
    )
    .action(async (path: string, layer: string | undefined, _, command: Command) => {
      const { latex = false, verbose = false } = command.optsWithGlobals<Options>();
      const times = new Times(verbose);
      const { model, name } = await times.measure("load", () => load(path));
      const text = await times.measure("explain", () =>
        explain(graphOf(model, name, true), layer, { latex }),
      );
      console.log(text);
      times.print();
    });
