import { refuse } from "../diagnostics.ts";
import { type Loss, losses } from "../graph/losses.ts";
import { type Optimizer, optimizers } from "../graph/optimizers.ts";

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
export function lossCalled(name: string): Loss {
  const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const known: { readonly [name: string]: () => Loss } = losses;
  const make = Object.hasOwn(known, camel) ? known[camel] : undefined;
  if (make) return make();
  return refuse("KS505", `there is no loss "${name}"`, {
    fix: `Choose one of ${Object.keys(losses).join(", ")}.`,
  });
}
