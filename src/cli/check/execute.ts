import { readFileSync } from "node:fs";
import { ts } from "ts-morph";
import { type Diagnostic, KernelsmithError, type Place } from "../../diagnostics.ts";
import type { Span } from "../../lint/finding.ts";
import { spanOf } from "../../lint/span.ts";
import { marked } from "../frame.ts";
import { load } from "../load.ts";
import { graphOf } from "../probe.ts";
import { type ModelTold, shown, sizeOf, type Told } from "./report.ts";

export interface Executed {
  readonly model?: Pick<ModelTold, "name" | "size">;
  readonly fault?: Told;
}

/** Runs a model file and builds its model, with its loss: what is wrong, or what the model is. */
export async function execute(file: string, cwd: string): Promise<Executed> {
  try {
    const { model, name } = await quietly(() => load(shown(file, cwd)));
    const told = { name, size: sizeOf(graphOf(model, name)) };
    graphOf(model, name, true);
    return { model: told };
  } catch (error) {
    if (error instanceof KernelsmithError) return { fault: toldOf(error.diagnostic) };
    throw error;
  }
}

/** What the user's code prints goes where it is in no report's way. */
async function quietly<T>(act: () => Promise<T>): Promise<T> {
  const { write } = process.stdout;
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    return await act();
  } finally {
    process.stdout.write = write;
  }
}

function toldOf({ at, ...diagnostic }: Diagnostic): Told {
  const span = at && exactly(at);
  return { ...diagnostic, severity: "error", trail: [], fixes: [], ...(span && { at: span }) };
}

/** The call that a stack's line and column mean. */
function exactly(at: Place): Span | undefined {
  let text: string;
  try {
    text = readFileSync(at.file, "utf8");
  } catch {
    return undefined;
  }
  const source = ts.createSourceFile(at.file, text, ts.ScriptTarget.Latest);
  const begins = source.getLineStarts()[at.line - 1];
  if (begins === undefined) return undefined;
  const [line = ""] = text.slice(begins).split(/\r?\n/, 1);
  const { from, length } = marked(line, at);
  return spanOf(source, begins + from, begins + from + length);
}
