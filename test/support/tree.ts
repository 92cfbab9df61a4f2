/** Numbers by name, or by layer and name. */
export interface Tree {
  readonly [name: string]: Float32Array | Tree;
}

/** The numbers of a tree by their full names: "conv1.weight". */
export function flatten(tree: Tree, prefix = ""): Map<string, Float32Array> {
  const found = new Map<string, Float32Array>();
  for (const [name, value] of Object.entries(tree))
    if (value instanceof Float32Array) found.set(prefix + name, value);
    else if (typeof value === "object")
      for (const [inner, data] of flatten(value, `${prefix}${name}.`)) found.set(inner, data);
  return found;
}
