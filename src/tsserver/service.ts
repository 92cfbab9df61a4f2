import type ts from "typescript";
import { concerns } from "../lint/concerns.ts";
import { createLinter, type Linted } from "../lint/lint.ts";
import { readConfig } from "../lint/read-config.ts";
import type { Settings } from "../lint/settings.ts";
import { type Answer, diagnosticsOf, fixesOf, numbers } from "./findings.ts";
import { projectHost } from "./host.ts";
import { hintsOf, infoAt } from "./shapes.ts";

type Language = Required<ts.LanguageService>;
type Adds<K extends keyof Language> = (
  prior: ReturnType<Language[K]>,
  ...args: Parameters<Language[K]>
) => ReturnType<Language[K]>;

/** What is added to TypeScript's answers. */
export interface Service {
  readonly getSemanticDiagnostics: Adds<"getSemanticDiagnostics">;
  readonly getQuickInfoAtPosition: Adds<"getQuickInfoAtPosition">;
  readonly getCodeFixesAtPosition: Adds<"getCodeFixesAtPosition">;
  readonly getSupportedCodeFixes: Adds<"getSupportedCodeFixes">;
  readonly provideInlayHints: Adds<"provideInlayHints">;
  readonly configure: (config: unknown) => void;
}

export function createService(
  info: ts.server.PluginCreateInfo,
  config: unknown,
  log: (words: string) => void,
): Service {
  const host = projectHost(info);
  const linter = createLinter(host);
  let settings = settingsOf(config, log);
  const seen = new Map<string, { readonly version: string; readonly linted: Linted | undefined }>();
  /** One run for all that is asked about a version of the project; none for a file in which there is nothing to find. */
  const lint = (file: string): Linted | undefined => {
    const version = info.project.getProjectVersion();
    const known = seen.get(file);
    if (known?.version === version) return known.linted;
    const concerned = concerns(file, host.read(file) ?? "", host);
    const linted = concerned ? linter.lint(file, settings) : undefined;
    seen.set(file, { version, linted });
    return linted;
  };
  const answer = ({ file, findings }: Linted): Answer => ({
    file,
    findings,
    sourceOf: (path) => info.languageService.getProgram()?.getSourceFile(path),
  });
  return {
    getSemanticDiagnostics(prior, file) {
      const linted = lint(file);
      return linted ? [...prior, ...diagnosticsOf(answer(linted))] : prior;
    },
    getQuickInfoAtPosition(prior, file, position) {
      const linted = lint(file);
      return linted ? infoAt(linted, position, prior) : prior;
    },
    getCodeFixesAtPosition(prior, file, start, end, codes) {
      const linted = lint(file);
      return linted ? [...prior, ...fixesOf(answer(linted), start, end, codes)] : prior;
    },
    getSupportedCodeFixes: (prior) => [...prior, ...numbers.map(String)],
    provideInlayHints(prior, file, span) {
      const linted = lint(file);
      return linted ? [...prior, ...hintsOf(linted, span)] : prior;
    },
    configure: (changed) => {
      settings = settingsOf(changed, log);
      seen.clear();
    },
  };
}

/** The plugin's entry in tsconfig.json: { "name": "kernelsmith", "preset": "strict", … }. */
function settingsOf(config: unknown, log: (words: string) => void): Settings {
  const entry = { ...(config as { name?: unknown; global?: unknown } | undefined) }; // an object of JSON's
  const { name: _name, global: _global, ...given } = entry;
  const { settings, faults } = readConfig(given);
  for (const { message, fix } of faults) log(`its configuration: ${message}. ${fix ?? ""}`);
  for (const key of ["models", "budgets"])
    if (key in given) log(`its configuration: ${key} is for kernelsmith check, and ignored here`);
  return settings;
}
