import { ts } from "ts-morph";
import type { Diagnostic } from "../../diagnostics.ts";
import { losses } from "../../graph/losses.ts";
import { optimizers } from "../../graph/optimizers.ts";
import { fixOf, importing, setOption } from "../edit.ts";
import type { Fix } from "../finding.ts";
import type { CallSite } from "../followed.ts";
import { nearest } from "../nearest.ts";
import { foreign } from "./foreign.ts";
import {
  definitionOf,
  propertyOf,
  type Property,
  renamed,
  replaced,
  shapeOf,
  valueOf,
} from "./source.ts";
import { dropOption, renameOption, writtenAs } from "./written.ts";

/** What is refused about a model itself, its loss or its optimizer, and where. */
export type RefusedModel = CallSite & { readonly diagnostic: Diagnostic };

/** What may make it right, the best first: none of it has been tried. `model` where it is known by its call. */
export function mendModel(refused: RefusedModel, model: CallSite = refused): readonly Fix[] {
  return [...(kinds[refused.diagnostic.code]?.(refused, model) ?? [])];
}

type Kind = (refused: RefusedModel, model: CallSite) => Iterable<Fix>;

/** An option of the model, of its training, of its loss or its optimizer by another name. */
function* misspelt(refused: RefusedModel): Iterable<Fix> {
  const { choices = [] } = refused.diagnostic;
  const definition = definitionOf(refused);
  const train = propertyOf(definition, "train");
  if (choices.length > 0) {
    for (const name of namesOf(writtenAs(refused)[0])) {
      if (choices.includes(name)) continue;
      for (const to of [...foreign(name), nearest(name, choices) ?? ""])
        if (choices.includes(to)) yield* fixOf(`Call it ${to}`, renameOption(refused, name, to));
      yield* fixOf(`Remove ${name}`, dropOption(refused, name));
    }
    return;
  }
  yield* keys(refused.file, definition, ["name", "inputs", "outputs", "train"]);
  yield* keys(refused.file, train && valueOf(train), ["loss", "optimizer"]);
}

const namesOf = (object: ts.Expression | undefined): readonly string[] =>
  object && ts.isObjectLiteralExpression(object)
    ? object.properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []))
    : [];

/** The keys of an object that are none of these words. */
function* keys(
  file: ts.SourceFile,
  object: ts.Expression | undefined,
  words: readonly string[],
): Iterable<Fix> {
  if (!object || !ts.isObjectLiteralExpression(object)) return;
  for (const { name } of object.properties) {
    if (!name || !ts.isIdentifier(name) || words.includes(name.text)) continue;
    const to = nearest(name.text, words);
    const property = propertyOf(object, name.text);
    if (to && property) yield* fixOf(`Call it ${to}`, [renamed(file, property, to)]);
    else if (to) yield* fixOf(`Call it ${to}`, [replaced(file, name, to)]); // a method
  }
}

/** A loss of an output that there is not, or of none where there are several; or no outputs at all. */
function* unnamed(refused: RefusedModel, model: CallSite): Iterable<Fix> {
  const { choices } = refused.diagnostic;
  const loss = trained(model, "loss");
  const written = loss && valueOf(loss);
  const call = refused.call === model.call ? written : refused.call;
  if (!choices) yield* returned(model);
  if (!choices || !call || !ts.isCallExpression(call)) return;
  const site = { file: refused.call === model.call ? model.file : refused.file, call };
  const property = propertyOf(call.arguments.at(-1), "of");
  const value = property && valueOf(property);
  const given = value && ts.isStringLiteralLike(value) ? value.text : undefined;
  const near = given === undefined ? undefined : nearest(given, choices);
  const likely = choices.find((name) => /logit|score|class/i.test(name));
  for (const of of new Set([near, likely, ...choices]))
    if (of !== undefined)
      yield* fixOf(`Set of: "${of}"`, setOption(site, "of", JSON.stringify(of)));
}

const trained = (model: CallSite, what: string): Property | undefined => {
  const train = propertyOf(definitionOf(model), "train");
  return train && propertyOf(valueOf(train), what);
};

/** Outputs whose last statement is what should be returned, or that are returned in a list. */
function* returned(model: CallSite): Iterable<Fix> {
  const { file } = model;
  const definition = definitionOf(model);
  if (!definition || !ts.isObjectLiteralExpression(definition)) return;
  const outputs = definition.properties.find(
    ({ name }) => name && ts.isIdentifier(name) && name.text === "outputs",
  );
  const fn = outputs && ts.isPropertyAssignment(outputs) ? outputs.initializer : outputs;
  if (!fn || !ts.isFunctionLike(fn) || !("body" in fn) || !fn.body) return;
  const last = ts.isBlock(fn.body) ? fn.body.statements.at(-1) : undefined;
  if (last && ts.isExpressionStatement(last)) {
    const start = last.getStart(file);
    yield* fixOf("Return it", [{ file: file.fileName, start, end: start, text: "return " }]);
  }
  const [declared] = last && ts.isVariableStatement(last) ? last.declarationList.declarations : [];
  if (last && declared && ts.isIdentifier(declared.name)) {
    const { character } = file.getLineAndCharacterOfPosition(last.getStart(file));
    const text = `\n${" ".repeat(character)}return ${declared.name.text};`;
    yield* fixOf(`Return ${declared.name.text}`, [
      { file: file.fileName, start: last.end, end: last.end, text },
    ]);
  }
  const list = last && ts.isReturnStatement(last) ? last.expression : fn.body;
  if (!list || !ts.isArrayLiteralExpression(list) || list.elements.some(ts.isSpreadElement)) return;
  const named = list.elements.map((e, i) => {
    const text = e.getText(file);
    return ts.isIdentifier(e) ? text : `output${i + 1}: ${text}`;
  });
  const object = `{ ${named.join(", ")} }`;
  const text = list === fn.body ? `(${object})` : object;
  yield* fixOf("Give the outputs by name", [replaced(file, list, text)]);
}

/** A loss or an optimizer that is not called, or only named: crossEntropy or "adam" → crossEntropy(), adam(). */
function* uncalled(_: RefusedModel, model: CallSite): Iterable<Fix> {
  const known = { loss: Object.keys(losses), optimizer: Object.keys(optimizers) };
  for (const [name, words] of Object.entries(known)) {
    const property = trained(model, name);
    const value = property && valueOf(property);
    if (!value) continue;
    const word = ts.isStringLiteralLike(value) ? nearest(value.text, words) : undefined;
    const imported = word === undefined ? undefined : importing(model.file, word);
    const isName = ts.isIdentifier(value) || ts.isPropertyAccessExpression(value);
    const text = isName ? value.getText(model.file) : imported?.name;
    if (text === undefined) continue;
    const edits = [renamed(model.file, property, name, `${text}()`), ...(imported?.edits ?? [])];
    yield* fixOf(`Call ${text}()`, edits);
  }
}

/** An input's shape with the batch in front of it. */
function* unsized(_: RefusedModel, model: CallSite): Iterable<Fix> {
  const inputs = propertyOf(definitionOf(model), "inputs");
  for (const name of namesOf(inputs && valueOf(inputs))) {
    const list = shapeOf(model, name);
    if (!list || list.elements.length < 2) continue;
    const file = list.getSourceFile();
    const rest = list.elements.slice(1).map((e) => e.getText(file));
    const shape = `[${rest.join(", ")}]`;
    yield* fixOf(`Leave the batch out of ${name}: ${shape}`, [replaced(file, list, shape)]);
  }
}

/** An output called loss. */
function* renamedOutput(_: RefusedModel, model: CallSite): Iterable<Fix> {
  const found: ts.ObjectLiteralExpression[] = [];
  const visit = (node: ts.Node): void => {
    const { parent } = node;
    const given = parent && (ts.isReturnStatement(parent) || ts.isParenthesizedExpression(parent));
    if (given && ts.isObjectLiteralExpression(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(model.call);
  for (const object of found) {
    const property = propertyOf(object, "loss");
    if (!property) continue;
    yield* fixOf("Call the output objective", [renamed(model.file, property, "objective")]);
  }
}

const kinds: { readonly [code: string]: Kind } = {
  KS101: misspelt,
  KS102: uncalled,
  KS104: renamedOutput,
  KS108: unnamed,
  KS205: unsized,
};
