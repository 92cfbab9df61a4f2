import type { Command } from "commander";
import { summary } from "../report/summary.ts";
import { thousands } from "../report/table.ts";
import { load } from "./load.ts";
import { graphOf } from "./probe.ts";
import { Times } from "./times.ts";

export const addCheck = (program: Command): Command =>
  program
    .command("check")
    .summary("whether models can be built: every size, every option")
    .description(
      "Builds each model and infers all of its shapes. What does not fit is printed with the line that " +
        "calls the layer, the sizes at issue and what would make it right. Exit code 1 if anything is wrong.",
    )
    .argument("<models...>", "model files")
    .addHelpText("after", "\nExample:\n  kernelsmith check examples/*/model.ts")
    .action(async (paths: readonly string[], _, command: Command) => {
      const times = new Times(command.optsWithGlobals<{ verbose?: boolean }>().verbose === true);
      const faults: unknown[] = [];
      for (const path of paths)
        try {
          const { model, name } = await times.measure(`load ${path}`, () => load(path));
          const { rows, parameters } = summary(graphOf(model, name));
          graphOf(model, name, true);
          console.log(
            `${path}: ${name}, ${rows.length} layers, ${thousands(parameters)} parameters: no fault`,
          );
        } catch (error) {
          faults.push(error);
        }
      times.print();
      if (faults.length > 0) throw new AggregateError(faults);
    });
