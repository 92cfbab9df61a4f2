import type { Cases } from "./case.ts";
import { accesses } from "./memory.ts";
import { orders } from "./orders.ts";
import { scalars } from "./scalars.ts";
import { vectors } from "./vectors.ts";

/** Of each instruction, with values worked out by hand. */
export const cases: Cases = { ...scalars, ...orders, ...accesses, ...vectors };
