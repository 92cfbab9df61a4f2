#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import picocolors from "picocolors";
import { version } from "../../codegen/version.ts";
import { type Diagnostic, KernelsmithError } from "../diagnostics.ts";
import { addCheck } from "./check.ts";
import { addCompile } from "./compile.ts";
import { addExplain } from "./explain.ts";
import { wantsColor } from "./color.ts";
import { framed } from "./frame.ts";
import { addSolve } from "./solve.ts";
import { addSummary } from "./summary.ts";

/** Exit codes: 0 done, 1 the model or its files are at fault, 2 the command line is. */
const fault = 1;
const misuse = 2;

function commandLine(): Command {
  const program = new Command("kernelsmith")
    .description(
      "Compiles convolutional networks, written in TypeScript, to one module that imports nothing: " +
        "inference, gradients and training, specialised to the model's sizes.",
    )
    .version(version)
    .option("--verbose", "print the time each stage takes")
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(--help shows the options)")
    .addHelpText(
      "after",
      `
A model file exports a model:

  import { conv2d, crossEntropy, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

  export default defineModel({
    inputs: { image: [1, 28, 28] },                             // channels, height, width
    outputs({ image }) {
      const edges = relu(conv2d(image, { filters: 8, kernel: 5, padding: "same" }));
      return { logits: linear(flatten(maxPool2d(edges, { kernel: 2 })), { units: 10 }) };
    },
    train: { loss: crossEntropy({ of: "logits" }) },
  });

Examples:
  kernelsmith check model.ts              are all sizes right?
  kernelsmith summary model.ts            what does each layer cost?
  kernelsmith explain model.ts conv1      what does back-propagation compute?
  kernelsmith compile model.ts -o src/generated
  kernelsmith solve --input 28 --output 14 --kernel 3`,
    );
  for (const add of [addCompile, addCheck, addSummary, addExplain, addSolve]) {
    const command = add(program);
    command.exitOverride().showHelpAfterError("(--help shows the options)");
  }
  return program.exitOverride();
}

async function main(argv: readonly string[]): Promise<number> {
  try {
    await commandLine().parseAsync([...argv]);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : misuse;
    return told(error);
  }
}

/** Prints every diagnostic; what is none is a mistake of ours, and keeps its stack. */
function told(error: unknown): number {
  const colors = picocolors.createColors(wantsColor(process.stderr));
  const all = diagnosticsOf(error);
  if (!all) {
    process.stderr.write("kernelsmith is wrong here, please report it:\n");
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return fault;
  }
  process.stderr.write(`${all.map((d) => framed(d, colors)).join("\n\n")}\n`);
  return all.every((d) => d.code === "KS505" || d.code === "KS510") ? misuse : fault;
}

function diagnosticsOf(error: unknown): readonly Diagnostic[] | undefined {
  if (error instanceof KernelsmithError) return [error.diagnostic];
  if (!(error instanceof AggregateError)) return undefined;
  const found = error.errors.map(diagnosticsOf);
  return found.every((d) => d !== undefined) ? found.flat() : undefined;
}

// `kernelsmith explain … | head` closes the pipe early: that is no fault
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = (await main(process.argv)) || process.exitCode;
