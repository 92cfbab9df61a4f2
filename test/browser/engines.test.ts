import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { differences, distances } from "./bits.ts";
import { describeInChromium } from "./chromium.ts";
import { found, type Outcome } from "./lesson.ts";
import { bundled, compiled, type Module, type ModuleName } from "./modules.ts";
import { serveFiles, type Site } from "./site.ts";

let modules: ReadonlyMap<ModuleName, Module> = new Map();
beforeAll(async () => {
  modules = await compiled();
});

/**
 * Of kernels in WebAssembly every bit is determined. The language leaves the precision of `Math.exp`
 * to engines, and training enlarges what they round differently; V8 11.3, 13.6 and 15.0 agree.
 */
function expectSame(name: ModuleName, there: Outcome): void {
  const here = found(modules.get(name)?.here);
  const wasm = name.endsWith("-wasm");
  expect(wasm ? differences(found(there), here) : distances(found(there), here, 1e-3)).toEqual([]);
}

describeInChromium("a module", (open) => {
  const policies = {
    none: undefined,
    strict: "default-src 'none'; script-src 'self'",
    "strict but for WebAssembly": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
  };
  const sites = new Map<string, Site>();

  beforeAll(async () => {
    const files = new Map<string, string | Uint8Array>();
    files.set("/index.html", `<!doctype html><script type="module" src="/page.js"></script>`);
    for (const name of ["client", "page"]) files.set(`/${name}.js`, await bundled(name));
    for (const [name, { text, wasm }] of modules) {
      files.set(`/${name}.js`, text);
      files.set(`/${name}.worker.js`, workerText(name));
      if (wasm) files.set(`/${name}.wasm`, wasm);
    }
    for (const [name, policy] of Object.entries(policies))
      sites.set(name, await serveFiles(files, policy));
  });
  afterAll(() => sites.forEach((site) => site.close()));

  const outcome = async (name: ModuleName, place: string, policy: string): Promise<Outcome> => {
    const query = new URLSearchParams({ module: name, in: place });
    if (modules.get(name)?.wasm) query.set("wasm", `${name}.wasm`);
    const page = await open(`${sites.get(policy)?.address}/?${query}`);
    const text = await page.locator("body:not(:empty)").textContent();
    await page.context().close();
    return JSON.parse(text ?? "") as Outcome; // of page.ts
  };

  it.each([
    ["lenet-wasm", "page", "none"],
    ["lenet-wasm", "worker", "none"],
    ["lenet-wasm", "worker", "strict but for WebAssembly"],
    ["lenet-wasm", "service worker", "strict but for WebAssembly"],
    ["mathematical-wasm", "page", "none"],
    ["mathematical-wasm", "worker", "none"],
    ["lenet-ts", "page", "strict"],
    ["lenet-ts", "worker", "strict"],
    ["lenet-ts", "service worker", "strict"],
    ["mathematical-ts", "page", "none"],
  ] as const)("computes as here: %s in a %s, policy: %s", async (name, place, policy) => {
    expectSame(name, await outcome(name, place, policy));
  });

  it.each(["page", "worker"])(
    "says what to do in a %s that WebAssembly is forbidden",
    async (place) => {
      const message = expect.stringMatching(
        /^the kernels do not run here: .*Content Security Policy.*'wasm-unsafe-eval' under a CSP.* with --target ts /,
      );
      const refused = { code: "KS509", message };
      expect(await outcome("lenet-wasm", place, "strict")).toEqual({ refused });
    },
  );
});

const workerText = (name: ModuleName): string => `
import { serve } from "/client.js";
import * as module from "/${name}.js";
serve(module);`;

describe("a module in another process", () => {
  const run = promisify(execFile);
  let folder = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kernelsmith-"));
    await writeFile(join(folder, "node.mjs"), await bundled("node"));
    for (const [name, { text, wasm }] of modules) {
      await writeFile(join(folder, `${name}.mjs`), text);
      if (wasm) await writeFile(join(folder, `${name}.wasm`), wasm);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  const outcome = async (name: ModuleName, node: string, ...options: readonly string[]) => {
    const files = [`${name}.mjs`, ...(modules.get(name)?.wasm ? [`${name}.wasm`] : [])];
    const given = [
      ...options,
      join(folder, "node.mjs"),
      ...files.map((file) => join(folder, file)),
    ];
    const { stdout } = await run(node, given, { maxBuffer: 2 ** 26 });
    return JSON.parse(stdout) as Outcome; // of node.ts
  };

  // V8's two compilers of WebAssembly, of which it takes the first at once and the second soon after.
  it.each([
    ["lenet-wasm", "--liftoff-only"],
    ["lenet-wasm", "--no-liftoff"],
    ["mathematical-wasm", "--liftoff-only"],
    ["mathematical-wasm", "--no-liftoff"],
  ] as const)("computes as here: %s with %s", async (name, option) => {
    expectSame(name, await outcome(name, process.execPath, option));
  });

  const others = (process.env["KERNELSMITH_NODES"] ?? "").split(delimiter).filter(Boolean);
  if (others.length === 0)
    it.skip("computes as here: other versions of Node (set KERNELSMITH_NODES to their paths)", () => {});
  for (const node of others)
    it.each(["lenet-wasm", "mathematical-wasm", "lenet-ts", "mathematical-ts"] as const)(
      `computes as here: %s with ${node}`,
      async (name) => expectSame(name, await outcome(name, node)),
    );
});
