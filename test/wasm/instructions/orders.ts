import { type Case, type Cases, d2, f4, i4, l2, of } from "./case.ts";

type Bit = 0 | 1;
type Answers = readonly [less: Bit, equal: Bit, greater: Bit, last: Bit];

/** What a comparison says of −1 and 1, of −1 and −1, of 1 and −1, of 3 and 7. */
const signed: { readonly [order: string]: Answers } = {
  eq: [0, 1, 0, 0],
  ne: [1, 0, 1, 1],
  lt_s: [1, 0, 0, 1],
  gt_s: [0, 0, 1, 0],
  le_s: [1, 1, 0, 1],
  ge_s: [0, 1, 1, 0],
};
const integers: { readonly [order: string]: Answers } = {
  ...signed,
  lt_u: [0, 0, 1, 1],
  gt_u: [1, 0, 0, 0],
  le_u: [0, 1, 1, 1],
  ge_u: [1, 1, 0, 0],
};
/** Of −2 and −1, of 2 and 2, of 2 and 1, of NaN and NaN. */
const floats: { readonly [order: string]: Answers } = {
  eq: [0, 1, 0, 0],
  ne: [1, 0, 1, 1],
  lt: [1, 0, 0, 0],
  gt: [0, 0, 1, 0],
  le: [1, 1, 0, 0],
  ge: [0, 1, 1, 0],
};

const table = (
  family: string,
  orders: { readonly [order: string]: Answers },
  cases: (answers: Answers) => readonly Case[],
): Cases =>
  Object.fromEntries(
    Object.entries(orders).map(([order, answers]) => [`${family}.${order}`, cases(answers)]),
  );

/** True in a lane is −1. */
const l2mask = (a: Bit, b: Bit) => l2(-BigInt(a), -BigInt(b));

const floatCases = ([less, equal, greater, last]: Answers) => [
  of(-2, -1).is(less),
  of(2, 2).is(equal),
  of(2, 1).is(greater),
  of(NaN, NaN).is(last),
];

/** As bits of float64, −2 and −2.3e77: there the first is greater. */
const minusTwo = -0x4000000000000000n;
const minusMore = -0x3000000000000000n;

export const orders: Cases = {
  ...table("i32", integers, ([less, equal, greater, last]) => [
    of(-1, 1).is(less),
    of(-1, -1).is(equal),
    of(1, -1).is(greater),
    of(3, 7).is(last),
  ]),
  ...table("i64", integers, ([less, equal, greater, last]) => [
    of(-1n, 1n).is(less),
    of(-1n, -1n).is(equal),
    of(1n, -1n).is(greater),
    of(3n, 7n).is(last),
  ]),
  ...table("f32", floats, floatCases),
  ...table("f64", floats, floatCases),
  ...table("i32x4", integers, ([less, equal, greater, last]) => [
    of(i4(-1, 3, 1, -1), i4(1, 7, -1, -1)).is(i4(-less, -last, -greater, -equal)),
    of(i4(-1, 1, -1, 3), i4(1, -1, -1, 7)).is(i4(-less, -greater, -equal, -last)),
  ]),
  ...table("i64x2", signed, ([less, equal, greater, last]) => [
    of(l2(minusTwo, -1n), l2(minusMore, -1n)).is(l2mask(less, equal)),
    of(l2(7n, 3n), l2(3n, 7n)).is(l2mask(greater, last)),
  ]),
  ...table("f32x4", floats, ([less, equal, greater, last]) => [
    of(f4(-2, 2, 2, NaN), f4(-1, 2, 1, NaN)).is(i4(-less, -equal, -greater, -last)),
  ]),
  ...table("f64x2", floats, ([less, equal, greater, last]) => [
    of(d2(-2, 2), d2(-1, 2)).is(l2mask(less, equal)),
    of(d2(2, NaN), d2(1, NaN)).is(l2mask(greater, last)),
  ]),
};
