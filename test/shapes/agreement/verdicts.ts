import ts from "typescript";
import { type Diagnostic, KernelsmithError } from "../../../src/diagnostics.ts";
import { bench } from "../../support/model.ts";
import { compiled, lineOf, said } from "../compile.ts";
import { type Arg, type Call, layers } from "./calls.ts";

type Shape = readonly number[];

/** What comes out of a call, or why nothing does. */
export type Ran = { readonly shape: Shape | readonly Shape[] } | { readonly refused: Diagnostic };

/** What the engine makes of a call. */
export function run({ layer, args }: Call): Ran {
  const { input } = bench();
  const given = args.map((arg) =>
    "value" in arg ? arg.value : "tensor" in arg ? input(arg.tensor) : arg.tensors.map(input),
  );
  type Made = { readonly shape: Shape };
  try {
    const made = layers[layer]?.(...given) as Made | readonly Made[]; // layers give nothing else
    return { shape: "shape" in made ? made.shape : made.map(({ shape }) => shape) };
  } catch (error) {
    if (error instanceof KernelsmithError) return { refused: error.diagnostic };
    throw error;
  }
}

/** How a number, and an option of a call, are written. */
export interface Style {
  readonly number: (n: number) => string;
  readonly option: (name: string, value: string, layer: string) => string;
}

/** As a person would write it. */
export const plain: Style = { number: String, option: (name, value) => `${name}: ${value}` };

export function written({ layer, args }: Call, style: Style): string {
  const value = (given: unknown): string => {
    if (typeof given === "number") return style.number(given);
    if (Array.isArray(given)) return `[${given.map(value).join(", ")}]`;
    if (typeof given !== "object" || given === null) return JSON.stringify(given) ?? "undefined";
    const options = Object.entries(given).map(([name, v]) => style.option(name, value(v), layer));
    return `{ ${options.join(", ")} }`;
  };
  const tensor = (shape: Shape) => `tensor(${shape.map(value).join(", ")})`;
  const written = (arg: Arg) =>
    "value" in arg
      ? value(arg.value)
      : "tensor" in arg
        ? tensor(arg.tensor)
        : `[${arg.tensors.map(tensor).join(", ")}]`;
  return `layers.${layer}(${args.map(written).join(", ")})`;
}

const opening = `import * as layers from "../../src/index.ts"; import type { Tensor } from "../../src/index.ts";
declare function tensor<const S extends readonly number[]>(...shape: S): Tensor<readonly [...S]>;
declare function some(n: number): number;
declare function either<const A, const B>(a: A, b: B): A | B;
declare function perhaps<const O extends object>(options: O): { readonly [K in keyof O]?: O[K] };
type Fixed<S> = { readonly [I in keyof S]: S[I] };
declare function made<T>(of: T): T extends { shape: infer S } ? Fixed<S> : { readonly [I in keyof T]: T[I] extends { shape: infer S } ? Fixed<S> : never };
`;
const firstLine = opening.split("\n").length;

/** A type as it prints; whether a shape is one of it, and whether it is the only one. */
export type Typed =
  | { readonly type: string; readonly holds: boolean; readonly exact: boolean }
  | { readonly refused: string };

/** What the types make of calls, next to the shapes that come out of them: all in one program. */
export function typed(calls: readonly { readonly text: string; readonly ran: Ran }[]): Typed[] {
  const lines = calls.map(({ text, ran }, i) => {
    const want = "shape" in ran ? JSON.stringify(ran.shape).replaceAll("[", "readonly [") : "never";
    return `export const got${i} = made(${text}); export declare const want${i}: ${want};`;
  });
  const { program, file } = compiled(opening + lines.join("\n"));
  for (const diagnostic of program.getSyntacticDiagnostics(file)) throw new Error(said(diagnostic));
  const complaints = new Map(program.getSemanticDiagnostics(file).map((d) => [lineOf(d), said(d)]));
  const checker = program.getTypeChecker();
  const types = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .map(({ name }) => checker.getTypeAtLocation(name));
  return calls.map((_, i) => {
    const refused = complaints.get(firstLine + i);
    const [got, want] = types.slice(2 * i, 2 * i + 2);
    if (refused !== undefined || !got || !want) return { refused: refused ?? "no type" };
    const known = !(got.flags & ts.TypeFlags.Any);
    return {
      type: checker.typeToString(got, undefined, ts.TypeFormatFlags.NoTruncation),
      holds: known && checker.isTypeAssignableTo(want, got),
      exact: known && checker.isTypeAssignableTo(got, want),
    };
  });
}
