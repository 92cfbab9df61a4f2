import { type Command, InvalidArgumentError } from "commander";
import { renderAnswer } from "../report/render-answer.ts";
import { type Question, solve } from "../report/solve.ts";

export const addSolve = (program: Command): Command =>
  program
    .command("solve")
    .summary("the missing one of input, output, kernel, stride and padding")
    .description(
      "Give what you know of a window (a convolution or a pool, along one dimension) and leave out the " +
        "rest: all integer solutions are listed, each with its arithmetic. When all is given, it is checked.",
    )
    .option("--input <size>", "rows or columns that go in", integer)
    .option("--output <size>", "rows or columns that come out", integer)
    .option("--kernel <size>", "taps of the window", integer)
    .option("--stride <step>", "rows from one window to the next", integer)
    .option("--padding <rows>", 'rows added on each side, or "same" or "valid"', padding)
    .option("--dilation <step>", "rows from one tap to the next (1)", integer)
    .option("--transposed", "a transposed convolution")
    .addHelpText(
      "after",
      `
Examples:
  kernelsmith solve --input 28 --output 14 --kernel 3      which stride and padding?
  kernelsmith solve --input 32 --kernel 5 --padding 0 --stride 1
  kernelsmith solve --output 56 --kernel 7 --stride 2 --padding 3
  kernelsmith solve --input 7 --output 14 --kernel 4 --transposed`,
    )
    .action((question: Question) => {
      const answer = solve(question);
      console.log(renderAnswer(question, answer));
      if (answer.solutions.length === 0) process.exitCode = 1;
    });

function integer(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isSafeInteger(value))
    throw new InvalidArgumentError("It takes an integer.");
  return value;
}

const padding = (text: string): number | "same" | "valid" =>
  text === "same" || text === "valid" ? text : integer(text);
