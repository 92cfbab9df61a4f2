/** "(head part part)" of the text format; a part that is text stands on its line as it is. */
export interface Form {
  readonly head: string;
  readonly parts: readonly (Form | string)[];
  /** All of it, where that is short enough for a line. */
  readonly line?: string;
  /** Its only part begins on the line of its head. */
  readonly hugs?: boolean;
}

const width = 100;

/** On one line if it fits. */
export function form(head: string, parts: readonly Form[] = []): Form {
  const words = [head];
  for (const { line } of parts) {
    if (line === undefined) return { head, parts };
    words.push(line);
  }
  const line = `(${words.join(" ")})`;
  return line.length <= width ? { head, parts, line } : { head, parts };
}

/** On one line if it fits; else "(head (part", and what is in the part below. */
export const hug = (head: string, part: Form): Form => ({ ...form(head, [part]), hugs: true });

/** Its parts below it, a line each or more. */
export const tall = (head: string, parts: readonly (Form | string)[]): Form => ({ head, parts });

/** Lines indented by two for each form around them. */
export function layOut(part: Form | string, indent: number): readonly string[] {
  if (typeof part === "string") return [pad(indent) + part];
  return fits(part.line, indent) ? [pad(indent) + part.line] : broken(part, indent);
}

function broken({ head, parts, hugs }: Form, indent: number): readonly string[] {
  const [only] = parts;
  if (hugs && typeof only === "object" && !fits(only.line, indent + 2)) {
    const [first = "", ...below] = broken(only, indent);
    return closed([`${pad(indent)}(${head} ${first.trimStart()}`, ...below]);
  }
  const below = parts.flatMap((part) => layOut(part, indent + 2));
  return closed([`${pad(indent)}(${head}`, ...below]);
}

const pad = (indent: number): string => " ".repeat(indent);

const fits = (line: string | undefined, indent: number): boolean =>
  line !== undefined && indent + line.length <= width;

const closed = (lines: readonly string[]): readonly string[] => [
  ...lines.slice(0, -1),
  `${lines.at(-1) ?? ""})`,
];

/** As many of the texts on each line as fit. */
export function filled(texts: readonly string[], indent: number): readonly string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const longer = `${lines.at(-1) ?? ""} ${text}`;
    if (lines.length > 0 && indent + longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(text);
  }
  return lines;
}
