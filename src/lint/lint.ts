import type { Finding } from "./finding.ts";
import type { Followed } from "./followed.ts";
import type { Host } from "./host.ts";
import type { Settings } from "./settings.ts";

export interface Linted {
  readonly file: string;
  /** In the order of the source. */
  readonly findings: readonly Finding[];
  /** Calls of layers in the file: how many there are, and how many were followed with known values. */
  readonly calls: { readonly all: number; readonly followed: number };
  readonly models: readonly Followed[];
  /** Every file that was read, this one included. */
  readonly files: readonly string[];
}

/** Remembers what it parsed, by a file's text. */
export interface Linter {
  readonly lint: (file: string, settings: Settings) => Linted;
}

export function createLinter(host: Host): Linter {
  void host;
  throw new Error("not yet");
}
