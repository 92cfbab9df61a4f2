import * as everything from "../index.ts";
import * as elementwise from "../graph/layers/elementwise.ts";
import * as layers from "../graph/layers/index.ts";

type Function = (...args: unknown[]) => unknown;
const functionsOf = (module: object): ReadonlyMap<string, Function> =>
  new Map(
    Object.entries(module).filter(
      (entry): entry is [string, Function] => typeof entry[1] === "function",
    ),
  );

/** Every layer's function, by its name. */
export const layerFunctions = functionsOf(layers);

/** Layers whose output has their input's shape, whatever their options are. */
export const elementwiseLayers: ReadonlySet<string> = new Set(Object.keys(elementwise));

/** Reports are for people; the linter gives its own. */
const reports = ["explain", "solve", "summary", "KernelsmithError", "defineConfig"];

/** What models are made with besides layers: losses, optimizers, initializers, schedules. */
export const otherFunctions: ReadonlyMap<string, Function> = new Map(
  [...functionsOf(everything)].filter(
    ([name]) => !layerFunctions.has(name) && name !== "defineModel" && !reports.includes(name),
  ),
);

/** What an import of ours may be called. */
export const packageName = "kernelsmith";
