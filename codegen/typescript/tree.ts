/** What has dotted names, by layer: `conv1.weight` is the leaf `weight` of the branch `conv1`. */
export type Tree<T> = ReadonlyMap<string, Branch<T> | Leaf<T>>;
export interface Branch<T> {
  readonly kind: "branch";
  readonly children: Tree<T>;
}
export interface Leaf<T> {
  readonly kind: "leaf";
  readonly value: T;
}

/**
 * Names split at their dots. A dot after a name that is a leaf itself splits nothing: beside
 * "a.b", the name "a.b.c" is the leaf "b.c" of "a".
 */
export function nest<T extends { readonly name: string }>(named: readonly T[]): Tree<T> {
  const leaves = new Set(named.map(({ name }) => name));
  const root = new Map<string, Branch<T> | Leaf<T>>();
  for (const value of named) {
    let level = root;
    const path = pathOf(value.name, leaves);
    const last = path.pop() ?? value.name;
    for (const part of path) {
      const found = level.get(part);
      const children = new Map(found?.kind === "branch" ? found.children : []);
      level.set(part, { kind: "branch", children });
      level = children;
    }
    level.set(last, { kind: "leaf", value });
  }
  return root;
}

function pathOf(name: string, leaves: ReadonlySet<string>): string[] {
  const dots = [...name.matchAll(/\./g)].map(({ index }) => index);
  const ends = dots.filter((at) => !leaves.has(name.slice(0, at)));
  return [...ends, name.length].map((end, i) =>
    name.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end),
  );
}

/** Every entry of a branch written by `leaf` or, for a branch, by `branch` around its entries. */
export const written = <T>(
  tree: Tree<T>,
  leaf: (key: string, value: T) => string,
  branch: (key: string, entries: string) => string,
): string =>
  [...tree]
    .map(([key, node]) =>
      node.kind === "leaf"
        ? leaf(key, node.value)
        : branch(key, written(node.children, leaf, branch)),
    )
    .join("\n");
