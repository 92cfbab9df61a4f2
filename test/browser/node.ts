/** Gives the module of a file its lesson, with kernels of another file if there is one. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { attempt } from "./lesson.ts";

const [module = "", wasm] = process.argv.slice(2);
const kernels = wasm === undefined ? undefined : readFileSync(wasm);
const outcome = attempt(await import(pathToFileURL(module).href), kernels);
process.stdout.write(JSON.stringify(outcome));
