import { mostThreads } from "../wasm/threads/control.ts";
import { inTemplate } from "./words.ts";

/** Threads that a net has unless told otherwise: more seldom pay, and an app has other work for them. */
const usual = 8;

/** Makes a net's threads, in `create…`. */
export const recruitCall = "recruit(threads, k, m);";

/** The platforms that threads come from, and the threads. */
export const threadsText = (model: string): string => `
/** As much of the platforms as threads come from. */
interface Platform {
  readonly process?: {
    readonly getBuiltinModule?: (name: string) => {
      readonly Worker: new (script: string, options: object) => Helper;
      readonly availableParallelism: () => number;
    };
  };
  readonly navigator?: { readonly hardwareConcurrency?: number };
  readonly crossOriginIsolated?: boolean;
  readonly Worker?: new (url: string) => Helper;
  readonly Blob: new (parts: readonly string[], options: object) => object;
  readonly URL: { createObjectURL(blob: object): string };
}

interface Helper {
  onerror: unknown;
  readonly on?: (event: "error", act: (error: unknown) => void) => void;
  readonly unref?: () => void;
  postMessage(data: object): void;
}

const platform = globalThis as unknown as Platform;

/** As many threads as there are cores, at most ${usual}. */
function usualThreads(): number {
  const { navigator, process } = platform;
  const cores = navigator?.hardwareConcurrency ?? process?.getBuiltinModule?.("node:os").availableParallelism();
  return Math.min(cores ?? 1, ${usual});
}

/** What a thread does: it helps with the runs over a memory, until their net is closed. */
const helping =
  "({ module, memory }) => new WebAssembly.Instance(module, { env: { memory } }).exports.help()";

/** Of those who start in a page or in its workers. */
let script: string | undefined;

/** Starts the threads of a net but the one that calls. Whoever is late or missing is done without. */
function recruit(threads: number, k: Kernels, m: Float32Array): void {
  if (!(Number.isInteger(threads) && threads >= 1 && threads <= ${mostThreads}))
    refuse(\`threads is \${threads}; it takes an integer from 1 to ${mostThreads}\`);
  if (threads === 1) return;
  try {
    const word = new Int32Array(k.memory.buffer, 0, 1);
    Atomics.wait(word, 0, word[0] + 1, 0); // throws where a thread may not sleep: a page's own
    k.patient();
  } catch {}
  try {
    const { process, Worker, Blob, URL, crossOriginIsolated } = platform;
    const node = process?.getBuiltinModule?.("node:worker_threads");
    if (!node && crossOriginIsolated === false)
      throw new Error(
        "this page may not share memory; serve it with the headers Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp",
      );
    if (!node && !Worker) throw new Error("there are no workers here (in Node from 20.16 on)");
    const data = { module: compiled, memory: k.memory };
    for (let i = 1; i < threads; i++) {
      if (!node)
        script ??= URL.createObjectURL(
          new Blob([\`onmessage = ({ data }) => { (\${helping})(data); close(); };\`], { type: "text/javascript" }),
        );
      const helper = node
        ? new node.Worker(\`(\${helping})(require("node:worker_threads").workerData)\`, {
            eval: true,
            workerData: data,
            execArgv: [],
            env: {},
          })
        : new Worker!(script!);
      helper.on?.("error", alone);
      helper.onerror = alone;
      helper.unref?.();
      if (!node) helper.postMessage(data);
    }
    forgotten.register(m, k.close);
  } catch (error) {
    alone(error);
  }
}

/** Ends the threads of a net that is gone without having been closed. */
const forgotten = new FinalizationRegistry<() => void>((close) => close());

let warned = false;

/** Says once why there are no threads: all is computed as it would be. */
function alone(error: unknown): void {
  if (warned) return;
  warned = true;
  const why = (error as Error | undefined)?.message || "its workers do not start; a CSP has to allow worker-src blob:";
  console.warn(\`${inTemplate(model)} runs on the thread that calls it alone: \${why}. With threads: 1 it is not tried.\`);
}`;
