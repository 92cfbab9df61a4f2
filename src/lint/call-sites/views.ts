import { ts } from "ts-morph";
import type { Fix } from "../finding.ts";
import type { Machine } from "../interpreter/machine.ts";
import { Numbers } from "../interpreter/natives.ts";
import { asWatched, unknown, type Value } from "../interpreter/values.ts";
import { wrapped } from "./lexical.ts";
import { gathers } from "./gathers.ts";
import type { Facts } from "./module.ts";
import type { Told } from "../told.ts";

export type Run = "forward" | "trainStep" | "gradients" | "evaluate";

/** A call of a net that happened. */
export interface Happened {
  readonly net: object;
  readonly run: Run;
  readonly site: ts.CallExpression;
  /** Where the net was created. */
  readonly born: ts.Node;
}

/** Which calls overwrite what a run gave. */
const overwriters: { readonly [R in Run]: readonly Run[] } = {
  forward: ["forward", "trainStep", "gradients", "evaluate"],
  evaluate: ["evaluate"],
  gradients: ["gradients", "trainStep"],
  trainStep: [],
};

const isRecord = (outputs: Facts["outputs"]): outputs is ReadonlyMap<string, readonly number[]> =>
  outputs instanceof Map;

const shapesOfViews = new WeakMap<object, readonly number[]>();
/** Of what a net gave: the shape of one sample. */
export const shapeOfView = (value: Value): readonly number[] | undefined =>
  value instanceof Numbers ? shapesOfViews.get(value) : undefined;

export interface Viewing {
  readonly facts: Facts;
  readonly m: Machine;
  readonly report: (told: Told) => void;
  /** Where results were made of which it was told already that they are kept. */
  readonly told: Set<ts.Node>;
  /** What was last given where an expression stands. */
  readonly turns: Map<ts.Node, Happened>;
}

/** What a run gives, watched for being read after a call that overwrites it. `samples`: where known. */
export function resultOf(made: Happened, samples: number | undefined, viewing: Viewing): Value {
  const { outputs } = viewing.facts;
  const view = (shape: readonly number[]): Value => {
    const numbers = new Numbers(
      "Float32Array",
      samples === undefined ? unknown : samples * shape.reduce((a, b) => a * b, 1),
    );
    shapesOfViews.set(numbers, shape);
    return watched(numbers, made, viewing);
  };
  if (made.run === "trainStep") return unknown;
  if (made.run === "forward")
    return isRecord(outputs)
      ? watched(
          Object.freeze(
            Object.fromEntries([...outputs].map(([name, shape]) => [name, view(shape)])),
          ),
          made,
          viewing,
        )
      : view(outputs);
  const score = Object.freeze({ loss: unknown, correct: unknown });
  // gradients are by layer, which the module's constants do not name
  return made.run === "evaluate" ? watched(score, made, viewing) : unknown;
}

function watched<T extends object>(value: T, made: Happened, viewing: Viewing): T {
  return asWatched(value, (node) => {
    const { m, told, turns } = viewing;
    if (told.has(made.site)) return;
    const before = turns.get(node);
    const again = before?.net === made.net && before !== made && m.past.lastIndexOf(before) >= 0;
    turns.set(node, made);
    // of a record of several outputs, each is watched itself
    const isRead = (value instanceof Numbers || made.run !== "forward") && reads(node);
    const over = gathers(node, made, again) ? made : isRead ? overwriting(made, m) : undefined;
    if (!over) return;
    told.add(made.site);
    viewing.report(kept(node, made, over, viewing));
  });
}

/** The first call since that overwrote what was made. */
function overwriting(made: Happened, { past, since }: Machine): Happened | undefined {
  const at = past.lastIndexOf(made);
  if (at < 0) return undefined;
  const calls = past
    .slice(Math.max(at + 1, since))
    .filter((one): one is Happened => isHappened(one) && one.net === made.net);
  const trained = calls.some(({ run }) => run === "trainStep");
  return calls.find(
    (one) =>
      overwriters[made.run].includes(one.run) && !isIdle(one) && (trained || !isSame(one, made)),
  );
}

const isHappened = (value: object): value is Happened => "run" in value && "net" in value;

/** Whether nobody asked for what it gave: the view from before is read on purpose. */
const isIdle = ({ run, site }: Happened): boolean =>
  run === "forward" && ts.isExpressionStatement(wrapped(site).parent);

/** Another look at the same data gives the same again. */
const isSame = (one: Happened, made: Happened): boolean =>
  one.site !== made.site &&
  made.run === "forward" &&
  (one.run === "forward" || one.run === "evaluate") &&
  one.site.arguments[0]?.getText() === made.site.arguments[0]?.getText();

/** Whether what is in it counts there, and not only that it is there. */
function reads(given: ts.Expression): boolean {
  const node = wrapped(given);
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent))
    return parent.expression === node && !still.has(parent.name.text) && !isAssigned(parent);
  if (ts.isElementAccessExpression(parent))
    return parent.expression === node && !isAssigned(parent);
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent))
    return parent.expression !== node && !compares(parent);
  if (ts.isVariableDeclaration(parent)) return !ts.isIdentifier(parent.name);
  return (
    ts.isSpreadElement(parent) ||
    ts.isSpreadAssignment(parent) ||
    (ts.isForOfStatement(parent) && parent.expression === node) ||
    ts.isReturnStatement(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isTemplateSpan(parent)
  );
}

/** What of a typed array does not change with its numbers, and what only writes. */
const still = new Set(
  "length byteLength byteOffset buffer BYTES_PER_ELEMENT shape set fill subarray".split(" "),
);

const isAssigned = ({ parent }: ts.Expression): boolean =>
  ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;

/** Whether two views are one is asked of the views themselves. */
function compares({ expression }: ts.CallExpression | ts.NewExpression): boolean {
  const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : "";
  return /^(is|toBe|equal|strictEqual|notEqual|notStrictEqual)$/.test(name);
}

function kept(node: ts.Expression, made: Happened, over: Happened, { m, facts }: Viewing): Told {
  const file = node.getSourceFile();
  const line = (site: ts.CallExpression): string => {
    const source = site.getSourceFile();
    const at = source.getLineAndCharacterOfPosition(site.getStart(source)).line + 1;
    return source === file ? `line ${at}` : `${source.fileName.replace(/^.*\//, "")}:${at}`;
  };
  const again = over === made;
  const record = isRecord(facts.outputs);
  const what = made.run === "evaluate" ? "the score" : "the result";
  return {
    site: { file, call: made.site },
    at: node,
    trail: [...m.trail],
    severity: "warning",
    diagnostic: {
      code: "KS524",
      message: again
        ? `${what} of each ${made.run} is kept, but the next call of ${facts.name} overwrites it: all that is kept is the last`
        : `${what} of ${made.run} on ${line(made.site)} is read after ${over.run} on ${line(over.site)}, which overwrites it`,
      notes: [
        made.run === "evaluate"
          ? "a net has one object for its scores: there is nothing new to collect"
          : "a net gives views of its own memory, good until its next call",
      ],
      fix:
        made.run === "evaluate"
          ? "Copy it where it is made: `{ ...net.evaluate(…) }`."
          : record
            ? "Copy what is needed where it is made: `net.forward(…).name.slice()`."
            : "Copy it where it is made: `net.forward(…).slice()`.",
    },
    candidates: () => copies(made, record),
  };
}

/** The result copied where it is made. */
function copies({ run, site }: Happened, record: boolean): readonly Fix[] {
  const file = site.getSourceFile();
  const put = (at: number, text: string) => ({ file: file.fileName, start: at, end: at, text });
  const outer = wrapped(site);
  const { parent } = outer;
  if (run === "evaluate") {
    const plain = ts.isVariableDeclaration(parent) || ts.isBinaryExpression(parent);
    if (!plain) return [];
    const edits = [put(outer.getStart(file), "{ ..."), put(outer.end, " }")];
    return [{ title: "Copy the score", edits }];
  }
  const taken = ts.isPropertyAccessExpression(parent) && parent.expression === outer;
  if (record && !taken) return [];
  const at = record ? parent.end : site.end;
  return [{ title: "Copy the result: .slice()", edits: [put(at, ".slice()")] }];
}
