import { type Command, InvalidArgumentError, Option } from "commander";
import type { CheckOptions } from "./check/run.ts";

type Given = Omit<CheckOptions, "annotate"> & { readonly annotate?: string | true };

export const addCheck = (program: Command): Command =>
  program
    .command("check")
    .summary("what is wrong with models, and what could be better")
    .description(
      "Follows model files without running them: sizes that do not fit, borders that are dropped, layers " +
        "that do nothing, budgets that are spent. Each with the line that calls the layer, the arithmetic and " +
        "what would make it right. Without arguments: the models of the configuration, or every file here " +
        "that looks like a model's. Exit code 1 if anything is wrong, 2 if the command line or the " +
        "configuration is.",
    )
    .argument("[models...]", "files, folders, and globs in quotes")
    .addOption(
      new Option("--format <format>", "how it is told")
        .choices(["pretty", "json", "sarif", "github"])
        .default("pretty"),
    )
    .option("-o, --output <file>", "where the report goes, in place of the terminal")
    .option("--fix", "make the best fix of each finding that has one")
    .option("--annotate [write]", "print the sources with each layer's shape, or write it to them")
    .option("--max-warnings <n>", "with more, the exit code is 1", count)
    .option("--execute", "run the model files too, for what cannot be followed")
    .addOption(
      new Option("--watch", "check again what changes").conflicts(["fix", "output", "annotate"]),
    )
    .addOption(
      new Option("--preset <name>", "the rules and how loud they are").choices([
        "recommended",
        "strict",
      ]),
    )
    .addOption(new Option("--strict", "as --preset strict").conflicts("preset"))
    .option("--config <file>", "in place of the nearest kernelsmith.config.ts or package.json")
    .addHelpText(
      "after",
      `
Examples:
  kernelsmith check                              every model below this folder
  kernelsmith check "examples/*/model.ts" --fix
  kernelsmith check --format sarif -o kernelsmith.sarif
  kernelsmith check model.ts --watch
  kernelsmith check model.ts --annotate              //=> [6, 24, 24] behind each layer

In a model file:
  // kernelsmith-disable-next-line KS251 -- the last column is a border anyway

In kernelsmith.config.ts:
  import { defineConfig } from "kernelsmith";
  export default defineConfig({
    models: ["nets/*.ts"],
    rules: { "dropped-border": "error" },
    budgets: { lenet: { parameters: 65_000, moduleBytes: 40_000 } },
  });`,
    )
    .action(async (args: readonly string[], _, command: Command) => {
      const { runCheck } = await import("./check/run.ts"); // TypeScript takes a while to load
      const { annotate, ...options } = command.optsWithGlobals<Given>();
      if (annotate === undefined) return runCheck(args, options);
      if (annotate === "write") return runCheck(args, { ...options, annotate });
      const first = annotate === true ? [] : [annotate]; // a file: `check --annotate model.ts`
      return runCheck([...first, ...args], { ...options, annotate: "print" });
    });

function count(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isSafeInteger(value) || value < 0)
    throw new InvalidArgumentError("It takes an integer of at least 0.");
  return value;
}
