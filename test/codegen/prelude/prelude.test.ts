import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import { prelude, preludeText } from "../../../codegen/prelude/index.ts";
import { unary } from "../../../src/tensor/evaluate.ts";
import { uniform } from "../../../src/tensor/uniform.ts";

/** The function a text declares. Only tests may evaluate text. */
function made(name: keyof typeof prelude): (...of: number[]) => number {
  const script = ts.transpile(prelude[name], { target: ts.ScriptTarget.ES2022 });
  return new Function(`${script}; return ${name};`)();
}

const close = (a: number, b: number) => Object.is(a, b) || Math.abs(a - b) <= 7e-8 * Math.abs(b);
const points = Array.from({ length: 24001 }, (_, i) => (i - 12000) / 1500);
const odd = [NaN, Infinity, -Infinity, 1e-30, -1e-30, 0, 1e30];

describe("prelude", () => {
  it("has an erf as good as a float32", () => {
    const erf = made("erf");
    const wrong = [...points, ...odd].filter((x) => !close(erf(x), unary.erf(x)));
    expect(wrong).toEqual([]);
  });

  it("rounds halves to the even integer as the evaluator does", () => {
    const round = made("roundHalfEven");
    const halves = Array.from({ length: 41 }, (_, i) => (i - 20) / 2);
    const wrong = [...points, ...halves, ...odd, 2 ** 53, -(2 ** 53)].filter((x) => {
      const [a, b] = [round(x), unary.round(x)];
      return !(a === b || (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(x) === Infinity);
    });
    expect(wrong).toEqual([]);
    expect(round(Infinity)).toBe(Infinity);
  });

  it("draws the evaluator's random numbers", () => {
    const draw = made("uniform");
    for (const seed of [0, 1, -1, 12345, 2 ** 31, 2 ** 40 + 3])
      for (let at = 0; at < 500; at++) expect(draw(seed, at)).toBe(uniform(seed, at));
  });

  it("gives texts in one order, each once", () => {
    const texts = preludeText(["uniform", "erf", "uniform"]);
    expect(texts).toHaveLength(2);
    expect(texts).toEqual(preludeText(["erf", "uniform"]));
    expect(texts[0]).toContain("function erf");
  });

  it("refuses a name it does not have", () => {
    expect(() => preludeText(["tanh"])).toThrow("no prelude function is called tanh");
    expect(() => preludeText(["toString"])).toThrow("toString");
  });
});
