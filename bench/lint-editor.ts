/**
 * npx tsx bench/lint-editor.ts
 *
 * From an edit of a model to its diagnostics, through ESLint and through TypeScript's server, each with the plugin and
 * without: the difference is ours.
 */
import { join } from "node:path";
import { Linter } from "eslint";
import { parser } from "typescript-eslint";
import { configs } from "../src/eslint/index.ts";
import { Folder } from "../test/support/command-line.ts";
import { install, installTypeScript } from "../test/support/installed.ts";
import { Editor } from "../test/tsserver/editor.ts";
import { Server } from "../test/tsserver/server.ts";
import { deep, layers } from "./deep.ts";
import { digits, markdownTable } from "./report.ts";
import { quantile } from "./stopwatch.ts";

const edits = 101;
const right = deep(3);
const wrong = deep(99);

interface Times {
  readonly first: number;
  readonly median: number;
  readonly slowest: number;
}

/** The first look, and those after an edit each: what is typed is never the same. */
async function times(look: (turn: number) => unknown): Promise<Times> {
  const all: number[] = [];
  for (let turn = 0; turn <= edits; turn++) {
    const start = performance.now();
    await look(turn);
    all.push(performance.now() - start);
  }
  const [first = NaN, ...rest] = all;
  return { first, median: quantile(rest, 0.5), slowest: quantile(rest, 0.95) };
}

/** `found`: whether anything has to be. */
function throughEslint(text: string, found: boolean, ...config: Linter.Config[]): Promise<Times> {
  const linter = new Linter({ configType: "flat" });
  const all = [{ files: ["**/*.ts"], languageOptions: { parser } }, ...config];
  return times((turn) => {
    hold(linter.verify(`${text}// ${turn}\n`, all, "model.ts").length > 0, found);
  });
}

async function throughServer(server: Server, file: string, text: string, found: boolean) {
  const editor = new Editor(server, file, `${text}// -1\n`);
  const taken = await times(async (turn) => {
    editor.type(`// ${turn - 1}\n`, `// ${turn}\n`);
    const own = (await editor.diagnostics()).filter(({ source }) => source === "kernelsmith");
    hold(own.length > 0, found);
  });
  editor.close();
  return taken;
}

function hold(found: boolean, expected: boolean): void {
  if (found !== expected) throw new Error(`findings: ${found}, but expected: ${expected}`);
}

const ms = (time: number) => `${digits(time)} ms`;
const row = (what: string, { first, median, slowest }: Times) => [
  ...[what, ms(median), ms(slowest), ms(first)],
];

const config = (plugins: readonly object[]): string => {
  const module = { target: "es2022", module: "nodenext", types: [], strict: true };
  return JSON.stringify({ compilerOptions: { ...module, plugins } });
};
const folder = await Folder.with({
  "package.json": '{ "type": "module" }',
  "with/tsconfig.json": config([{ name: "kernelsmith" }]),
  "with/model.ts": right,
  "without/tsconfig.json": config([]),
  "without/model.ts": right,
});
const [tsserver] = await Promise.all([installTypeScript(folder), install(folder, [], true)]);
const served = async (project: string, text: string, found: boolean): Promise<Times> => {
  const server = new Server(tsserver, folder.path, {});
  const taken = await throughServer(server, join(folder.path, project, "model.ts"), text, found);
  await server.close();
  return taken;
};

const rows = [
  row("ESLint alone", await throughEslint(right, false)),
  row("ESLint", await throughEslint(right, false, configs.recommended)),
  row("ESLint, a wrong size", await throughEslint(wrong, true, configs.recommended)),
  row("TypeScript's server alone", await served("without", right, false)),
  row("TypeScript's server", await served("with", right, false)),
  row("TypeScript's server, a wrong size", await served("with", wrong, true)),
];
await folder.remove();
console.log(
  `A model of ${layers} layers, edited ${edits} times: from the edit to the diagnostics.\n`,
);
console.log(markdownTable(["", "median", "95 of 100 within", "the first"], rows));
