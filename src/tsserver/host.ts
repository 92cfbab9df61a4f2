import type ts from "typescript";
import { resolved } from "../disk/host.ts";
import type { Host } from "../lint/host.ts";

/** The editor's buffers, unsaved text and all; what is not open, from where the project has it. */
export function projectHost({ project, serverHost }: ts.server.PluginCreateInfo): Host {
  const opened = (file: string) => project.projectService.getScriptInfo(file);
  const read = (file: string): string | undefined => {
    const snapshot = opened(file)?.getSnapshot();
    return snapshot ? snapshot.getText(0, snapshot.getLength()) : serverHost.readFile(file);
  };
  const files = {
    readFile: read,
    fileExists: (file: string) => opened(file) !== undefined || serverHost.fileExists(file),
    directoryExists: serverHost.directoryExists,
    ...(serverHost.realpath ? { realpath: serverHost.realpath } : undefined),
  };
  return {
    read,
    resolve: (specifier, from) =>
      resolved(specifier, from, optionsOf(project.getCompilerOptions()), files),
  };
}

/** The server's TypeScript and the linter's may be two: options are the same data in both. */
const optionsOf = (options: ts.CompilerOptions) => options as Parameters<typeof resolved>[2];
