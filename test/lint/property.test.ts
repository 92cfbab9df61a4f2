import { compileFunction } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KernelsmithError } from "../../src/diagnostics.ts";
import * as library from "../../src/index.ts";
import { createLinter } from "../../src/lint/lint.ts";
import { preset } from "../../src/lint/settings.ts";
import { isRefusal } from "./corpus.ts";
import { mutated, mutations, recipes, written } from "./nets.ts";
import { memory } from "./support.ts";

const file = "/nets/model.ts";
const settings = preset("recommended");

/** The compiler's verdict: the text is run, its lines where they were. */
function compiled(text: string): string | undefined {
  const script = text
    .replace(/^import (\{.*\}) from "kernelsmith";/, "const $1 = library;")
    .replace("export default ", "return ");
  try {
    compileFunction(script, ["library"], { filename: file })(library);
    return undefined;
  } catch (error) {
    if (!(error instanceof KernelsmithError)) throw error;
    return `${error.diagnostic.at?.line} ${error.diagnostic.code}`;
  }
}

/** The linter's: the text is followed. */
const linted = (text: string): readonly string[] =>
  createLinter(memory({ [file]: text }))
    .lint(file, settings)
    .findings.filter(({ code }) => isRefusal(code))
    .map(({ at, code }) => `${at.line} ${code}`);

describe("the linter's verdict is the compiler's", () => {
  it("on nets as they are, and with one number or option changed", () => {
    const told = { taken: 0, refused: 0 };
    const agrees = (text: string) => {
      const [verdict, errors] = [compiled(text), linted(text)];
      told[verdict === undefined ? "taken" : "refused"]++;
      if (verdict === undefined) expect(errors, text).toEqual([]);
      else expect(errors, text).toContain(verdict);
    };
    fc.assert(
      fc.property(recipes, mutations, (recipe, mutation) => {
        const text = written(recipe);
        expect(compiled(text), text).toBeUndefined();
        agrees(mutated(text, mutation));
      }),
      { numRuns: 400, seed: 4 },
    );
    expect(told.taken).toBeGreaterThan(100);
    expect(told.refused).toBeGreaterThan(100);
  });
});
