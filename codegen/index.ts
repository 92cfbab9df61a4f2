export { compile, type Compiled } from "./compile.ts";
export type { CompileOptions } from "./options.ts";
export type { Plan } from "./plan.ts";
