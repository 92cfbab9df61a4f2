import { ts } from "ts-morph";
import { isBlurred, isPlain, unknown, type Value } from "./values.ts";

const kind = ts.SyntaxKind;
type Row = (a: never, b: never) => Value;

/** Operators of two numbers, or of two of whatever has an order. */
const rows: ReadonlyMap<ts.SyntaxKind, Row> = new Map<ts.SyntaxKind, Row>(
  (
    [
      [kind.PlusToken, kind.PlusEqualsToken, (a: number, b: number) => a + b],
      [kind.MinusToken, kind.MinusEqualsToken, (a: number, b: number) => a - b],
      [kind.AsteriskToken, kind.AsteriskEqualsToken, (a: number, b: number) => a * b],
      [kind.SlashToken, kind.SlashEqualsToken, (a: number, b: number) => a / b],
      [kind.PercentToken, kind.PercentEqualsToken, (a: number, b: number) => a % b],
      [
        kind.AsteriskAsteriskToken,
        kind.AsteriskAsteriskEqualsToken,
        (a: number, b: number) => a ** b,
      ],
      [
        kind.LessThanLessThanToken,
        kind.LessThanLessThanEqualsToken,
        (a: number, b: number) => a << b,
      ],
      [
        kind.GreaterThanGreaterThanToken,
        kind.GreaterThanGreaterThanEqualsToken,
        (a: number, b: number) => a >> b,
      ],
      [
        kind.GreaterThanGreaterThanGreaterThanToken,
        kind.GreaterThanGreaterThanGreaterThanEqualsToken,
        (a: number, b: number) => a >>> b,
      ],
      [kind.AmpersandToken, kind.AmpersandEqualsToken, (a: number, b: number) => a & b],
      [kind.BarToken, kind.BarEqualsToken, (a: number, b: number) => a | b],
      [kind.CaretToken, kind.CaretEqualsToken, (a: number, b: number) => a ^ b],
      [kind.LessThanToken, kind.LessThanToken, (a: number, b: number) => a < b],
      [kind.LessThanEqualsToken, kind.LessThanEqualsToken, (a: number, b: number) => a <= b],
      [kind.GreaterThanToken, kind.GreaterThanToken, (a: number, b: number) => a > b],
      [kind.GreaterThanEqualsToken, kind.GreaterThanEqualsToken, (a: number, b: number) => a >= b],
      [kind.EqualsEqualsToken, kind.EqualsEqualsToken, (a: number, b: number) => a == b], // eslint-disable-line eqeqeq -- the program's own
      [kind.ExclamationEqualsToken, kind.ExclamationEqualsToken, (a: number, b: number) => a != b], // eslint-disable-line eqeqeq -- the program's own
    ] as const
  ).flatMap(
    ([plain, assigning, run]) =>
      [
        [plain, run as Row],
        [assigning, run as Row],
      ] as const,
  ), // applied to values that are no objects
);

const isSimple = (value: Value): boolean =>
  (typeof value !== "object" || value === null) &&
  typeof value !== "function" &&
  typeof value !== "bigint";

export function operate(operator: ts.SyntaxKind, a: Value, b: Value): Value {
  if (a === unknown || b === unknown) return unknown;
  if (operator === kind.EqualsEqualsEqualsToken) return a === b;
  if (operator === kind.ExclamationEqualsEqualsToken) return a !== b;
  if (operator === kind.InKeyword)
    return isPlain(b) && !isBlurred(b) && typeof a === "string" && !(a in Object.prototype)
      ? Object.hasOwn(b, a)
      : unknown;
  const run = rows.get(operator);
  return run && isSimple(a) && isSimple(b) ? run(a as never, b as never) : unknown;
}
