import { budgetRefusals } from "./budgets.ts";
import { fileRefusals } from "./files.ts";
import { modelGuards, modelRefusals } from "./models.ts";
import type { Guard, Refusal } from "./refusal.ts";
import { sizeGuards, sizeRefusals } from "./sizes.ts";

export type { Files, Guard, Refusal, Shown } from "./refusal.ts";

/** What the compiler and the doors refuse, declared for documentation: rules declare themselves. */
export const refusals: readonly Refusal[] = [
  ...modelRefusals,
  ...sizeRefusals,
  ...budgetRefusals,
  ...fileRefusals,
];
export const guards: readonly Guard[] = [...modelGuards, ...sizeGuards];
