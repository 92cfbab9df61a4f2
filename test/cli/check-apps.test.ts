import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { Folder } from "../support/command-line.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const model = `import { defineModel, linear } from "kernelsmith";
export default defineModel({ inputs: { x: [3] }, outputs: ({ x }) => linear(x, { units: 2 }) });
`;
const app = (length: number) => `import { createTiny } from "./made/tiny.js";
if (process.env["NET_APP"] === "run") throw new Error("the app was run");
console.log(createTiny().forward(new Float32Array(${length})));
`;
const stranger = `import { createRoot } from "./root.js";
createRoot();
export const broken = ;
`;

let folder: Folder;
beforeAll(async () => {
  folder = await Folder.with({
    "tiny.ts": model,
    "right.ts": app(6),
    "wrong.ts": app(7),
    "stranger.ts": stranger,
    "root.ts": "export const createRoot = () => 0;\n",
  });
  await folder.run("compile", "tiny.ts", "-o", "made");
});
afterAll(() => folder.remove());

const codesOf = (text: string) => text.match(/KS\d+ .*\n.*/g);

it("finds the apps that use compiled modules beside the models", async () => {
  const { code, out } = await folder.run("check");
  expect(codesOf(out)).toEqual([
    "KS521 wrong-length: x has 7 numbers, but tiny takes a multiple of 3: [3] for each of 1 to 32 samples\n  wrong.ts:3:34",
  ]);
  expect(out).toContain("\n1 model, 1 layer call followed: 1 error");
  expect(code).toBe(1);
});

it("wants no model of an app that is named, and runs none", async () => {
  const args = ["check", "--execute", "right.ts", "*.ts"];
  const { code, out } = await folder.runIn({ NET_APP: "run" }, ...args);
  expect(codesOf(out)).toEqual([expect.stringMatching(/^KS521 .*\n {2}wrong\.ts:3:34$/)]);
  expect(code).toBe(1);
});
