import type { Differ, IsFraction, IsKnown, Less, Mod } from "./integer.ts";
import type { Describe } from "./show.ts";
import type { Shape } from "./tensor.ts";

/**
 * What a shape rule gives in place of a shape: a sentence for the person who wrote the model, and where the
 * fault lies: in the tensor ("input"), another argument, or one of the options.
 */
export interface ShapeError<Sentence extends string = string, At extends string = "input"> {
  readonly shapeError: Sentence;
  readonly at: At;
}

/** A shape, or why there is none. */
export type Outcome = Shape | ShapeError<string, string>;

/** The shape of a layer's result; after an error nothing is known, so that nothing follows from it. */
export type ShapeOf<R> =
  R extends ShapeError<string, string> ? number[] : R extends Shape ? R : number[];

/** The shapes of a layer with several results. */
export type ShapesOrNone<R> = R extends readonly Shape[] ? R : number[][];

/** What R says is wrong with the argument or option At. */
type SentenceOf<R, At> = R extends ShapeError<infer Sentence, At & string> ? Sentence : never;

/*
 * The parameter types of a layer. Where the rule is broken, the parameter at fault has the sentence for its
 * type, so that the compiler's one line of complaint is: … is not assignable to parameter of type '"linear
 * takes [k] but …"'. No infer and no bare R in the condition: only so does TypeScript see that a layer may be
 * called within a function that is itself generic in the shape.
 */

/** An argument of type T, unless R says that this is the one at fault. */
export type Input<T, R, At extends string = "input"> = [R] extends [ShapeError<string, At>]
  ? SentenceOf<R, At>
  : T;

/** A list of tensors, with the sentence in place of the one at fault, or of the whole list. */
export type Inputs<Ts extends readonly unknown[], R> = [R] extends [ShapeError<string, "input">]
  ? SentenceOf<R, "input">
  : [R] extends [ShapeError<string, `${number}`>]
    ? { [I in keyof Ts]: Unless<SentenceOf<R, I>, Ts[I]> }
    : Ts;

/**
 * The options a layer takes: O, with the sentence in place of the option at fault. An option that Known does
 * not have is refused here, since a type parameter accepts any surplus.
 */
export type Options<O, Known, R> = [HasSurplus<O, Known>] extends [true]
  ? { [K in keyof O]: K extends keyof Known ? O[K] : `there is no option ${K & string}` }
  : [R] extends [ShapeError<string, keyof O & string>]
    ? { [K in keyof O]: Unless<SentenceOf<R, K>, O[K]> }
    : O;

type HasSurplus<O, Known> = [keyof O, 0] extends [keyof Known, 0] ? false : true;

/** Good, unless something is at fault. A check is never where nothing is. */
export type Unless<Fault, Good> = [Fault] extends [never] ? Good : Fault;

/** The errors among what a list holds. */
export type FaultsIn<Found extends readonly unknown[]> = Extract<
  Found[number],
  ShapeError<string, string>
>;

/** Is a size or option a fraction? */
export type Fraction<Op extends string, At extends string, N extends number> =
  IsFraction<N> extends true ? ShapeError<`${Op}: ${At} ${N} is no integer`, At> : never;

/** Is a size or option a fraction, or less than that? */
export type AtLeast<
  Op extends string,
  At extends string,
  N extends number,
  Least extends number,
> = Unless<
  Fraction<Op, At, N>,
  Less<N, Least> extends true ? ShapeError<`${Op}: ${At} ${N} is less than ${Least}`, At> : never
>;

export type AtLeastOne<Op extends string, At extends string, N extends number> = AtLeast<
  Op,
  At,
  N,
  1
>;

/**
 * A tensor of a rank the layer does not take. A rank that is not known is none of our business.
 */
export type RankError<Op extends string, Takes extends string, S extends Shape> =
  IsKnown<S["length"]> extends true
    ? ShapeError<`${Op} takes ${Takes} but is fed ${Describe<S>}`>
    : number[];

/** Does the option divide n? */
export type Divides<
  Op extends string,
  At extends string,
  D extends number,
  N extends number,
  What extends string,
> = D extends 1
  ? never
  : Differ<Mod<N, D>, 0> extends true
    ? ShapeError<`${Op}: ${At} ${D} does not divide ${N} ${What}`, At>
    : never;
