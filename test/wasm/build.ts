import { encode } from "../../codegen/wasm/encode.ts";
import type { Func, Local, Module, Node, Type } from "../../codegen/wasm/module.ts";

type Types = { readonly [name: string]: Type };
const declared = (types: Types): readonly Local[] =>
  Object.entries(types).map(([name, type]) => ({ name, type }));

/** A function by its name; more may be said of it. */
export const func = (
  name: string,
  body: readonly Node[],
  { params = {}, locals = {}, ...more }: { params?: Types; locals?: Types; result?: Type } = {},
): Func => ({ name, params: declared(params), locals: declared(locals), body, ...more });

/** All functions exported, a page of memory. */
export const moduleOf = (...functions: readonly Func[]): Module => ({
  memory: { pages: 1, shared: false },
  functions,
  exports: functions.map(({ name }) => name),
});

interface Instance {
  readonly memory: WebAssembly.Memory;
  readonly call: (name: string, ...args: (number | bigint)[]) => number | bigint | undefined;
}

export function instantiate(module: Module, memory?: WebAssembly.Memory): Instance {
  const compiled = new WebAssembly.Module(encode(module));
  const { exports } = new WebAssembly.Instance(compiled, memory && { env: { memory } });
  return {
    memory: memory ?? (exports.memory as WebAssembly.Memory), // a module that imports none exports one
    call: (name, ...args) => (exports[name] as CallableFunction)(...args), // functions are all else
  };
}

/** What the body of a function of nothing gives. */
export const valueOf = (result: Type, ...body: readonly Node[]): number | bigint | undefined =>
  instantiate(moduleOf(func("f", body, { result }))).call("f");
