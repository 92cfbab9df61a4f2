import { KernelsmithError, type Place } from "../diagnostics.ts";

/** A line of an error's stack that names a file. */
export interface Frame extends Place {
  /** The function that runs there, without its class. */
  readonly within: string | undefined;
}

/** How deep a model may call through the library: builders, checks and the layers on top of each other. */
const depth = 24;

let told: Place | undefined;

/** Calls a layer from a place that no stack shows, as who follows a program without executing it does. */
export function calledFrom<T>(place: Place, run: () => T): T {
  const before = told;
  told = place;
  try {
    return run();
  } finally {
    told = before;
  }
}

/**
 * Where the user's code called into the library: the first frame outside of it. Undefined where the
 * engine has no such stack, and in a bundle, where library and user are one file.
 */
export function callSite(): Place | undefined {
  if (told) return told;
  const limited = Error as { stackTraceLimit?: number }; // V8 only
  const before = limited.stackTraceLimit;
  limited.stackTraceLimit = depth;
  const { stack = "" } = new Error("where");
  if (before === undefined) delete limited.stackTraceLimit;
  else limited.stackTraceLimit = before;
  const frames = allFrames(stack).filter(({ file }) => isOwn(file) || isUsers(file));
  const outside = frames.findIndex((frame) => !isOwn(frame.file));
  const found = frames[outside];
  if (!found || outside === 0) return undefined;
  const { file, line, column } = found;
  return { file, line, column, call: frames[outside - 1]?.within };
}

/** The frames of a stack, those of the engine and of packages left out. */
export const framesOf = (stack: string): readonly Frame[] =>
  allFrames(stack).filter(({ file }) => isUsers(file));

/** Installed, the library is a package itself. */
const isUsers = (file: string): boolean => !/^node:|^native|^<|[/\\]node_modules[/\\]/.test(file);

function allFrames(stack: string): readonly Frame[] {
  return stack.split("\n").flatMap((text) => {
    const found = v8.exec(text) ?? others.exec(text);
    const [, within, file, line, column] = found ?? [];
    if (!file) return [];
    return [
      { file: path(file), line: Number(line), column: Number(column), within: plain(within) },
    ];
  });
}

/** "    at Model.outputs (file:///home/me/model.ts:3:10)", the parentheses only where there is a function. */
const v8 = /^\s+at (?:async )?(?:(.+?) \()?((?:[a-z]+:\/\/|\/|[A-Z]:[\\/]).*?):(\d+):(\d+)\)?$/;
/** "outputs@file:///home/me/model.ts:3:10": Firefox and Safari. */
const others = /^(.*?)@(.+?):(\d+):(\d+)$/;

/** "Object.outputs" → "outputs"; "new Model" → "Model"; what has no name → undefined. */
function plain(within: string | undefined): string | undefined {
  const name = within
    ?.replace(/ \[as .*\]$/, "")
    .replace(/^new /, "")
    .split(".")
    .at(-1);
  return name && /^[\w$]+$/.test(name) ? name : undefined;
}

/** A path as the platform writes it: loaders say file:///… or leave the scheme out, some add ?query. */
function path(file: string): string {
  const bare = file.replace(/\?.*$/, "");
  if (!bare.startsWith("file://")) return bare;
  const decoded = decodeURIComponent(bare.slice("file://".length));
  return /^\/[A-Z]:/i.test(decoded) ? decoded.slice(1) : decoded;
}

/** The library is two folders: src, two levels up from here, and codegen beside it. */
const root = path(import.meta.url).replace(/[^/\\]*[/\\][^/\\]*[/\\][^/\\]*$/, "");
const isOwn = (file: string): boolean =>
  file.startsWith(`${root}src/`) || file.startsWith(`${root}codegen/`);

/** Errors on the way get the place of the call and, where they have none, its name. */
export const placed =
  (called: string, at: Place | undefined) =>
  <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof KernelsmithError)) throw error;
      throw new KernelsmithError({ ...error.diagnostic, node: called, ...(at ? { at } : {}) });
    }
  };
