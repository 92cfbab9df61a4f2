import {
  type InterfaceDeclarationStructure,
  type PropertySignatureStructure,
  StructureKind,
} from "ts-morph";
import { key, literalKey } from "./names.ts";
import { nest, type Tree, written } from "./tree.ts";
import { shapeType, sizeOf } from "./words.ts";

/** Something with numbers in the arena: a parameter or a gradient. */
export interface Placed {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly batched?: boolean;
  readonly role?: "parameter" | "state";
}

/** The interface of tensors by layer. */
export function record(
  name: string,
  placed: readonly Placed[],
  doc: string,
  maxBatch = 1,
): InterfaceDeclarationStructure {
  const type = ({ shape, batched = false }: Placed) =>
    `Tensor<${shapeType({ shape, batched }, maxBatch)}>`;
  const about = ({ role }: Placed) => (role === "state" ? "A running average." : undefined);
  const members = (tree: Tree<Placed>): string =>
    written(
      tree,
      (own, value) => {
        const doc = about(value);
        return `${doc ? `/** ${doc} */\n` : ""}readonly ${key(own)}: ${type(value)};`;
      },
      (own, entries) => `readonly ${key(own)}: {\n${entries}\n};`,
    );
  const properties = [...nest(placed)].map(([own, node]) =>
    node.kind === "leaf"
      ? property(own, type(node.value), about(node.value))
      : property(own, `{\n${members(node.children)}\n}`),
  );
  return { kind: StructureKind.Interface, name, isExported: true, docs: [doc], properties };
}

/** The object literal of that interface's views. */
export const views = (placed: readonly Placed[]): string =>
  written(
    nest(placed),
    (own, value) => `${literalKey(own)}: ${view(value)},`,
    (own, entries) => `${literalKey(own)}: {\n${entries}\n},`,
  );

export function view({ shape, offset, batched = false }: Omit<Placed, "name">): string {
  const size = sizeOf(shape);
  if (!batched) return `m.subarray(${offset}, ${offset + size})`;
  const end = size === 1 ? "batch" : `batch * ${size}`;
  return `m.subarray(${offset}, ${offset ? `${offset} + ` : ""}${end})`;
}

export const property = (name: string, type: string, doc?: string): PropertySignatureStructure => ({
  kind: StructureKind.PropertySignature,
  name: key(name),
  type,
  isReadonly: true,
  ...(doc === undefined ? {} : { docs: [doc] }),
});
