import { afterAll, beforeAll, expect, it } from "vitest";
import { compile } from "../../codegen/compile.ts";
import lenet from "../../examples/lenet/model.ts";
import { describeInChromium } from "./chromium.ts";
import { attempt, found, type Outcome } from "./lesson.ts";
import { bundled } from "./modules.ts";
import { isolation, serveFiles, type Site } from "./site.ts";

/** What a page or its worker saw: how many threads a net came to, what it said, what it computed. */
interface Seen {
  readonly threads: number;
  readonly warned: readonly string[];
  readonly outcome: Outcome;
}

const options = { target: "wasm", maxBatch: 8, format: "js", name: "lenet" } as const;
const text = async (threads: boolean): Promise<string> => {
  const { files } = await compile(lenet, { ...options, threads });
  return String(files.find(({ name }) => name.endsWith(".js"))?.text);
};

/** Gives two nets a lesson, the first when it has its threads or has said why it has none. */
const script = `
import { attempt } from "/client.js";
import { createLenet } from "/lenet.js";
const warned = [];
console.warn = (words) => warned.push(words);
const [net] = [3, 2].map((threads) => createLenet({ seed: 7, threads }));
while (net.threads < 3 && warned.length === 0) await new Promise((act) => setTimeout(act, 5));
const { threads } = net;
const outcome = attempt({ createNet: () => net });
net.close();
export const seen = { threads, warned, outcome };`;

const worker = `
import { seen } from "/script.js";
postMessage(seen);`;

const page = `<!doctype html><meta charset="utf-8"><title>threads</title><script type="module">
const show = (seen) => (document.body.textContent = JSON.stringify(seen));
if (location.search === "?worker")
  new Worker("/worker.js", { type: "module" }).onmessage = ({ data }) => show(data);
else show((await import("/script.js")).seen);
</script>`;

const policy = (workers: string) =>
  `default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src ${workers}`;

describeInChromium("a net with threads", (open) => {
  let wanted: { readonly [name: string]: string };
  let files: ReadonlyMap<string, string>;
  const sites: Site[] = [];

  beforeAll(async () => {
    const url = `data:text/javascript;base64,${Buffer.from(await text(false)).toString("base64")}`;
    wanted = found(attempt(await import(/* @vite-ignore */ url)));
    files = new Map([
      ["/index.html", page],
      ["/script.js", script],
      ["/worker.js", worker],
      ["/client.js", await bundled("client")],
      ["/lenet.js", await text(true)],
    ]);
  });
  afterAll(() => {
    for (const site of sites) site.close();
  });

  const seenIn = async (
    place: "page" | "worker",
    workers: string,
    headers: { readonly [name: string]: string },
  ): Promise<Seen> => {
    const site = await serveFiles(files, policy(workers), headers);
    sites.push(site);
    const tab = await open(`${site.address}/?${place}`);
    await tab.waitForFunction(() => document.body?.textContent?.startsWith("{"));
    const seen = JSON.parse((await tab.locator("body").textContent()) ?? "") as Seen;
    await tab.context().close();
    return seen;
  };

  it.each(["page", "worker"] as const)("has the bits of one without, in a %s", async (place) => {
    const { threads, warned, outcome } = await seenIn(place, "'self' blob:", isolation);
    expect({ threads, warned }).toEqual({ threads: 3, warned: [] });
    expect(found(outcome)).toEqual(wanted);
  });

  it.each([
    ["that is not isolated", "'self' blob:", {}, /Cross-Origin-Opener-Policy: same-origin and/],
    ["whose policy lets no such worker in", "'self'", isolation, /worker-src blob:/],
  ] as const)("runs alone in a page %s", async (_, workers, headers, why) => {
    const { threads, warned, outcome } = await seenIn("page", workers, headers);
    expect({ threads, warned }).toEqual({ threads: 1, warned: [expect.stringMatching(why)] });
    expect(found(outcome)).toEqual(wanted);
  });
});
