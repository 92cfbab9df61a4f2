import { refuse } from "../diagnostics.ts";
import type { Loss } from "../graph/losses.ts";
import { type Optimizer, optimizers } from "../graph/optimizers.ts";
import { library } from "./library.ts";

/** An optimiser by its name, with its own defaults; a model file can say more. */
export function optimizerCalled(name: string): Optimizer {
  const known: { readonly [name: string]: () => Optimizer } = optimizers;
  const make = Object.hasOwn(known, name) ? known[name] : undefined;
  if (make) return make();
  return refuse("KS505", `there is no optimizer "${name}"`, {
    fix: `Choose one of ${Object.keys(optimizers).join(", ")}.`,
  });
}

/** A loss by the name of its function: crossEntropy, or cross-entropy. */
export async function lossCalled(name: string): Promise<Loss> {
  const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const exported = await library();
  const make = Object.hasOwn(exported, camel) ? exported[camel] : undefined;
  const made: unknown = typeof make === "function" ? attempt(make) : undefined;
  if (isLoss(made)) return made;
  return refuse("KS505", `there is no loss "${name}"`, {
    fix: `Choose one of ${lossNames(exported).join(", ")}.`,
  });
}

const lossNames = (exported: { readonly [name: string]: unknown }): string[] =>
  Object.keys(exported).filter((name) => {
    const make = exported[name];
    return typeof make === "function" && isLoss(attempt(make));
  });

/** What a function gives without arguments: layers and builders refuse, losses have defaults for all. */
function attempt(make: Function): unknown {
  try {
    return make();
  } catch {
    return undefined;
  }
}

const isLoss = (value: unknown): value is Loss =>
  typeof value === "object" && value !== null && "targets" in value && "build" in value;
