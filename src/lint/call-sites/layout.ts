import { ts } from "ts-morph";
import { declarationOf, isConstant, numbersIn, unwrapped } from "./lexical.ts";
import type { Port } from "./module.ts";

/**
 * The shape that the source says data has: by a type, `Tensor<readonly [number, 32, 32, 3]>`; by what stands
 * beside it, `{ data, shape: [32, 32, 3] }`; or by how it was made, `tf.tensor(values, [1, 32, 32, 3])`.
 */
export function statedShape(given: ts.Expression): readonly number[] | undefined {
  const cast = casts(given)
    .map(shapeInType)
    .find((shape) => shape);
  if (cast) return cast;
  const node = unwrapped(given);
  if (ts.isIdentifier(node)) return shapeInType(declarationOf(node)?.type);
  const of =
    ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
      ? node.expression
      : node;
  if (!ts.isPropertyAccessExpression(of) || !ts.isIdentifier(of.expression)) return undefined;
  const isCall = of !== node;
  if (!(isCall ? copies : held).has(of.name.text)) return undefined;
  const declaration = declarationOf(of.expression);
  if (!declaration || !isConstant(declaration) || !declaration.initializer) return undefined;
  return shapeInValue(unwrapped(declaration.initializer));
}

/** What tensors of other libraries call their numbers. */
const held = new Set(["data", "values"]);
const copies = new Set(["data", "dataSync"]);
/** Where the shape stands among the arguments of what makes tensors. */
const makers: ReadonlyMap<string, number> = new Map([
  ["zeros", 0],
  ["ones", 0],
  ["fill", 0],
  ["randomUniform", 0],
  ["randomNormal", 0],
  ["tensor", 1],
  ["tensor3d", 1],
  ["tensor4d", 1],
  ["Tensor", 2],
]);

function shapeInValue(made: ts.Expression): readonly number[] | undefined {
  if (ts.isObjectLiteralExpression(made)) {
    const shape = made.properties.find(
      (property): property is ts.PropertyAssignment =>
        ts.isPropertyAssignment(property) && /^(shape|dims)$/.test(property.name.getText()),
    );
    return shape && numbersIn(unwrapped(shape.initializer));
  }
  if (!ts.isCallExpression(made) && !ts.isNewExpression(made)) return undefined;
  const callee = made.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  const at = makers.get(name);
  return at === undefined ? undefined : numbersIn(made.arguments?.[at]);
}

function casts(node: ts.Expression): readonly ts.TypeNode[] {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return [node.type, ...casts(node.expression)];
  return ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node)
    ? casts(node.expression)
    : [];
}

/** Of `Tensor<readonly [number, 32, 32, 3]>`, without the batch. */
function shapeInType(type: ts.TypeNode | undefined): readonly number[] | undefined {
  if (!type || !ts.isTypeReferenceNode(type) || type.typeName.getText() !== "Tensor")
    return undefined;
  const [of] = type.typeArguments ?? [];
  const tuple = of && ts.isTypeOperatorNode(of) ? of.type : of;
  if (!tuple || !ts.isTupleTypeNode(tuple)) return undefined;
  const sizes = tuple.elements.slice(1).map(sizeOf);
  return sizes.every((size) => size !== undefined) ? sizes : undefined;
}

const sizeOf = (type: ts.TypeNode): number | undefined =>
  ts.isLiteralTypeNode(type) && ts.isNumericLiteral(type.literal)
    ? Number(type.literal.text)
    : undefined;

/** The order of an image's axes. */
export type Order = "channels first" | "channels last";

/**
 * The order that data has where it is not the port's: [h, w, c] for [c, h, w], and the other way. Undefined
 * where the shapes are alike, differ by more, or name the same numbers in the same order, as with one channel.
 */
export function otherOrder(
  stated: readonly number[],
  { shape }: Port,
): { readonly given: Order; readonly taken: Order; readonly shape: readonly number[] } | undefined {
  if (shape?.length !== 3) return undefined;
  const own = stated.slice(-3);
  if (stated.length < 3 || stated.length > 4 || same(own, shape)) return undefined;
  if (same(own.filter(isWide), shape.filter(isWide))) return undefined;
  const [a = 0, b = 0, c = 0] = shape;
  if (same(own, [b, c, a])) return { given: "channels last", taken: "channels first", shape: own };
  if (same(own, [c, a, b])) return { given: "channels first", taken: "channels last", shape: own };
  return undefined;
}

const isWide = (size: number): boolean => size !== 1;

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((size, d) => size === b[d]);
