import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import { describe, expect, it } from "vitest";
import type { CompileOptions } from "../../../codegen/options.ts";
import lenet from "../../../examples/lenet/model.ts";
import { moduleText } from "../../support/net.ts";

/** What an app ships of LeNet-5 without its weights: minified and zipped, in bytes. */
async function shipped(options: CompileOptions): Promise<number> {
  const { code } = await transform(await moduleText(lenet, options), { minify: true });
  return gzipSync(code, { level: 9 }).length;
}

describe("LeNet-5 ships", { timeout: 60_000 }, () => {
  it.each([
    ["ts", false, 4_000],
    ["ts", true, 10_000],
    ["wasm", false, 6_000],
    ["wasm", true, 15_000],
  ] as const)("for %s (training: %s) in less than %d bytes", async (target, train, limit) => {
    expect(await shipped({ target, train })).toBeLessThan(limit);
  });

  it.each([
    [false, 9_000],
    [true, 20_000],
  ] as const)("with threads (training: %s) in less than %d bytes", async (train, limit) => {
    expect(await shipped({ target: "wasm", threads: true, train })).toBeLessThan(limit);
  });
});
