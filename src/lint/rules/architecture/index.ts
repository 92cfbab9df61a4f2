import type { Rule } from "../rule.ts";

export const architecture: readonly Rule[] = [];
