import { invariant, refuse } from "../../src/diagnostics.ts";
import { thousands } from "../../src/report/table.ts";
import { body, type Names } from "./body.ts";
import type { Bytes } from "./bytes.ts";
import { typeCodes } from "./instructions.ts";
import type { Func, Local, Type } from "./module.ts";

/**
 * What engines take in one function, parameters counted among the locals.
 * https://webassembly.github.io/spec/js-api/#limits
 */
const mostLocals = 50_000;
const mostBytes = 7_654_321;

/** Locals as they are declared: those of one type together. */
export function byType(locals: readonly Local[]): ReadonlyMap<Type, readonly Local[]> {
  const types = new Set(locals.map(({ type }) => type));
  return new Map([...types].map((type) => [type, locals.filter((local) => local.type === type)]));
}

/** An entry of the code section: the locals and the body, with numbers for names. */
export function code(func: Func, callee: Names["callee"], out: Bytes): void {
  const groups = byType(func.locals);
  const locals = [...func.params, ...[...groups.values()].flat()];
  if (locals.length > mostLocals) refuseKernel(func, locals.length, "locals", mostLocals);
  const indices = new Map(locals.map(({ name }, i) => [name, i]));
  invariant(indices.size === locals.length, `two locals of ${func.name} have one name`);
  const local = (name: string): number => {
    const index = indices.get(name);
    invariant(index !== undefined, `${func.name} has no local ${name}`);
    return index;
  };
  const size = out.sized(() => {
    out.unsigned(groups.size);
    for (const [type, { length }] of groups) {
      out.unsigned(length);
      out.byte(typeCodes[type]);
    }
    body(func.body, { local, callee }, out);
  });
  if (size > mostBytes) refuseKernel(func, size, "bytes", mostBytes);
}

const refuseKernel = ({ name }: Func, found: number, unit: string, most: number): never =>
  refuse("KS210", `kernel ${name} has ${thousands(found)} ${unit}`, {
    notes: [`WebAssembly engines take ${thousands(most)}`],
    fix: "The ts target has no such limit.",
  });
