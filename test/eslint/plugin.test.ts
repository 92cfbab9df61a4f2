import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Linter } from "eslint";
import { parser } from "typescript-eslint";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { codes } from "../../src/diagnostics.ts";
import { diskHost } from "../../src/disk/host.ts";
import plugin, { configs } from "../../src/eslint/index.ts";
import * as lint from "../../src/lint/lint.ts";
import { callSiteRules } from "../../src/lint/call-sites/index.ts";
import { rules } from "../../src/lint/rules/index.ts";
import { preset } from "../../src/lint/settings.ts";
import { corpus, here } from "../lint/corpus.ts";

/** Files in the order in which the linter is asked for them. */
const asked = vi.hoisted(() => [] as string[]);
vi.mock(import("../../src/lint/lint.ts"), async (original) => {
  const real = await original();
  return {
    ...real,
    createLinter: (host) => {
      const linter = real.createLinter(host);
      return {
        lint: (file, settings) => {
          asked.push(file);
          return linter.lint(file, settings);
        },
      };
    },
  };
});
beforeEach(() => asked.splice(0));

const typescript: Linter.Config = { files: ["**/*.ts"], languageOptions: { parser } };
const verify = (
  text: string,
  filename: string,
  ...config: readonly Linter.Config[]
): readonly Linter.LintMessage[] =>
  new Linter({ configType: "flat", cwd: here }).verify(text, [typescript, ...config], filename);

const pool = (more = ""): string => `
import { conv2d, defineModel, maxPool2d, relu } from "kernelsmith";
${more}
export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => maxPool2d(relu(relu(image)), { kernel: 3 }),
});
`;
const found = (messages: readonly Linter.LintMessage[]): readonly string[] =>
  messages.map(({ ruleId, line }) => `${ruleId ?? "fatal"} ${line}`);

describe("one run for all rules", () => {
  it("is made of a file with the strict config", () => {
    verify(pool(), "model.ts", configs.strict);
    expect(asked).toHaveLength(1);
  });

  it("is made again of the same source with other rules", () => {
    const linter = new Linter({ configType: "flat", cwd: here });
    const one = { plugins: { kernelsmith: plugin }, rules: { "kernelsmith/dropped-border": 2 } };
    linter.verify(pool(), [one] as Linter.Config[], "model.js"); // 2 is "error"
    const source = linter.getSourceCode();
    expect(found(linter.verify(source, configs.recommended, "model.js"))).toContain(
      "kernelsmith/repeated-activation 6",
    );
    expect(asked).toHaveLength(2);
  });

  it("is not made of a file without the library", () => {
    verify("import { relu } from 'elsewhere'; relu(relu(3));", "model.ts", configs.strict);
    expect(asked).toEqual([]);
  });

  it("is not made where no rule is on", () => {
    verify(pool(), "model.ts", { plugins: { kernelsmith: plugin } });
    expect(asked).toEqual([]);
  });

  it("is made of a file that imports what the compiler wrote", () => {
    const text = "import { createLenet } from '../../generated/lenet.ts';\ncreateLenet();";
    expect(verify(text, `${here}/app.ts`, configs.strict)).toEqual([]);
    expect(asked).toEqual([`${here}/app.ts`]);
  });
});

describe("what ESLint tells", () => {
  const linter = lint.createLinter(diskHost());
  it.each(corpus("faulty"))("of $name is what the linter tells, at the same places", ({ file }) => {
    const { findings } = linter.lint(file, preset("strict"));
    const messages = verify(readFileSync(file, "utf8"), file, configs.strict);
    const expected = findings.map(({ code, severity, at, trail }) => {
      const place = [...trail, at].findLast((span) => span.file === file);
      return `${place?.line}:${place?.column} ${severity} kernelsmith/${codes[code].name}`;
    });
    const severities = ["off", "warning", "error"];
    expect(
      messages.map((m) => `${m.line}:${m.column} ${severities[m.severity]} ${m.ruleId}`).sort(),
    ).toEqual(expected.sort());
  });

  it("is right where another file's text is not on the disk", () => {
    const [first, second] = ["kernel: 3", "kernel: 2"].map((kernel) =>
      found(verify(pool().replace("kernel: 3", kernel), "not-there.ts", configs.recommended)),
    );
    expect(first).toContain("kernelsmith/dropped-border 6");
    expect(second).not.toContain("kernelsmith/dropped-border 6");
  });

  it("of a comment that is no directive is no error", () => {
    const [message] = verify(pool("// kernelsmith-disable KS1\n"), "a.ts", configs.recommended);
    expect(message).toMatchObject({ ruleId: "kernelsmith/bad-directive", severity: 1 });
  });

  it("is told of text without a file", () => {
    const messages = new Linter({ configType: "flat" }).verify(pool(), configs.recommended);
    expect(found(messages)).toContain("kernelsmith/dropped-border 6");
  });

  it("follows comments to ESLint and to the linter", () => {
    const text = pool(
      "/* eslint-disable kernelsmith/dropped-border */ // kernelsmith-disable KS302",
    );
    expect(verify(text, "model.ts", configs.recommended)).toEqual([]);
  });
});

describe("suggestions", () => {
  it("make the finding go away", () => {
    const [message] = verify(pool().replace("relu(relu(image))", "image"), "a.ts", configs.strict);
    expect(message?.suggestions?.length).toBeGreaterThan(0);
    for (const { fix } of message?.suggestions ?? []) {
      const text = pool().replace("relu(relu(image))", "image");
      const fixed = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
      expect(verify(fixed, "a.ts", configs.strict)).toEqual([]);
    }
  });
});

describe("options", () => {
  const asking = (options: object, settings: object = {}): Linter.Config => ({
    plugins: { kernelsmith: plugin },
    rules: { "kernelsmith/dropped-border": ["error", options] },
    settings: { kernelsmith: settings } as Linter.Config["settings"], // what a user may write
  });
  const text = pool().replace("relu(relu(image))", "image");

  it("are the rule's own", () => {
    expect(verify(text, "model.ts", asking({ share: 0.01 }))).toHaveLength(1);
    expect(verify(text, "model.ts", asking({ share: 0.5 }))).toHaveLength(0);
  });

  it.each([
    ["that there are not", { shar: 1 }, {}, /shar/],
    [
      "with values they cannot have",
      { share: 7 },
      {},
      /share must be a number from 0 to 1, but is 7/,
    ],
    ["of the compiler that there are not", {}, { compile: { batch: 3 } }, /no option "batch"/],
    ["that are ESLint's own", {}, { preset: "strict" }, /settings\.kernelsmith: it has no preset/],
  ])("%s are refused", (_, options, settings, message) => {
    expect(() => verify(text, "model.ts", asking(options, settings))).toThrow(message);
  });
});

describe("the plugin", () => {
  it("has a rule for every rule of the linter", () => {
    expect(Object.keys(plugin.rules)).toEqual(
      expect.arrayContaining([...rules, ...callSiteRules].map(({ code }) => codes[code].name)),
    );
  });

  it("has a page for every rule", () => {
    for (const [name, { meta }] of Object.entries(plugin.rules))
      expect(existsSync(fileURLToPath(meta?.docs?.url ?? "")), name).toBe(true);
  });

  it("has every rule in its configs, as the presets have them", () => {
    for (const name of ["recommended", "strict"] as const) {
      const levels = { off: "off", warning: "warn", error: "error" };
      for (const { code, ...rule } of [...rules, ...callSiteRules])
        expect(configs[name].rules?.[`kernelsmith/${codes[code].name}`]).toBe(levels[rule[name]]);
    }
    expect(configs.recommended.rules).toHaveProperty("kernelsmith/shape-mismatch", "error");
    expect(configs.strict.rules).not.toHaveProperty("kernelsmith/annotate");
  });
});
