import type { WasmPlace } from "../options.ts";
import type { Plan } from "../plan.ts";
import type { WasmFile } from "./instance.ts";
import { parameterCount, samplesText, thousands, wrapped } from "./words.ts";

/** What the head of a module tells beside the plan. */
export interface HeaderFacts {
  readonly version: string;
  readonly source?: { readonly file: string; readonly hash: string };
  /** The options of the compilation as a person would type them. */
  readonly optionsText: string;
}

/** What the model is, what wrote it down, from what, and how: no date and no folder of a machine. */
export function header(
  plan: Plan,
  { version, source, optionsText }: HeaderFacts,
  wasm?: WasmFile,
): string {
  const { name, multiplyAdds, arena, maxBatch } = plan;
  const file = source && portable(source.file);
  const paragraphs = [
    `${name}: ${thousands(parameterCount(plan))} parameters, ${thousands(multiplyAdds)} multiply-adds a sample, ${thousands(4 * arena)} bytes of memory for ${samplesText(maxBatch)} at once.`,
    `Written by kernelsmith ${version}${source ? ` from ${file} (${source.hash})` : ""}. Not to be edited.`,
    ...(wasm
      ? [
          `The kernels are ${thousands(wasm.bytes.length)} bytes of WebAssembly with SIMD${plan.wasm?.threads ? " and threads" : ""}, ${places[wasm.place](wasm)}; \`kernelsmith compile --target wasm --emit wat\` prints them to be read.`,
        ]
      : []),
    ...(optionsText ? [`Options: ${optionsText}`] : []),
  ];
  return `${paragraphs
    .flatMap((text) => wrapped(text))
    .map((line) => `// ${line}\n`)
    .join("")}\n`;
}

const places: { readonly [P in WasmPlace]: (file: WasmFile) => string } = {
  inline: () => "at this module's end",
  file: ({ name }) => `in ${name}`,
  module: ({ name }) => `imported from ${name}`,
};

/** A path within a project stays; what leads there from outside it is this machine's. */
const portable = (file: string): string =>
  /^([\\/]|\w:|\.\.)/.test(file) ? (file.split(/[\\/]/).at(-1) ?? file) : file;
