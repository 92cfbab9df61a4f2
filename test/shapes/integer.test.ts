import { test } from "vitest";
import type {
  Add,
  CeilDiv,
  Compare,
  FloorDiv,
  Less,
  Max,
  Min,
  Mod,
  Mul,
  Sub,
} from "../../src/shapes/index.ts";
import { same } from "./same.ts";

/* Checked by tsc; running these files proves nothing. */

test("sums carry, differences borrow and may be negative", () => {
  same<Add<224, 2>, 226>();
  same<Add<999, 1>, 1000>();
  same<Add<1, 9999>, 10000>();
  same<Add<0, 0>, 0>();
  same<Add<-5, 3>, -2>();
  same<Sub<1000, 1>, 999>();
  same<Sub<100, 100>, 0>();
  same<Sub<5, 7>, -2>();
  same<Sub<5, -7>, 12>();
});

test("products and quotients are whole", () => {
  same<Mul<512, Mul<7, 7>>, 25088>();
  same<Mul<9999999, 0>, 0>();
  same<Mul<-12, 12>, -144>();
  same<FloorDiv<223, 2>, 111>();
  same<FloorDiv<25088, 49>, 512>();
  same<FloorDiv<-1, 2>, -1>();
  same<FloorDiv<-4, 2>, -2>();
  same<CeilDiv<223, 2>, 112>();
  same<CeilDiv<-1, 2>, 0>();
  same<Mod<25088, 512>, 0>();
  same<Mod<100, 7>, 2>();
  same<Mod<-1, 4>, 3>();
});

test("a longer number is greater, and −10 is less than −9", () => {
  same<Compare<99, 100>, "<">();
  same<Compare<7, 7>, "=">();
  same<Compare<-10, -9>, "<">();
  same<Less<3, 12>, true>();
  same<Max<-3, 2>, 2>();
  same<Min<10, 9>, 9>();
});

test("what is not one known integer gives number and no verdict", () => {
  same<Add<number, 1>, number>();
  same<Add<1 | 2, 1>, number>();
  same<Add<1, never>, number>();

  same<Mul<any, 0>, number>();
  same<Add<1.5, 1>, number>();
  same<FloorDiv<1, 0>, number>();
  same<FloorDiv<1, -2>, number>();
  same<Less<number, 1>, false>();
  same<Less<1 | 20, 3>, false>();
  same<Max<number, 1>, number>();
  same<Compare<never, 1>, "<" | "=" | ">">();
});
