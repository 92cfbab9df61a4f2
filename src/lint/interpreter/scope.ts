import { unknown, type Value } from "./values.ts";

interface Binding {
  value: Value;
  /** Assigned by code that runs at any time: never known again. */
  spoiled?: true;
  readonly constant: boolean;
  /** Another module's variable: read where it lives. */
  readonly live?: () => Value;
}

let births = 0;

/** Names and what they stand for, inside of another scope. */
export class Scope {
  readonly #bindings = new Map<string, Binding>();
  readonly parent: Scope | undefined;
  /** The scope of the function or the module, where `var` is declared. */
  readonly outer: Scope;
  readonly #root: Scope;
  /** Names that code assigns at any time, of variables that are yet to be declared. */
  readonly #early = new Set<string>();
  /** Scopes are numbered as they are made. */
  readonly born = births++;

  constructor(parent?: Scope, kind: "block" | "function" = "block") {
    this.parent = parent;
    this.#root = parent ? parent.#root : this;
    this.outer = kind === "function" || !parent ? this : parent.outer;
  }

  declare(name: string, value: Value, constant = false): void {
    this.#bindings.set(name, { value, constant });
    if (this.#root.#early.has(name)) this.spoil(name);
  }

  link(name: string, live: () => Value): void {
    this.#bindings.set(name, { value: unknown, constant: true, live });
  }

  /** Where a name is bound; undefined where it is nobody's here, as globals are. */
  find(name: string): { readonly scope: Scope; readonly constant: boolean } | undefined {
    const own = this.#bindings.get(name);
    return own ? { scope: this, constant: own.constant } : this.parent?.find(name);
  }

  read(name: string): Value {
    const own = this.#bindings.get(name);
    if (!own) return this.parent ? this.parent.read(name) : unknown;
    return own.live ? own.live() : own.value;
  }

  /** Assigns where the name is bound; a constant keeps its value, and names of nobody are let be. */
  assign(name: string, value: Value): void {
    const own = this.#bindings.get(name);
    if (!own) this.parent?.assign(name, value);
    else if (!own.constant && !own.spoiled) own.value = value;
  }

  /** What code that runs at any time assigns. */
  spoil(name: string): void {
    const own = this.#bindings.get(name);
    if (!own && !this.parent) this.#early.add(name);
    else if (!own) this.parent?.spoil(name);
    else if (!own.constant) Object.assign(own, { value: unknown, spoiled: true });
  }
}

/** The scopes made from here on: what was there before may change until they run. */
export const horizon = (): number => births;
