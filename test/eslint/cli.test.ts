import { execFile } from "node:child_process";
import { join } from "node:path";
import type { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Folder } from "../support/command-line.ts";
import { install } from "../support/installed.ts";

const config = `
import kernelsmith from "kernelsmith/eslint";
import tseslint from "typescript-eslint";

export default [
  { files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } },
  kernelsmith.configs.recommended,
  { files: ["strict/**"], ...kernelsmith.configs.strict },
  { rules: { "kernelsmith/annotate": process.env.ANNOTATE ?? "off" } },
];
`;
const block = `
import { conv2d, maxPool2d, relu, type Tensor } from "kernelsmith";
export function block(x: Tensor, filters: number): Tensor {
  const features = relu(conv2d(x, { filters, kernel: 5 }));
  return maxPool2d(features, { kernel: 2 });
}
`;
const lenet = `
import { crossEntropy, defineModel, flatten, linear } from "kernelsmith";
import { block } from "@nets/block";
export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs: ({ image }) => {
    const features = block(block(image, 6), 16);
    return linear(flatten(features), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`;
let folder: Folder;
beforeAll(async () => {
  folder = await Folder.with({
    "package.json": '{ "type": "module" }',
    "tsconfig.json": '{ "compilerOptions": { "paths": { "@nets/*": ["./nets/*"] } } }',
    "eslint.config.js": config,
    "nets/block.ts": block,
    "nets/lenet.ts": lenet,
    "nets/faulty.ts": lenet
      .replace("[1, 28, 28]", "[1, 12, 12]")
      .replace("units: 10", "units: 10.5"),
    "plain.js": 'import { relu } from "./relu.js";\nrelu(relu(1));\n',
  });
  await install(folder, ["eslint", "eslint-9", "typescript-eslint"], false);
});
afterAll(() => folder.remove());

describe.each(["eslint", "eslint-9"])("%s on the command line", (eslint) => {
  const run = (
    args: readonly string[],
    env: { readonly [name: string]: string } = {},
  ): Promise<{ readonly code: number; readonly out: string; readonly err: string }> =>
    new Promise((resolve) => {
      const bin = join(folder.path, "node_modules", eslint, "bin/eslint.js");
      const options = { cwd: folder.path, env: { ...process.env, NO_COLOR: "1", ...env } };
      const child = execFile(process.execPath, [bin, ...args], options, (_, out, err) => {
        resolve({ code: child.exitCode ?? -1, out, err });
      });
    });

  it("finds nothing wrong with a right model", async () => {
    expect(await run(["nets/lenet.ts", "plain.js"])).toEqual({ code: 0, out: "", err: "" });
  });

  it("tells of faults, those in a block of another file at its call", async () => {
    const { code, out } = await run(["nets/faulty.ts", "--format", "json"]);
    expect(code).toBe(1);
    const [result] = JSON.parse(out) as ESLint.LintResult[]; // what the format is
    expect(
      result?.messages.map(({ ruleId, line, column }) => `${line}:${column} ${ruleId}`),
    ).toEqual(["7:22 kernelsmith/empty-output"]);
    expect(result?.messages[0]?.message).toMatch(/^kernel 5 is larger than the padded height 4/);
  });

  it("shows shapes when asked", async () => {
    const { code, out } = await run(["nets/lenet.ts"], { ANNOTATE: "warn" });
    expect(code).toBe(0);
    expect(out).toMatch(/8:12 +warning +\[10\] +kernelsmith\/annotate/);
    expect(out).toMatch(/8:19 +warning +\[256\] +kernelsmith\/annotate/);
  });
});
