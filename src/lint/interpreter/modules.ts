import { ts } from "ts-morph";
import type { Host } from "../host.ts";
import type { Interpreter } from "./interpreter.ts";
import { effects } from "./havoc.ts";
import type { Machine } from "./machine.ts";
import { Scope } from "./scope.ts";
import { Uncertain, unknown, type Value } from "./values.ts";

/** A parsed file, remembered as long as its text stays. */
export class Sources {
  readonly #host: Host;
  readonly #parsed: Map<string, { readonly text: string; readonly source: ts.SourceFile }>;

  /** What another has parsed holds wherever the text is the same. */
  constructor(host: Host, other?: Sources) {
    this.#host = host;
    this.#parsed = new Map(other ? other.#parsed : []);
  }

  parse(file: string): ts.SourceFile | undefined {
    const text = this.#host.read(file);
    if (text === undefined) return undefined;
    const before = this.#parsed.get(file);
    if (before?.text === text) return before.source;
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, kindOf(file));
    this.#parsed.set(file, { text, source });
    return source;
  }

  resolve = (specifier: string, from: string): string | undefined =>
    this.#host.resolve(specifier, from);
}

const kindOf = (file: string): ts.ScriptKind =>
  /\.[jt]sx$/.test(file)
    ? ts.ScriptKind.TSX
    : /\.[cm]?js$/.test(file)
      ? ts.ScriptKind.JS
      : ts.ScriptKind.TS;

/** What a module gives to those who import it. */
interface Exports {
  get(name: string): Value;
  names(): readonly string[];
}

/** What stands for a module that the compiler wrote; undefined for others. */
export type Stand = (
  source: ts.SourceFile,
  m: Machine,
) => { readonly [name: string]: Value } | undefined;

/** The modules of one program, each run once. */
export class Modules {
  readonly #sources: Sources;
  readonly #m: Interpreter;
  readonly #loaded = new Map<string, Exports>();
  /** Modules by name that are ours: "kernelsmith". */
  readonly #ours: ReadonlyMap<string, { readonly [name: string]: Value }>;
  /** What stands for a file that the compiler wrote. */
  readonly #stands: Stand;

  constructor(
    sources: Sources,
    m: Interpreter,
    ours: ReadonlyMap<string, { readonly [name: string]: Value }>,
    stands: Stand,
  ) {
    this.#sources = sources;
    this.#m = m;
    this.#ours = ours;
    this.#stands = stands;
  }

  get files(): readonly string[] {
    return [...this.#loaded.keys()];
  }

  /** Runs a file's module, if it is not being run. What throws ends the program. */
  load(file: string): Exports | undefined {
    const before = this.#loaded.get(file);
    if (before) return before;
    const source = this.#sources.parse(file);
    if (!source) return undefined;
    const stand = this.#stands(source, this.#m);
    if (stand) {
      const fixed = fixedExports(stand);
      this.#loaded.set(file, fixed);
      this.#m.looksAhead = true;
      return fixed;
    }
    const scope = new Scope(undefined, "function");
    const exported = new Map<string, () => Value>();
    const stars: Exports[] = [];
    const exports: Exports = {
      get(name) {
        const own = exported.get(name);
        if (own) return own();
        return stars.find((star) => star.names().includes(name))?.get(name) ?? unknown;
      },
      names: () => [...exported.keys(), ...stars.flatMap((star) => star.names())],
    };
    this.#loaded.set(file, exports);
    for (const statement of source.statements)
      this.#declare(statement, file, scope, exported, stars);
    this.#run(source, scope);
    return exports;
  }

  #run(source: ts.SourceFile, scope: Scope): void {
    for (const name of effects(source).declared) scope.declare(name, undefined);
    try {
      this.#m.run([...source.statements], scope);
    } catch (error) {
      if (!(error instanceof Uncertain)) throw error;
    }
  }

  #from(specifier: ts.Expression | undefined, file: string): Exports | undefined {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return undefined;
    const ours = this.#ours.get(specifier.text);
    if (ours) return fixedExports(ours);
    const target = this.#sources.resolve(specifier.text, file);
    return target === undefined ? undefined : this.load(target);
  }

  /** Imports and exports hold before the first statement runs. */
  #declare(
    node: ts.Statement,
    file: string,
    scope: Scope,
    exported: Map<string, () => Value>,
    stars: Exports[],
  ): void {
    const reader = (name: string) => () => this.#m.read(name, scope);
    if (ts.isImportDeclaration(node)) {
      const { importClause: clause, moduleSpecifier } = node;
      const from = clause?.isTypeOnly ? undefined : this.#from(moduleSpecifier, file);
      if (clause && !clause.isTypeOnly) link(clause, from, scope);
    } else if (ts.isExportDeclaration(node) && !node.isTypeOnly) {
      const from = node.moduleSpecifier && this.#from(node.moduleSpecifier, file);
      const { exportClause } = node;
      if (!exportClause) stars.push(...(from ? [from] : []));
      else if (ts.isNamespaceExport(exportClause))
        exported.set(exportClause.name.text, () => (from ? namespace(from) : unknown));
      else
        for (const { name, propertyName } of exportClause.elements) {
          const inner = (propertyName ?? name).text;
          exported.set(
            name.text,
            node.moduleSpecifier ? () => from?.get(inner) ?? unknown : reader(inner),
          );
        }
    } else if (ts.isExportAssignment(node)) exported.set("default", reader("default"));
    else if (isExported(node)) {
      const isDefault = node.modifiers?.some((m) => m.kind === ts.SyntaxKind.DefaultKeyword);
      for (const name of declaredBy(node)) exported.set(isDefault ? "default" : name, reader(name));
    }
  }
}

type Exporting = ts.Statement & { readonly modifiers?: ts.NodeArray<ts.ModifierLike> };
const isExported = (node: ts.Statement): node is Exporting =>
  ts.canHaveModifiers(node) &&
  (node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) ?? false);

function declaredBy(node: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(node)) {
    const names = (name: ts.BindingName): string[] =>
      ts.isIdentifier(name)
        ? [name.text]
        : name.elements.flatMap((e) => (ts.isBindingElement(e) ? names(e.name) : []));
    return node.declarationList.declarations.flatMap(({ name }) => names(name));
  }
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node))
    return [node.name?.text ?? "default"];
  return ts.isEnumDeclaration(node) ? [node.name.text] : [];
}

function link(clause: ts.ImportClause, from: Exports | undefined, scope: Scope): void {
  const of = (name: string) => () => from?.get(name) ?? unknown;
  if (clause.name) scope.link(clause.name.text, of("default"));
  const { namedBindings } = clause;
  if (!namedBindings) return;
  if (ts.isNamespaceImport(namedBindings))
    scope.declare(namedBindings.name.text, from ? namespace(from) : unknown, true);
  else
    for (const { name, propertyName } of namedBindings.elements)
      scope.link(name.text, of((propertyName ?? name).text));
}

/** As it is now: a circular import may still lack names, which are then unknown. */
const namespace = (from: Exports): Value =>
  Object.freeze(Object.fromEntries(from.names().map((name) => [name, from.get(name)])));

const fixedExports = (of: { readonly [name: string]: Value }): Exports => ({
  get: (name) => (Object.hasOwn(of, name) ? of[name] : unknown),
  names: () => Object.keys(of),
});
