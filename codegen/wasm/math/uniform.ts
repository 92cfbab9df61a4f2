import { plain, type Func, type Node } from "../module.ts";
import { float, integer } from "./lanes.ts";
import { vectorFunction } from "./vector-function.ts";

const { mul, add, xor, shiftZeros } = integer;

/** `uniform` of src/tensor, which says why, bit for bit; seed and position are int32. */
export const uniform = (): Func =>
  vectorFunction(
    "uniform",
    ["seed", "position"],
    "in [0, 1): MurmurHash3's finaliser, twice, 24 bits of it",
    (keep, seed, position) => {
      const mixed = (h: Node, by: number) => xor(h, shiftZeros(h, by));
      let h = xor(mul(seed, 0x9e3779b1), mul(add(position, 1), 0x85ebca6b));
      for (const round of [1, 2]) {
        h = mul(mixed(keep(`a${round}`, h), 16), 0x85ebca6b);
        h = mul(mixed(keep(`b${round}`, h), 13), 0xc2b2ae35);
        h = mixed(keep(`c${round}`, h), 16);
      }
      return float.mul(plain("f32x4.convert_i32x4_s", shiftZeros(h, 8)), 2 ** -24);
    },
  );
