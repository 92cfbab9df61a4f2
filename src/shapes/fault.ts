import type { Shape } from "./tensor.ts";

/**
 * What a shape rule gives in place of a shape: a sentence for the person who wrote the model, and where the
 * fault lies: in the tensor ("input"), or in one of the options.
 */
export interface ShapeError<Sentence extends string = string, At extends string = "input"> {
  readonly shapeError: Sentence;
  readonly at: At;
}

/** A shape, or why there is none. */
export type Outcome = Shape | ShapeError<string, string>;

/** The shape of a layer's result; after an error nothing is known, so that nothing follows from it. */
export type ShapeOf<R> = R extends ShapeError<string, string> ? number[] : R extends Shape ? R : number[];

type SentenceOf<R> = R extends ShapeError<infer Sentence, string> ? Sentence : never;

/*
 * The parameter types of a layer. Where the rule is broken, the parameter at fault has the sentence for its
 * type, so that the compiler's one line of complaint is: … is not assignable to parameter of type '"linear
 * takes [k] but …"'. No infer and no bare R in the condition: only so does TypeScript see that a layer may be
 * called within a function that is itself generic in the shape.
 */

/** The tensor a layer reads: T, unless R says the tensor is at fault. */
export type Input<T, R> = [R] extends [ShapeError<string, "input">] ? SentenceOf<R> : T;

/**
 * The options a layer takes: O, with the sentence in place of the option at fault. An option that Known does
 * not have is refused here, since a type parameter accepts any surplus.
 */
export type Options<O, Known, R> = [keyof O] extends [keyof Known]
  ? [R] extends [ShapeError<string, keyof O & string>]
    ? { [K in keyof O]: R extends ShapeError<infer Sentence, K & string> ? Sentence : O[K] }
    : O
  : { [K in keyof O]: K extends keyof Known ? O[K] : `there is no option ${K & string}` };
