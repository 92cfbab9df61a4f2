import { describe, expect, it } from "vitest";
import { layerNames } from "../support/layer-names.ts";
import { type Call, drawCalls, neededBy } from "./agreement/calls.ts";
import { Dice } from "./agreement/dice.ts";
import { leftToRunTime } from "./agreement/left-to-run-time.ts";
import { plain, run, type Style, typed, written } from "./agreement/verdicts.ts";

const runs = Number(process.env["KERNELSMITH_RUNS"] ?? 1);
const seed = Number(process.env["KERNELSMITH_SEED"] ?? 1);

/** Layers that compute with sizes are asked more often than those that keep the shape. */
const shaping =
  /conv|Pool|linear|matmul|concat|split|slice|reshape|transpose|pad|upsample|huffle|add|mean/;
const ofEach = (most: number, least: number) => (layer: string) =>
  runs * (shaping.test(layer) ? most : least);

/** Numbers that are not known, or two at once, and options that may be given or not. */
const dice = new Dice(seed + 1);
const vague: Style = {
  number: (n) =>
    dice.one([`${n}`, `${n}`, `some(${n})`, `either(${n}, ${n + 1})`, `either(1, ${n})`]),
  option: (name, value, layer) =>
    dice.rarely(4) && !neededBy(layer).includes(name)
      ? `...perhaps({ ${name}: ${value} })`
      : `${name}: ${value}`,
};

const judged = (() => {
  const asked = (calls: readonly Call[], style: Style) =>
    calls.map((call) => ({ layer: call.layer, text: written(call, style), ran: run(call) }));
  const groups = [
    asked(drawCalls(seed, ofEach(24, 6)), plain),
    asked(drawCalls(seed + 2, ofEach(16, 2)), vague),
    asked(
      leftToRunTime.map(({ example }) => example),
      plain,
    ),
  ];
  const types = typed(groups.flat());
  return groups.map((calls) => calls.map((call) => ({ ...call, type: types.shift() })));
})();
const [literal = [], uncertain = [], left = []] = judged;

const shown = (shape: unknown) => JSON.stringify(shape);

describe("types and engine", () => {
  it("agree on every call of literals: the same shape, or both refuse it", () => {
    const apart = literal.flatMap(({ text, ran, type }) => {
      if (!type) return [`${text}: no verdict`];
      if ("refused" in type)
        return "refused" in ran ? [] : [`${type.refused}, but ${shown(ran.shape)}`];
      if ("refused" in ran)
        return leftToRunTime.some(({ is }) => is(ran.refused))
          ? []
          : [`${text}: ${type.type}, but ${ran.refused.message}`];
      return type.holds && type.exact ? [] : [`${text}: ${type.type}, but ${shown(ran.shape)}`];
    });
    expect(apart).toEqual([]);
    const refused = literal.filter(({ ran }) => "refused" in ran).length;
    expect(refused).toBeGreaterThan(200);
    expect(literal.length - refused).toBeGreaterThan(400);
    expect([...new Set(literal.map(({ layer }) => layer))]).toEqual(layerNames);
  });

  it("what is not certain is not refused, and no shape is told that is not so", () => {
    const wrong = uncertain.flatMap(({ text, ran, type }) => {
      if (!type || "refused" in ran) return [];
      if ("refused" in type) return [`${type.refused}, but ${shown(ran.shape)}`];
      return type.holds ? [] : [`${text}: ${type.type}, but ${shown(ran.shape)}`];
    });
    expect(wrong).toEqual([]);
    expect(uncertain.filter(({ ran }) => "shape" in ran).length).toBeGreaterThan(200);
  });

  for (const [i, { what, why, is }] of leftToRunTime.entries())
    it(`${what} is left to run time: ${why}`, () => {
      const { ran, type } = left[i] ?? {};
      expect(ran && "refused" in ran && is(ran.refused)).toBe(true);
      expect(type).toHaveProperty("type");
    });
});
