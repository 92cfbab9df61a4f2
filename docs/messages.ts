import { spawn } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import picocolors from "picocolors";
import { framed } from "../src/cli/frame.ts";
import type { Code } from "../src/diagnostics.ts";
import { diskHost } from "../src/disk/host.ts";
import type { Finding } from "../src/lint/finding.ts";
import { createLinter } from "../src/lint/lint.ts";
import { type Files, type Refusal, refusals } from "../src/lint/refusals/index.ts";
import type { Settings } from "../src/lint/settings.ts";
import type { Ended, Session } from "./session.ts";

/** A folder with these files, for as long as `act` takes. */
export async function within<T>(files: Files, act: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "kernelsmith-docs-")));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface Found {
  readonly findings: readonly Finding[];
  /** As a terminal shows them. */
  readonly frames: readonly string[];
}

/** What the linter tells of the first of these files. */
export const linted = (files: Files, settings: Settings): Promise<Found> =>
  within(files, (folder) => {
    const [first = ""] = Object.keys(files);
    const { findings } = createLinter(diskHost()).lint(join(folder, first), settings);
    const colors = picocolors.createColors(false);
    return { findings, frames: findings.map((finding) => framed(finding, colors, folder)) };
  });

export type Typed = Exclude<Refusal, { readonly by: "linter" }>;
const isTyped = (refusal: Refusal): refusal is Typed => refusal.by !== "linter";

/** How the examples end that are lines of a shell, each in a folder of its files. */
export async function ends(which: "bad" | "good"): Promise<ReadonlyMap<Code, Ended>> {
  const all = refusals.filter(isTyped);
  const made: Session[] = [];
  const inFolders = ([one, ...rest]: readonly Typed[]): Promise<readonly Ended[]> =>
    one
      ? within(filesOf(one, which), (folder) => {
          made.push({ folder, lines: commandOf(one, which).split("\n") });
          return inFolders(rest);
        })
      : run(made);
  const ended = await inFolders(all);
  return new Map(all.flatMap(({ code }, i) => (ended[i] ? [[code, ended[i]] as const] : [])));
}

const filesOf = (one: Typed, which: "bad" | "good"): Files =>
  one.by === "file" ? { ...one.files, [one.file]: one[which] } : one.files;
const commandOf = (one: Typed, which: "bad" | "good"): string =>
  one.by === "file" ? one.command : one[which];

/** All of them in one process. */
async function run(sessions: readonly Session[]): Promise<readonly Ended[]> {
  const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const args = [file("../node_modules/tsx/dist/cli.mjs"), file("session.ts")];
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
  const child = spawn(process.execPath, args, { env, stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(sessions));
  return JSON.parse(await text(child.stdout)) as readonly Ended[]; // as session.ts writes them
}
