import { symlink } from "node:fs/promises";
import { join } from "node:path";
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
    "aliased.ts": app(8).replace("./made", "~made"),
    "tsconfig.json": '{ "compilerOptions": { "paths": { "~made/*": ["./made/*"] } } }',
    "stranger.ts": stranger,
    "root.ts": "export const createRoot = () => 0;\n",
  });
  await folder.run("compile", "tiny.ts", "-o", "made");
});
afterAll(() => folder.remove());

const codesOf = (text: string) => text.match(/KS\d+ .*\n.*/g);

const told = (name: string, length: number) =>
  `KS521 wrong-length: x has ${length} numbers, but tiny takes a multiple of 3: [3] for each of 1 to 32 samples\n  ${name}.ts:3:34`;

it("finds the apps that use compiled modules beside the models, by whatever paths", async () => {
  const { code, out } = await folder.run("check");
  expect(codesOf(out)).toEqual([told("aliased", 8), told("wrong", 7)]);
  expect(out).toContain("\n1 model, 1 layer call followed: 2 errors");
  expect(code).toBe(1);
});

it("wants no model of an app that is named, and runs none", async () => {
  const args = ["check", "--execute", "right.ts", "*.ts"];
  const { code, out } = await folder.runIn({ NET_APP: "run" }, ...args);
  expect(codesOf(out)).toEqual([told("aliased", 8), told("wrong", 7)]);
  expect(code).toBe(1);
});

it("tells of a file once, however many links lead to it", async () => {
  const linked = await Folder.with({ "nets/tiny.ts": model });
  await symlink("nets", join(linked.path, "alias"), "dir");
  await symlink(".", join(linked.path, "again"), "dir");
  const { out } = await linked.run("check");
  expect(out).toBe(`nets/tiny.ts: tiny, 1 layers, 8 parameters: no fault
1 model, 1 layer call followed: no fault
`);
  await linked.remove();
});
