import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Folder } from "../support/command-line.ts";

vi.setConfig({ testTimeout: 60_000 });

const tiny = `import { conv2d, crossEntropy, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 8, 8] },
  outputs({ image }) {
    const edges = relu(conv2d(image, { filters: 4, kernel: 3, padding: 1 }));
    return { logits: linear(flatten(maxPool2d(edges, { kernel: 2 })), { units: 10 }) };
  },
  train: { loss: crossEntropy({ of: "logits" }) },
});
`;

let folder: Folder;
beforeAll(async () => {
  folder = await Folder.with({ "tiny.ts": tiny, "a-file": "" });
});
afterAll(() => folder.remove());

describe("summary", () => {
  it("ends in totals and the comparison", async () => {
    const { out } = await folder.run("summary", "tiny.ts");
    expect(out).toMatch(/^tiny: reads image \[1, 8, 8\]; sizes and costs of one sample\n/);
    expect(out).toMatch(/\nconv1 +conv2d +\[4, 8, 8\] +3×3 +1 +1 +40 +2,304 +1\.0 kB +3×3\n/);
    expect(out).toMatch(/\ntotal +690 +2,944 /);
  });
});

describe("explain", () => {
  it("prints one layer", async () => {
    const { out } = await folder.run("explain", "tiny.ts", "conv1");
    expect(out).toContain("    dw[m,k,r,s] = Σ n,p,q dy[n,m,p,q] · x[n, k, p + r − 1, q + s − 1]");
    expect(out).not.toContain("pool1:");
  });
  it("prints the loss too", async () => {
    const { out } = await folder.run("explain", "tiny.ts");
    expect(out).toMatch(/\nconv1: |^conv1: /);
    expect(out.match(/^\S+: \w+ of /gm)?.length).toBeGreaterThan(5);
  });
  it("refuses a layer that is not there", async () => {
    const { code, err } = await folder.run("explain", "tiny.ts", "conv9");
    expect(code).toBe(1);
    expect(err).toMatch(/^error KS109 unknown-layer: tiny has no layer "conv9"\n/);
  });
});

describe("solve", () => {
  it("lists every solution", async () => {
    const { code, out } = await folder.run(
      "solve",
      "--input",
      "28",
      "--output",
      "14",
      "--kernel",
      "3",
    );
    expect(out).toContain("stride, padding: one solution\n");
    expect(out).toContain("⌊(28 + 2·1 − 1·(3 − 1) − 1) / 2⌋ + 1 = ⌊27 / 2⌋ + 1 = 14");
    expect(code).toBe(0);
  });
  it("exits with 1 where there is none", async () => {
    const { code } = await folder.run("solve", "--input", "28", "--output", "99", "--kernel", "3");
    expect(code).toBe(1);
  });
});

describe("help", () => {
  it("teaches with a model and examples", async () => {
    const { code, out } = await folder.run("--help");
    expect(code).toBe(0);
    expect(out).toContain("export default defineModel({");
    for (const command of ["compile", "check", "summary", "explain", "solve"])
      expect(out).toContain(`  kernelsmith ${command} `);
  });
});

describe("compile", () => {
  it("writes one module, named for the file", async () => {
    const { code, out } = await folder.run("compile", "tiny.ts", "-o", "made");
    expect(out).toMatch(
      /^tiny: 690 parameters, 2,944 multiply-adds a sample, compiled in [\d.]+ s\n {2}made\/tiny\.ts {2}[\d.]+ kB\nWith --target wasm it runs .+\n$/,
    );
    expect(code).toBe(0);
    expect(await folder.read("made/tiny.ts")).toContain("export function createTiny(");
  });
  it("writes JavaScript with its declarations to the file that --out names", async () => {
    await folder.run("compile", "tiny.ts", "-o", "js/net.js", "--no-train");
    const written = (await folder.files()).filter((file) => file.startsWith("js/"));
    expect(written).toEqual(["js/net.d.ts", "js/net.js"]);
    expect(await folder.read("js/net.d.ts")).not.toContain("trainStep");
    await folder.run("compile", "tiny.ts", "-o", "js/my net.js", "--name", "other");
    expect(await folder.read("js/my net.js")).toContain("export function createOther(");
  });
  it("tells where the time went", async () => {
    const { err } = await folder.run("compile", "tiny.ts", "-o", "made", "--verbose");
    expect(err).toMatch(/^load +[\d.]+ ms\n(.+ +[\d.]+ ms\n)+total +[\d.]+ ms\n$/);
  });
  it("prints a stage and writes nothing", async () => {
    const before = await folder.files();
    const graph = await folder.run("compile", "tiny.ts", "--emit", "graph");
    expect(graph.out).toMatch(
      /\nconv1 +\[32, 4, 8, 8\] +conv2d +image, conv1\.weight, conv1\.bias/,
    );
    const program = await folder.run("compile", "tiny.ts", "--emit", "program");
    expect(program.out).toContain("d.conv1.weight[m,k,r,s] = Σ ");
    const memory = await folder.run("compile", "tiny.ts", "--emit", "memory");
    expect(memory.out).toMatch(/\narena: [\d,]+ floats/);
    const loops = await folder.run("compile", "tiny.ts", "--emit", "loops");
    expect(loops.out).toContain("for (");
    expect(await folder.files()).toEqual(before);
  });
  it("writes nothing when a part of the path is a file", async () => {
    const before = await folder.files();
    const { code, err } = await folder.run("compile", "tiny.ts", "-o", "a-file/deeper");
    expect(code).toBe(1);
    expect(err).toMatch(
      /^error KS504 unwritable-file: cannot write .*: a part of its path is a file\n/,
    );
    expect(await folder.files()).toEqual(before);
  });
  it("refuses weights that are none", async () => {
    const { code, err } = await folder.run("compile", "tiny.ts", "--weights", "a-file");
    expect(err).toMatch(/^error KS506 bad-weights: /);
    expect(code).toBe(1);
  });
  it("refuses to freeze a layer that is not there", async () => {
    const { code, err } = await folder.run("compile", "tiny.ts", "--freeze", "conv1,conv9");
    expect(err).toMatch(/^error KS109 unknown-layer: .*conv9/);
    expect(code).toBe(1);
  });
  it("takes the loss and the optimiser from the command line", async () => {
    const known = await folder.run(
      "compile",
      "tiny.ts",
      "-o",
      "made",
      "--loss",
      "cross-entropy",
      "--optimizer",
      "adam",
    );
    expect(known).toMatchObject({ code: 0, err: "" });
    const unknown = await folder.run("compile", "tiny.ts", "--optimizer", "magic");
    expect(unknown.err).toMatch(
      /^error KS505 bad-option: there is no optimizer "magic"\n {2}Choose one of sgd, /,
    );
    const loss = await folder.run("compile", "tiny.ts", "--loss", "magic");
    expect(loss.err).toMatch(
      /^error KS505 bad-option: there is no loss "magic"\n {2}Choose one of .*crossEntropy/,
    );
  });
});
