import { KernelsmithError } from "../../diagnostics.ts";
import type { Checked, Checker } from "./checker.ts";
import type { LoadedConfig } from "./config.ts";
import type { Choice } from "./files.ts";
import { Watched } from "./watched.ts";

/** What a round is made of. */
export interface Rounds {
  readonly configured: () => Promise<LoadedConfig>;
  readonly choose: (config: LoadedConfig) => Promise<Choice>;
  readonly checker: (config: LoadedConfig) => Checker;
  readonly tell: (checked: readonly Checked[], choice: Choice) => Promise<unknown>;
}

/** Checks, and checks again what reads a file that has changed, until the process is ended. */
export async function watch(rounds: Rounds): Promise<never> {
  const watched = new Watched();
  let config = await rounds.configured();
  for (;;) {
    await whileConfigured(rounds, config, watched);
    config = await rounds.configured().catch((error: unknown) => {
      for (const one of error instanceof AggregateError ? error.errors : [error]) {
        if (!(one instanceof KernelsmithError)) throw error;
        process.stderr.write(`${one.message}\n`);
      }
      return config;
    });
  }
}

/** Rounds until the configuration may be another. */
async function whileConfigured(
  { choose, checker, tell }: Rounds,
  config: LoadedConfig,
  watched: Watched,
): Promise<void> {
  const one = checker(config);
  let known = new Map<string, Checked>();
  let changed: ReadonlySet<string> = new Set();
  for (;;) {
    const start = performance.now();
    const choice = await choose(config);
    const next = new Map<string, Checked>();
    let again = 0;
    for (const chosen of choice.files) {
      const before = known.get(chosen.file);
      if (before && !before.files.some((file) => changed.has(file))) next.set(chosen.file, before);
      else {
        next.set(chosen.file, await one.check(chosen));
        again++;
      }
    }
    known = next;
    await tell([...known.values()], choice);
    const took = (performance.now() - start).toFixed(0);
    process.stderr.write(`checked ${again} of ${known.size} in ${took} ms; waiting for changes\n`);
    const read = [...known.values()].flatMap(({ files }) => files);
    const texts = new Map(read.map((file) => [file, one.texts.get(file)]));
    if (config.file !== undefined) texts.set(config.file, config.text);
    const { files, others } = await watched.change(texts);
    if (others || (config.file !== undefined && files.has(config.file))) return;
    changed = files;
  }
}
