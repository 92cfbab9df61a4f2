import type { Func } from "../module.ts";
import { float, withSign } from "./lanes.ts";
import { vectorFunction } from "./vector-function.ts";

/** ±1, and x itself where it is ±0 or NaN. */
export const sign = (): Func =>
  vectorFunction("sign", ["x"], "±1; ±0 and NaN are their own", (_, x) =>
    float.select(float.greater(float.abs(x), 0), withSign(float.splat(1), x), x),
  );
