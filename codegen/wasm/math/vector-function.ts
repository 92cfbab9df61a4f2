import { invariant } from "../../../src/diagnostics.ts";
import { get, set, type Func, type Node } from "../module.ts";

/** Names a vector that is used more than once, so that it is computed once. */
export type Keep = (name: string, value: Node) => Node;

/** A function from vectors to a vector. `body` keeps what it uses twice, and gives the result. */
export function vectorFunction(
  name: string,
  params: readonly string[],
  comment: string,
  body: (keep: Keep, ...params: readonly Node[]) => Node,
): Func {
  const kept = new Map<string, Node>();
  const keep: Keep = (local, value) => {
    invariant(!kept.has(local) && !params.includes(local), `${name} has two of ${local}`);
    kept.set(local, value);
    return get(local);
  };
  const result = body(keep, ...params.map(get));
  const vector = (local: string) => ({ name: local, type: "v128" }) as const;
  return {
    name,
    comment: [comment],
    params: params.map(vector),
    result: "v128",
    locals: [...kept.keys()].map(vector),
    body: [...[...kept].map(([local, value]) => set(local, value)), result],
  };
}
