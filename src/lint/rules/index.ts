import { architecture } from "./architecture/index.ts";
import type { Rule } from "./rule.ts";
import { shapes } from "./shapes/index.ts";

/** Every rule about a model that compiles and could be better. */
export const rules: readonly Rule[] = [...shapes, ...architecture];
