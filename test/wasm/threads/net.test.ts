import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Nets } from "./node.ts";

let nets: Nets;
beforeAll(async () => {
  nets = await Nets.compiled();
});
afterAll(() => nets.remove());

const found = async (body: string, ...flags: readonly string[]) =>
  (await nets.run(body, ...flags)).found;
/** Every Worker that is made from here on, in `made`, and how many have ended. */
const counted = `
const threads = process.getBuiltinModule("node:worker_threads");
const made = [];
let ended = 0;
threads.Worker = class extends threads.Worker {
  constructor(...args) {
    super(...args);
    made.push(args);
    this.on("exit", () => ended++);
  }
};
const { setTimeout } = await import("node:timers/promises");
`;

describe("a net with threads", () => {
  it.each([1, 2, 3, 5])("has the bits of one without, with %s of them", async (threads) => {
    const same = await found(`
      const net = await manned(createLenet({ seed: 1, threads: ${threads} }), ${threads});
      found = lesson(net) === lesson(createOne({ seed: 1 }));`);
    expect(same).toBe(true);
  });

  it("has them before its threads are there, and while they come", async () => {
    const same = await found(`
      const { setImmediate } = await import("node:timers/promises");
      const one = createOne();
      const net = createLenet({ threads: 3 });
      found = { same: 0, other: 0 };
      while (net.threads < 3 || found.same + found.other < 20) {
        if (lesson(net, 1) === lesson(one, 1)) found.same++;
        else found.other++;
        await setImmediate();
      }`);
    expect(same).toEqual({ same: expect.any(Number), other: 0 });
  });

  it("sleeps and wakes", async () => {
    const same = await found(`
      const { setTimeout } = await import("node:timers/promises");
      const [net, one] = [await manned(createLenet({ threads: 3 }), 3), createOne()];
      found = 0;
      for (let i = 0; i < 20; i++) {
        await setTimeout(i % 5);
        found += Number(lesson(net, 2) === lesson(one, 2));
      }`);
    expect(same).toBe(20);
  });

  it("runs beside another", async () => {
    const all = await found(`
      const pair = [createLenet({ seed: 2, threads: 2 }), createLenet({ seed: 3, threads: 3 })];
      await manned(pair[0], 2), await manned(pair[1], 3);
      const alone = [createOne({ seed: 2 }), createOne({ seed: 3 })];
      found = [];
      for (let i = 0; i < 5; i++)
        for (const k of [0, 1]) found.push(lesson(pair[k], 3) === lesson(alone[k], 3));`);
    expect(all).toEqual(Array(10).fill(true));
  });

  it("takes its kernels from a file", async () => {
    const same = await found(`
      const wasm = readFileSync("beside.wasm");
      const net = await manned(createBeside({ wasm, seed: 1, threads: 2 }), 2);
      found = lesson(net) === lesson(createOne({ seed: 1 }));`);
    expect(same).toBe(true);
  });

  it("computes alone when it has been closed", async () => {
    const seen = await found(`${counted}
      const net = await manned(createLenet({ seed: 4, threads: 3 }), 3);
      const one = createOne({ seed: 4 });
      found = [lesson(net, 2) === lesson(one, 2)];
      net.close();
      await manned(net, 1);
      while (ended < 2) await setTimeout(1);
      net.close();
      found.push(lesson(net, 2) === lesson(one, 2), made.length, ended);`);
    expect(seen).toEqual([true, true, 2, 2]);
  });

  it("lets go of its threads when nobody has it any more", async () => {
    const seen = await found(
      `${counted}
      await (async () => manned(createLenet({ threads: 3 }), 3))();
      while (ended < 2) {
        gc();
        await setTimeout(5);
      }
      found = made.length;`,
      "--expose-gc",
    );
    expect(seen).toBe(2);
  });

  it("has as many threads as there are cores, at most 8, unless told", async () => {
    const seen = await found(`${counted}
      const { availableParallelism } = process.getBuiltinModule("node:os");
      createLenet();
      found = made.length - Math.min(8, availableParallelism());`);
    expect(seen).toBe(-1);
  });

  it("starts no worker for itself alone", async () => {
    const seen = await found(`${counted}
      createLenet({ threads: 1 }).forward(images(16));
      found = made.length;`);
    expect(seen).toBe(0);
  });

  it("has workers that inherit neither flags nor environment", async () => {
    const seen = await found(
      `${counted}
      await manned(createLenet({ threads: 2 }), 2);
      found = made.map(([, { execArgv, env }]) => ({ execArgv, env }));`,
      "--no-warnings",
    );
    expect(seen).toEqual([{ execArgv: [], env: {} }]);
  });

  it.each(["0", "65", "1.5", "NaN", `"2"`, "null"])(
    "is refused with threads: %s",
    async (threads) => {
      const seen = await found(`
      try {
        createLenet({ threads: ${threads} });
      } catch ({ code, message }) {
        found = { code, message };
      }`);
      expect(seen).toEqual({
        code: "KS507",
        message: `threads is ${threads.replaceAll('"', "")}; it takes an integer from 1 to 64`,
      });
    },
  );
});

describe("where there are no threads to be had, a net runs alone and says why, once:", () => {
  const alone = async (prepare: string, why: RegExp) => {
    const { found, said } = await nets.run(`${prepare}
      const pair = [createLenet({ seed: 5, threads: 3 }), createLenet({ seed: 6, threads: 3 })];
      await new Promise((resolve) => setTimeout(resolve, 50));
      found = [lesson(pair[0], 3) === lesson(createOne({ seed: 5 }), 3), pair[0].threads, pair[1].threads];`);
    expect(found).toEqual([true, 1, 1]);
    expect(said.trim().split("\n")).toHaveLength(1);
    expect(said).toMatch(/^lenet runs on the thread that calls it alone: /);
    expect(said).toMatch(why);
    expect(said).toContain("With threads: 1 it is not tried.");
  };
  const noNode = "process.getBuiltinModule = undefined;";

  it("in an old Node", () => alone(noNode, /there are no workers here \(in Node from 20\.16 on\)/));

  it("in a page that is not isolated", () =>
    alone(
      `${noNode} globalThis.crossOriginIsolated = false; globalThis.Worker = class {};`,
      /Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp/,
    ));

  it("where a worker may not be made", () =>
    alone(
      `process.getBuiltinModule("node:worker_threads").Worker = class {
         constructor() { throw new Error("workers are forbidden"); }
       };`,
      /: workers are forbidden\./,
    ));

  it("where memory cannot be sent", () =>
    alone(
      `${noNode} globalThis.Worker = class {
         postMessage() { throw new Error("could not be cloned"); }
       };`,
      /: could not be cloned\./,
    ));

  it("where the script of a worker is not let in", () =>
    alone(
      `${noNode} globalThis.Worker = class {
         constructor() { setTimeout(() => this.onerror({ type: "error" })); }
         postMessage() {}
       };`,
      /a CSP has to allow worker-src blob:/,
    ));
});

it("without SharedArrayBuffer, as where a page may not share memory, kernels run", async () => {
  const same = await found(`
    delete globalThis.SharedArrayBuffer;
    found = lesson(createLenet({ threads: 1 }), 3) === lesson(createOne(), 3);`);
  expect(same).toBe(true);
});

it("where no memory may be shared at all, an error says what to do", async () => {
  const seen = await found(`
    const { Memory } = WebAssembly;
    WebAssembly.Memory = class {
      constructor() { throw new TypeError("shared memory is disabled"); }
    };
    try {
      createLenet();
    } catch ({ code, message }) {
      found = { code, message };
    }`);
  expect(seen).toEqual({
    code: "KS509",
    message: expect.stringMatching(
      /: shared memory is disabled\. They need WebAssembly with SIMD and threads, .*; compile the model without --threads where no memory may be shared, /,
    ),
  });
});
