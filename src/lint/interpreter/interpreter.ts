import { ts } from "ts-morph";
import type { CallSite } from "../followed.ts";
import { farthest, lookAt } from "./ahead.ts";
import { bind } from "./bind.ts";
import { weight } from "./bounds.ts";
import { evaluate } from "./expressions.ts";
import { effects, havoc, spill } from "./havoc.ts";
import { lasting } from "./instances.ts";
import type { Binding, Ended, Machine } from "./machine.ts";
import { globals } from "./natives.ts";
import { horizon, Scope } from "./scope.ts";
import { execute } from "./statements.ts";
import {
  asClosure,
  type Closure,
  closureOf,
  Exhausted,
  hasUnknown,
  specialOf,
  suspect,
  Thrown,
  trust,
  Uncertain,
  unknown,
  type Value,
} from "./values.ts";

/** A program that takes longer is not followed to its end: one of a thousand layers takes 10⁵ steps. */
const steps = 1e6;
const milliseconds = 1500;
const depth = 200;

/** Follows a program with the values that its source tells. */
export class Interpreter implements Machine {
  guarded = 0;
  risks = 0;
  /** The calls of the user's own functions that are under way. */
  readonly trail: CallSite[] = [];
  /** Functions that were made, some of them never called. */
  readonly closures: Closure[] = [];
  /** Whether a function gave something unknown to the library, which took it for known. */
  tainted = false;
  /** Code that may run is looked at, for calls that are wrong whenever they are reached. */
  looksAhead = false;
  /** Inside of code that may run or not: layers are not called there. */
  ahead = 0;
  readonly past: object[] = [];
  since = 0;
  readonly lookedAt = new Set<ts.Node>();
  readonly #later: (() => void)[] = [];
  #steps = 0;
  #until = 0;
  /** While a function is looked at that nobody called: what stood before it may have changed. */
  #horizon = 0;

  /** Begins to count anew. */
  restart(): void {
    this.#steps = 0;
    this.#until = 0;
  }

  step = (count = 1): void => {
    const before = this.#steps;
    this.#steps += count;
    if (this.#steps > steps) throw new Exhausted();
    if (before > 0 && before >> 12 === this.#steps >> 12) return;
    this.#until ||= performance.now() + milliseconds;
    if (performance.now() > this.#until) throw new Exhausted();
  };

  evaluate = (node: ts.Expression, scope: Scope): Value => evaluate(node, scope, this);
  execute = (node: ts.Statement, scope: Scope): Ended | undefined => execute(node, scope, this);

  run = (statements: readonly ts.Statement[], scope: Scope): Ended | undefined => {
    for (const node of statements)
      if (ts.isFunctionDeclaration(node) && node.body)
        scope.declare(node.name?.text ?? "default", this.closure(node, scope));
    for (const [i, node] of statements.entries()) {
      const ended = this.#whole(node, statements.slice(i + 1), scope);
      if (ended) return ended;
    }
    return undefined;
  };

  /** A statement. Where it may end the function, the rest is looked at before it is said that it may. */
  #whole(node: ts.Statement, rest: readonly ts.Statement[], scope: Scope): Ended | undefined {
    try {
      return this.execute(node, scope);
    } catch (error) {
      if (this.looksAhead && error instanceof Uncertain && error.goesOn && this.ahead < farthest) {
        havoc(node, scope, this.read);
        this.branch(() => {
          for (const [i, next] of rest.entries())
            if (this.#whole(next, rest.slice(i + 1), scope)) return;
        });
      }
      throw error;
    }
  }

  read = (name: string, scope: Scope): Value => {
    const found = scope.find(name);
    if (!found) return globals.has(name) ? globals.get(name) : unknown;
    const value = found.scope.read(name);
    if (found.scope.born >= this.#horizon || found.constant) return value;
    return name === "this" ? lasting(value) : unknown;
  };

  closure = (node: ts.FunctionLikeDeclaration, scope: Scope, self?: Value): Value => {
    const closure: Closure = { node, scope, self, called: false, handed: this.ahead > 0 };
    this.closures.push(closure);
    const run = (...args: Value[]): Value => {
      const made = this.enter(closure, args, closure.self);
      this.tainted ||= hasUnknown(made);
      return made;
    };
    return asClosure(run, closure);
  };

  call = (
    callee: Value,
    args: readonly Value[],
    site: ts.CallExpression | ts.NewExpression,
    self?: Value,
  ): Value => {
    const special = specialOf(callee);
    if (special) {
      for (const arg of args) this.step(weight(arg));
      const made = special(args, site);
      if (made === unknown) this.risks++;
      this.step(weight(made));
      return made;
    }
    const closure = closureOf(callee);
    if (!closure || ts.isNewExpression(site)) {
      this.risks++;
      for (const arg of [callee, ...args]) this.escape(arg);
      return unknown;
    }
    this.trail.push({ file: site.getSourceFile(), call: site });
    try {
      return this.enter(closure, args, self ?? closure.self);
    } finally {
      this.trail.pop();
    }
  };

  within = <T>(call: ts.CallExpression, args: readonly Value[], run: () => T): T => {
    const file = call.getSourceFile();
    const elsewhere = args.some((arg) => {
      const closure = closureOf(arg);
      return closure && closure.node.getSourceFile() !== file;
    });
    if (!elsewhere) return run();
    this.trail.push({ file, call });
    try {
      return run();
    } finally {
      this.trail.pop();
    }
  };

  /** A call of the user's function. Where it may have ended early, its result is unknown. */
  enter(closure: Closure, args: readonly Value[], self: Value): Value {
    const { node } = closure;
    this.step();
    const later = node.modifiers?.some((mod) => mod.kind === ts.SyntaxKind.AsyncKeyword);
    const generates = "asteriskToken" in node && node.asteriskToken !== undefined;
    if (later || generates || !node.body) {
      havoc(node, closure.scope, this.read);
      for (const arg of args) this.escape(arg);
      return later && !generates ? new Promise(() => undefined) : unknown;
    }
    if (this.trail.length > depth) throw new Exhausted();
    closure.called = true;
    const scope = new Scope(closure.scope, "function");
    if (!ts.isArrowFunction(node)) scope.declare("this", self);
    try {
      this.#parameters(node, args, scope);
      for (const name of effects(node.body).declared) scope.declare(name, undefined);
      if (!ts.isBlock(node.body)) return this.evaluate(node.body, scope);
      const ended = this.run(node.body.statements, scope);
      return ended?.kind === "return" ? ended.value : undefined;
    } catch (error) {
      if (!(error instanceof Uncertain)) throw error;
      havoc(node.body, scope, this.read);
      return unknown;
    }
  }

  #parameters(node: ts.FunctionLikeDeclaration, args: readonly Value[], scope: Scope): void {
    for (const [i, { name, initializer, dotDotDotToken }] of node.parameters.entries()) {
      const given = dotDotDotToken ? args.slice(i) : args[i];
      const value = given === undefined && initializer ? this.evaluate(initializer, scope) : given;
      this.bind(name, value, scope, "let");
    }
  }

  bind = (target: ts.Node, value: Value, scope: Scope, how: Binding): void =>
    bind(target, value, scope, how, this);

  escape = (value: Value): void => {
    const closure = closureOf(value);
    if (closure) closure.handed = true;
    spill(value, this.read);
  };

  perhaps = (nodes: readonly (ts.Node | undefined)[], scope: Scope): void => {
    const given = nodes.flatMap((node) => node ?? []);
    this.risks++;
    for (const node of given) havoc(node, scope, this.read);
    if (this.looksAhead) for (const node of given) lookAt(node, scope, this);
    if (given.some((node) => effects(node).leaves)) throw new Uncertain(true);
  };

  /** Code that may run or not: that it did is forgotten. */
  branch = (run: () => void): void => {
    const { length } = this.past;
    this.ahead++;
    try {
      run();
    } catch (error) {
      if (!(error instanceof Uncertain) && !(error instanceof Thrown)) throw error;
    } finally {
      this.ahead--;
      this.past.length = length;
    }
  };

  /**
   * Functions that were made and never called are looked at with unknown arguments, and as if anything
   * that can be assigned had been. Those that were handed to someone may be called to see them fail.
   */
  explore(): void {
    if (this.looksAhead) for (const run of this.#later) this.#anyTime(run);
    for (const { called, node, scope } of this.closures) {
      if (called) continue;
      for (const name of effects(node).changed) suspect(this.read(name, scope));
    }
    for (let i = 0; i < this.closures.length; i++) {
      const closure = this.closures[i];
      if (!closure || closure.called) continue;
      closure.called = true;
      if (closure.handed) this.ahead++;
      const { node, scope, self } = closure;
      this.#anyTime(() => {
        const inner = new Scope(scope, "function");
        if (ts.isMethodDeclaration(node)) inner.declare("this", lasting(self));
        for (const { name } of node.parameters) this.bind(name, unknown, inner, "let");
        if (!node.body) return;
        if (ts.isBlock(node.body)) this.run(node.body.statements, inner);
        else this.evaluate(node.body, inner);
      });
      if (closure.handed) this.ahead--;
    }
    trust();
  }

  /** Code that runs when others want it: what can be assigned may have been, and what happened is not known. */
  #anyTime(run: () => void): void {
    this.#horizon = horizon();
    this.since = this.past.length;
    try {
      run();
    } catch (error) {
      if (!(error instanceof Uncertain) && !(error instanceof Thrown)) throw error;
    } finally {
      this.#horizon = 0;
      this.past.length = this.since;
    }
  }

  later = (run: () => void): void => void this.#later.push(run);
}
