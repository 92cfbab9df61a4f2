import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import { describe, expect, it } from "vitest";
import lenet from "../../../examples/lenet/model.ts";
import { moduleText } from "../../support/net.ts";

/** What an app ships of LeNet-5 without its weights: minified and zipped, in bytes. */
async function shipped(target: "ts" | "wasm", train: boolean): Promise<number> {
  const { code } = await transform(await moduleText(lenet, { target, train }), { minify: true });
  return gzipSync(code, { level: 9 }).length;
}

describe("LeNet-5 ships", { timeout: 60_000 }, () => {
  it.each([
    ["ts", false, 4_000],
    ["ts", true, 10_000],
    ["wasm", false, 6_000],
    ["wasm", true, 15_000],
  ] as const)("for %s (training: %s) in less than %d bytes", async (target, train, limit) => {
    expect(await shipped(target, train)).toBeLessThan(limit);
  });
});
