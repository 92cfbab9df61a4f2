import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Host } from "../src/lint/host.ts";
import { createLinter } from "../src/lint/lint.ts";
import { preset } from "../src/lint/settings.ts";
import { deep, layers } from "./deep.ts";
import { digits, markdownTable } from "./report.ts";
import { quantile } from "./stopwatch.ts";

/** How long a person waits to be told: a check of many files, and one edit of one of them. */
const files = 50;
const runs = { cold: 5, edits: 101 };

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const run = promisify(execFile);
const settings = preset("recommended");

/** Models of many kinds, the corpus that no finding may be told of, again from the start where it is too short. */
async function models(folder: string): Promise<readonly string[]> {
  const corpus = at("../test/lint/correct");
  const names = (await readdir(corpus)).filter((name) => name.endsWith(".ts")).sort();
  const paths: string[] = [];
  for (let i = 0; i < files; i++) {
    const round = join(folder, `${Math.floor(i / names.length)}`);
    await mkdir(round, { recursive: true });
    const name = names[i % names.length] ?? "";
    await cp(join(corpus, name), join(round, name));
    paths.push(join(round, name));
  }
  return paths;
}

/** Files as an editor has them: in memory, changed between one look and the next. */
function editor(texts: Map<string, string>) {
  const host: Host = { read: (file) => texts.get(file), resolve: () => undefined };
  const linter = createLinter(host);
  return (file: string): number => {
    const start = performance.now();
    linter.lint(file, settings);
    return performance.now() - start;
  };
}

/** The first look at a file, and the median of those after an edit each: what is typed is never the same. */
function edits(
  look: (file: string) => number,
  texts: Map<string, string>,
  file: string,
  typed: (i: number) => string,
) {
  const first = look(file);
  const times = Array.from({ length: runs.edits }, (_, i) => {
    texts.set(file, typed(i));
    return look(file);
  });
  return { first, median: quantile(times, 0.5), slowest: quantile(times, 0.95) };
}

const folder = await mkdtemp(join(tmpdir(), "kernelsmith-"));
const paths = await models(folder);
// The package as it is published.
await run("npm", ["run", "build"], { cwd: at("..") });
const cold: number[] = [];
for (let i = 0; i < runs.cold; i++) {
  const start = performance.now();
  await run(process.execPath, [at("../dist/src/cli/main.js"), "check", ...paths], { cwd: folder });
  cold.push(performance.now() - start);
}

const texts = new Map(
  await Promise.all(paths.map(async (path) => [path, await readFile(path, "utf8")] as const)),
);
await rm(folder, { recursive: true });
const look = editor(texts);
const all = paths.map(look);
const [one = ""] = paths;
const original = texts.get(one) ?? "";
const changed = edits(look, texts, one, (i) => `${original}\n// ${i}\n`);

const model = "/model.ts";
const typing = new Map([[model, deep(3)]]);
const valid = edits(editor(typing), typing, model, (i) => `${deep(3)}// ${i}\n`);
const broken = edits(editor(typing), typing, model, (i) => `${deep(99)}// ${i}\n`);

const ms = (time: number) => `${digits(time)} ms`;
const row = (what: string, { first, median, slowest }: ReturnType<typeof edits>) => [
  what,
  ms(median),
  `first ${ms(first)}, 95 of 100 within ${ms(slowest)}`,
];
console.log(
  `Models are followed without being executed. Medians: ${runs.cold} processes, ${runs.edits} edits.\n`,
);
console.log(
  markdownTable(
    ["", "median", ""],
    [
      [
        `\`kernelsmith check\` of ${files} model files, the whole process`,
        ms(quantile(cold, 0.5)),
        `${digits(quantile(cold, 0.5) / files)} ms a file`,
      ],
      [
        `the same ${files} files in a process that runs`,
        ms(all.reduce((a, b) => a + b, 0)),
        `from the first, ${ms(quantile(all, 0.5))} a file in the end`,
      ],
      row("one of them changed", changed),
      row(`a model of ${layers} layers edited`, valid),
      row("the same with a wrong size in its second layer, fixes tried", broken),
    ],
  ),
);
