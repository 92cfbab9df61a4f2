import type ts from "typescript";
import type { createService, Service } from "./service.ts" with { "resolution-mode": "import" };

type ServiceModule = { readonly createService: typeof createService };

/**
 * The language-service plugin. TypeScript's server requires it by the package's `main`, and only a CommonJS module;
 * the linter is loaded with the first request. Whatever goes wrong here is logged, and the editor gets what TypeScript
 * says.
 */
const plugin = (): ts.server.PluginModule => {
  let service: Service | undefined;
  let config: unknown;

  const create = (info: ts.server.PluginCreateInfo): ts.LanguageService => {
    const log = (words: string): void =>
      info.project.projectService.logger.info(`kernelsmith: ${words}`);
    config = info.config;
    let state: "waiting" | "loading" | "done" = "waiting";
    const made = (loaded: ServiceModule): void => {
      service = loaded.createService(info, config, log);
      state = "done";
    };
    const failed = (error: unknown): void => {
      state = "done";
      log(`the linter cannot be loaded: ${String(error)}`);
    };
    const load = (): void => {
      state = "loading";
      try {
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- requests are answered at once: no import() is awaited
        made(require("./service.js") as ServiceModule); // the sources beside this one
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ERR_REQUIRE_ESM") return failed(error); // any error may be asked
        log("this Node cannot require modules: the linter is imported, later requests have it");
        import("./service.js").then(made).then(() => info.project.refreshDiagnostics(), failed);
      }
    };

    const { languageService } = info;
    /** What TypeScript answers about a file, given to the service to add to. */
    const added = <K extends keyof Service>(name: K, prior: unknown, args: unknown[]): unknown => {
      try {
        if (state === "waiting") load();
        const add = service?.[name] as
          ((prior: unknown, ...args: unknown[]) => unknown) | undefined; // by the same name
        return add ? add(prior, ...args) : prior;
      } catch (error) {
        log(`${String(name)} failed: ${error instanceof Error ? error.stack : String(error)}`);
        return prior;
      }
    };
    const names: readonly (keyof Service & keyof ts.LanguageService)[] = [
      "getSemanticDiagnostics",
      "getQuickInfoAtPosition",
      "getCodeFixesAtPosition",
      "getSupportedCodeFixes",
      "provideInlayHints",
    ];
    const proxies = names.map((name) => {
      const original = languageService[name] as (...args: unknown[]) => unknown; // one of several signatures
      return [
        name,
        (...args: unknown[]) => added(name, original.apply(languageService, args), args),
      ];
    });
    return { ...languageService, ...(Object.fromEntries(proxies) as Partial<ts.LanguageService>) }; // by the same names
  };

  return {
    create,
    onConfigurationChanged: (changed: unknown) => {
      config = changed;
      service?.configure(changed);
    },
  };
};

module.exports = plugin;
