import { describe, expect, it } from "vitest";
import { defineConfig } from "kernelsmith";
import { readConfig } from "../../src/lint/read-config.ts";
import { rules } from "../../src/lint/rules/index.ts";
import { preset } from "../../src/lint/settings.ts";

const faultsOf = (given: unknown) =>
  readConfig(given).faults.map(({ code, message, fix }) => {
    expect(code).toBe("KS510");
    return fix === undefined ? message : `${message}. ${fix}`;
  });

describe("a configuration", () => {
  it("that says nothing is the recommended preset", () => {
    const { settings, models, faults } = readConfig({});
    expect(faults).toEqual([]);
    expect(models).toBeUndefined();
    expect(settings.levels).toEqual(preset("recommended").levels);
  });

  it("sets rules by code and by name, on top of its preset", () => {
    const config = defineConfig({
      models: ["nets/*.ts"],
      preset: "strict",
      rules: { "shape-mismatch": "warning", KS310: "off" },
      compile: { maxBatch: 8, train: false, freeze: ["conv1"], target: "wasm" },
    });
    const { settings, models, faults } = readConfig(config);
    expect(faults).toEqual([]);
    expect(models).toEqual(["nets/*.ts"]);
    expect(settings.levels.get("KS201")).toBe("warning");
    expect(settings.levels.get("KS310")).toBe("off");
    for (const rule of rules.filter(({ code }) => code !== "KS310"))
      expect(settings.levels.get(rule.code)).toBe(rule.strict);
    expect(settings.compile).toEqual({
      maxBatch: 8,
      train: false,
      freeze: ["conv1"],
      target: "wasm",
    });
  });

  it("gives way to a preset that was asked for", () => {
    for (const rule of rules) {
      const { levels } = readConfig({ preset: "recommended" }, "strict").settings;
      expect(levels.get(rule.code)).toBe(rule.strict);
    }
  });

  it("budgets every model alike, or by name", () => {
    const alike = readConfig({ budgets: { parameters: 10 } }).settings.budgets;
    expect([...(alike ?? [])]).toEqual([["*", { parameters: 10 }]]);
    const named = readConfig({ budgets: { lenet: { multiplyAdds: 1 }, "*": {} } });
    expect(named.settings.budgets?.get("lenet")).toMatchObject({ multiplyAdds: 1 });
    expect(named.settings.budgets?.has("*")).toBe(true);
  });
});

describe("a wrong configuration is told by its key", () => {
  it.each([
    [[1], "the options of the configuration must be an object, but are [1]"],
    [
      { rule: {} },
      'the configuration has no option "rule". It takes models, preset, rules, budgets, compile.',
    ],
    [{ models: "a" }, 'models must be a list of words, but is "a"'],
    [{ preset: "all" }, 'preset must be "recommended" or "strict", but is "all"'],
    [
      { rules: { "droped-border": "off" } },
      "rules.droped-border: there is no such rule. The nearest there is is dropped-border.",
    ],
    [{ rules: { KS999: "off" } }, /^rules\.KS999: there is no such rule\. The nearest/],
    [
      { rules: { x: "off" } },
      "rules.x: there is no such rule. Rules are named by their code, as KS251, or their name, as dropped-border.",
    ],
    [
      { rules: { KS251: "warn" } },
      'rules.KS251: it must be "off", "warning" or "error", or a list of one of these and options, but is "warn"',
    ],
    [
      { rules: { KS251: ["error", {}, 1] } },
      /^rules\.KS251: it must be "off", "warning" or "error"/,
    ],
    [
      { rules: { KS201: ["error", { a: 1 }] } },
      'rules.KS201: it takes no options. Give the level alone: "error".',
    ],
    [
      { rules: { KS251: "off", "dropped-border": "error" } },
      "rules.dropped-border: it is KS251, which is configured too. Leave one of them out.",
    ],
    [{ compile: { maxBatch: 0 } }, "compile: maxBatch must be an integer of at least 1, but is 0"],
    [{ compile: { target: "c" } }, 'compile: target must be "ts" or "wasm", but is "c"'],
    [{ budgets: { parameters: -1 } }, "budgets: parameters must be a number above 0, but is -1"],
    [
      { budgets: { lenet: { params: 1 } } },
      'budgets.lenet: it has no option "params". It takes parameters, multiplyAdds, inferenceBytes, trainingBytes, moduleBytes.',
    ],
    [{ budgets: { lenet: 3, "*": {} } }, /^budgets: it has no option "lenet"/],
  ])("%j", (given, message) => {
    const [told, ...more] = faultsOf(given);
    expect(more).toEqual([]);
    expect(told).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
  });

  it("all of it at once", () => {
    expect(faultsOf({ rules: { nope: "off" }, compile: { x: 1 }, budgets: { y: 1 } })).toHaveLength(
      3,
    );
  });

  it("options too, by what the rule declares", () => {
    const rule = rules.find(({ options }) => Object.keys(options).length > 0);
    if (!rule) return;
    const [told] = faultsOf({ rules: { [rule.code]: ["error", { nonsense: 1 }] } });
    expect(told).toMatch(`rules.${rule.code}: it has no option "nonsense"`);
  });
});
