import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { createJiti } from "jiti";
import { KernelsmithError, refuse } from "../diagnostics.ts";
import { isModel, type Model } from "../graph/model.ts";
import { framesOf } from "../graph/place.ts";
import { withoutModel } from "./check/exports.ts";
import { library } from "./library.ts";
import { nameOf } from "./name.ts";

export interface Loaded {
  readonly model: Model;
  /** The model's own name, or the file's. */
  readonly name: string;
  readonly file: string;
}

/** A model file, as it is: TypeScript or JavaScript that exports a model. */
export async function load(path: string): Promise<Loaded> {
  const file = resolve(path);
  await readable(file, path);
  const exports = await evaluated(file);
  const model = modelOf(exports, path);
  return { model, file, name: model.name ?? nameOf(file) };
}

async function readable(file: string, path: string): Promise<void> {
  try {
    if ((await stat(file)).isFile()) return;
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : reason(error); // stat throws nothing else
    refuse("KS503", `cannot read ${path}: ${why}`, {
      fix: "The model is given by the path of a TypeScript or JavaScript file.",
    });
  }
  refuse("KS503", `cannot read ${path}: it is no file`, {
    fix: "The model is given by the path of its file, as in examples/lenet/model.ts.",
  });
}

/** jiti keeps lines where they are, so that places in stacks are those of the source. */
async function evaluated(file: string): Promise<object> {
  const jiti = createJiti(import.meta.url, {
    fsCache: false,
    moduleCache: false,
    interopDefault: false,
    virtualModules: { kernelsmith: await library() },
  });
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 50;
  try {
    return await jiti.import<object>(file);
  } catch (error) {
    throw explained(error, file);
  } finally {
    Error.stackTraceLimit = before;
  }
}

function explained(error: unknown, file: string): KernelsmithError {
  if (error instanceof KernelsmithError) return error;
  const message = reason(error).replace(rewritten, "$1");
  const syntax = /ParseError: (.*?)\s*\n\s*(.+):(\d+):(\d+)/.exec(message);
  if (syntax) {
    const [, what = "", at = file, line, column] = syntax;
    return new KernelsmithError({
      code: "KS508",
      message: `the file cannot be parsed: ${lowered(what)}`,
      at: { file: at, line: Number(line), column: Number(column) + 1 },
    });
  }
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const frame = framesOf(stack).find(({ within }) => within !== "import");
  const kind = error instanceof Error && error.name !== "Error" ? `${error.name}: ` : "";
  const [first = "", ...rest] = message.split("\n");
  return new KernelsmithError({
    code: "KS502",
    message: `the model file threw ${kind}${first}`,
    notes: rest.filter((line) => line.trim() !== "" && !/^(Require stack:|- )/.test(line)),
    at: frame
      ? { ...frame, call: rewritten.exec(reason(error))?.[1] }
      : { file, line: 1, column: 1 },
  });
}

/** What jiti makes of an imported name: (0, _kernelsmith.conv2d) */
const rewritten = /\(0 ?, _[\w$]+\.([\w$]+)\)/;

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function modelOf(exports: object, path: string): Model {
  const named = Object.entries(exports).filter(([, value]) => isModel(value));
  const [first] = named;
  const standard =
    named.find(([name]) => name === "default") ?? (named.length === 1 ? first : undefined);
  if (standard && isModel(standard[1])) return standard[1];
  const names = Object.keys(exports);
  if (named.length === 0) throw new KernelsmithError(withoutModel(path, names));
  const several = named.map(([name]) => name).join(", ");
  return refuse(
    "KS501",
    `${path} exports several models and none of them as its default: ${several}`,
    { fix: "A model file ends in `export default defineModel({ … })`." },
  );
}
