import type { Plan, Port } from "../plan.ts";

/** "61,706" */
export const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** "[6, 1, 5, 5]" */
export const shapeText = (shape: readonly number[]): string => `[${shape.join(", ")}]`;

export const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Without running averages, which nothing trains. */
export const parameterCount = ({ parameters }: Plan): number =>
  parameters
    .filter(({ role }) => role === "parameter")
    .reduce((sum, { shape }) => sum + sizeOf(shape), 0);

/** "1 to 32 samples" */
export const samplesText = (maxBatch: number): string =>
  maxBatch === 1 ? "one sample" : `1 to ${maxBatch} samples`;

/** How many numbers a port takes: "a multiple of 784: [1, 28, 28] for each of 1 to 32 samples". */
export function takes({ shape, batched }: Port, maxBatch: number): string {
  const size = sizeOf(shape);
  if (!batched) return `${size}: ${shapeText(shape)}`;
  const each = maxBatch === 1 ? samplesText(1) : `each of ${samplesText(maxBatch)}`;
  if (shape.length === 0) return `one for ${each}`;
  return `${maxBatch === 1 ? "" : "a multiple of "}${size}: ${shapeText(shape)} for ${each}`;
}

/** A port's shape with the batch in front, as it stands in a type: "readonly [number, 1, 28, 28]". */
export function shapeType(
  { shape, batched }: { readonly shape: readonly number[]; readonly batched: boolean },
  maxBatch: number,
): string {
  const batch = maxBatch === 1 ? 1 : "number";
  return `readonly [${[...(batched ? [batch] : []), ...shape].join(", ")}]`;
}

/** "channels first" where a sample has channels at all. */
export const order = (plan: Plan, { shape }: Port): string =>
  shape.length !== 3 ? "" : plan.layout === "nchw" ? ", channels first" : ", channels last";

/** Text as it stands between backticks. */
export const inTemplate = (text: string): string => text.replace(/[\\`$]/g, "\\$&");

/** Text that ends no comment and starts no line. */
const inComment = (text: string): string =>
  text.replace(/\*\//g, "* /").replace(/[\r\n\u2028\u2029]+/g, " ");

/** Words in lines that stay within a width where they can. */
export const wrapped = (text: string, width = 94): string[] =>
  inComment(text)
    .split(" ")
    .reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      if (last === undefined || last.length + 1 + word.length > width) return [...lines, word];
      return [...lines.slice(0, -1), `${last} ${word}`];
    }, []);
