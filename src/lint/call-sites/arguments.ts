import { ts } from "ts-morph";
import type { Diagnostic } from "../../diagnostics.ts";
import type { Fix } from "../finding.ts";
import { Numbers } from "../interpreter/natives.ts";
import { isBlurred, type Value } from "../interpreter/values.ts";
import { otherOrder, statedShape } from "./layout.ts";
import { declarationOf, isConstant, unwrapped } from "./lexical.ts";
import type { Facts, Port } from "./module.ts";
import { shapeOfView } from "./views.ts";

/** What is wrong with an argument, and the argument. */
export interface Wrong {
  readonly diagnostic: Omit<Diagnostic, "at">;
  readonly at: ts.Expression | undefined;
  readonly candidates?: () => readonly Fix[];
}

/** The arguments of a run, as the module checks them when it is called, and whether they are turned. */
export function* wrongArguments(
  { name, maxBatch }: Facts,
  ports: readonly Port[],
  args: readonly Value[],
  nodes: readonly (ts.Expression | undefined)[],
): Iterable<Wrong> {
  let first: { readonly port: Port; readonly samples: number } | undefined;
  for (const [i, port] of ports.entries()) {
    const at = nodes[i];
    const length = lengthOf(args[i], port);
    const given = length === undefined ? undefined : samplesIn(length, port, maxBatch);
    if (length !== undefined && given === undefined) {
      const candidates = () => (at ? shorten(at, port) : []);
      yield { at, diagnostic: wrongLength(name, port, length), candidates };
      continue;
    }
    if (given !== undefined && given > maxBatch) {
      yield { at, diagnostic: tooMany(name, port, given, maxBatch) };
      continue;
    }
    if (given !== undefined && port.batched) {
      first ??= { port, samples: given };
      if (given !== first.samples) {
        yield { at, diagnostic: unlike(port, given, first) };
        continue;
      }
    }
    const stated = shapeOfView(args[i]) ?? (at && statedShape(at));
    const turned = stated && otherOrder(stated, port);
    if (turned && port.shape)
      yield {
        at,
        diagnostic: {
          code: "KS522",
          message: `${port.name} has the shape ${list(turned.shape)}, ${turned.given}, but ${name} takes ${list(port.shape)}, ${turned.taken}`,
          notes: ["there are as many numbers in both, so nothing but the result tells"],
          fix: `Turn the axes before the call, or compile the model with \`--layout ${turned.given === "channels last" ? "nhwc" : "nchw"}\`.`,
        },
      };
  }
}

/**
 * How long data is: Float32Array alone for numbers, what has a length for classes. A list that is empty is
 * there to be filled, by another module perhaps.
 */
function lengthOf(value: Value, { holds }: Port): number | undefined {
  const isData =
    value instanceof Numbers
      ? holds === "classes" || value.kind === "Float32Array"
      : holds === "classes" && Array.isArray(value) && !isBlurred(value);
  const length: unknown = isData ? (value as { readonly length: unknown }).length : undefined; // as just asked
  return typeof length === "number" && (length > 0 || !Array.isArray(value)) ? length : undefined;
}

/** So many samples, more than a call takes among them; undefined where they are not whole, or none. */
function samplesIn(length: number, { size, batched }: Port, maxBatch: number): number | undefined {
  const count = length / size;
  if (!Number.isInteger(count) || count < 1) return undefined;
  // a module for one sample says nothing of multiples
  return (batched && maxBatch > 1) || count === 1 ? count : undefined;
}

function wrongLength(name: string, port: Port, length: number): Wrong["diagnostic"] {
  const { size, shape, takes } = port;
  const [whole, left] = [Math.floor(length / size), length % size];
  const sum = shape && shape.length > 1 ? [`${shape.join("·")} = ${size}`] : [];
  const sums = `${length} = ${whole}·${size}`;
  const division = whole === 0 ? `${length} < ${size}` : left === 0 ? sums : `${sums} + ${left}`;
  return {
    code: "KS521",
    message: `${port.name} has ${length} ${length === 1 ? "number" : "numbers"}, but ${name} takes ${takes}`,
    notes: [...sum, ...(length > 0 ? [division] : []), ...canvas(port, length)],
    fix:
      left === 0 && length > 0
        ? `Give ${size} numbers.`
        : `Give ${size} numbers for each sample, as one Float32Array.`,
  };
}

/** Four numbers a pixel where the model takes another count: the data of a canvas as it is. */
function canvas({ shape }: Port, length: number): readonly string[] {
  if (shape?.length !== 3) return [];
  const [channels, pixels] = [Math.min(...shape), product(shape) / Math.min(...shape)];
  return length === 4 * pixels && channels !== 4
    ? [`${length} = 4·${pixels}: a canvas has red, green, blue and alpha of each pixel`]
    : [];
}

const tooMany = (name: string, port: Port, given: number, most: number): Wrong["diagnostic"] => ({
  code: "KS525",
  message: `${port.name} has ${given} samples, but ${name} takes at most ${most} at once`,
  ...(port.size > 1 ? { notes: [`${given * port.size} / ${port.size} = ${given}`] } : {}),
  fix: `Give them in several calls, or compile the model with \`--max-batch ${given}\`.`,
});

const unlike = (
  port: Port,
  given: number,
  first: { readonly port: Port; readonly samples: number },
): Wrong["diagnostic"] => ({
  code: "KS521",
  message: `${port.name} has ${count(given)}, but ${first.port.name} has ${count(first.samples)}`,
  notes: [port, first.port].map(
    ({ name, size }, i) =>
      `${name}: ${size * (i === 0 ? given : first.samples)} / ${size} = ${i === 0 ? given : first.samples}`,
  ),
  fix: "Give both for the same samples.",
});

const count = (samples: number): string => `${samples} ${samples === 1 ? "sample" : "samples"}`;

/** `new Float32Array(783)`, written there or where the name stands for it: with the length of one sample. */
function shorten(given: ts.Expression, { size }: Port): readonly Fix[] {
  const node = unwrapped(given);
  const declaration = ts.isIdentifier(node) ? declarationOf(node) : undefined;
  const made =
    declaration && isConstant(declaration) && declaration.initializer
      ? unwrapped(declaration.initializer)
      : node;
  const [length] = (ts.isNewExpression(made) && made.arguments) || [];
  if (!length || !ts.isNumericLiteral(length)) return [];
  const file = length.getSourceFile();
  const edit = { file: file.fileName, start: length.getStart(file), end: length.end };
  return [{ title: `Make it ${size} numbers`, edits: [{ ...edit, text: String(size) }] }];
}

const list = (shape: readonly number[]): string => `[${shape.join(", ")}]`;
const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);
