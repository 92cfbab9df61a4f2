/** The command line of an example: what is wrong with it is said above its usage. */
import { parseArgs, type ParseArgsConfig } from "node:util";

type Config = NonNullable<ParseArgsConfig["options"]>;

export function options<const C extends Config>(usage: string, config: C) {
  try {
    return parseArgs({ options: config }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), usage);
  }
}

export function whole(usage: string, name: string, text: string, least = 0): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isSafeInteger(value) && value >= least) return value;
  return refuse(`--${name} takes an integer of at least ${least}, not "${text}"`, usage);
}

export function refuse(message: string, usage: string): never {
  console.error(`${message}\n\n${usage}`);
  process.exit(1);
}
