import { describe, expect, it } from "vitest";
import { comment } from "../../../codegen/schedule/comment.ts";
import type { Nest, Store } from "../../../codegen/schedule/group.ts";
import { compact } from "../../../codegen/memory/storage.ts";
import { ordered } from "../../../codegen/simd/order.ts";
import { Axis, constant } from "../../../src/tensor/axis.ts";
import { mul, number, read, type Tensor } from "../../../src/tensor/expr.ts";

const c = new Axis("c", 12);
const none = { times: new Map<Axis, number>() };

describe("a kernel's comment", () => {
  const x: Tensor = { name: "x", shape: [12] };
  const y: Tensor = { name: "y", shape: [6, 12] };
  const pieces = (count: number): Nest => ({
    axes: [c],
    stores: Array.from({ length: count }, (_, k): Store => {
      const body = mul(number(k + 2), read(x, [c]));
      return { tensor: y, at: [constant(k), c], body, from: "y" };
    }),
  });

  it("has a formula for each of a few stores", () => {
    expect(comment(pieces(4), none)).toEqual([
      "y[0,c] = 2 · x[c]",
      "y[1,c] = 3 · x[c]",
      "y[2,c] = 4 · x[c]",
      "y[3,c] = 5 · x[c]",
    ]);
  });

  it("has the first two of many, how many more, and the last", () => {
    expect(comment(pieces(6), { times: new Map([[c, 4]]) })).toEqual([
      "y[0,c] = 2 · x[c]",
      "y[1,c] = 3 · x[c]",
      "… 3 more",
      "y[5,c] = 7 · x[c]",
      "c by 4.",
    ]);
  });

  it("names axes that one loop walks together, and counts that loop's steps", () => {
    const [h, w] = [new Axis("h", 5), new Axis("w", 4)];
    const a: Tensor = { name: "a", shape: [5, 4] };
    const b: Tensor = { name: "b", shape: [5, 4] };
    const store = { tensor: b, at: [h, w], body: mul(number(2), read(a, [h, w])), from: "b" };
    const lies = (tensor: Tensor) => compact(tensor, false);
    const nest = ordered({ axes: [h, w], stores: [store] }, lies, new Set(), [], []);
    expect(nest.axes).toEqual([w]);
    expect(comment(nest, { times: new Map([[w, 4]]) })).toEqual(["b[h,w] = 2 · a[h,w]", "w by 4."]);
    expect(comment(nest, { times: new Map([[w, 20]]) }).at(-1)).toBe("w unrolled.");
  });
});
