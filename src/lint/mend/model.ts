import { ts } from "ts-morph";
import type { Diagnostic } from "../../diagnostics.ts";
import { fixOf, setOption } from "../edit.ts";
import type { Fix } from "../finding.ts";
import type { CallSite, Followed } from "../followed.ts";
import { nearest } from "../nearest.ts";
import { definitionOf, propertyOf, renamed, replaced, shapeOf, valueOf } from "./source.ts";

/** What is refused about a model itself, and where. */
export type RefusedModel = CallSite & { readonly diagnostic: Diagnostic };

/** What may make a refused model right, the best first: none of it has been tried. */
export function mendModel(refused: RefusedModel, followed: Followed): readonly Fix[] {
  return [...(kinds[refused.diagnostic.code]?.(refused, followed) ?? [])];
}

type Kind = (refused: RefusedModel, followed: Followed) => Iterable<Fix>;

/** An option of the model, of its training or of its loss by another name. */
function* misspelt({ call, file }: RefusedModel): Iterable<Fix> {
  const definition = call.arguments[0];
  const train = propertyOf(definition, "train");
  const objects: readonly (readonly [ts.Expression | undefined, readonly string[]])[] = [
    [definition, ["name", "inputs", "outputs", "train"]],
    [train && valueOf(train), ["loss", "optimizer"]],
  ];
  for (const [object, words] of objects) {
    if (!object || !ts.isObjectLiteralExpression(object)) continue;
    for (const { name } of object.properties) {
      if (!name || !ts.isIdentifier(name) || words.includes(name.text)) continue;
      const to = nearest(name.text, words);
      const property = propertyOf(object, name.text);
      if (to && property) yield* fixOf(`Call it ${to}`, [renamed(file, property, to)]);
      else if (to) yield* fixOf(`Call it ${to}`, [replaced(file, name, to)]); // a method
    }
  }
}

/** A loss of an output that there is not, or of none where there are several. */
function* unnamed({ call, file, diagnostic }: RefusedModel, followed: Followed): Iterable<Fix> {
  const { choices = [] } = diagnostic;
  const site = lossOf({ call, file }, followed);
  if (!site) return yield* returned(followed);
  const property = propertyOf(site.call.arguments.at(-1), "of");
  const value = property && valueOf(property);
  const given = value && ts.isStringLiteralLike(value) ? value.text : undefined;
  const near = given === undefined ? undefined : nearest(given, choices);
  const likely = choices.find((name) => /logit|score|class/i.test(name));
  for (const of of new Set([near, likely, ...choices]))
    if (of !== undefined)
      yield* fixOf(`Set of: "${of}"`, setOption(site, "of", JSON.stringify(of)));
}

/** The call that makes the loss: the one refused, or the one written in the model. */
function lossOf(site: CallSite, followed: Followed): CallSite | undefined {
  if (site.call !== followed.call) return site;
  const train = propertyOf(definitionOf(followed), "train");
  const loss = train && propertyOf(valueOf(train), "loss");
  const call = loss && valueOf(loss);
  return call && ts.isCallExpression(call) ? { file: followed.file, call } : undefined;
}

/** Outputs whose last statement is what should be returned. */
function* returned(followed: Followed): Iterable<Fix> {
  const definition = definitionOf(followed);
  if (!definition || !ts.isObjectLiteralExpression(definition)) return;
  const outputs = definition.properties.find(
    ({ name }) => name && ts.isIdentifier(name) && name.text === "outputs",
  );
  const fn = outputs && ts.isPropertyAssignment(outputs) ? outputs.initializer : outputs;
  if (!fn || !ts.isFunctionLike(fn) || !("body" in fn) || !fn.body || !ts.isBlock(fn.body)) return;
  const last = fn.body.statements.at(-1);
  const start = last?.getStart(followed.file) ?? 0;
  const { fileName: file } = followed.file;
  if (last && ts.isExpressionStatement(last))
    yield* fixOf("Return it", [{ file, start, end: start, text: "return " }]);
}

/** A loss or an optimizer that is not called: crossEntropy → crossEntropy(). */
function* uncalled(_: RefusedModel, followed: Followed): Iterable<Fix> {
  const train = propertyOf(definitionOf(followed), "train");
  for (const name of ["loss", "optimizer"]) {
    const property = train && propertyOf(valueOf(train), name);
    const value = property && valueOf(property);
    if (!value || !(ts.isIdentifier(value) || ts.isPropertyAccessExpression(value))) continue;
    const text = `${value.getText(followed.file)}()`;
    yield* fixOf(`Call ${text}`, [renamed(followed.file, property, name, text)]);
  }
}

/** An input's shape with the batch in front of it, or a size of 0. */
function* unsized(_: RefusedModel, followed: Followed): Iterable<Fix> {
  for (const [name, shape] of Object.entries(followed.definition.inputs ?? {})) {
    const list = Array.isArray(shape) ? shapeOf(followed, name) : undefined;
    if (!list || list.elements.length < 2) continue;
    const isSize = (n: unknown) => typeof n === "number" && Number.isSafeInteger(n) && n > 0;
    const [first, ...rest] = shape;
    const file = list.getSourceFile();
    const texts = list.elements.map((e) => e.getText(file));
    if (!isSize(first) && rest.every(isSize))
      yield* fixOf(`Leave the batch out of ${name}: [${rest.join(", ")}]`, [
        replaced(file, list, `[${texts.slice(1).join(", ")}]`),
      ]);
  }
}

/** An output called loss. */
function* renamedOutput(_: RefusedModel, followed: Followed): Iterable<Fix> {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node) && ts.isReturnStatement(node.parent)) found.push(node);
    if (ts.isObjectLiteralExpression(node) && ts.isParenthesizedExpression(node.parent))
      found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(followed.call);
  for (const object of found) {
    const property = ts.isObjectLiteralExpression(object) ? propertyOf(object, "loss") : undefined;
    if (property)
      yield* fixOf("Call the output objective", [renamed(followed.file, property, "objective")]);
  }
}

const kinds: { readonly [code: string]: Kind } = {
  KS101: misspelt,
  KS102: uncalled,
  KS104: renamedOutput,
  KS108: unnamed,
  KS205: unsized,
};
