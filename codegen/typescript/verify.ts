import { invariant } from "../../src/diagnostics.ts";
import type { Plan } from "../plan.ts";
import { variable } from "./checks.ts";
import { exportsOf, isIdentifier, reserved, threadNames } from "./names.ts";
import { sizeOf } from "./words.ts";

/** What the scheduler answers for: its names fit beside the module's own, its views lie in the arena. */
export function verify(plan: Plan): void {
  const { forward, training, evaluate, kernels, parameters, arena, maxBatch } = plan;
  const entries = [forward, training, evaluate].filter((entry) => entry !== undefined);
  const own = new Set([
    ...reserved,
    ...(plan.wasm?.threads ? threadNames : []),
    ...exportsOf(plan.name),
  ]);
  const functions = kernels.map(({ name }) => name);
  invariant(new Set(functions).size === functions.length, "two kernels have one name");
  for (const { inputs } of entries) {
    const names = [...functions, ...inputs.map(variable)];
    for (const name of names)
      invariant(isIdentifier(name) && !own.has(name), `${name} cannot be a name in the module`);
    invariant(
      new Set(names).size === names.length,
      "a port has the name of another or of a kernel",
    );
  }

  const views = [
    ...parameters,
    ...entries.flatMap(({ outputs }) => outputs),
    ...(training?.gradients ?? []),
  ];
  for (const { name, shape, offset, ...more } of views) {
    const samples = "batched" in more && more.batched ? maxBatch : 1;
    const inside = offset >= 0 && offset + samples * sizeOf(shape) <= arena;
    invariant(inside, `${name} ends beyond the arena of ${arena} floats`);
  }
  if (training && evaluate) {
    const [a, b] = [training, evaluate].map(({ inputs }) => inputs.map(variable).join(", "));
    invariant(a === b, `training takes ${a}, evaluate takes ${b}`);
  }
}
