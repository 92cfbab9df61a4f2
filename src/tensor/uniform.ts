/**
 * A number in [0, 1) that depends on the seed and the position alone: the same on every engine, in
 * every order of evaluation. Two rounds of the 32-bit finaliser of MurmurHash3 (fmix32); 24 bits of
 * the result, so that it is exact in float32.
 */
export function uniform(seed: number, at: number): number {
  let h = Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b);
  for (let round = 0; round < 2; round++) {
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
  }
  return (h >>> 8) / 16777216;
}
