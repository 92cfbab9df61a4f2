/** Identical types, not only mutually assignable ones: number is not 5, any is nothing else. */
export type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Does not compile unless A and B are the same type; nothing happens when it runs. */
export function same<A, B>(..._: Equal<A, B> extends true ? [] : [differ: { got: A; want: B }]) {}
