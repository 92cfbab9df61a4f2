import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KernelsmithError } from "../../src/diagnostics.ts";
import { renderAnswer } from "../../src/report/render-answer.ts";
import { type Question, solve } from "../../src/report/solve.ts";

const only = (question: Question) =>
  solve(question).solutions.map((s) => [s.input, s.output, s.kernel, s.stride, ...s.padding]);

describe("solve", () => {
  it("finds the output", () => {
    expect(only({ input: 28, kernel: 5, stride: 1, padding: 2 })).toEqual([[28, 28, 5, 1, 2, 2]]);
    expect(only({ input: 224, kernel: 7, stride: 2, padding: 3 })[0]?.[1]).toBe(112);
  });
  it("finds (F − 1)/2 for an equal size at stride 1", () => {
    expect(only({ input: 28, output: 28, kernel: 5, stride: 1 })).toEqual([[28, 28, 5, 1, 2, 2]]);
  });
  it("pads unevenly only where nothing else does", () => {
    expect(only({ input: 28, output: 28, kernel: 4, stride: 1 })).toEqual([[28, 28, 4, 1, 1, 2]]);
  });
  it("finds both kernels that a stride of 2 leaves open", () => {
    expect(only({ input: 224, output: 112, stride: 2, padding: 3 }).map((s) => s[2])).toEqual([
      7, 8,
    ]);
  });
  it("finds the inputs", () => {
    const inputs = only({ output: 14, kernel: 3, stride: 2, padding: 1 }).map((s) => s[0]);
    expect(inputs).toEqual([27, 28]);
  });
  it("finds stride and padding together", () => {
    expect(only({ input: 28, output: 14, kernel: 3 })).toEqual([[28, 14, 3, 2, 1, 1]]);
  });
  it("takes same padding for ⌈input / stride⌉", () => {
    const padding = "same";
    expect(only({ input: 15, kernel: 3, stride: 2, padding })[0]).toEqual([15, 8, 3, 2, 1, 1]);
    expect(only({ input: 16, kernel: 3, stride: 2, padding })[0]).toEqual([16, 8, 3, 2, 0, 1]);
  });
  it("turns a transposed convolution round", () => {
    expect(only({ input: 7, output: 14, kernel: 4, transposed: true })).toEqual([
      [7, 14, 4, 2, 1, 1],
    ]);
  });
  it("refuses what is no size, and nothing to go by", () => {
    expect(() => solve({ input: 0 })).toThrow(KernelsmithError);
    expect(() => solve({ input: 2.5 })).toThrow("input is 2.5");
    expect(() => solve({ kernel: 3 })).toThrow("neither input nor output");
  });

  it("finds each part again from the others", () => {
    const size = fc.integer({ min: 1, max: 40 });
    const question = fc.record({
      input: size,
      kernel: fc.integer({ min: 1, max: 7 }),
      stride: fc.integer({ min: 1, max: 4 }),
      padding: fc.integer({ min: 0, max: 3 }),
      dilation: fc.integer({ min: 1, max: 2 }),
      transposed: fc.boolean(),
    });
    fc.assert(
      fc.property(question, (known) => {
        const [whole] = solve(known).solutions;
        fc.pre(whole !== undefined && known.padding <= known.dilation * (known.kernel - 1));
        const { input, output, kernel, stride, padding } = whole;
        for (const left of ["input", "output", "kernel", "stride", "padding"] as const) {
          // one step of a transposed window says nothing of the stride
          if (left === "stride" && stride > kernel + output) continue;
          const found = solve({ ...known, output, [left]: undefined }).solutions;
          const again = found.some(
            (s) =>
              s.input === input &&
              s.output === output &&
              s.kernel === kernel &&
              s.stride === stride &&
              s.padding[0] === padding[0],
          );
          expect(again, `${left} of ${JSON.stringify(known)}`).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("an answer", () => {
  const text = (question: Question) => renderAnswer(question, solve(question));
  it("shows the formula, the solutions and their arithmetic", () => {
    expect(text({ output: 14, kernel: 3, stride: 2, padding: 1 })).toBe(
      `input = stride·(output − 1) + dilation·(kernel − 1) + 1 − padding, and up to stride − 1 more

input: 2 solutions
input  output  kernel  stride  padding  output = …                                                dropped
─────  ──────  ──────  ──────  ───────  ────────────────────────────────────────────────────────  ───────
   27      14       3       2        1  ⌊(27 + 2·1 − 1·(3 − 1) − 1) / 2⌋ + 1 = ⌊26 / 2⌋ + 1 = 14
   28      14       3       2        1  ⌊(28 + 2·1 − 1·(3 − 1) − 1) / 2⌋ + 1 = ⌊27 / 2⌋ + 1 = 14        1

dropped: rows at the end that no window reads; the stride does not divide`,
    );
  });
  it("says what would be true instead", () => {
    expect(text({ input: 28, output: 14, kernel: 3, stride: 2, padding: 0 })).toContain(
      "it does not hold: ⌊(28 + 2·0 − 1·(3 − 1) − 1) / 2⌋ + 1 = ⌊25 / 2⌋ + 1 = 13, not 14",
    );
  });
});
