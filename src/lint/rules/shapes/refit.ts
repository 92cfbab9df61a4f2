import { extent } from "../../../ops/windows.ts";
import { fixOf, setOptions } from "../../edit.ts";
import type { Fix } from "../../finding.ts";
import type { Net } from "../../net.ts";
import { isConvolution, type Slide, type Sliding, slidings, span } from "../../windows.ts";

/** What of a window may be chosen otherwise. */
export type Choice = Partial<
  Pick<Slide, "kernel" | "stride" | "dilation" | "before" | "after" | "ceil">
>;

/** The same map under another window: how often it fits is counted anew; undefined where it does not. */
export function refit(slide: Slide, choice: Choice): Slide | undefined {
  const next = { ...slide, ...choice };
  const { size, kernel, stride, dilation, before, after, ceil } = next;
  if (kernel < 1 || stride < 1 || before < 0 || after < 0) return undefined;
  if (size + before + after < span(next)) return undefined;
  const window = {
    stride: [stride, stride],
    padding: [before, before, after, after],
    dilation: [dilation, dilation],
  } as const;
  return { ...next, steps: extent(size, kernel, 0, window, ceil) };
}

/** Both dimensions chosen anew; undefined where one of them does not fit. */
export function refitted(
  { slides }: Sliding,
  choose: (slide: Slide) => Choice | undefined,
): readonly Slide[] | undefined {
  const next = slides.map((slide) => {
    const choice = choose(slide);
    return choice && refit(slide, choice);
  });
  const all = next.filter((slide) => slide !== undefined);
  return all.length === next.length ? all : undefined;
}

/** The options by which a layer's windows become others, as its call writes them. */
export function optionsFor(sliding: Sliding, next: readonly Slide[]): { [name: string]: string } {
  const { slides, call } = sliding;
  const differs = (...fields: readonly (keyof Slide)[]) =>
    slides.some((slide, d) => fields.some((field) => slide[field] !== next[d]?.[field]));
  const texts: { [name: string]: string } = {};
  if (differs("kernel")) texts["kernel"] = list(next.map(({ kernel }) => kernel));
  // the stride of a pool is its kernel where none is given
  const follows =
    differs("kernel") && !isConvolution(sliding) && option(call.args, "stride") === undefined;
  if (differs("stride") || follows) texts["stride"] = list(next.map(({ stride }) => stride));
  if (differs("dilation")) texts["dilation"] = list(next.map(({ dilation }) => dilation));
  if (differs("before", "after")) texts["padding"] = padding(next);
  if (differs("ceil")) texts["ceilMode"] = String(next.some(({ ceil }) => ceil));
  return texts;
}

/**
 * A fix that makes a layer's windows others: "Set kernel: 3, stride: 2". None where the call is made
 * more than once, in a loop or a block, and the others would change with it.
 */
export function fixTo(net: Net, sliding: Sliding, next: readonly Slide[]): readonly Fix[] {
  const others = slidings(net).filter(
    ({ call, node }) => call.call === sliding.call.call && node !== sliding.node,
  );
  if (!others.every((other) => unaffected(other, sliding, next))) return [];
  const texts = optionsFor(sliding, next);
  return fixOf(`Set ${listed(texts)}`, setOptions(sliding.call, texts));
}

/** Whether the same options leave another layer as it is, or it is the same to begin with. */
function unaffected(other: Sliding, { slides }: Sliding, next: readonly Slide[]): boolean {
  return other.slides.every((slide, d) => {
    const [from, to] = [slides[d], next[d]];
    if (!from || !to) return false;
    if (fields.every((field) => slide[field] === from[field]) && slide.size === from.size)
      return true;
    const changed = fields.filter((field) => from[field] !== to[field]);
    const made = refit(slide, Object.fromEntries(changed.map((field) => [field, to[field]])));
    return windowed.every((field) => made?.[field] === slide[field]);
  });
}

const fields = ["kernel", "stride", "dilation", "before", "after", "ceil"] as const;
/** What an output is computed from. */
const windowed = ["kernel", "stride", "dilation", "before", "steps"] as const;

/** "kernel: 3, stride: 2" */
export const listed = (texts: { readonly [name: string]: string }): string =>
  Object.entries(texts)
    .map(([name, text]) => `${name}: ${text}`)
    .join(", ");

/** What a call was given for an option, as it was given. */
export function option(args: readonly unknown[], name: string): unknown {
  const last = args.at(-1);
  return typeof last === "object" && last !== null
    ? Object.getOwnPropertyDescriptor(last, name)?.value
    : undefined;
}

const list = (values: readonly number[]): string =>
  values.every((value) => value === values[0]) ? `${values[0]}` : `[${values.join(", ")}]`;

/** 1, [1, 0], [before, after] of a sequence, or [top, left, bottom, right]. */
function padding(slides: readonly Slide[]): string {
  const [before, after] = [slides.map((s) => s.before), slides.map((s) => s.after)];
  const even = before.every((n, d) => n === after[d]);
  return even ? list(before) : list([...before, ...after]);
}
