import type { Entry, Plan, Port } from "../plan.ts";
import { inTemplate, sizeOf, takes } from "./words.ts";

/** What the calls and the surface say for a port. */
export const variable = ({ name, variable = name }: Port): string => variable;

const firstBatched = ({ inputs }: Entry): Port | undefined => inputs.find(({ batched }) => batched);

/**
 * The body of a function that gives the number of samples in an entry's arguments, all checked: the
 * first of them by `inputsOf` where it can.
 */
export function countText(entry: Entry, plan: Plan, checked?: Entry): string {
  const first = firstBatched(entry);
  const known = checked && first === firstBatched(checked) ? checked.inputs : [];
  const done = known.every((port, i) => port === entry.inputs[i]) ? known : [];
  const others = entry.inputs.filter((port) => port !== first && !done.includes(port));
  const batch = done.length
    ? `inputsOf(${done.map(variable).join(", ")})`
    : first
      ? check(first, plan, "0")
      : "1";
  if (others.length === 0) return `return ${batch};`;
  const rest = others.map((port) => `${check(port, plan, first && port.batched ? "batch" : "0")};`);
  return [`const batch = ${batch};`, ...rest, "return batch;"].join("\n");
}

/** A call of `samples`, which leaves out what it has defaults for. */
function check(port: Port, { maxBatch }: Plan, batch: string): string {
  const { name, shape, batched, holds, classes = 2 ** 31, ignored } = port;
  const given = [
    JSON.stringify(name),
    variable(port),
    String(sizeOf(shape)),
    JSON.stringify(takes(port, maxBatch)),
    batch,
    holds === "classes" ? String(classes) : "0",
    String(ignored ?? NaN),
    batched ? "maxBatch" : "1",
  ];
  const defaults = ["", "", "", "", "0", "0", "NaN", "maxBatch"];
  return `samples(${given.slice(0, given.findLastIndex((text, i) => text !== defaults[i]) + 1).join(", ")})`;
}

/** The check of one argument, with no more in it than the module's entries need. */
export function samplesText(entries: readonly Entry[]): string {
  const ports = entries.flatMap(({ inputs }) => inputs);
  const several = entries.some(({ inputs }) => inputs.filter(({ batched }) => batched).length > 1);
  const classes = ports.some(({ holds }) => holds === "classes");
  const ignored = ports.some(({ ignored }) => ignored !== undefined);
  const whole = ports.some(({ batched }) => !batched);
  const first = entries.map(firstBatched).find((port) => port)?.name ?? "";
  const floats = `data?.[Symbol.toStringTag] !== "Float32Array"`;
  const wrong = classes ? `classes ? !(data?.length >= 0) : ${floats}` : floats;

  const parameters = [
    "name: string",
    "data: ArrayLike<number> & { readonly [Symbol.toStringTag]?: string }",
    "size: number",
    "takes: string",
    ...(several || classes || whole ? ["batch = 0"] : []),
    ...(classes || whole ? ["classes = 0"] : []),
    ...(ignored || whole ? ["ignored = NaN"] : []),
    ...(whole ? ["most: number = maxBatch"] : []),
  ];
  const type = classes ? '${classes ? "class indices" : "a Float32Array"}' : "a Float32Array";
  return `
/** How many samples of \`size\` numbers are in \`data\`, or an error that says what it \`takes\`. */
function samples(${parameters.join(", ")}): number {
  if (${wrong}) { // the tag, unlike instanceof, is one in all frames and workers
    const type = Object.prototype.toString.call(data).slice(8, -1);
    refuse(\`\${name} is of type \${type}; it takes ${type}\`);
  }
  const count = data.length / size;
  if (!(count >= 1 && count <= ${whole ? "most" : "maxBatch"} && count % 1 === 0))
    refuse(\`\${name} has \${data.length} numbers; it takes \${takes}\`);
${
  several
    ? `if (batch && count !== batch)
    refuse(\`\${name} has \${count} samples; ${inTemplate(first)} has \${batch}\`);`
    : ""
}
${
  classes
    ? `for (let i = 0; classes && i < data.length; i++)
    if (${ignored ? "data[i] !== ignored && " : ""}!(Number.isInteger(data[i]) && data[i] >= 0 && data[i] < classes))
      refuse(\`\${name}[\${i}] is \${data[i]}; it takes a class from 0 to \${classes - 1}\`);`
    : ""
}
  return count;
}`;
}
