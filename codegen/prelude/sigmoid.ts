/** Far below zero exp overflows to ∞ and the quotient is 0: no branch is needed. */
export const sigmoid = `
/** 1 / (1 + exp(−x)) */
function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}`;
