import {
  type InterfaceDeclarationStructure,
  type MethodSignatureStructure,
  StructureKind,
  type TypeAliasDeclarationStructure,
} from "ts-morph";
import type { Entry, Evaluation, Plan, Port, Training } from "../plan.ts";
import { variable } from "./checks.ts";
import type { WasmFile } from "./instance.ts";
import { key, typeName } from "./names.ts";
import { property, record } from "./record.ts";
import { order, samplesText, shapeText, shapeType, takes, wrapped } from "./words.ts";

/** How a module comes to its parameters: drawn from a seed, within its text, or in a file beside it. */
export type Source = "seed" | "inside" | "beside";

/** Every type of a module's surface, in reading order. */
export function types(
  plan: Plan,
  source: Source,
  file?: WasmFile,
): (InterfaceDeclarationStructure | TypeAliasDeclarationStructure)[] {
  const { parameters, forward, training, evaluate } = plan;
  const name = typeName(plan.name);
  const inputs = [forward, training, evaluate].flatMap((entry) => entry?.inputs ?? []);
  return [
    net(plan, name, source),
    options(plan, name, source, file),
    record(
      `${name}Parameters`,
      parameters,
      "Views of every parameter: what is written to them holds.",
    ),
    alias(
      `${name}ParameterSource`,
      `Uint8Array | ArrayBuffer | Loadable<${name}Parameters> | { readonly [name: string]: Values }`,
      "The bytes of a safetensors file, or arrays by layer or by full name.",
    ),
    ...(training ? [gradients(plan, training, name)] : []),
    alias(
      "Tensor<S extends readonly number[]>",
      "Float32Array & { readonly shape?: S }",
      "Numbers in row-major order. The shape is for the compiler alone: any Float32Array will do.",
    ),
    ...(inputs.some(({ holds }) => holds === "classes")
      ? [alias("Classes", "Int32Array | Uint8Array | readonly number[]", "Class indices, from 0.")]
      : []),
    alias("Values", "Float32Array | readonly number[]"),
    ...(file?.place === "file"
      ? [
          alias(
            "Wasm",
            "Uint8Array | ArrayBuffer | { readonly then?: never; readonly arrayBuffer?: never }",
            "Bytes, or a WebAssembly.Module: neither a promise of one nor a response.",
          ),
        ]
      : []),
    alias(
      "Loadable<T>",
      "T extends Float32Array ? T | readonly number[] : { readonly [K in keyof T]: Loadable<T[K]> }",
    ),
    ...(training
      ? [
          alias(
            "Bytes",
            "ReturnType<typeof Uint8Array.of>",
            "A Uint8Array on a buffer of its own, as every version of TypeScript can say it.",
          ),
        ]
      : []),
  ];
}

function net(plan: Plan, name: string, source: Source): InterfaceDeclarationStructure {
  const { training, evaluate, maxBatch } = plan;
  const { inputShape, outputShape } = constants(plan);
  return {
    kind: StructureKind.Interface,
    name,
    isExported: true,
    docs: ["A net: its memory and what it can be asked. Running it allocates nothing."],
    properties: [
      property("maxBatch", String(maxBatch), `A call takes ${samplesText(maxBatch)}.`),
      property("inputShape", inputShape.type, "Of one sample."),
      property("outputShape", outputShape.type),
      property("parameters", `${name}Parameters`, plan.prepare && keeps),
      ...(plan.wasm?.threads
        ? [
            property(
              "threads",
              "number",
              "That share a call: one at first, more as they have started.",
            ),
          ]
        : []),
    ],
    methods: [
      forward(plan),
      ...(training ? [trainStep(plan, training), slopes(plan, training, name)] : []),
      ...(evaluate ? [evaluation(plan, evaluate)] : []),
      method("load", [{ name: "parameters", type: `${name}ParameterSource` }], "void", [
        "Sets every parameter; or none, and throws, if one is missing or has another shape. Names that the model does not have are passed over.",
      ]),
      ...(training ? [save(), reset(source)] : []),
      ...(plan.wasm?.threads ? [close()] : []),
    ],
  };
}

/** Of a module that prepares: reading `parameters` is how it learns that they may change. */
const keeps =
  "Read `parameters` anew before you write into a view that you kept from before a call.";

const forward = (plan: Plan): MethodSignatureStructure =>
  method("forward", args(plan.forward, plan), outputType(plan.forward, plan.maxBatch), [
    "The output of every sample, in views that are good until the next call.",
    ...argumentDocs(plan.forward, plan),
  ]);

const trainStep = (plan: Plan, training: Training): MethodSignatureStructure => {
  const rate = { name: "learningRate", type: "number", hasQuestionToken: true };
  return method("trainStep", [...args(training, plan), rate], "number", [
    `Forward, backward and a step of ${training.optimizer}. Gives the loss before the step.`,
    ...argumentDocs(training, plan),
    `@param learningRate ${training.learningRate.fallback} unless given`,
  ]);
};

const slopes = (plan: Plan, training: Training, name: string): MethodSignatureStructure =>
  method("gradients", args(training, plan), `${name}Gradients`, [
    "The loss and its derivatives, as `trainStep` has them; nothing is updated. One object, good until the next call.",
  ]);

const evaluation = (plan: Plan, evaluate: Evaluation): MethodSignatureStructure =>
  method(
    "evaluate",
    args(evaluate, plan),
    `{ readonly loss: number${evaluate.correct ? "; readonly correct: number" : ""} }`,
    [
      `The loss${evaluate.correct ? " and how many classes the greatest score is right about" : ""}, as inference has it. One object, good until the next call.`,
    ],
  );

const save = (): MethodSignatureStructure =>
  method("save", [], "Bytes", ["Every parameter, as a safetensors file has it."]);
const reset = (source: Source): MethodSignatureStructure =>
  method("reset", [{ name: "seed", type: "number", hasQuestionToken: true }], "void", [
    `Starts anew: no steps taken, the parameters as the seed has them${source === "inside" ? ", or without a seed as this module has them" : ""}.`,
  ]);

const close = (): MethodSignatureStructure =>
  method("close", [], "void", [
    "Ends the net's own threads; calls are computed by the one that makes them from then on. A net that is dropped need not be closed.",
  ]);

/** Whether `create` may draw the parameters. */
export const takesSeed = ({ training }: Plan, source: Source): boolean =>
  source === "seed" || (source === "inside" && training !== undefined);

function options(
  plan: Plan,
  name: string,
  source: Source,
  file: WasmFile | undefined,
): InterfaceDeclarationStructure {
  const given = {
    seed: "Instead of the seeded initialisation.",
    inside: "Instead of the weights of this module.",
    beside: "The weights: the bytes of the .safetensors file that goes with this module.",
  };
  const drawn = {
    seed: `Of the initialisation, ${plan.seed} unless given: the same numbers on every engine.`,
    inside: "For seeded numbers instead of the weights of this module.",
    beside: "",
  };
  const parameters = property("parameters", `${name}ParameterSource`, given[source]);
  const seed = { ...property("seed", "number", drawn[source]), hasQuestionToken: true };
  return {
    kind: StructureKind.Interface,
    name: `${name}Options`,
    isExported: true,
    docs: ["How a net starts."],
    properties: [
      ...(file?.place === "file"
        ? [
            property(
              "wasm",
              "Wasm",
              `The kernels: the bytes of ${file.name}, or what they compile to.`,
            ),
          ]
        : []),
      { ...parameters, hasQuestionToken: source !== "beside" },
      ...(takesSeed(plan, source) ? [seed] : []),
      ...(plan.wasm?.threads
        ? [{ ...property("threads", "number", manned), hasQuestionToken: true }]
        : []),
    ],
  };
}

const manned =
  "That share a call, the one that makes it among them: as many as there are cores, at most 8, unless given.";

function gradients(
  { maxBatch }: Plan,
  training: Training,
  name: string,
): InterfaceDeclarationStructure {
  const doc = "The loss and its derivatives, each laid out as what it is the derivative to.";
  const found = record(`${name}Gradients`, gradientsOf(training.gradients), doc, maxBatch);
  return { ...found, properties: [property("loss", "number"), ...(found.properties ?? [])] };
}

/** A layer called "loss" makes way for the loss itself. */
export const gradientsOf = <T extends { readonly name: string }>(named: readonly T[]): T[] =>
  named.map((it) => ({ ...it, name: it.name.replace(/^loss(?=\.|$)/, "loss_") }));

/** The shapes a module exports, as type and as value: of one port itself, of several by name. */
export const constants = ({ forward: { inputs, outputs } }: Plan) => ({
  inputShape: shapes(inputs),
  outputShape: shapes(outputs),
});

function shapes(ports: readonly Port[]): { readonly type: string; readonly text: string } {
  const all = ports.map(({ name, shape }) => ({ name: key(name), text: shapeText(shape) }));
  const [only, ...more] = all;
  if (only && more.length === 0) return { type: `readonly ${only.text}`, text: only.text };
  const types = all.map(({ name, text }) => `readonly ${name}: readonly ${text}`);
  const texts = all.map(({ name, text }) => `${name}: ${text}`);
  return { type: `{ ${types.join("; ")} }`, text: `{ ${texts.join(", ")} }` };
}

const argumentType = (port: Port, maxBatch: number): string =>
  port.holds === "classes" ? "Classes" : `Tensor<${shapeType(port, maxBatch)}>`;

const args = ({ inputs }: Entry, { maxBatch }: Plan) =>
  inputs.map((port) => ({ name: variable(port), type: argumentType(port, maxBatch) }));

/** The arguments of a run, as a function declares them. */
export const parametersOf = (entry: Entry, plan: Plan): string =>
  args(entry, plan)
    .map(({ name, type }) => `${name}: ${type}`)
    .join(", ");

/** What a run gives: one output itself, several as a record. */
export function outputType({ outputs }: Entry, maxBatch: number): string {
  const type = (port: Port) => `Tensor<${shapeType(port, maxBatch)}>`;
  const [only, ...more] = outputs;
  if (only && more.length === 0) return type(only);
  return `{ ${outputs.map((port) => `readonly ${key(port.name)}: ${type(port)}`).join("; ")} }`;
}

const argumentDocs = ({ inputs }: Entry, plan: Plan): string[] =>
  inputs.map(
    (port) => `@param ${variable(port)} ${takes(port, plan.maxBatch)}${order(plan, port)}`,
  );

const method = (
  name: string,
  parameters: readonly { name: string; type: string; hasQuestionToken?: boolean }[],
  returnType: string,
  docs: readonly string[],
): MethodSignatureStructure => ({
  kind: StructureKind.MethodSignature,
  name,
  parameters: [...parameters],
  returnType,
  docs: [docs.flatMap((text) => wrapped(text)).join("\n")],
});

const alias = (name: string, type: string, doc?: string): TypeAliasDeclarationStructure => ({
  kind: StructureKind.TypeAlias,
  name,
  type,
  isExported: true,
  ...(doc === undefined ? {} : { docs: [doc] }),
});
