import type { At, AxisOf, Blurred, WithSize } from "./axis.ts";
import type { AtLeastOne, FaultsIn, ShapeError, Unless } from "./fault.ts";
import type { Add, Differ, IsKnown, Mod, FloorDiv } from "./integer.ts";
import type { NoOptions, Option, SizeOf } from "./option.ts";
import type { Show } from "./show.ts";
import type { IsDynamic, Shape } from "./tensor.ts";

export interface AxisOption {
  /** Counted without the batch, negative from the end; 0 (the channels) where not given. */
  readonly axis?: number;
}

/** Tensors one after the other along an axis: their sizes along it add up, the others are equal. */
export type ConcatShape<Ss extends readonly Shape[], O extends AxisOption = NoOptions> =
  IsDynamicList<Ss> extends true
    ? number[]
    : Ss extends readonly [infer First extends Shape, ...infer Rest extends readonly Shape[]]
      ? AxisOf<"concat", First, SizeOf<O, "axis", 0>, At<O, "axis">> extends infer Axis
        ? Axis extends number
          ? Joined<First, Rest, Axis, First[Axis], ["first"]>
          : Axis
        : never
      : ShapeError<"concat: there is nothing to concatenate">;

type IsDynamicList<Ss extends readonly Shape[]> = [number, 0] extends [Ss["length"], 0]
  ? true
  : [number, 0] extends [Ss[number]["length"], 0]
    ? true
    : false;

type Joined<
  First extends Shape,
  Rest extends readonly Shape[],
  Axis extends number,
  Total extends number,
  Done extends readonly unknown[],
> = Rest extends readonly [infer Next extends Shape, ...infer Later extends readonly Shape[]]
  ? First["length"] extends Next["length"]
    ? FirstDifference<First, Next, Axis> extends infer At
      ? At extends number
        ? ShapeError<
            `concat: ${Show<First>} and ${Show<Next>} differ in axis ${At} (${First[At]} and ${Next[At]}); only axis ${Axis} may differ`,
            `${Done["length"]}`
          >
        : Joined<First, Later, Axis, Add<Total, Next[Axis]>, [...Done, Next]>
      : never
    : ShapeError<
        `concat: ${Show<First>} and ${Show<Next>} have different numbers of axes`,
        `${Done["length"]}`
      >
  : number extends Axis
    ? { [I in keyof First]: number }
    : WithSize<First, Axis, Total>;

/** The first axis but the given one where two shapes surely differ; null where there is none. */
type FirstDifference<
  A extends Shape,
  B extends Shape,
  But extends number,
  Before extends readonly unknown[] = [],
> = number extends But
  ? null
  : A extends readonly [infer a extends number, ...infer As extends Shape]
    ? B extends readonly [infer b extends number, ...infer Bs extends Shape]
      ? Before["length"] extends But
        ? FirstDifference<As, Bs, But, [...Before, 0]>
        : Differ<a, b> extends true
          ? Before["length"]
          : FirstDifference<As, Bs, But, [...Before, 0]>
      : null
    : null;

export interface SplitSizes extends AxisOption {
  /** So many equal parts, or the size of each part. */
  readonly parts: number | readonly number[];
}

/** The shapes of the parts of a tensor cut along an axis: a list, unlike the other rules. */
export type SplitShapes<S extends Shape, O extends SplitSizes> =
  IsDynamic<S> extends true
    ? number[][]
    : AxisOf<"split", S, SizeOf<O, "axis", 0>, At<O, "axis">> extends infer Axis
      ? Axis extends number
        ? Unless<
            PartFault<Option<O, "parts", never, number>>,
            Cut<S, Axis, Option<O, "parts", never, number>>
          >
        : Axis
      : never;

/** Parts are of at least one each. */
type PartFault<Parts> = [Parts] extends [number]
  ? AtLeastOne<"split", "parts", Parts>
  : Parts extends Shape
    ? FaultsIn<EachPart<Parts>>
    : never;

type EachPart<Parts extends Shape> = {
  [I in keyof Parts]: AtLeastOne<"split", "parts", Parts[I]>;
};

type Cut<S extends Shape, Axis extends number, Parts> = [Parts] extends [number]
  ? IsKnown<Parts> extends true
    ? Differ<Mod<S[Axis], Parts>, 0> extends true
      ? ShapeError<
          `split: ${Parts} parts do not divide the ${S[Axis]} of axis ${Axis} of ${Show<S>}`,
          "parts"
        >
      : Repeat<WithSize<S, Axis, FloorDiv<S[Axis], Parts>>, Parts>
    : number[][]
  : Parts extends Shape
    ? IsDynamic<Parts> extends true
      ? number[][]
      : Differ<Total<Parts>, S[Axis]> extends true
        ? ShapeError<
            `split: the parts ${Show<Parts>} add up to ${Total<Parts>}, axis ${Axis} of ${Show<S>} has ${S[Axis]}`,
            "parts"
          >
        : {
            -readonly [I in keyof Parts]: number extends Axis
              ? Blurred<S>
              : WithSize<S, Axis, Parts[I] & number>;
          }
    : number[][];

type Total<Parts extends Shape, Found extends number = 0> = Parts extends readonly [
  infer N extends number,
  ...infer Rest extends Shape,
]
  ? Total<Rest, Add<Found, N>>
  : Found;

type Repeat<T, N extends number, Found extends T[] = []> = Found["length"] extends N
  ? Found
  : Repeat<T, N, [...Found, T]>;
