import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Folder } from "../support/command-line.ts";

vi.setConfig({ testTimeout: 60_000 });

/** What a user gets to see for each way to be wrong: the whole of it, as it stands in the terminal. */
const files = {
  "nets/deep.ts": `import { conv2d, defineModel, maxPool2d, relu } from "kernelsmith";

interface Unused {
  readonly a: number;
}

export default defineModel({
  inputs: { image: [1, 8, 8] },
  outputs({ image }) {
    const small = relu(conv2d(image, { filters: 4, kernel: 3 }));
    return maxPool2d(maxPool2d(small, { kernel: 2 }), { kernel: 5 });
  },
});
`,
  "nets/inner.ts": `import { defineModel, maxPool2d } from "kernelsmith";
export default defineModel({
  inputs: { image: [1, 8, 8] },
  outputs: ({ image }) => maxPool2d(maxPool2d(image, { kernel: 9 }), { kernel: 2 }),
});
`,
  "syntax.ts": `import { defineModel } from "kernelsmith";

const sizes: number[] = ;
`,
  "none.ts": `export const answer = 42;\n`,
  "throws.ts": `type Never = never;

function boom(): Never {
  throw new TypeError("no luck");
}
export default boom();
`,
  "sound.ts": `import { defineModel, relu } from "kernelsmith";
export default defineModel({ inputs: { x: [3] }, outputs: ({ x }) => relu(x) });
`,
  "string.ts": `throw "a string";\n`,
  "imports.ts": `import x from "./gone.ts";\nexport default x;\n`,
  "several.ts": `import { defineModel, relu } from "kernelsmith";
const net = () => defineModel({ inputs: { x: [3] }, outputs: ({ x }) => relu(x) });
export const first = net();
export const second = net();
`,
};

describe("a fault", () => {
  let folder: Folder;
  beforeAll(async () => {
    folder = await Folder.with(files);
  });
  afterAll(() => folder.remove());

  const told = (name: string, path: string, text: string) =>
    it(name, async () => {
      const { code, out, err } = await folder.run("summary", path);
      expect({ code, out, err }).toEqual({ code: 1, out: "", err: text });
    });

  told(
    "in a layer is shown at the line that calls it",
    "nets/deep.ts",
    `error KS203 empty-output: pool2: kernel 5 is larger than the padded height 3 + 2·0 = 3
  nets/deep.ts:11
  10 │     const small = relu(conv2d(image, { filters: 4, kernel: 3 }));
  11 │     return maxPool2d(maxPool2d(small, { kernel: 2 }), { kernel: 5 });
     │            ~~~~~~~~~
  Give a kernel of at most 3, or a padding of at least 1 on each side.
`,
  );
  told(
    "in the inner of two calls is shown at the inner one",
    "nets/inner.ts",
    `error KS203 empty-output: pool1: kernel 9 is larger than the padded height 8 + 2·0 = 8
  nets/inner.ts:4
  3 │   inputs: { image: [1, 8, 8] },
  4 │   outputs: ({ image }) => maxPool2d(maxPool2d(image, { kernel: 9 }), { kernel: 2 }),
    │                                     ~~~~~~~~~
  Give a kernel of at most 8, or a padding of at least 1 on each side.
`,
  );
  told(
    "in the syntax is shown where it is",
    "syntax.ts",
    `error KS508 bad-syntax: the file cannot be parsed: unexpected token
  syntax.ts:3
  3 │ const sizes: number[] = ;
    │ ~~~~~~~~~~~~~~~~~~~~~~~~~
`,
  );
  told(
    "is a file without a model",
    "none.ts",
    `error KS501 no-model: none.ts exports no model, only answer
  A model file ends in \`export default defineModel({ … })\`.
`,
  );
  told(
    "is a choice of models",
    "several.ts",
    `error KS501 no-model: several.ts exports several models and none of them as its default: first, second
  A model file ends in \`export default defineModel({ … })\`.
`,
  );
  told(
    "thrown by the model file is shown at the user's line",
    "throws.ts",
    `error KS502 model-throws: the model file threw TypeError: no luck
  throws.ts:4
  3 │ function boom(): Never {
  4 │   throw new TypeError("no luck");
    │         ~~~
`,
  );
  told(
    "may be thrown as a string",
    "string.ts",
    `error KS502 model-throws: the model file threw a string
  string.ts:1
  1 │ throw "a string";
    │ ~~~~~
`,
  );
  told(
    "is a file that is not there",
    "missing.ts",
    `error KS503 unreadable-file: cannot read missing.ts: there is no such file
  The model is given by the path of a TypeScript or JavaScript file.
`,
  );
  told(
    "is a folder in place of a file",
    "nets",
    `error KS503 unreadable-file: cannot read nets: it is no file
  The model is given by the path of its file, as in examples/lenet/model.ts.
`,
  );
  it("is an import that does not resolve", async () => {
    const { code, err } = await folder.run("summary", "imports.ts");
    expect(code).toBe(1);
    expect(err).toContain(
      "KS502 model-throws: the model file threw Cannot find module './gone.ts'",
    );
    expect(err).toContain("imports.ts:1");
  });
  it("is coloured where colours are wanted", async () => {
    const { err } = await folder.runIn({ NO_COLOR: "", FORCE_COLOR: "1" }, "summary", "none.ts");
    expect(err).toContain("\u001b[31m");
  });
});

describe("misuse", () => {
  let folder: Folder;
  beforeAll(async () => {
    folder = await Folder.with(files);
  });
  afterAll(() => folder.remove());

  const misuses: readonly (readonly [string, readonly string[]])[] = [
    ["error: unknown command 'tain'", ["tain"]],
    ["error: missing required argument 'model'", ["compile"]],
    ["error: unknown option '--trian'", ["compile", "none.ts", "--trian"]],
    [
      "error: option '--max-batch <n>' argument '0' is invalid. It takes an integer of at least 1.",
      ["compile", "none.ts", "--max-batch", "0"],
    ],
    [
      "error: option '--layout <order>' argument 'chw' is invalid. Allowed choices are nchw, nhwc.",
      ["compile", "none.ts", "--layout", "chw"],
    ],
    [
      "error: option '--target <target>' argument 'wgsl' is invalid. Allowed choices are ts, wasm.",
      ["compile", "none.ts", "--target", "wgsl"],
    ],
    [
      "error: option '--wasm <place>' argument 'url' is invalid. Allowed choices are inline, file, module.",
      ["compile", "none.ts", "--target", "wasm", "--wasm", "url"],
    ],
    [
      "error: option '--precision <how>' argument 'low' is invalid. Allowed choices are fast, strict.",
      ["compile", "none.ts", "--precision", "low"],
    ],
    [
      "error KS505 bad-option: wasm (--wasm file) has no effect on the target ts",
      ["compile", "sound.ts", "--wasm", "file"],
    ],
    [
      "error KS505 bad-option: threads (--threads) has no effect on the target ts",
      ["compile", "sound.ts", "--threads"],
    ],
    [
      "error KS505 bad-option: the kernels are TypeScript: they have no WebAssembly text",
      ["compile", "sound.ts", "--emit", "wat"],
    ],
    [
      "error: option '--max-warnings <n>' argument '-1' is invalid. It takes an integer of at least 0.",
      ["check", "--max-warnings", "-1"],
    ],
    [
      "error: option '--strict' cannot be used with option '--preset <name>'",
      ["check", "--strict", "--preset", "recommended"],
    ],
    ["error: option '--watch' cannot be used with option '--fix'", ["check", "--watch", "--fix"]],
    ["error KS510 bad-config: there is no configuration gone.ts", ["check", "--config", "gone.ts"]],
    ["error KS505 bad-option: --embed has no weights to embed", ["compile", "none.ts", "--embed"]],
    ["error KS505 bad-option: neither input nor output is given", ["solve", "--kernel", "3"]],
  ];
  for (const [text, args] of misuses)
    it(`${args.join(" ")}: exit code 2`, async () => {
      const { code, err } = await folder.run(...args);
      expect(err.split("\n")[0]).toBe(text);
      expect(code).toBe(2);
    });
});
