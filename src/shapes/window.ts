import type { AtLeast, AtLeastOne, ShapeError, Unless } from "./fault.ts";
import type { Add, CeilDiv, FloorDiv, Less, Mul, Sub } from "./integer.ts";

/** A window that slides along one axis: kernel, stride, dilation and the padding before and after. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
  readonly after: number;
}

/** What a kernel spans: dilation·(kernel − 1) + 1. */
export type Span<Kernel extends number, Dilation extends number> = Dilation extends 1
  ? Kernel
  : Add<Mul<Dilation, Sub<Kernel, 1>>, 1>;

/** How often the window fits: ⌊(size + before + after − dilation·(kernel − 1) − 1) / stride⌋ + 1, or why not. */
export type Slide<Op extends string, Size extends number, W extends Window> = Unless<
  WindowFault<Op, W>,
  Unless<SpanFault<Op, Size, W>, Add<FloorDiv<Room<Size, W>, W["stride"]>, 1>>
>;

/**
 * The same with ⌈⌉, so that a last window may be short; but it must start inside the input or the padding
 * before it, as in PyTorch.
 */
export type SlideCeil<Op extends string, Size extends number, W extends Window> = Unless<
  WindowFault<Op, W>,
  Unless<
    SpanFault<Op, Size, W>,
    WithoutOverhang<Size, W, Add<CeilDiv<Room<Size, W>, W["stride"]>, 1>>
  >
>;

/** "same" padding: ⌈size / stride⌉. */
export type SlideSame<Op extends string, Size extends number, W extends Window> = Unless<
  WindowFault<Op, W>,
  CeilDiv<Size, W["stride"]>
>;

type Padded<Size extends number, W extends Window> = Add<Add<Size, W["before"]>, W["after"]>;

type Room<Size extends number, W extends Window> = Sub<
  Padded<Size, W>,
  Span<W["kernel"], W["dilation"]>
>;

type WithoutOverhang<Size extends number, W extends Window, N extends number> =
  Less<Mul<Sub<N, 1>, W["stride"]>, Add<Size, W["before"]>> extends true
    ? N
    : number extends N
      ? number
      : Sub<N, 1>;

/** Options that make no window, whatever it moves over. The kernel comes first, since a stride may be it. */
export type WindowFault<Op extends string, W extends Window> = Unless<
  AtLeastOne<Op, "kernel", W["kernel"]>,
  | AtLeastOne<Op, "stride", W["stride"]>
  | AtLeastOne<Op, "dilation", W["dilation"]>
  | AtLeast<Op, "padding", W["before"], 0>
  | AtLeast<Op, "padding", W["after"], 0>
>;

/** Padding as wide as a window: one would lie in it whole and have no element to pool. */
export type HidingFault<Op extends string, W extends Window> =
  Hides<Op, W, W["before"]> | Hides<Op, W, W["after"]>;

type Hides<Op extends string, W extends Window, Padding extends number> =
  Less<Padding, Span<W["kernel"], W["dilation"]>> extends true
    ? never
    : Less<Span<W["kernel"], W["dilation"]>, Add<Padding, 1>> extends true
      ? ShapeError<
          `${Op}: a padding of ${Padding} hides a window of ${Span<W["kernel"], W["dilation"]>}`,
          "padding"
        >
      : never;

type SpanFault<Op extends string, Size extends number, W extends Window> =
  Less<Padded<Size, W>, Span<W["kernel"], W["dilation"]>> extends true
    ? ShapeError<
        `${Op}: ${ShowKernel<W>} than the padded input ${ShowPadded<Size, W["before"], W["after"]>} = ${Padded<Size, W>}`,
        "kernel"
      >
    : never;

type ShowKernel<W extends Window> = W["dilation"] extends 1
  ? `kernel ${W["kernel"]} is larger`
  : `kernel ${W["kernel"]} with dilation ${W["dilation"]} spans ${Span<W["kernel"], W["dilation"]>}, more`;

type ShowPadded<
  Size extends number,
  Before extends number,
  After extends number,
> = Before extends After ? `${Size} + 2·${Before}` : `${Size} + ${Before} + ${After}`;
