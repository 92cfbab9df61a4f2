import { ts as syntax } from "ts-morph";
import type ts from "typescript";
import { type Annotation, annotations } from "../lint/annotations.ts";
import type { Linted } from "../lint/lint.ts";
import { describe } from "./describe.ts";

/** Each layer's output shape at the end of its call. */
export const hintsOf = (linted: Linted, { start, length }: ts.TextSpan): readonly ts.InlayHint[] =>
  annotations(linted)
    .filter(({ call }) => start <= call.end && call.end <= start + length)
    .map(({ call, shape }) => ({
      text: shape,
      position: call.end,
      kind: "Type" as ts.InlayHintKind, // an enum of the server's own TypeScript
      whitespaceBefore: true,
    }));

/** What TypeScript says of a layer's function, or of the variable that its result is put into, and what it makes. */
export function infoAt(
  linted: Linted,
  position: number,
  prior: ts.QuickInfo | undefined,
): ts.QuickInfo | undefined {
  for (const one of annotations(linted)) {
    const span = spansOf(one).find(
      ({ start, length }) => start <= position && position <= start + length,
    );
    if (!span) continue;
    const said = prior?.documentation?.length ? [...prior.documentation, line("\n\n")] : [];
    return {
      kind: "call" as ts.ScriptElementKind, // an enum of the server's own TypeScript
      kindModifiers: "",
      textSpan: span,
      ...prior,
      documentation: [...said, line(describe(one, linted.models))],
    };
  }
  return prior;
}

const line = (text: string): ts.SymbolDisplayPart => ({ text, kind: "text" });

/** conv2d in conv2d(x), and h in const h = conv2d(x). */
function spansOf({ file, call }: Annotation): readonly ts.TextSpan[] {
  const { parent } = call;
  const named = syntax.isVariableDeclaration(parent) && parent.initializer === call;
  return [call.expression, ...(named ? [parent.name] : [])].map((node) => {
    const start = node.getStart(file);
    return { start, length: node.end - start };
  });
}
