import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * The programs that run in processes of their own, as plain JavaScript: no loader is in a measured process that an app
 * would not have. They stand among the rivals, so that they find them. Gives the folder.
 */
export async function buildPrograms(): Promise<string> {
  const outdir = at("./node_modules/.kernelsmith");
  await build({
    entryPoints: [at("./child.ts"), at("./cold.ts")],
    ...{ outdir, bundle: true, splitting: true, packages: "external" },
    ...{ platform: "node", target: "node20", format: "esm", outExtension: { ".js": ".mjs" } },
    logLevel: "error",
  });
  return outdir;
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
