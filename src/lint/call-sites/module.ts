import { ts } from "ts-morph";

/** An argument of a run, as the module checks it. */
export interface Port {
  readonly name: string;
  /** Numbers of a sample, or in all where it has no samples. */
  readonly size: number;
  /** "a multiple of 784: [1, 28, 28] for each of 1 to 64 samples" */
  readonly takes: string;
  /** Of one sample, in the module's order of axes; undefined where the module does not say it. */
  readonly shape: readonly number[] | undefined;
  readonly holds: "numbers" | "classes";
  readonly batched: boolean;
}

/** What a module that the compiler wrote says about itself. */
export interface Facts {
  /** "lenet", as its header has it. */
  readonly name: string;
  /** "createLenet" */
  readonly create: string;
  /** maxBatch, inputShape and what else it exports that is no function. */
  readonly constants: { readonly [name: string]: unknown };
  readonly maxBatch: number;
  /** What `forward` takes, and what `trainStep`, `gradients` and `evaluate` take. */
  readonly inputs: readonly Port[];
  readonly examples: readonly Port[];
  /** What a net can be asked. */
  readonly methods: ReadonlySet<string>;
  /** Of one sample: of the only output, or of each by its name. */
  readonly outputs: readonly number[] | ReadonlyMap<string, readonly number[]>;
  /** From its header: the model's file and the options it was compiled with. */
  readonly from: string | undefined;
  readonly options: string;
}

const read = new WeakMap<ts.SourceFile, Facts | undefined>();

/** The facts of a module; undefined for a file that the compiler did not write, or that was changed. */
export function factsOf(source: ts.SourceFile): Facts | undefined {
  if (!read.has(source)) read.set(source, facts(source));
  return read.get(source);
}

function facts(source: ts.SourceFile): Facts | undefined {
  const [head = ""] = source.text.split(/\r?\n\r?\n/, 1);
  const header = ts
    .getLeadingCommentRanges(head, 0)
    ?.map(({ pos, end }) => head.slice(pos + 2, end).trim());
  const from = header?.findIndex((line) => /^Written by kernelsmith \d/.test(line)) ?? -1;
  if (!header || from < 0) return undefined;
  const constants: { [name: string]: unknown } = {};
  const functions = new Map<string, ts.FunctionDeclaration>();
  for (const node of source.statements) {
    if (ts.isFunctionDeclaration(node) && node.name) functions.set(node.name.text, node);
    if (!ts.isVariableStatement(node) || !node.modifiers) continue;
    for (const { name, initializer } of node.declarationList.declarations)
      if (ts.isIdentifier(name) && initializer) constants[name.text] = literal(initializer);
  }
  const create = [...functions.keys()].find((name) => /^create./.test(name));
  const made = functions.get(create ?? "");
  const { maxBatch, inputShape, outputShape } = constants;
  const checks = functions.get("inputsOf");
  const outputs = shapes(outputShape);
  if (!create || !made || !checks || typeof maxBatch !== "number" || !outputs) return undefined;
  const inputs = portsOf(checks, [], shapes(inputShape));
  const examples = portsOf(functions.get("examplesOf"), inputs, undefined);
  if (!inputs || !examples) return undefined;
  const text = header.join(" ");
  return {
    name: header[0]?.split(":")[0] ?? create,
    create,
    constants,
    maxBatch,
    inputs,
    examples,
    methods: methodsOf(made),
    outputs,
    from: /Written by kernelsmith \S+ from (.+?) \([0-9a-f]+\)\./.exec(text)?.[1],
    options: / Options: (.*)$/.exec(text)?.[1]?.trim() ?? "",
  };
}

/** Numbers, texts, lists and records, as they are written. */
function literal(node: ts.Expression): unknown {
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isArrayLiteralExpression(node)) return Object.freeze(node.elements.map(literal));
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const made: { [name: string]: unknown } = {};
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property)) return undefined;
    const { name, initializer } = property;
    if (!ts.isIdentifier(name) && !ts.isStringLiteral(name)) return undefined;
    made[name.text] = literal(initializer);
  }
  return Object.freeze(made);
}

const isShape = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((size) => typeof size === "number");

function shapes(
  value: unknown,
): readonly number[] | ReadonlyMap<string, readonly number[]> | undefined {
  if (isShape(value)) return value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const found = new Map<string, readonly number[]>();
  for (const [name, shape] of Object.entries(value)) {
    if (!isShape(shape)) return undefined;
    found.set(name, shape);
  }
  return found;
}

/**
 * The arguments that `inputsOf` or `examplesOf` check, from the calls of `samples(name, data, size, takes,
 * batch, classes, ignored, most)` in it; those that the one leaves to the other are `known`.
 */
function portsOf(
  checks: ts.FunctionDeclaration | undefined,
  known: readonly Port[] | undefined,
  given: ReturnType<typeof shapes>,
): readonly Port[] | undefined {
  if (!checks?.body) return [];
  const ports = new Map<string, Port>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const { arguments: args } = node;
      if (node.expression.text === "inputsOf")
        for (const [i, arg] of args.entries()) {
          const port = known?.[i];
          if (port && ts.isIdentifier(arg)) ports.set(arg.text, port);
        }
      const [name, data, size, takes, , classes, , most] = args;
      if (node.expression.text === "samples" && name && data && size && takes) {
        const [said, text] = [literal(name), literal(takes)];
        const each = literal(size);
        if (typeof said === "string" && typeof text === "string" && typeof each === "number")
          ports.set(data.getText(), {
            name: said,
            size: each,
            takes: text,
            shape: isShape(given) ? given : given?.get(said),
            holds: classes && literal(classes) !== 0 ? "classes" : "numbers",
            batched: !most || ts.isIdentifier(most),
          });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(checks.body);
  const all = checks.parameters.map(({ name }) => ports.get(name.getText()));
  return all.every((port) => port !== undefined) ? all : undefined;
}

/** The names in what `create…` returns. */
function methodsOf({ body }: ts.FunctionDeclaration): ReadonlySet<string> {
  const last = body?.statements.findLast(ts.isReturnStatement)?.expression;
  const properties = last && ts.isObjectLiteralExpression(last) ? last.properties : [];
  return new Set(
    properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? name.text : [])),
  );
}
