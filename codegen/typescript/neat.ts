import { formatted } from "./format.ts";

const width = 100;

/**
 * Kernels as Prettier writes them. Nearly all of their lines need no more than indentation, which
 * saves half of the time that a module takes to emit; a kernel with a line that might need more (a
 * long one, or operators that Prettier sets parentheses around) goes through Prettier itself.
 */
export async function neat(kernels: readonly string[]): Promise<string> {
  const texts = await Promise.all(
    kernels.map(async (kernel) => {
      const text = indented(kernel);
      return isPlain(text) ? text : (await formatted(kernel)).trim();
    }),
  );
  return texts.join("\n\n");
}

/** Two spaces for each open brace; a long head with a parameter a line. */
function indented(kernel: string): string {
  let depth = 0;
  return kernel
    .trim()
    .split("\n")
    .map((line) => {
      if (isComment(line)) return line;
      if (line.startsWith("}")) depth--;
      const text = "  ".repeat(depth) + line;
      if (line.endsWith("{")) depth++;
      return line.startsWith("function ") && text.length > width ? opened(text) : text;
    })
    .join("\n");
}

function opened(head: string): string {
  const [, start, parameters = "", end] = /^(.*?\()(.*)(\).*)$/.exec(head) ?? [];
  const lines = parameters.split(", ").map((p) => `  ${p},`);
  return [start, ...lines, end].join("\n");
}

const isComment = (line: string): boolean => /^ ?(\/\*\*|\*)/.test(line);

/** No line too long, and no operators that Prettier sets parentheses around. */
const isPlain = (text: string): boolean =>
  text
    .split("\n")
    .every((line) => isComment(line) || (line.length <= width && !grouped.test(line)));
const grouped = /[%|?&]| \/ |\(\(|\)\)/;
