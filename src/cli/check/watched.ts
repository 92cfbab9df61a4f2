import { type FSWatcher, readFileSync, watch } from "node:fs";
import { dirname } from "node:path";
import { isSource } from "./files.ts";

/** What happened since files were read. */
export interface Change {
  /** Those that have another text now. */
  readonly files: ReadonlySet<string>;
  /** A source came to be or went beside them: imports and globs may lead elsewhere now. */
  readonly others: boolean;
}

/** Milliseconds: editors write a file in several steps. */
const patience = 50;

/** The folders of files that may change. */
export class Watched {
  readonly #folders = new Map<string, FSWatcher>();
  #others = false;
  #wake: () => void = () => undefined;

  /** Waits until one of the files has another text than the one given, or another comes to be beside them. */
  async change(texts: ReadonlyMap<string, string | undefined>): Promise<Change> {
    const known = new Set([...texts.keys()]);
    for (const folder of new Set([...known].map(dirname))) this.#watch(folder);
    for (;;) {
      const files = [...known].filter((file) => textOf(file) !== texts.get(file));
      const others = this.#others;
      this.#others = false;
      if (others || files.length > 0) return { files: new Set(files), others };
      await new Promise<void>((resolve) => (this.#wake = resolve));
      await new Promise((resolve) => setTimeout(resolve, patience));
    }
  }

  #watch(folder: string): void {
    if (this.#folders.has(folder)) return;
    const watcher = watch(folder, (event, name) => {
      // a file that is written anew is told of as one that came to be
      if (event === "rename" && name !== null && isSource(name)) this.#others = true;
      this.#wake();
    });
    watcher.on("error", () => this.#folders.delete(folder)); // the folder is gone
    this.#folders.set(folder, watcher);
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
