import type { Model } from "../graph/model.ts";
import {
  closureOf,
  hasUnknown,
  isBlurred,
  isPlain,
  unknown,
  type Value,
} from "./interpreter/values.ts";
import { elementwiseLayers } from "./library.ts";

/** A model's definition as far as it is known. */
export interface Definition {
  readonly name?: string;
  readonly inputs: { readonly [name: string]: readonly number[] };
  readonly outputs: (inputs: unknown) => unknown;
  readonly train?: Model["train"];
}

/** A definition without what is not known of it; undefined where too little is. */
export function known(given: { readonly [name: string]: Value }): Definition | undefined {
  const { inputs, outputs } = given;
  if (hasUnknown(inputs) || outputs === unknown) return undefined;
  if (typeof outputs === "function" && !closureOf(outputs)) return undefined;
  const rest = Object.entries(given).filter(([, value]) => !hasUnknown(value));
  return Object.fromEntries(rest) as unknown as Definition; // checked by checkDefinition
}

/** Arguments without options that are unknown and have no part in shapes; undefined where others are. */
export function settle(layer: string, given: readonly Value[]) {
  const dropped: string[] = [];
  const args = given.map((arg, i) => {
    if (i === 0 || !isPlain(arg) || isBlurred(arg)) return arg;
    const gone = Object.keys(arg).filter(
      (name) =>
        hasUnknown(arg[name]) &&
        (elementwiseLayers.has(layer) || name === "name" || name.endsWith("Initializer")),
    );
    dropped.push(...gone);
    return Object.fromEntries(Object.entries(arg).filter(([name]) => !gone.includes(name)));
  });
  return hasUnknown(args) ? undefined : { args, dropped };
}
