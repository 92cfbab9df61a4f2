import type { EntryName } from "../../calls.ts";
import { call, type Func, get, i32, type Local } from "../module.ts";
import { turnAt } from "./bounds.ts";
import { Control, controlSize } from "./control.ts";
import { dispatch } from "./dispatch.ts";
import { controlFunctions } from "./share.ts";
import { type Job, type Step, steps } from "./job.ts";

export interface Entry {
  readonly name: EntryName;
  readonly params: readonly Local[];
  readonly jobs: readonly Job[];
}

/** Runs that threads share. */
export interface Team {
  readonly functions: readonly Func[];
  readonly exports: readonly string[];
  /** Of the memory that is used, in bytes. */
  readonly end: number;
}

/** The entries of a module as runs of steps, and what threads need to share them, behind the arena. */
export function team(entries: readonly Entry[], maxBatch: number, arena: number): Team {
  const start = Math.ceil(arena / line) * line;
  const control = new Control(start);
  const all: Step[] = [];
  const runs = entries.map(({ name, params, jobs }): Func => {
    const first = all.length;
    all.push(...steps(jobs));
    const batch = params.length > 0 ? get("batch") : i32(1);
    const run = call("threads.run", i32(first), i32(all.length), batch);
    return { name, params, locals: [], body: [run] };
  });
  return {
    functions: [turnAt, ...dispatch(all, maxBatch, control), ...controlFunctions(control), ...runs],
    exports: [...entries.map(({ name }) => name), "help", "close", "patient", "threads"],
    end: start + controlSize,
  };
}

/** Two cache lines, which some processors load together. */
const line = 128;
