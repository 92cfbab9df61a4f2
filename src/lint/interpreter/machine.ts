import type { ts } from "ts-morph";
import type { CallSite } from "../followed.ts";
import type { Scope } from "./scope.ts";
import type { Value } from "./values.ts";

/** How a statement ended, where it did not simply go on. */
export type Ended =
  | { readonly kind: "return"; readonly value: Value }
  | { readonly kind: "break" | "continue"; readonly label: string | undefined };

/** What the parts of the interpreter ask of each other. */
export interface Machine {
  readonly evaluate: (node: ts.Expression, scope: Scope) => Value;
  readonly execute: (node: ts.Statement, scope: Scope) => Ended | undefined;
  /** A block's statements, its functions declared first. */
  readonly run: (statements: readonly ts.Statement[], scope: Scope) => Ended | undefined;
  /** A host's method, which may call functions of other files for its site. */
  readonly within: <T>(site: ts.CallExpression, args: readonly Value[], run: () => T) => T;
  /** `new` where `site` is a NewExpression. */
  readonly call: (
    callee: Value,
    args: readonly Value[],
    site: ts.CallExpression | ts.NewExpression,
    self?: Value,
  ) => Value;
  readonly closure: (node: ts.FunctionLikeDeclaration, scope: Scope, self?: Value) => Value;
  readonly read: (name: string, scope: Scope) => Value;
  /** Binds or assigns a name or a pattern. */
  readonly bind: (target: ts.Node, value: Value, scope: Scope, how: Binding) => void;
  /**
   * Code that may run or not: looked at where that is asked for, and whatever it may change is unknown
   * from here on. Ends the function where the code may.
   */
  readonly perhaps: (nodes: readonly (ts.Node | undefined)[], scope: Scope) => void;
  /** Code that may run or not, followed as it would be if it did: what happened in it is forgotten. */
  readonly branch: (run: () => void) => void;
  /** How many such branches are under way, and what they are. */
  readonly ahead: number;
  readonly lookedAt: Set<ts.Node>;
  /** What is followed in the end, with what may be called by others, where code is looked at at all. */
  readonly later: (run: () => void) => void;
  /** Code that was handed to someone: whatever it may change is unknown from here on. */
  readonly escape: (value: Value) => void;
  /** One step of a program that must end, or as many as going through a value counts for. */
  readonly step: (count?: number) => void;
  /** Whether a `throw` in here is caught by the program itself. */
  guarded: number;
  /** How often something was done that may throw for all that is known. */
  risks: number;
  /** The calls of the user's own functions that are under way. */
  readonly trail: readonly CallSite[];
  /**
   * What happened for sure before what is followed now, in order: of code that may have run or not, that
   * is forgotten where the code ends.
   */
  readonly past: object[];
  /** Before this many of them, others that are not known may have happened. */
  readonly since: number;
}

export type Binding = "let" | "const" | "var" | "assign";
