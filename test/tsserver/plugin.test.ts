import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Folder } from "../support/command-line.ts";
import { install, installTypeScript } from "../support/installed.ts";
import { type Diagnostic, Editor, type Info } from "./editor.ts";
import { Server, type Started } from "./server.ts";

const block = `import { conv2d, maxPool2d, relu, type Tensor } from "kernelsmith";

/** A convolution and half the size. */
export function block(x: Tensor, filters: number): Tensor {
  const features = relu(conv2d(x, { filters, kernel: 5 }));
  return maxPool2d(features, { kernel: 2 });
}
`;
const lenet = `import { conv2d, crossEntropy, defineModel, flatten, linear, relu } from "kernelsmith";
import { block } from "./block.ts";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs: ({ image }) => {
    const edges = relu(conv2d(image, { filters: 6, kernel: 5, padding: 2 }));
    const features = block(edges, 16);
    return linear(flatten(features), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`;
const plain = "export const twice = (n: number): number => n + n;\n";
const tsconfig = (plugin: object): string =>
  JSON.stringify({
    compilerOptions: {
      target: "es2022",
      module: "nodenext",
      strict: true,
      allowImportingTsExtensions: true,
      noEmit: true,
      types: [],
      plugins: [{ name: "kernelsmith", ...plugin }],
    },
  });

let folder: Folder;
let tsserver: string;
/** One server for all that do not say otherwise. */
let server: Server;
const servers: Server[] = [];
const start = (more: Started = {}): Server => {
  const server = new Server(tsserver, folder.path, more);
  servers.push(server);
  return server;
};
const open = (name: string, text: string, on = server): Editor =>
  new Editor(on, join(folder.path, name), text);

beforeAll(async () => {
  folder = await Folder.with({
    "package.json": '{ "type": "module" }',
    "app/tsconfig.json": tsconfig({}),
    "app/block.ts": block,
    "app/lenet.ts": lenet,
    "app/plain.ts": plain,
    "loud/tsconfig.json": tsconfig({
      rules: { KS251: "error" },
      compile: { batch: 1 },
      models: [],
    }),
    "loud/block.ts": block,
    "loud/lenet.ts": lenet,
  });
  [tsserver] = await Promise.all([installTypeScript(folder), install(folder, [], true)]);
  server = start();
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await folder.remove();
});

const documentation = (info: Info | undefined): string => String(info?.documentation ?? "");

describe("hovering", () => {
  it("over a layer's function adds shape, costs and arithmetic to what TypeScript says", async () => {
    const info = await open("app/lenet.ts", lenet).hover("conv2d(");
    expect(info?.displayString).toContain("(alias) conv2d");
    const [own, ours] = documentation(info).split("\n\nconv1 → ");
    expect(own).toMatch(/^Two-dimensional cross-correlation/);
    expect(ours).toBe(
      "[6, 28, 28]  \n156 parameters · 117,600 multiply-adds · receptive field 5×5  \nfloor((28 + 2·2 − 5)/1) + 1 = 28",
    );
  });

  it("over a variable tells of the layer it is made by", async () => {
    const editor = open("app/lenet.ts", lenet);
    expect(documentation(await editor.hover("edges"))).toContain("relu1 → [6, 28, 28]");
    expect(documentation(await editor.hover("image"))).toBe("");
  });

  it("follows what is typed", async () => {
    const editor = open("app/lenet.ts", lenet);
    editor.type("filters: 6", "filters: 8");
    expect(documentation(await editor.hover("conv2d("))).toContain("conv1 → [8, 28, 28]");
    editor.type("conv2d(image", "conv2d(imag");
    expect(documentation(await editor.hover("conv2d("))).not.toContain("conv1");
  });
});

describe("diagnostics", () => {
  it("are none of right models and of other files", async () => {
    expect(await open("app/lenet.ts", lenet).diagnostics()).toEqual([]);
    expect(await open("app/block.ts", block).diagnostics()).toEqual([]);
    expect(await open("app/plain.ts", plain).diagnostics()).toEqual([]);
  });

  it("stand beside TypeScript's own", async () => {
    const editor = open("app/lenet.ts", lenet.replace("kernel: 5", "kernel: 35"));
    const all = await editor.diagnostics();
    expect(all.map(({ source }) => source)).toEqual([undefined, "kernelsmith"]);
    expect(all[1]).toMatchObject({
      ...{ code: 203, category: "error" },
      ...{ start: { line: 7, offset: 24 }, end: { line: 7, offset: 30 } },
    });
    expect(all[1]?.text).toMatch(/^empty-output: kernel 35 is larger than .* 28 \+ 2·2 = 32\n/);
  });

  it("are of text that is not saved, in another file, with the place there", async () => {
    const editor = open("app/lenet.ts", lenet);
    expect(await editor.diagnostics()).toEqual([]);
    const other = open("app/block.ts", block.replace("kernel: 2", "kernel: 25"));
    const [found] = await editor.diagnostics();
    other.close();
    expect(found).toMatchObject({ code: 203, start: { line: 8, offset: 22 } });
    expect(found?.relatedInformation).toEqual([
      expect.objectContaining({
        message: "it is here",
        span: expect.objectContaining({ file: other.file, start: { line: 6, offset: 10 } }),
      }),
    ]);
    expect(await editor.diagnostics()).toEqual([]);
  });

  it("are as loud as the plugin's entry says, whose faults are logged", async () => {
    const log = join(folder.path, "loud.log");
    const server = start({ log });
    const category = async (name: string): Promise<string | undefined> => {
      const found = await open(
        name,
        lenet.replace("padding: 2", "stride: 3"),
        server,
      ).diagnostics();
      return found.find(({ code }) => code === 251)?.category;
    };
    expect(await category("app/lenet.ts")).toBe("warning");
    expect(await category("loud/lenet.ts")).toBe("error");
    const said = await folder.read("loud.log");
    expect(said).toContain('kernelsmith: its configuration: compile: it has no option "batch"');
    expect(said).toContain("kernelsmith: its configuration: models is for kernelsmith check");
  });
});

describe("fixes", () => {
  it("are the linter's, and right when applied", async () => {
    const editor = open("app/lenet.ts", lenet.replace("block(edges, 16)", "relu(edges)"));
    const [found] = await editor.diagnostics();
    expect(found).toMatchObject({ code: 302, category: "warning", start: { line: 8 } });
    const fixes = found ? await editor.fixes(found) : [];
    expect(fixes.map(({ description }) => description)).toEqual(["Leave relu out"]);
    for (const { changes } of fixes) editor.apply(changes);
    expect(editor.text).toContain("const features = edges;");
    expect(await editor.diagnostics()).toEqual([]);
  });

  it("are none for other diagnostics", async () => {
    const editor = open("app/lenet.ts", lenet.replace("block(edges, 16)", "relu(edges)"));
    const [found] = await editor.diagnostics();
    expect(found && (await editor.fixes({ ...found, code: 301 }))).toEqual([]);
    expect(found && (await editor.fixes({ ...found, ...elsewhere }))).toEqual([]);
  });

  it("are said to be there for every code", async () => {
    const { file } = open("app/lenet.ts", lenet);
    const codes = await server.ask<readonly string[]>("getSupportedCodeFixes", { file });
    expect(codes).toEqual(expect.arrayContaining(["203", "302", "2304"]));
  });
});
const elsewhere: Pick<Diagnostic, "start" | "end"> = {
  start: { line: 1, offset: 1 },
  end: { line: 1, offset: 5 },
};

describe("hints", () => {
  it("show each layer's shape at the end of its call", async () => {
    const hints = await open("app/lenet.ts", lenet).hints();
    expect(
      hints.map(({ text, position }) => `${position.line}:${position.offset} ${text}`),
    ).toEqual(["7:76 [6, 28, 28]", "7:77 [6, 28, 28]", "9:36 [2304]", "9:52 [10]"]);
  });
});

describe("where the linter cannot be had", () => {
  it("it is imported if this Node does not require modules, and the editor told", async () => {
    const log = join(folder.path, "imported.log");
    const server = start({ log, node: ["--no-experimental-require-module"] });
    const editor = open("app/lenet.ts", lenet.replace("block(edges, 16)", "relu(edges)"), server);
    const loaded = server.event("projectsUpdatedInBackground");
    expect(await editor.diagnostics()).toEqual([]);
    await loaded;
    expect((await editor.diagnostics()).map(({ code }) => code)).toEqual([302]);
    expect(await folder.read("imported.log")).toContain("this Node cannot require modules");
  });

  it.each([
    [
      "while it loads",
      "throw new Error('worn out');",
      "the linter cannot be loaded: Error: worn out",
    ],
    [
      "when it is asked",
      `const fail = () => { throw new Error('worn out'); };
      export const createService = () => ({
        getSemanticDiagnostics: fail, getQuickInfoAtPosition: fail, provideInlayHints: fail,
      });`,
      "getQuickInfoAtPosition failed: Error: worn out",
    ],
  ])("TypeScript's own answers stand, if it fails %s", async (_, service, logged) => {
    const path = "node_modules/kernelsmith/dist/src/tsserver/service.js";
    await writeFile(join(folder.path, path), service);
    const log = join(folder.path, "failed.log");
    const editor = open("app/lenet.ts", lenet, start({ log }));
    expect(documentation(await editor.hover("conv2d("))).toMatch(/^Two-dimensional/);
    expect(await editor.diagnostics()).toEqual([]);
    expect(await editor.hints()).toEqual([]);
    expect(await folder.read("failed.log")).toContain(`kernelsmith: ${logged}`);
  });
});
