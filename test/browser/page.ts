/** The page's script: gives the lesson that its address asks for, and shows the outcome as JSON. */
import { ask, attempt } from "./client.ts";
import type { Outcome } from "./lesson.ts";

const query = new URLSearchParams(location.search);
const [module, place, file] = ["module", "in", "wasm"].map((name) => query.get(name));

const places: { readonly [place: string]: (wasm?: unknown) => Promise<Outcome> } = {
  page: async (wasm) => attempt(await import(`/${module}.js`), wasm),
  worker: (wasm) => ask(new Worker(`/${module}.worker.js`, { type: "module" }), wasm),
  async "service worker"(wasm) {
    const script = `/${module}.worker.js`;
    const registered = await navigator.serviceWorker.register(script, { type: "module" });
    const worker = registered.installing ?? registered.waiting ?? registered.active;
    if (!worker) throw new Error("no worker is registered");
    return ask(worker, wasm);
  },
};

async function outcome(): Promise<Outcome> {
  const wasm = file ? await WebAssembly.compileStreaming(fetch(`/${file}`)) : undefined;
  const give = places[place ?? ""];
  if (!give) throw new Error(`no lessons are given in ${place}`);
  return give(wasm);
}

document.body.textContent = JSON.stringify(
  await outcome().catch((error: unknown) => ({ failed: String(error) })),
);
