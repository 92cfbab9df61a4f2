import { bounded, flat, most } from "./bounds.ts";
import { effects } from "./havoc.ts";
import {
  asSpecial,
  blur,
  closureOf,
  hasUnknown,
  isBlurred,
  isObject,
  isPlain,
  lose,
  Uncertain,
  unknown,
  type Value,
  watchedAs,
} from "./values.ts";

/** A typed array: how long it is, where that is known, and nothing of what is in it. */
export class Numbers {
  readonly kind: string;
  readonly length: Value;
  constructor(kind: string, length: Value) {
    this.kind = kind;
    this.length = length;
  }
}

/** What a loop or a spread goes through; undefined where that is not known. */
export function elements(value: Value): Iterable<Value> | undefined {
  if (isBlurred(value)) return undefined;
  if (typeof value === "string" || Array.isArray(value)) return value;
  return isObject(value) && !(value instanceof Numbers) && Symbol.iterator in value
    ? (value as Iterable<Value>) // maps, sets and their iterators: nothing else here has one
    : undefined;
}

/** A host's function on known values; what it throws ends the function that called it. */
function host<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && error !== vagueness) throw new Uncertain();
    throw error; // vague, or a signal of the program that is followed
  }
}

/** A function of known values alone. */
const pure = (run: (...args: never[]) => Value): Value =>
  asSpecial((args) =>
    args.some((arg) => hasUnknown(arg) || typeof arg === "function" || arg instanceof Numbers)
      ? unknown
      : host(() => run(...(args as never[]))),
  ); // the host checks its arguments itself

/** A function that passes values on without looking at them. */
const passing = (run: (...args: never[]) => Value): Value =>
  asSpecial((args) =>
    args[0] === unknown || isBlurred(args[0]) ? unknown : host(() => run(...(args as never[]))),
  ); // as above

const table = (of: object, names: readonly string[]): { [name: string]: Value } =>
  Object.fromEntries(
    names.map((name) => {
      const value: unknown = Reflect.get(of, name);
      return [name, typeof value === "function" ? pure(value.bind(of)) : value];
    }),
  );

const withParts = (value: Value, parts: { readonly [name: string]: Value }): Value =>
  Object.assign(value as object, parts); // a function is an object too

const functionsOf = (of: object, ...but: readonly string[]): string[] =>
  Object.getOwnPropertyNames(of).filter((name) => !but.includes(name));

function list(args: readonly Value[]): Value {
  const [length] = args;
  if (args.length !== 1 || typeof length !== "number") return bounded([...args]);
  if (!(length <= most)) return unknown;
  return host(() => new Array<Value>(length));
}

function from([of, map]: readonly Value[]): Value {
  if (of === unknown || map === unknown) return unknown;
  const length = isPlain(of) ? of["length"] : undefined;
  const items = isPlain(of) && !isBlurred(of) ? { length } : elements(of);
  if (!items || (typeof length === "number" && length > most)) return unknown;
  const call = closureOf(map) ? (map as (...args: Value[]) => Value) : undefined; // closures are functions
  if (map !== undefined && !call) return unknown;
  const made = host(() => Array.from(items as Iterable<Value>)); // or like one
  return bounded(call ? made.map((value, i) => call(value, i)) : made);
}

/** Float32Array, with what makes one of other values. */
function numbers(kind: string): Value {
  const made = (of: Value): Value => {
    const length = of instanceof Numbers || Array.isArray(of) ? of.length : (of ?? 0);
    if (isBlurred(of) || typeof length !== "number" || !Number.isSafeInteger(length))
      return unknown;
    return new Numbers(kind, length);
  };
  return withParts(
    asSpecial(([of]) => made(of)),
    {
      from: asSpecial(([of, map]) => {
        if (of instanceof Numbers && map === undefined) return made(of);
        const length = isPlain(of) && !isBlurred(of) ? of["length"] : undefined;
        return typeof length === "number" && isIdle(map) ? made(length) : made(from([of, map]));
      }),
      of: asSpecial((args) => made(args)),
    },
  );
}

/** Whether a function that is called for each element changes nothing: it need not be called. */
function isIdle(map: Value): boolean {
  const node = closureOf(map)?.node;
  if (!node) return map === undefined;
  const { assigned, called, changed, handed } = effects(node);
  const touched = [...changed, ...handed];
  return assigned.length + called.length === 0 && touched.every((name) => name === "Math");
}

const errors = ["Error", "TypeError", "RangeError"];
const typedArrays = [
  "Float32Array",
  "Float64Array",
  "Int32Array",
  "Uint32Array",
  "Int16Array",
].concat(["Uint16Array", "Int8Array", "Uint8Array", "Uint8ClampedArray"]);

const objects = {
  keys: passing((o: object) => (isPlain(o) || Array.isArray(o) ? Object.keys(o) : unknown)),
  values: passing((o: object) => (isPlain(o) || Array.isArray(o) ? Object.values(o) : unknown)),
  entries: passing((o: object) => (isPlain(o) || Array.isArray(o) ? Object.entries(o) : unknown)),
  assign: asSpecial(([to, ...from]) => {
    if (isPlain(to) && !isBlurred(to) && from.every((f) => isPlain(f) && !isBlurred(f)))
      return Object.assign(to, ...from);
    blur(to);
    return unknown;
  }),
  fromEntries: passing((of: Value) => {
    const items = elements(of);
    const pairs = items ? [...items] : [unknown];
    const known = pairs.every(
      (pair) => Array.isArray(pair) && !isBlurred(pair) && pair[0] !== unknown,
    );
    return known ? Object.fromEntries(pairs as [string, Value][]) : unknown; // lists, as just checked
  }),
  freeze: passing((o: Value) => (isPlain(o) || Array.isArray(o) ? Object.freeze(o) : o)),
};

/** The names that every program has. What is not here, a clock or a random number, is unknown. */
export const globals: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["undefined", undefined],
  ["NaN", NaN],
  ["Infinity", Infinity],
  ["Math", Object.freeze(table(Math, functionsOf(Math, "random")))],
  ["JSON", Object.freeze(table(JSON, ["stringify", "parse"]))],
  ["parseInt", pure(parseInt)],
  ["parseFloat", pure(parseFloat)],
  ["isNaN", pure(isNaN)],
  ["isFinite", pure(isFinite)],
  [
    "Number",
    withParts(pure(Number), table(Number, functionsOf(Number, "prototype", "length", "name"))),
  ],
  ["String", pure(String)],
  ["Boolean", pure(Boolean)],
  [
    "Array",
    withParts(asSpecial(list), {
      isArray: passing(Array.isArray),
      from: asSpecial(from),
      of: asSpecial((args) => [...args]),
    }),
  ],
  ["Object", withParts(passing(Object), objects)],
  ["Map", passing((of?: Iterable<[Value, Value]>) => new Map(of))],
  ["Set", passing((of?: Iterable<Value>) => new Set(of))],
  ["structuredClone", pure(structuredClone)],
  [
    "console",
    Object.freeze(
      Object.fromEntries(
        ["log", "info", "warn", "error", "debug", "table", "time", "timeEnd"].map((name) => [
          name,
          asSpecial(() => undefined),
        ]),
      ),
    ),
  ],
  ...errors.map((name): [string, Value] => [name, asSpecial(([message]) => ({ name, message }))]),
  ...typedArrays.map((kind): [string, Value] => [kind, numbers(kind)]),
]);

/** Methods that hand elements on as they are, and those that look at what a callback gives. */
const handing = new Set(
  "map forEach reduce reduceRight push pop shift unshift slice splice concat reverse at fill entries keys values flat with toReversed toSpliced get set has add delete clear".split(
    " ",
  ),
);
const judging = new Set(
  "filter find findIndex findLast findLastIndex some every flatMap sort toSorted includes indexOf lastIndexOf join toString".split(
    " ",
  ),
);
/** Methods that change nothing but through their callbacks. */
export const harmless: ReadonlySet<string> = new Set(
  "map forEach reduce reduceRight slice concat at entries keys values flat with toReversed toSpliced toSorted get has filter find findIndex findLast findLastIndex some every flatMap includes indexOf lastIndexOf join toString".split(
    " ",
  ),
);

/** A method of the host's: of strings, numbers, lists, maps and sets. */
export function method(of: Value, name: string, args: readonly Value[]): Value {
  if (of === unknown || isBlurred(of)) return unknown;
  if (typeof of === "string" || typeof of === "number") return textual(of, name, args);
  if (of instanceof Numbers) return ofNumbers(of, name, args);
  if (!Array.isArray(of) && !(of instanceof Map) && !(of instanceof Set)) return unknown;
  const judges = judging.has(name);
  const run: unknown = judges || handing.has(name) ? Reflect.get(of, name) : undefined;
  const callback = typeof args[0] === "function";
  const positional = /^(slice|splice|at|fill|with|flat|toSpliced|get|has|delete|add)$/.test(name);
  const vague =
    (judges && !callback && (hasUnknown(args) || hasUnknown(of))) ||
    (positional && args.slice(0, name === "add" ? 1 : 2).includes(unknown) && name !== "fill") ||
    (/^(map|forEach|reduce|reduceRight)$/.test(name) && !closureOf(args[0]) && !callback);
  if (typeof run !== "function" || vague) {
    blur(of);
    return unknown;
  }
  try {
    const given = judges && callback ? [known(args[0]), ...args.slice(1)] : args;
    if (name === "flat") return flat(of as Value[], args[0]); // only lists have it
    return bounded(host(() => Reflect.apply(run, of, given) as Value));
  } catch (error) {
    if (error !== vagueness) throw error;
    lose(of);
    return unknown;
  }
}

/** Thrown where a host's function would take `unknown` for an answer. */
const vagueness = new Error("unknown");
const known =
  (callback: Value) =>
  (...args: Value[]): Value => {
    const answer = (callback as (...args: Value[]) => Value)(...args); // a function, as asked before
    if (hasUnknown(answer)) throw vagueness;
    return answer;
  };

function textual(of: string | number, name: string, args: readonly Value[]): Value {
  const run: unknown = Object.hasOwn(Object.getPrototypeOf(of), name)
    ? Reflect.get(Object(of), name)
    : undefined;
  if (typeof run !== "function" || name === "constructor") return unknown;
  if (args.some((arg) => hasUnknown(arg) || isObject(arg) || typeof arg === "function"))
    return unknown;
  if (/^(match|matchAll|search)$/.test(name)) return unknown; // patterns may take for ever
  const longer = name.startsWith("replace") ? `${args[1]}`.length : Number(args[0]);
  if (
    /^(repeat|padStart|padEnd|replace|replaceAll)$/.test(name) &&
    !(longer * `${of}`.length <= most)
  )
    return unknown;
  return host(() => Reflect.apply(run, of, args) as Value);
}

function ofNumbers(of: Numbers, name: string, args: readonly Value[]): Value {
  const { kind, length } = of;
  if (/^(fill|reverse|sort|copyWithin)$/.test(name)) return of;
  if (/^(map|with|toReversed|toSorted)$/.test(name)) return new Numbers(kind, length);
  if (name === "set") return undefined;
  if (name !== "subarray" && name !== "slice") return unknown;
  const made = new Numbers(kind, hasUnknown(args) ? unknown : part(length, args));
  return name === "subarray" ? watchedAs(of, made) : made;
}

/** How long `slice(from, to)` is. */
function part(length: Value, args: readonly Value[]): Value {
  if (typeof length !== "number") return unknown;
  const [from = 0, to = length] = args.map((arg) => (arg === undefined ? undefined : Number(arg)));
  const at = (i: number) => Math.max(0, Math.min(length, i < 0 ? length + i : i));
  return Math.max(0, at(to) - at(from));
}
