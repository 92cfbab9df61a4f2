import { expect, it } from "vitest";
import { Axis } from "../../src/tensor/axis.ts";
import { evaluate } from "../../src/tensor/evaluate.ts";
import { add, greatest, mul, number, read, sum, type Tensor } from "../../src/tensor/expr.ts";
import { define, type Program } from "../../src/tensor/program.ts";
import { random } from "../support/samples.ts";
import { runCompiled } from "../support/run.ts";

/** Tensors of 70 kB and more a sample, whose halos alone are filled: of 0 on one side, of −∞ all around. */
it("a large tensor's halo holds what is outside of it, for every sample", () => {
  const shape = [3, 16, 33, 35];
  const [x, doubled, crossed, highest] = ["x", "doubled", "crossed", "highest"].map(
    (name): Tensor => ({ name, shape }),
  ) as [Tensor, Tensor, Tensor, Tensor]; // as many as there are names
  const axes = () => shape.map((size, d) => new Axis(["n", "c", "h", "w"][d] ?? "i", size));
  const [n, c, h, w] = axes() as [Axis, Axis, Axis, Axis]; // the shape has four
  const [r, s] = [new Axis("r", 3), new Axis("s", 3)];
  const own = axes();
  const program: Program = {
    inputs: [x],
    definitions: [
      define(doubled, own, mul(read(x, own), number(2)), "doubled"),
      define(
        crossed,
        [n, c, h, w],
        add(
          sum([r, s], read(doubled, [n, c, h.plus(r).minus(2), w.plus(s)])),
          read(x, [n, c, h, w]),
        ),
        "crossed",
      ),
      define(
        highest,
        [n, c, h, w],
        greatest([r, s], read(crossed, [n, c, h.plus(r).minus(1), w.plus(s).minus(1)], -Infinity)),
        "highest",
      ),
    ],
    outputs: [highest],
  };
  const values = new Map([[x, random(shape, -1, 0, 7)]]);
  const wanted = evaluate(program, values).get(highest) ?? [];
  const found = runCompiled("wasm", program, values, new Set([x]), 3).get(highest) ?? [];
  expect(found.length).toBe(wanted.length);
  for (const [i, v] of wanted.entries()) expect(Math.abs(v - (found[i] ?? NaN))).toBeLessThan(1e-5);
});
