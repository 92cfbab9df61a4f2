/** The two ends of a lesson that is given elsewhere than in the page. */
import { attempt, type Outcome } from "./lesson.ts";

export { attempt };

/** In a worker: answers at the port that comes with the kernels, or with nothing. */
export function serve(module: object): void {
  addEventListener("message", (event) => {
    const { data, ports } = event as MessageEvent<unknown>; // "message" brings no other
    ports[0]?.postMessage(attempt(module, data));
  });
}

/** In the page: what such a worker says. */
export function ask(worker: Worker | ServiceWorker, wasm?: unknown): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }) => resolve(data));
    worker.addEventListener("error", () => reject(new Error("the worker's script does not run")));
    port1.start();
    worker.postMessage(wasm, [port2]);
  });
}
