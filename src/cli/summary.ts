import type { Command } from "commander";
import { renderSummary } from "../report/render-summary.ts";
import { summary } from "../report/summary.ts";
import { load } from "./load.ts";
import { graphOf } from "./probe.ts";
import { Times } from "./times.ts";

export const addSummary = (program: Command): Command =>
  program
    .command("summary")
    .summary("what each layer costs: parameters, multiply-adds, memory, receptive field")
    .description(
      "Prints a table of the layers: output shape, kernel, stride and padding, parameters, multiply-adds " +
        "and activation bytes of one sample, receptive field, and rows and columns that no window reads; " +
        "the totals; and what the same mapping would cost without weight sharing.",
    )
    .argument("<model>", "a model file")
    .addHelpText("after", "\nExample:\n  kernelsmith summary examples/lenet/model.ts")
    .action(async (path: string, _, command: Command) => {
      const times = new Times(command.optsWithGlobals<{ verbose?: boolean }>().verbose === true);
      const { model, name } = await times.measure("load", () => load(path));
      const made = await times.measure("summary", () => summary(graphOf(model, name)));
      console.log(renderSummary(made));
      times.print();
    });
