import { basename, extname, resolve } from "node:path";

/** "examples/lenet/model.ts" is called lenet, "nets/tiny.ts" tiny. */
export function nameOf(file: string): string {
  const own = basename(file, extname(file)).replace(/\.model$/, "");
  const name = own === "model" || own === "index" ? basename(resolve(file, "..")) : own;
  return name || "model";
}
