/** `uniform` of src/tensor, which says why: a module and the evaluator draw the same numbers. */
export const uniform = `
/** A number in [0, 1) from a seed and a position: MurmurHash3's finaliser, twice, 24 bits of it. */
function uniform(seed: number, at: number): number {
  let h = Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b);
  for (let round = 0; round < 2; round++) {
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
  }
  return (h >>> 8) / 16777216;
}`;
