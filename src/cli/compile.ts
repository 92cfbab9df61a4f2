import { type Command, InvalidArgumentError, Option } from "commander";
import { precisions, targets, wasmPlaces } from "../../codegen/options.ts";

export const addCompile = (program: Command): Command =>
  program
    .command("compile")
    .summary("a model as one module that imports nothing: inference and training")
    .description(
      "Compiles a model file to one TypeScript module, specialised to the model's sizes, that imports " +
        "nothing and runs in browsers, workers and Node: forward and, when the model has a loss, gradients, " +
        "trainStep and evaluate.",
    )
    .argument("<model>", "a model file")
    .option("-o, --out <path>", "a folder, or a file that ends in .ts or .js", "generated")
    .addOption(new Option("--format <format>", "language of the module (ts)").choices(["ts", "js"]))
    .addOption(
      new Option(
        "--target <target>",
        "what the kernels are: ts, to read and to run anywhere, or wasm, to be fast",
      )
        .choices(targets)
        .default("ts"),
    )
    .addOption(
      new Option(
        "--wasm <place>",
        "where the wasm stands: inline in the module, in a file that create… is given, or in one that it " +
          "imports as a module, for edge platforms (inline)",
      ).choices(wasmPlaces),
    )
    .addOption(
      new Option(
        "--precision <how>",
        "fast, or strict: convolutions as they are defined, not Winograd's",
      )
        .choices(precisions)
        .default("fast"),
    )
    .option("--threads", "kernels that several threads share (--target wasm)")
    .option("--train", "with training, though the model might not ask for it")
    .option("--no-train", "inference only")
    .option("--loss <name>", "the loss to train with, in place of the model's")
    .option("--optimizer <name>", "sgd, adam, adamw, rmsprop …, in place of the model's")
    .option("--max-batch <n>", "samples that one call takes at most", positive, 32)
    .addOption(
      new Option("--layout <order>", "order of the axes of the app's images")
        .choices(["nchw", "nhwc"])
        .default("nchw"),
    )
    .option(
      "--freeze <layers>",
      "layers that are not trained, separated by commas (a batch norm still keeps its averages)",
      list,
    )
    .option("--grad <inputs>", "inputs whose gradients are wanted too, separated by commas", list)
    .option("--weights <file>", "trained weights: a .safetensors file")
    .option("--embed", "weights as base64 inside the module, not in a file beside it")
    .option("--seed <n>", "of the parameters' initial values, where the app gives none", whole)
    .option("--name <name>", "name of the module: create<Name>")
    .addOption(
      new Option("--emit <stage>", "print a stage of the compilation; write nothing").choices([
        ...stages,
      ]),
    )
    .addHelpText(
      "after",
      `
Examples:
  kernelsmith compile examples/lenet/model.ts                  writes generated/lenet.ts
  kernelsmith compile model.ts -o src/net.js                   JavaScript, with net.d.ts beside it
  kernelsmith compile model.ts --no-train --weights net.safetensors --embed
  kernelsmith compile model.ts --target wasm                   SIMD kernels inside the module
  kernelsmith compile model.ts --target wasm --threads         create…({ threads: 4 }) shares each call
  kernelsmith compile model.ts --freeze conv1,conv2            trains the other layers
  kernelsmith compile model.ts --emit program                  every formula, gradients too

Then, in an app:
  import { createLenet } from "./generated/lenet.js";
  const net = createLenet();
  const logits = net.forward(image);                  // Float32Array in, Float32Array out
  const loss = net.trainStep(images, labels, 0.01);`,
    )
    .action(async (path: string, _, command: Command) => {
      const { runCompile } = await import("./run-compile.ts"); // ts-morph and Prettier take a while to load
      await runCompile(path, command);
    });

/** What --emit prints: codegen/show.ts has a row for each. */
const stages = ["graph", "program", "loops", "memory", "wat"] as const;

function whole(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isSafeInteger(value))
    throw new InvalidArgumentError("It takes an integer.");
  return value;
}

function positive(text: string): number {
  const value = whole(text);
  if (value < 1) throw new InvalidArgumentError("It takes an integer of at least 1.");
  return value;
}

const list = (text: string): readonly string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
