import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { compiled, moduleText, plainJavaScript } from "./generated.ts";
import { compileOptions } from "./files.ts";
import { markdownTable } from "./report.ts";
import { type Work, works } from "./works.ts";

/** What an app ships to run LeNet-5, without its weights. */
interface Row {
  readonly who: string;
  readonly what: string;
  /** the code as it is written, where a person reads it */
  readonly written?: number;
  readonly minified: number;
  readonly gzipped: number;
  readonly goal?: string;
}

const folder = fileURLToPath(new URL(".", import.meta.url));

/** The imports of an app that uses no more than it needs, and the files its library fetches. */
const rivals = [
  {
    who: "convnetjs",
    what: "inference and training",
    code: 'import convnetjs from "convnetjs"; globalThis.app = convnetjs;',
  },
  {
    who: "jax-js",
    what: "inference and training",
    code: `import { numpy, lax, nn, jit, valueAndGrad, init, defaultDevice } from "@jax-js/jax";
      globalThis.app = { numpy, lax, nn, jit, valueAndGrad, init, defaultDevice };`,
  },
  {
    who: "tfjs-cpu",
    what: "inference",
    code: `import { tensor, tidy, fused, maxPool, reshape, setBackend } from "@tensorflow/tfjs-core";
      import "@tensorflow/tfjs-backend-cpu";
      globalThis.app = { tensor, tidy, fused, maxPool, reshape, setBackend };`,
  },
  {
    who: "tfjs-wasm",
    what: "inference",
    code: `import { tensor, tidy, fused, maxPool, reshape, setBackend } from "@tensorflow/tfjs-core";
      import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
      globalThis.app = { tensor, tidy, fused, maxPool, reshape, setBackend, setWasmPaths };`,
    files: ["@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm"],
  },
  {
    who: "tfjs-wasm",
    what: "inference and training",
    code: `import * as tf from "@tensorflow/tfjs"; import "@tensorflow/tfjs-backend-wasm";
      globalThis.app = tf;`,
    files: ["@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm"],
  },
  {
    who: "litert",
    what: "inference",
    code: `import { loadLiteRt, loadAndCompile, Tensor } from "@litertjs/core";
      globalThis.app = { loadLiteRt, loadAndCompile, Tensor };`,
    files: ["litert_wasm_internal.js", "litert_wasm_internal.wasm"].map(
      (file) => `@litertjs/core/wasm/${file}`,
    ),
  },
  {
    who: "onnxruntime-web",
    what: "inference",
    code: `import { InferenceSession, Tensor, env } from "onnxruntime-web/wasm";
      globalThis.app = { InferenceSession, Tensor, env };`,
    files: ["onnxruntime-web/dist/ort-wasm-simd-threaded.wasm"],
  },
] as const;

const goals = {
  ts: { inference: "4", training: "10" },
  wasm: { inference: "12, half in view", training: "20, half in view" },
} as const;

async function ours(work: Work, target: "ts" | "wasm"): Promise<Row> {
  const text = moduleText(await compiled(work.net.name, compileOptions(work, target)));
  const minified = await plainJavaScript(text, true);
  return {
    who: `kernelsmith-${target}`,
    what: work.task === "training" ? "inference and training" : "inference",
    written: text.length,
    ...sizes([Buffer.from(minified)]),
    goal: goals[target][work.task],
  };
}

/** What is loaded at once: the entry and all that it imports. What it may load later, other backends, is left out. */
async function rival({ who, what, code, ...more }: (typeof rivals)[number]): Promise<Row> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader: "js" },
    ...{ bundle: true, minify: true, splitting: true, write: false, metafile: true },
    ...{ format: "esm", platform: "browser", target: "es2022", outdir: folder },
    ...{ logLevel: "silent", external: ["node:*", ...builtIn], absWorkingDir: folder },
  });
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { kind, path: next } of metafile.outputs[path]?.imports ?? [])
      if (kind === "import-statement" && metafile.outputs[next]) load(next);
  };
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) if (entryPoint) load(path);
  const scripts = outputFiles.filter(({ path }) => loaded.has(path.slice(folder.length)));
  const files = "files" in more ? more.files : [];
  const fetched = files.map((file) => readFile(`${folder}/node_modules/${file}`));
  const parts = [...scripts.map(({ contents }) => contents), ...(await Promise.all(fetched))];
  return { who, what, ...sizes(parts) };
}

/** Modules of Node that a rival asks for behind a test of where it runs. */
const builtIn = ["fs", "path", "crypto", "util", "worker_threads", "module", "url", "os"].concat(
  ...["perf_hooks", "string_decoder"],
);

/** Each file is compressed by itself, as a server does it. */
function sizes(files: readonly Uint8Array[]): Pick<Row, "minified" | "gzipped"> {
  const total = (of: (file: Uint8Array) => number) => files.reduce((sum, f) => sum + of(f), 0);
  return {
    minified: total(({ length }) => length),
    gzipped: total((file) => gzipSync(file, { level: 9 }).length),
  };
}

const lenet = works.filter(({ net }) => net.name === "lenet");
const rows: Row[] = [];
for (const target of ["wasm", "ts"] as const)
  for (const work of lenet) rows.push(await ours(work, target));
for (const one of rivals) rows.push(await rival(one));

const kB = (bytes?: number) => {
  if (bytes === undefined) return "";
  return bytes < 1e5 ? (bytes / 1e3).toFixed(1) : Math.round(bytes / 1e3).toLocaleString("en");
};
console.log(
  `What an app ships to run LeNet-5, without the weights, in kB; of a rival the smallest sensible import and what it fetches.\n`,
);
console.log(
  markdownTable(
    ["", "for", "as written", "minified", "and gzipped", "goal"],
    rows.map(({ who, what, written, minified, gzipped, goal = "" }) => [
      ...[who, what, kB(written), kB(minified), kB(gzipped), goal],
    ]),
  ),
);
