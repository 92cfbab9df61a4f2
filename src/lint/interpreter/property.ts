import { Tensor } from "../../graph/tensor.ts";
import { Numbers } from "./natives.ts";
import {
  blur,
  isBlurred,
  isOpen,
  isPlain,
  lose,
  specialOf,
  Uncertain,
  unknown,
  type Value,
} from "./values.ts";

/** No property of this name: it may be a method of the host's. */
export const absent = Symbol("absent");

/** What an object holds itself. Nothing is reached that would lead out of the program that is followed. */
export function own(of: Value, key: Value): Value {
  if (key === unknown) lose(of);
  if (of === unknown || key === unknown || isBlurred(of)) return unknown;
  if (of === undefined || of === null) throw new Uncertain(); // it would throw, if we are right
  if (typeof key === "symbol" || typeof key === "object") return unknown;
  const name = String(key);
  if (typeof of === "string" || Array.isArray(of)) {
    if (name === "length") return of.length;
    return /^\d+$/.test(name) ? of[Number(name)] : absent;
  }
  if (of instanceof Tensor) return name === "shape" ? of.shape : unknown;
  if (of instanceof Numbers) return name === "length" ? of.length : absent;
  if (of instanceof Map || of instanceof Set) return name === "size" ? of.size : absent;
  if (isPlain(of)) {
    if (Object.hasOwn(of, name)) return of[name];
    return name in Object.prototype ? unknown : undefined;
  }
  if (specialOf(of) && Object.hasOwn(of as object, name) && !/^(name|length|prototype)$/.test(name))
    return Reflect.get(of as object, name); // a function, as specials are
  return typeof of === "number" || typeof of === "boolean" ? absent : unknown;
}

export function setOwn(of: Value, key: Value, value: Value): void {
  if (key === unknown || key === "__proto__" || typeof key === "object") return blur(of);
  if (of === unknown) return blur(of);
  if (isBlurred(of)) return lose(value);
  if (Object.isFrozen(of)) return;
  if (Array.isArray(of) && key === "length") {
    if (typeof value === "number" && value <= of.length) of.length = value;
    else blur(of);
  } else if (Array.isArray(of) && !(Number(key) <= of.length + 1024)) blur(of);
  else if (Array.isArray(of) || isPlain(of) || isOpen(of))
    Reflect.set(of, key as PropertyKey, value); // no object, as just asked
}

/** `delete of[key]`: what it gives. */
export function deleteOwn(of: Value, key: Value): Value {
  if (isPlain(of) && !isBlurred(of) && typeof key === "string")
    return Reflect.deleteProperty(of, key);
  blur(of);
  return unknown;
}
