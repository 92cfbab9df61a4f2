import {
  type InterfaceDeclarationStructure,
  type MethodSignatureStructure,
  StructureKind,
  type TypeAliasDeclarationStructure,
} from "ts-morph";
import type { Entry, Plan, Port } from "../plan.ts";
import { variable } from "./checks.ts";
import { key, typeName } from "./names.ts";
import { property, record } from "./record.ts";
import { inComment, order, samplesText, shapeType, sizeOf, takes } from "./words.ts";

/** How a module comes to its parameters, as far as its types tell. */
export type Source = "seed" | "inside" | "beside";

type Declared = InterfaceDeclarationStructure | TypeAliasDeclarationStructure;

/** Every type of a module's surface, in reading order. */
export function types(plan: Plan, source: Source): Declared[] {
  const name = typeName(plan.name);
  const classes = [plan.training, plan.evaluate, plan.forward].some((entry) =>
    entry?.inputs.some(({ holds }) => holds === "classes"),
  );
  return [
    net(plan, name),
    options(plan, name, source),
    record(`${name}Parameters`, plan.parameters, "Views of every parameter: writing to them sets it."),
    alias(
      `${name}ParameterSource`,
      `Uint8Array | Loadable<${name}Parameters> | { readonly [name: string]: Values }`,
      "A safetensors file's bytes, or arrays by layer or by full name.",
    ),
    ...(plan.training ? [gradients(plan, name)] : []),
    alias(
      "Tensor<S extends readonly number[]>",
      "Float32Array & { readonly shape?: S }",
      "Numbers in row-major order. The shape is for the compiler alone: any Float32Array will do.",
    ),
    alias("Values", "Float32Array | readonly number[]"),
    alias(
      "Loadable<T>",
      "T extends Float32Array ? T | readonly number[] : { readonly [K in keyof T]: Loadable<T[K]> }",
    ),
    ...(classes
      ? [alias("Classes", "Int32Array | Uint8Array | readonly number[]", "Class indices, from 0.")]
      : []),
    alias(
      "Bytes",
      "ReturnType<typeof Uint8Array.of>",
      "A Uint8Array on a buffer of its own, in words that every version of TypeScript knows.",
    ),
  ];
}

function net(plan: Plan, name: string): InterfaceDeclarationStructure {
  const { training, evaluate, forward, maxBatch } = plan;
  const run = (entry: Entry) =>
    entry.inputs.map((port) => ({ name: variable(port), type: argumentType(port, maxBatch) }));
  const methods: MethodSignatureStructure[] = [
    method("forward", run(forward), outputType(forward, maxBatch), [
      "The output of every sample, in views that are good until the next call.",
      ...forward.inputs.map((port) => argumentDoc(port, plan)),
    ]),
  ];
  if (training) {
    const rate = { name: "learningRate", type: "number", hasQuestionToken: true };
    methods.push(
      method("trainStep", [...run(training), rate], "number", [
        `One step of ${inComment(training.optimizer)}; gives the loss before it.`,
        ...training.inputs.map((port) => argumentDoc(port, plan)),
        `@param learningRate ${training.learningRate.fallback} unless given`,
      ]),
      method("gradients", run(training), `${name}Gradients`, [
        "The loss and what it changes by with every parameter; nothing is updated. The views are good",
        "until the next call.",
      ]),
    );
  }
  if (evaluate) {
    const correct = evaluate.correct ? "; readonly correct: number" : "";
    methods.push(
      method("evaluate", run(evaluate), `{ readonly loss: number${correct} }`, [
        `The loss${correct && " and how many samples are classified right"}, as inference has it: one object, written anew by each call.`,
      ]),
    );
  }
  methods.push(
    method("load", [{ name: "parameters", type: `${name}ParameterSource` }], "void", [
      "Sets every parameter, or none and throws if one is missing or has another shape. Names the",
      "model does not have are passed over.",
    ]),
    method("save", [], "Bytes", ["Every parameter, as the bytes of a safetensors file."]),
  );
  if (training)
    methods.push(
      method("reset", [{ name: "seed", type: "number", hasQuestionToken: true }], "void", [
        "Starts anew: parameters as at creation or as the seed has them, no steps taken.",
      ]),
    );
  const { inputShape, outputShape } = constants(plan);
  return {
    kind: StructureKind.Interface,
    name,
    isExported: true,
    properties: [
      property("maxBatch", String(maxBatch), `A call takes ${samplesText(maxBatch)}.`),
      property("inputShape", inputShape.type, "A sample's shape, without the batch."),
      property("outputShape", outputShape.type),
      property("parameters", `${name}Parameters`, "Views into the net: writing to them sets it."),
    ],
    methods,
  };
}

function options(plan: Plan, name: string, source: Source): InterfaceDeclarationStructure {
  const given = {
    seed: "Instead of the seeded initialisation.",
    inside: "Instead of the weights in this module.",
    beside: `The weights: the bytes of ${inComment(plan.name)}.safetensors, which goes with this module.`,
  };
  const seeded = source === "seed" || (source === "inside" && plan.training);
  const optional = { hasQuestionToken: true };
  return {
    kind: StructureKind.Interface,
    name: `${name}Options`,
    isExported: true,
    properties: [
      {
        ...property("parameters", `${name}ParameterSource`, given[source]),
        hasQuestionToken: source !== "beside",
      },
      ...(seeded
        ? [
            {
              ...property(
                "seed",
                "number",
                source === "seed"
                  ? "Of the initialisation, 0 unless given: the same numbers on every engine."
                  : "For a seeded initialisation instead of the weights in this module.",
              ),
              ...optional,
            },
          ]
        : []),
    ],
  };
}

function gradients({ training, maxBatch }: Plan, name: string): InterfaceDeclarationStructure {
  const found = record(
    `${name}Gradients`,
    gradientsOf(training?.gradients ?? []),
    "The loss and its derivatives, each laid out as what it is the derivative to.",
    maxBatch,
  );
  return { ...found, properties: [property("loss", "number"), ...(found.properties ?? [])] };
}

/** Beside the loss stands no layer of that name. */
export const gradientsOf = <T extends { readonly name: string }>(named: readonly T[]): T[] =>
  named.map((it) => ({ ...it, name: it.name.replace(/^loss(?=\.|$)/, "loss_") }));

/** The constants a module exports, as text and as type. */
export function constants(plan: Plan) {
  const count = plan.parameters
    .filter(({ role }) => role === "parameter")
    .reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  return { inputShape: shapes(plan.forward.inputs), outputShape: shapes(plan.forward.outputs), count };
}

const shapes = (ports: readonly Port[]): { readonly type: string; readonly text: string } => {
  const [only, ...more] = ports.map(({ name, shape }) => ({ name, text: `[${shape.join(", ")}]` }));
  if (only && more.length === 0) return { type: `readonly ${only.text}`, text: only.text };
  const all = only ? [only, ...more] : more;
  const entries = (of: string) => all.map(({ name, text }) => `${of}${key(name)}: ${of}${text}`);
  return { type: `{ ${entries("readonly ").join("; ")} }`, text: `{ ${entries("").join(", ")} }` };
};

/** What an argument may be. */
export const argumentType = (port: Port, maxBatch: number): string =>
  port.holds === "classes" ? "Classes" : `Tensor<${shapeType(port, maxBatch)}>`;

/** What a run gives: one output itself, several as a record. */
export function outputType({ outputs }: Entry, maxBatch: number): string {
  const type = (port: Port) => `Tensor<${shapeType(port, maxBatch)}>`;
  const [only, ...more] = outputs;
  if (only && more.length === 0) return type(only);
  return `{ ${outputs.map((port) => `readonly ${key(port.name)}: ${type(port)}`).join("; ")} }`;
}

const argumentDoc = (port: Port, plan: Plan): string =>
  `@param ${variable(port)} ${inComment(takes(port, plan.maxBatch))}${order(plan, port)}`;

const method = (
  name: string,
  parameters: MethodSignatureStructure["parameters"],
  returnType: string,
  doc: readonly string[],
): MethodSignatureStructure => ({
  kind: StructureKind.MethodSignature,
  name,
  ...(parameters ? { parameters } : {}),
  returnType,
  docs: [doc.join("\n")],
});

const alias = (name: string, type: string, doc?: string): TypeAliasDeclarationStructure => ({
  kind: StructureKind.TypeAlias,
  name,
  type,
  isExported: true,
  ...(doc === undefined ? {} : { docs: [doc] }),
});
