import { ts } from "ts-morph";
import { Tensor } from "../../graph/tensor.ts";
import { fixOf } from "../edit.ts";
import type { Fix } from "../finding.ts";
import type { Followed, LayerCall } from "../followed.ts";
import { isPlain } from "../interpreter/values.ts";
import { type Step, type Way, ways } from "../way.ts";
import { within } from "./source.ts";
import { settled, settledConstant } from "./written.ts";

type Shape = readonly number[];

/** A refused call, as those see it who look for ways out. */
export interface Case {
  readonly call: LayerCall;
  readonly followed: Followed;
  /** The options as given, nothing where there are none. */
  readonly options: { readonly [name: string]: unknown };
  readonly way: (tensor: Tensor) => Way;
}

/** One kind of way out: those that may do, the best first. */
export type Mend = (of: Case) => Iterable<Fix>;

export const caseOf = (call: LayerCall, followed: Followed): Case => {
  const way = ways(followed);
  return { call, followed, options: optionsOf(call), way: ({ raw }) => way(raw) };
};

/** Of a call that was followed: its last argument, where that is neither a tensor nor a list. */
export function optionsOf({ args }: LayerCall): { readonly [name: string]: unknown } {
  const last = args.at(-1);
  return isPlain(last) && !(last instanceof Tensor) ? last : {};
}

/** Options set at a call, the refused one or one on the way to it; first where they are constants. */
export function setting(
  { call }: Case,
  at: LayerCall,
  texts: { readonly [option: string]: string },
): readonly Fix[] {
  const entries = Object.entries(texts);
  const words = entries.map(([option, text]) => `${option}: ${text}`);
  const constants = entries.map(([option, text]) => settledConstant(at, option, text));
  const [only] = constants;
  return [
    ...(only && constants.length === 1
      ? fixOf(`Set ${only.name} to ${entries[0]?.[1]}`, only.edits)
      : []),
    ...fixOf(`Set ${words.join(", ")}${where(at, call)}`, settled(at, texts)),
  ];
}

/** Which call is meant, where it is not the refused one. */
export function where(at: LayerCall, call: LayerCall): string {
  if (at.call === call.call) return "";
  const { line } = at.file.getLineAndCharacterOfPosition(at.call.getStart(at.file));
  return ` in ${at.name} on line ${line + 1}`;
}

/** Whether a call of the source is made several times, so that what suits one may not suit all. */
export const isRepeated = ({ followed }: Case, { call }: LayerCall): boolean =>
  followed.calls.filter((other) => other.call === call).length > 1;

/**
 * Whether the source has the call where it may be made several times: in a loop, or in a function other than
 * the model's own.
 */
export function isShared({ followed }: Case, { call, trail }: LayerCall): boolean {
  const loop = ts.findAncestor(call, (node) => ts.isIterationStatement(node, false));
  const fn = ts.findAncestor(call, ts.isFunctionLike);
  const own = fn && ts.findAncestor(fn.parent, ts.isFunctionLike) === undefined;
  const within = fn && ts.findAncestor(fn, (node) => node === followed.call) !== undefined;
  return loop !== undefined || trail.length > 0 || !own || !within;
}

/** A number, or [vertical, horizontal], for each of so many axes. */
export function perAxis(value: unknown, axes: number, otherwise: number): Shape {
  if (Array.isArray(value) && value.every((n) => typeof n === "number"))
    return Array.from({ length: axes }, (_, d) => value[d % value.length] ?? otherwise);
  return Array.from({ length: axes }, () => (typeof value === "number" ? value : otherwise));
}

/** [2, 2] → 2, [2, 3] → [2, 3] */
export const listed = (sizes: Shape): string =>
  new Set(sizes).size === 1 ? `${sizes[0]}` : `[${sizes.join(", ")}]`;

/** The argument of a call that a fed tensor was given by: itself, or one of a list that stands there. */
export function givenBy({ call, args, fed }: LayerCall, index: number): ts.Expression | undefined {
  if (call.arguments.some(ts.isSpreadElement)) return undefined;
  const tensor = fed[index];
  const at = args.indexOf(tensor);
  if (at >= 0) return call.arguments[at];
  const list = call.arguments[0];
  if (!list || !ts.isArrayLiteralExpression(list) || list.elements.some(ts.isSpreadElement))
    return undefined;
  return list.elements[index];
}

/** What names a fed tensor in the source, where that is a name and no call. */
export function nameOf(call: LayerCall, index: number): string | undefined {
  const text = givenBy(call, index)?.getText(call.file);
  return text !== undefined && /^[\w$]+(\.[\w$]+|\[[\w$.]+\])*$/.test(text) ? text : undefined;
}

/** An argument put into a call of another layer: x → reshape(x, [16, 1, 1]). */
export const through = ({ call }: Case, index: number, layer: string, ...more: readonly string[]) =>
  within(call.file, givenBy(call, index), layer, ...more);

/** Convolutions and pools: what moves a window, and along how many axes. */
export const windowed: { readonly [layer: string]: 1 | 2 } = {
  conv2d: 2,
  maxPool2d: 2,
  averagePool2d: 2,
  conv1d: 1,
  maxPool1d: 1,
  averagePool1d: 1,
};

/** The padding that keeps sizes at stride 1, as a number where it is one for this call alone. */
export function keeping(of: Case, { call }: Pick<Step, "call">): string {
  const axes = windowed[call.layer] ?? 2;
  const { kernel, dilation } = optionsOf(call);
  const kernels = perAxis(kernel, axes, 1);
  const spread = perAxis(dilation, axes, 1);
  const sides = kernels.map((k, d) => ((k - 1) * (spread[d] ?? 1)) / 2);
  const even = sides.every(Number.isInteger) && (axes === 2 || new Set(sides).size === 1);
  return even && !isRepeated(of, call) ? listed(sides) : '"same"';
}
