import type { Refusal } from "./refusal.ts";

const tiny = `import { defineModel, linear, mse } from "kernelsmith";

export default defineModel({
  name: "tiny",
  inputs: { x: [2] },
  outputs: ({ x }) => linear(x, { units: 1, bias: false }),
  train: { loss: mse() },
});
`;
const files = { "model.ts": tiny };

/** A safetensors file of zeros: the header's length in eight bytes, the header, four bytes a number. */
const weights = (inputs: number): string => {
  const entry = { dtype: "F32", shape: [1, inputs], data_offsets: [0, 4 * inputs] };
  const header = JSON.stringify({ "linear1.weight": entry });
  return `${String.fromCharCode(header.length)}${"\0".repeat(7)}${header}${"\0".repeat(4 * inputs)}`;
};

/** What runs a module that was compiled from the model. */
const app = {
  files: { ...files, "package.json": '{ "type": "module" }' },
  compiled: "npx kernelsmith compile model.ts -o tiny.js",
};
const wasm = `${app.compiled} --target wasm`;

/** KS5xx: files, options and data. */
export const fileRefusals: readonly Refusal[] = [
  {
    code: "KS501",
    by: "file",
    file: "model.ts",
    command: "npx kernelsmith summary model.ts",
    files: {},
    what: "A file that is given as a model's and exports none, or several and none of them as its default.",
    why: "A compiled module is one model. In a search for models, as of `check` without arguments, such a file is passed over.",
    bad: tiny.replace("export default", "const model ="),
    good: tiny,
  },
  {
    code: "KS502",
    by: "linter",
    what: "A model file that throws while it is read, or that calls what is no function.",
    why: "There is no model then. Where the linter cannot follow what leads there it says nothing; `check --execute`, `compile` and `summary` run the file.",
    bad: `import { defineModel, linear } from "kernelsmith";

const classes: readonly string[] = ["ant", "bee"];
if (classes.length < 3) throw new Error("there are too few classes");

export default defineModel({
  inputs: { x: [16] },
  outputs: ({ x }) => linear(x, { units: classes.length }),
});
`,
    good: `import { defineModel, linear } from "kernelsmith";

const classes: readonly string[] = ["ant", "bee", "cicada"];
if (classes.length < 3) throw new Error("there are too few classes");

export default defineModel({
  inputs: { x: [16] },
  outputs: ({ x }) => linear(x, { units: classes.length }),
});
`,
  },
  {
    code: "KS503",
    by: "command",
    files,
    what: "A file that is named on the command line and cannot be read: there is none, it is a folder, it is no text.",
    why: "A misspelt path that is passed over would be a model that nobody has checked.",
    bad: "npx kernelsmith summary modle.ts",
    good: "npx kernelsmith summary model.ts",
  },
  {
    code: "KS504",
    by: "command",
    files: { ...files, generated: "not a folder\n" },
    what: "A folder or a file that the compiler cannot write to. Of the files that it was to write none is changed.",
    why: "Half a module is worse than none: the files of a module are written beside those that there are, and take their place together.",
    bad: "npx kernelsmith compile model.ts -o generated",
    good: "npx kernelsmith compile model.ts -o src/generated",
  },
  {
    code: "KS505",
    by: "command",
    files,
    what: "An option of the command line with a value that it cannot have, or two that do not agree. The exit code is 2.",
    why: "The message says what there is instead.",
    bad: "npx kernelsmith compile model.ts --optimizer adamm",
    good: "npx kernelsmith compile model.ts --optimizer adam",
  },
  {
    code: "KS506",
    by: "command",
    files: { ...files, "tiny.safetensors": weights(2), "older.safetensors": weights(3) },
    what: "Weights that do not fit the model: a file that is no safetensors file, parameters that are missing, or of another shape. All that do not fit are named.",
    why: "Weights in the wrong places predict something, too.",
    bad: "npx kernelsmith compile model.ts --weights older.safetensors",
    good: "npx kernelsmith compile model.ts --weights tiny.safetensors",
  },
  {
    code: "KS507",
    by: "file",
    file: "app.js",
    command: `${app.compiled}\nnode app.js`,
    files: app.files,
    what: "Data of a wrong length or type that are given to a compiled module at run time: what it throws has this `code`. Where the linter sees lengths, it tells it as KS521 before.",
    why: "A sample that is a number short would shift all samples behind it.",
    bad: `import { createTiny } from "./tiny.js";

const net = createTiny();
console.log(net.forward(new Float32Array(3)));
`,
    good: `import { createTiny } from "./tiny.js";

const net = createTiny();
console.log(net.forward(new Float32Array(4)));
`,
  },
  {
    code: "KS508",
    by: "linter",
    what: "A model file with a syntax error.",
    why: "What a parser makes of such a file is a guess, so that nothing else is told about it.",
    bad: tiny.replace("{ units: 1, bias: false }", "{ units: 1, bias: false"),
    good: tiny,
  },
  {
    code: "KS509",
    by: "command",
    files: {
      ...app.files,
      "app.js": `import { createTiny } from "./tiny.js";

console.log(createTiny().forward(new Float32Array(2)));
`,
    },
    what: "A module of the target `wasm` where WebAssembly does not run: an engine without it, without SIMD, or a page whose content security policy has no `wasm-unsafe-eval`. What it throws has this `code`.",
    why: "The kernels are WebAssembly. The same model compiled with `--target ts` runs everywhere.",
    bad: `${wasm}\nnode --jitless app.js`,
    good: `${wasm}\nnode app.js`,
  },
  {
    code: "KS510",
    by: "file",
    file: "kernelsmith.config.ts",
    command: "npx kernelsmith check",
    files,
    what: "A configuration that cannot be read: no default export, a rule that there is not, a level or an option with a value it cannot have. The exit code is 2.",
    why: "A rule that is misspelt in a configuration would be a rule that nobody notices is off.",
    bad: `import { defineConfig } from "kernelsmith";

export default defineConfig({
  rules: { "droped-border": "error" },
});
`,
    good: `import { defineConfig } from "kernelsmith";

export default defineConfig({
  rules: { "dropped-border": "error" },
});
`,
  },
  {
    code: "KS511",
    by: "linter",
    what: "A comment that begins as those to the linter do, and is none of them, or that names a rule there is not.",
    why: "It was meant to silence something, and does not; or it silences more than was meant. A reason goes behind `--`.",
    bad: `import { defineModel, maxPool2d } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 33, 33] },
  // kernelsmith-disable-next-line dropped-boarder -- the last row is the camera's frame
  outputs: ({ image }) => maxPool2d(image, { kernel: 2 }),
});
`,
    good: `import { defineModel, maxPool2d } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 33, 33] },
  // kernelsmith-disable-next-line dropped-border -- the last row is the camera's frame
  outputs: ({ image }) => maxPool2d(image, { kernel: 2 }),
});
`,
  },
];
