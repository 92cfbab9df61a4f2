import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { test } from "../../examples/digits/data.ts";
import { evaluate } from "../../examples/shared/classifier.ts";
import { createDigits } from "../../generated/digits-wasm.ts";

const app = new URL("../../examples/app/", import.meta.url);

describe("the digits app", () => {
  it("is bundled for a browser without anything of node", async () => {
    const { outputFiles, warnings } = await build({
      entryPoints: [fileURLToPath(new URL("main.ts", app))],
      bundle: true,
      write: false,
      minify: true,
      format: "esm",
      platform: "browser",
    });
    expect(warnings).toEqual([]);
    expect(outputFiles).toHaveLength(1);
    expect(outputFiles[0]?.text).not.toMatch(/\bimport\s*[({"*]|\brequire\(|node:/);
  });

  it("ships weights that read the test digits", () => {
    const net = createDigits({ parameters: readFileSync(new URL("digits.safetensors", app)) });
    expect(evaluate(net, test).accuracy).toBeGreaterThanOrEqual(0.98);
  });
});
