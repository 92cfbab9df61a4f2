import { StructureKind } from "ts-morph";
import { prelude } from "../prelude/index.ts";
import { invariant } from "../../src/diagnostics.ts";
import type { WasmPlace } from "../options.ts";
import type { Entry, Plan } from "../plan.ts";
import { countText, samplesText } from "./checks.ts";
import { createText } from "./create.ts";
import { declarations, formatted, javaScript, type Part, typescript } from "./format.ts";
import { header, type HeaderFacts } from "./header.ts";
import {
  engineText,
  importText,
  instanceText,
  kernelsMark,
  kernelsText,
  type WasmFile,
  wasmFile,
} from "./instance.ts";
import { typeName } from "./names.ts";
import { neat } from "./neat.ts";
import { bytesInText, printed } from "./printed.ts";
import {
  base64Mark,
  initialiseText,
  layoutText,
  loadText,
  refuseText,
  saveText,
  unpackText,
  weightsText,
} from "./store.ts";
import { threadsText } from "./threads.ts";
import { constants, parametersOf, type Source, types } from "./types.ts";
import { verify } from "./verify.ts";
import { parameterCount } from "./words.ts";
import { base64, type EmbeddedWeights, fit, writeSafetensors } from "./weights.ts";

export interface EmitOptions extends HeaderFacts {
  readonly format: "ts" | "js";
  readonly weights?: EmbeddedWeights;
  /** Where the kernels stand when they are WebAssembly. */
  readonly wasm?: WasmPlace | undefined;
  /** By default the plan's name. */
  readonly fileName?: string | undefined;
}

export interface EmittedFile {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** A plan as files: the module, its declarations where it is JavaScript, its weights where they go beside it. */
export async function emit(plan: Plan, options: EmitOptions): Promise<EmittedFile[]> {
  verify(plan);
  invariant(!options.wasm === !plan.wasm, "the kernels are of another target");
  const weights = options.weights && fit(options.weights.weights, plan.parameters);
  const source: Source = options.weights?.place ?? "seed";
  const file = options.fileName ?? fileName(plan.name);
  const wasm = plan.wasm && options.wasm && wasmFile(plan.wasm, options.wasm, file);
  const head = header(plan, options, wasm);
  const text = await moduleText(plan, source, wasm);
  const packed = (module: string) =>
    [
      ...(weights ? [[base64Mark, () => base64(weights)] as const] : []),
      ...(wasm ? [[kernelsMark, () => printed(wasm.bytes)] as const] : []),
    ].reduce((text, [mark, filling]) => text.replace(mark, filling), module);

  const beside = [
    ...(weights && source === "beside"
      ? [{ name: `${file}.safetensors`, text: writeSafetensors(weights) }]
      : []),
    ...(wasm && wasm.place !== "inline" ? [{ name: wasm.name, text: wasm.bytes }] : []),
  ];
  if (options.format === "ts")
    return [{ name: `${file}.ts`, text: head + unchecked + packed(text) }, ...beside];
  return [
    { name: `${file}.js`, text: head + packed(await formatted(javaScript(text))) },
    { name: `${file}.d.ts`, text: head + (await formatted(declarations(text))) },
    ...beside,
  ];
}

/** `noUncheckedIndexedAccess` alone would refuse every kernel, and a reader has his own lint rules. */
const unchecked = `// It was checked, strictly, when it was written: your compiler's options are not its own.
// @ts-nocheck
/* eslint-disable */

`;

/** "lenet" for "lenet", "my-net" for "my/net". */
const fileName = (model: string): string =>
  model.replace(/[^\p{ID_Continue}.-]+/gu, "-").replace(/^[.-]+/, "") || "model";

/** The module from top to bottom: what an app sees, what that is made of, the kernels and theirs. */
async function moduleText(plan: Plan, source: Source, wasm?: WasmFile): Promise<string> {
  const { surface, helpers } = parts(plan, source, wasm);
  const kernels = await neat(plan.kernels.map(({ text }) => text));
  const rest = helpers.length > 0 ? [await formatted(typescript(helpers))] : [];
  const middle = kernels === "" ? [] : [`${kernels}\n`];
  return [await formatted(typescript(surface)), ...middle, ...rest].join("\n");
}

function parts(
  plan: Plan,
  source: Source,
  wasm: WasmFile | undefined,
): { readonly surface: Part[]; readonly helpers: Part[] } {
  const { forward, training, evaluate, maxBatch, multiplyAdds } = plan;
  const name = typeName(plan.name);
  const { inputShape, outputShape } = constants(plan);
  const examples = training ?? evaluate;
  const seeded = source === "seed" || training !== undefined;
  const helpers = seeded ? [...plan.prelude, prelude.uniform.trim()] : plan.prelude;
  const own = wasm?.place === "inline";
  const surface = [
    ...(wasm?.place === "module" ? [importText(wasm)] : []),
    `
export const maxBatch = ${maxBatch};
export const inputShape: ${inputShape.type} = ${inputShape.text};
export const outputShape: ${outputShape.type} = ${outputShape.text};
export const parameterCount = ${parameterCount(plan)};
/** Of one sample's inference. */
export const multiplyAdds = ${multiplyAdds};`,
    create(plan, source, name, wasm?.place),
    ...types(plan, source, wasm),
    countFunction("inputsOf", forward, plan),
    ...(examples ? [countFunction("examplesOf", examples, plan, forward)] : []),
    samplesText([forward, ...(examples ? [examples] : [])]),
    refuseText,
    ...(wasm ? [engineText(plan), instanceText(plan, wasm)] : []),
    ...(plan.wasm?.threads ? [threadsText(plan.name)] : []),
    layoutText(plan, seeded),
    ...(seeded ? [initialiseText] : []),
    ...(source === "inside" ? [unpackText] : []),
    loadText(`${name}ParameterSource`),
    ...(training ? [saveText] : []),
  ];
  const texts = [
    ...(own ? [bytesInText, kernelsText] : []),
    ...(source === "inside" ? [weightsText] : []),
  ];
  return { surface, helpers: [...new Set(helpers), ...texts] };
}

const createDoc: { readonly [S in Source]: string } = {
  seed: "A net with its own memory: its parameters given, or drawn from the seed.",
  inside: "A net with its own memory and the weights of this module.",
  beside: "A net with its own memory; its weights, a file beside this module, are given as bytes.",
};

const create = (plan: Plan, source: Source, name: string, place?: WasmPlace): Part => ({
  kind: StructureKind.Function,
  name: `create${name}`,
  isExported: true,
  docs: [createDoc[source]],
  parameters: [
    {
      name: "options",
      type: `${name}Options`,
      ...(source === "beside" || place === "file" ? {} : { initializer: "{}" }),
    },
  ],
  returnType: name,
  statements: [createText(plan, source, place)],
});

/** `batch` from the arguments of a run. */
const countFunction = (name: string, entry: Entry, plan: Plan, checked?: Entry): string => `
/** How many samples the arguments have, each of them checked. */
function ${name}(${parametersOf(entry, plan)}): number {
  ${countText(entry, plan, checked)}
}`;
