import { hint } from "./body.ts";
import { byType } from "./code.ts";
import { filled, type Form, form, hug, layOut, tall } from "./form.ts";
import { type Operation, operations } from "./instructions.ts";
import { float32, float64, identifier, string, vector } from "./literals.ts";
import type { Func, Local, Module, Node } from "./module.ts";

/** The module in the text format: what `encode` writes, to be read. Operands stand in parentheses. */
export function wat({ memory: { pages, shared }, functions, exports }: Module): string {
  const limits = `${pages} ${pages}`;
  const memory = shared
    ? `(import "env" "memory" (memory ${limits} shared))`
    : `(memory (export "memory") ${limits})`;
  const exported = exports.map((name) => `(export ${string(name)} (func ${identifier(name)}))`);
  const head = [memory, ...exported].map((line) => `  ${line}`).join("\n");
  return `(module\n${[head, ...functions.map(functionText)].join("\n\n")})\n`;
}

function functionText({ name, comment = [], params, result, locals, body }: Func): string {
  const signature = [`func ${identifier(name)}`, ...declared("param", params), ...resultOf(result)];
  const [head = "", ...more] = filled(signature, 4);
  const groups = [...byType(locals).values()].flatMap((group) =>
    filled(declared("local", group), 4),
  );
  const func = tall(head, [...more, ...groups, ...body.map(formOf)]);
  return [...comment.map((line) => `  ;; ${line}`), ...layOut(func, 2)].join("\n");
}

const declared = (kind: "param" | "local", locals: readonly Local[]): readonly string[] =>
  locals.map(({ name, type }) => `(${kind} ${identifier(name)} ${type})`);
const resultOf = (type: string | undefined): string[] => (type ? [`(result ${type})`] : []);

const formsOf = (nodes: readonly Node[]): Form[] => nodes.map(formOf);
const formOf = (node: Node): Form => (forms[node.op] as (node: Node) => Form)(node); // its own row

const forms: { readonly [Op in Node["op"]]: (node: Node & { readonly op: Op }) => Form } = {
  plain: ({ name, args }) => form(name, formsOf(args)),
  const: ({ type, value }) =>
    form(`${type}.const ${{ i32: String, f32: float32, f64: float64 }[type](value)}`),
  "v128.const": ({ bytes }) => form(`v128.const ${vector(bytes)}`),
  memory: ({ name, args, offset, lane }) =>
    form(
      [name, ...access(name, offset), ...(lane === undefined ? [] : [lane])].join(" "),
      formsOf(args),
    ),
  lane: ({ name, args, lane }) => form(`${name} ${lane}`, formsOf(args)),
  shuffle: ({ args, bytes }) => form(`i8x16.shuffle ${bytes.join(" ")}`, formsOf(args)),
  get: ({ local }) => form(`local.get ${identifier(local)}`),
  set: ({ local, value }) => hug(`local.set ${identifier(local)}`, formOf(value)),
  tee: ({ local, value }) => hug(`local.tee ${identifier(local)}`, formOf(value)),
  call: ({ function: name, args }) => form(`call ${identifier(name)}`, formsOf(args)),
  block: ({ label, body }) => tall(`block ${identifier(label)}`, formsOf(body)),
  loop: ({ label, body }) => tall(`loop ${identifier(label)}`, formsOf(body)),
  branch: ({ label, when }) =>
    when ? form(`br_if ${identifier(label)}`, [formOf(when)]) : form(`br ${identifier(label)}`),
  if: ({ when, then, otherwise, result }) => {
    const condition = formOf(when);
    const head = ["if", ...resultOf(result)].join(" ");
    const sides = [
      form("then", formsOf(then)),
      ...(otherwise ? [form("else", formsOf(otherwise))] : []),
    ];
    return condition.line
      ? form(`${head} ${condition.line}`, sides)
      : form(head, [condition, ...sides]);
  },
};

/** "offset=16 align=4": each where it is not what the format takes for granted. */
function access(name: Operation, offset: number): string[] {
  const { immediate } = operations[name];
  const natural = "align" in immediate ? immediate.align : 0;
  const promised = hint(natural);
  return [
    ...(offset === 0 ? [] : [`offset=${offset}`]),
    ...(promised === natural ? [] : [`align=${2 ** promised}`]),
  ];
}
