import type { Rule } from "../rule.ts";

export const shapes: readonly Rule[] = [];
