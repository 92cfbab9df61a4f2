import { ts } from "ts-morph";
import type { Code } from "../diagnostics.ts";
import { codeOf, meant } from "./codes.ts";
import type { Finding, Span } from "./finding.ts";
import { nearest } from "./nearest.ts";
import { spanOf } from "./span.ts";

/**
 * What a file's comments say to the linter, each with codes or names behind it; with none it means all:
 *
 *     // kernelsmith-disable-next-line KS251 -- the last column is a border anyway
 *     // kernelsmith-disable-line dropped-border
 *     // kernelsmith-disable KS251, KS305        … until kernelsmith-enable, or to the file's end
 *
 * The next line is the next with code on it.
 */
export interface Directives {
  /** Whether a comment takes back what is found there. */
  readonly silence: (code: Code, at: Span) => boolean;
  /** KS511, of comments that are not understood. */
  readonly findings: readonly Finding[];
}

export function directivesOf(file: ts.SourceFile): Directives {
  const said = [...commentsOf(file)];
  const silence = (code: Code, at: Span): boolean => {
    const speak = said.filter(({ names, codes }) => names.length === 0 || codes.includes(code));
    return (
      at.file === file.fileName &&
      (speak.some(({ line }) => line === at.line) ||
        speak.findLast(({ on, from }) => on !== undefined && from <= at.start)?.on === false)
    );
  };
  const findings = said.flatMap(faultsOf).filter(({ code, at }) => !silence(code, at));
  return { silence, findings };
}

/** Findings without what a file's comments take back, and with what is wrong with these. */
export function applyDirectives(
  file: ts.SourceFile,
  findings: readonly Finding[],
): readonly Finding[] {
  const { silence, findings: own } = directivesOf(file);
  return [...findings.filter(({ code, at }) => !silence(code, at)), ...own];
}

interface Directive {
  readonly verb: string;
  /** The word that it is, or was meant to be. */
  readonly near: string;
  /** As written, and those of them that there are. */
  readonly names: readonly string[];
  readonly codes: readonly Code[];
  readonly at: Span;
  /** The one line that it is about, */
  readonly line?: number;
  /** or whether all from here on is told. */
  readonly on?: boolean;
  readonly from: number;
}

/** What each word means for the code behind it: `comment` and `next` are lines. */
const verbs: {
  readonly [verb: string]: (comment: number, next: number) => Pick<Directive, "line" | "on">;
} = {
  "disable-next-line": (_, next) => ({ line: next }),
  "disable-line": (comment) => ({ line: comment }),
  disable: () => ({ on: false }),
  enable: () => ({ on: true }),
};

const opening = /^\/[/*]\**\s*kernelsmith-([\w-]+)([\s\S]*?)(?:\*\/)?$/;

/** The comments to the linter, in their order. */
function* commentsOf(file: ts.SourceFile): Iterable<Directive> {
  if (!file.text.includes("kernelsmith-")) return;
  const line = (offset: number) => file.getLineAndCharacterOfPosition(offset).line + 1;
  const tokens = [...tokensOf(file, file)];
  const comments = new Map(
    tokens.flatMap((token) => around(file.text, token)).map((range) => [range.pos, range]),
  );
  for (const range of comments.values()) {
    const [whole, verb = "", rest = ""] = opening.exec(file.text.slice(range.pos, range.end)) ?? [];
    const near = nearest(verb, Object.keys(verbs));
    if (whole === undefined || near === undefined) continue; // "kernelsmith-based", as a word among others
    const [list = ""] = rest.split(/(?:^|\s)--+(?:\s|$)/);
    const names = list.split(/[\s,]+/).filter((name) => /\w/.test(name));
    const next = tokens.find((t) => t.pos >= range.pos && line(t.getStart(file)) > line(range.end));
    yield {
      verb,
      near,
      names,
      codes: names.flatMap((name) => codeOf(name) ?? []),
      at: spanOf(file, range.pos, range.end),
      from: range.end,
      ...(near === verb && verbs[verb]?.(line(range.pos), line(next?.getStart(file) ?? range.end))),
    };
  }
}

/** The leaves of the tree: what is in strings, templates and regular expressions is in one of them. */
function* tokensOf(node: ts.Node, file: ts.SourceFile): Iterable<ts.Node> {
  if (ts.isJSDoc(node)) return; // it stands before a token, which has it
  const children = node.getChildren(file);
  const { JsxText, SyntaxList } = ts.SyntaxKind;
  if (children.length === 0 && node.kind !== JsxText && node.kind !== SyntaxList) yield node;
  for (const child of children) yield* tokensOf(child, file);
}

/** The comments between the token before and this one, and behind it on its line. */
const around = (text: string, token: ts.Node): readonly ts.CommentRange[] => [
  ...(ts.getLeadingCommentRanges(text, token.pos) ?? []),
  ...(ts.getTrailingCommentRanges(text, token.end) ?? []),
];

function faultsOf({ verb, near, names, at }: Directive): readonly Finding[] {
  const bad = (message: string, fix: string): Finding => ({
    code: "KS511",
    severity: "warning",
    message,
    fix,
    at,
    trail: [],
    fixes: [],
  });
  if (near !== verb)
    return [bad(`there is no comment kernelsmith-${verb}`, `There is kernelsmith-${near}.`)];
  return names
    .filter((name) => codeOf(name) === undefined)
    .map((name) => bad(`there is no rule "${name}"`, `${meant(name)} A reason goes behind --.`));
}
