import { ts } from "ts-morph";
import { type Annotation, annotations } from "./annotations.ts";
import type { Linted } from "./lint.ts";

/** What an annotation starts with. */
const sign = "//=>";

/**
 * The source with the shape of what each layer gives at the end of the line where its call ends:
 *
 *   const c1 = relu(conv2d(image, { filters: 6, kernel: 5 })); //=> [6, 24, 24]
 *
 * Annotations that stand there already are replaced, those of lines without a layer removed; all else stays
 * as it is, line ends too.
 */
export function annotate(linted: Linted, text: string): string {
  const source = ts.createSourceFile(linted.file, text, ts.ScriptTarget.Latest, true);
  const shapes = byLine(annotations(linted), source);
  const closed = openLines(source);
  const comments = commentsOf(source);
  let start = 0;
  const lines = text.split(/(\r\n|\n|\r)/);
  return lines
    .map((line, i) => {
      const end = start + line.length;
      const from = start;
      start = end;
      if (i % 2 === 1) return line;
      const shape = closed.has(i / 2) ? undefined : shapes.get(i / 2);
      return annotated(line, shape, comments.get(i / 2), from);
    })
    .join("");
}

/** A line with its shape in place of the one it had; the comment, if it ends in one, starts at `comment`. */
function annotated(
  line: string,
  shape: string | undefined,
  comment: number | undefined,
  from: number,
): string {
  const before = comment === undefined ? line.length : comment - from;
  const at = line.slice(before).search(/\/\/=> *(\[[^\]]*\]|…|[ |,])*\s*$/);
  const bare = at >= 0 ? line.slice(0, before + at).trimEnd() : line;
  if (shape === undefined) return bare;
  return `${bare.trimEnd()} ${sign} ${shape}`;
}

/** The shape at each line, counted from 0: of several calls that end there the outermost, or the last. */
function byLine(all: readonly Annotation[], source: ts.SourceFile): ReadonlyMap<number, string> {
  const ends = all.toSorted((a, b) => a.call.end - b.call.end);
  const lineOf = (at: number) => source.getLineAndCharacterOfPosition(at).line;
  return new Map(ends.map(({ call, shape }) => [lineOf(call.end), shape]));
}

/** The lines that end within a text of several lines, or in a comment that goes on: nothing can be added there. */
function openLines(source: ts.SourceFile): ReadonlySet<number> {
  const open = new Set<number>();
  const lineOf = (at: number) => source.getLineAndCharacterOfPosition(at).line;
  const through = (start: number, end: number) => {
    for (let line = lineOf(start); line < lineOf(end); line++) open.add(line);
  };
  const visit = (node: ts.Node): void => {
    if (isText(node)) through(node.getStart(source), node.end);
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const { pos, end, kind } of allComments(source))
    if (kind === ts.SyntaxKind.MultiLineCommentTrivia) through(pos, end);
  return open;
}

const isText = (node: ts.Node): boolean =>
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isStringLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isJsxText(node);

/** Where the comment starts that a line ends with, by line. */
function commentsOf(source: ts.SourceFile): ReadonlyMap<number, number> {
  const single = allComments(source).filter(
    ({ kind }) => kind === ts.SyntaxKind.SingleLineCommentTrivia,
  );
  return new Map(single.map(({ pos }) => [source.getLineAndCharacterOfPosition(pos).line, pos]));
}

/** Every comment of a source, wherever it stands. */
function allComments(source: ts.SourceFile): readonly ts.CommentRange[] {
  const found = new Map<number, ts.CommentRange>();
  const visit = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(source.text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(source.text, node.end) ?? []),
    ];
    if (!ts.isJsxText(node)) for (const range of ranges) found.set(range.pos, range);
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return [...found.values()];
}
