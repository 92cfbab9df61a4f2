import { b16, type Cases, d2, f4, i4, l2, of, s8 } from "./case.ts";

const rounded = f4(2.5, -2.5, 3.5, -0.25);
const shorts = s8(-1, 2, 3, 4, -5, 6, 7, 8);
const factors = s8(2, 2, 2, 2, 3, 3, 3, -3);
const ints = i4(-1e5, 2e5, -3e5, 4e5);
const twos = i4(2, 2, 2, 2);
const a = i4(12, -1, 0, 5);
const b = i4(10, 3, 7, 5);

export const vectors: Cases = {
  "i8x16.shuffle": [
    of(i4(0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c), i4(0x13121110, 0, 0, 0x1f1e1d1c))
      .by(31, 0, 16, 1, 2, 2, 17, 3, 4, 5, 6, 7, 8, 9, 10, 15)
      .is(b16(31, 0, 16, 1, 2, 2, 17, 3, 4, 5, 6, 7, 8, 9, 10, 15)),
  ],
  "i8x16.swizzle": [
    of(
      b16(10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25),
      b16(15, 0, 16, 255, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
    ).is(b16(25, 10, 0, 0, 11, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21)),
  ],
  "i32x4.splat": [of(-5).is(i4(-5, -5, -5, -5))],
  "i64x2.splat": [of(-5n).is(l2(-5n, -5n))],
  "f32x4.splat": [of(-5.5).is(f4(-5.5, -5.5, -5.5, -5.5))],
  "f64x2.splat": [of(-5.5).is(d2(-5.5, -5.5))],
  "i32x4.extract_lane": [of(ints).at(0).is(-1e5), of(ints).at(3).is(4e5)],
  "i32x4.replace_lane": [
    of(ints, 9)
      .at(0)
      .is(i4(9, 2e5, -3e5, 4e5)),
    of(ints, 9)
      .at(3)
      .is(i4(-1e5, 2e5, -3e5, 9)),
  ],
  "i64x2.extract_lane": [of(l2(5n, -6n)).at(0).is(5n), of(l2(5n, -6n)).at(1).is(-6n)],
  "i64x2.replace_lane": [
    of(l2(5n, -6n), 7n).at(0).is(l2(7n, -6n)),
    of(l2(5n, -6n), 7n).at(1).is(l2(5n, 7n)),
  ],
  "f32x4.extract_lane": [of(rounded).at(0).is(2.5), of(rounded).at(3).is(-0.25)],
  "f32x4.replace_lane": [
    of(rounded, 9)
      .at(0)
      .is(f4(9, -2.5, 3.5, -0.25)),
    of(rounded, 9)
      .at(3)
      .is(f4(2.5, -2.5, 3.5, 9)),
  ],
  "f64x2.extract_lane": [of(d2(5.5, -6)).at(0).is(5.5), of(d2(5.5, -6)).at(1).is(-6)],
  "f64x2.replace_lane": [of(d2(5, -6), 7).at(0).is(d2(7, -6)), of(d2(5, -6), 7).at(1).is(d2(5, 7))],

  "v128.not": [of(i4(0, -1, 5, -6)).is(i4(-1, 0, -6, 5))],
  "v128.and": [of(a, b).is(i4(8, 3, 0, 5))],
  "v128.andnot": [of(a, b).is(i4(4, -4, 0, 0))],
  "v128.or": [of(a, b).is(i4(14, -1, 7, 5))],
  "v128.xor": [of(a, b).is(i4(6, -4, 7, 0))],
  "v128.bitselect": [
    of(i4(1, 2, 0x1234, 4), i4(5, 6, 0x5678, 8), i4(-1, 0, 0xff, 4)).is(i4(1, 6, 0x5634, 12)),
  ],
  "v128.any_true": [of(i4(0, 0, 0, 0)).is(0), of(i4(0, 0, 4, 0)).is(1)],

  "f32x4.ceil": [of(rounded).is(f4(3, -2, 4, -0))],
  "f32x4.floor": [of(rounded).is(f4(2, -3, 3, -1))],
  "f32x4.trunc": [of(rounded).is(f4(2, -2, 3, -0))],
  "f32x4.nearest": [of(rounded).is(f4(2, -2, 4, -0))],
  "f64x2.ceil": [of(d2(2.5, -0.25)).is(d2(3, -0)), of(d2(3.5, -2.5)).is(d2(4, -2))],
  "f64x2.floor": [of(d2(2.5, -0.25)).is(d2(2, -1)), of(d2(3.5, -2.5)).is(d2(3, -3))],
  "f64x2.trunc": [of(d2(2.5, -0.25)).is(d2(2, -0)), of(d2(3.5, -2.5)).is(d2(3, -2))],
  "f64x2.nearest": [of(d2(2.5, -0.25)).is(d2(2, -0)), of(d2(3.5, -2.5)).is(d2(4, -2))],
  "f32x4.demote_f64x2_zero": [of(d2(0.1, 1e300)).is(f4(0.10000000149011612, Infinity, 0, 0))],
  "f64x2.promote_low_f32x4": [of(f4(0.1, -2, 8, 9)).is(d2(0.10000000149011612, -2))],

  "i32x4.extadd_pairwise_i16x8_s": [of(shorts).is(i4(1, 7, 1, 15))],
  "i32x4.extadd_pairwise_i16x8_u": [of(shorts).is(i4(65537, 7, 65537, 15))],
  "i32x4.abs": [of(i4(-5, -(2 ** 31), 3, 0)).is(i4(5, -(2 ** 31), 3, 0))],
  "i32x4.neg": [of(i4(-5, -(2 ** 31), 3, 0)).is(i4(5, -(2 ** 31), -3, 0))],
  "i32x4.all_true": [of(i4(1, 2, 3, 256)).is(1), of(i4(1, 0, 3, 4)).is(0)],
  "i32x4.bitmask": [of(i4(-1, 1, -1, 1)).is(5), of(i4(0, -1, 0, -1)).is(10)],
  "i32x4.extend_low_i16x8_s": [of(shorts).is(i4(-1, 2, 3, 4))],
  "i32x4.extend_high_i16x8_s": [of(shorts).is(i4(-5, 6, 7, 8))],
  "i32x4.extend_low_i16x8_u": [of(shorts).is(i4(65535, 2, 3, 4))],
  "i32x4.extend_high_i16x8_u": [of(shorts).is(i4(65531, 6, 7, 8))],
  "i32x4.shl": [of(i4(1, -1, 2, -8), 33).is(i4(2, -2, 4, -16))],
  "i32x4.shr_s": [of(i4(1, -1, 2, -8), 33).is(i4(0, -1, 1, -4))],
  "i32x4.shr_u": [of(i4(1, -1, 2, -8), 33).is(i4(0, 0x7fffffff, 1, 0x7ffffffc))],
  "i32x4.add": [of(i4(-1, 2, 3, 2 ** 31 - 1), i4(1, 6, -7, 1)).is(i4(0, 8, -4, -(2 ** 31)))],
  "i32x4.sub": [of(i4(1, 2, 3, -(2 ** 31)), i4(5, 6, -7, 1)).is(i4(-4, -4, 10, 2 ** 31 - 1))],
  "i32x4.mul": [of(i4(0x10001, 2, -3, 4), i4(0x10001, 6, -7, -8)).is(i4(0x20001, 12, 21, -32))],
  "i32x4.min_s": [of(i4(-1, 1, 5, 3), i4(1, -1, 6, 2)).is(i4(-1, -1, 5, 2))],
  "i32x4.min_u": [of(i4(-1, 1, 5, 3), i4(1, -1, 6, 2)).is(i4(1, 1, 5, 2))],
  "i32x4.max_s": [of(i4(-1, 1, 5, 3), i4(1, -1, 6, 2)).is(i4(1, 1, 6, 3))],
  "i32x4.max_u": [of(i4(-1, 1, 5, 3), i4(1, -1, 6, 2)).is(i4(-1, -1, 6, 3))],
  "i32x4.dot_i16x8_s": [
    of(s8(1, -2, 3, 4, 5, 6, -32768, -32768), s8(1, 2, 3, 4, 5, 6, -32768, -32768)).is(
      i4(-3, 25, 61, -(2 ** 31)),
    ),
  ],
  "i32x4.extmul_low_i16x8_s": [of(shorts, factors).is(i4(-2, 4, 6, 8))],
  "i32x4.extmul_high_i16x8_s": [of(shorts, factors).is(i4(-15, 18, 21, -24))],
  "i32x4.extmul_low_i16x8_u": [of(shorts, factors).is(i4(131070, 4, 6, 8))],
  "i32x4.extmul_high_i16x8_u": [of(shorts, factors).is(i4(196593, 18, 21, 524264))],

  "i64x2.abs": [of(l2(-5n, 3n)).is(l2(5n, 3n))],
  "i64x2.neg": [of(l2(-5n, 3n)).is(l2(5n, -3n))],
  "i64x2.all_true": [of(l2(1n, 2n)).is(1), of(l2(1n, 0n)).is(0)],
  "i64x2.bitmask": [of(l2(-1n, 1n)).is(1), of(l2(1n, -1n)).is(2)],
  "i64x2.extend_low_i32x4_s": [of(ints).is(l2(-100000n, 200000n))],
  "i64x2.extend_high_i32x4_s": [of(ints).is(l2(-300000n, 400000n))],
  "i64x2.extend_low_i32x4_u": [of(ints).is(l2(4294867296n, 200000n))],
  "i64x2.extend_high_i32x4_u": [of(ints).is(l2(4294667296n, 400000n))],
  "i64x2.shl": [of(l2(-8n, 0x300000001n), 65).is(l2(-16n, 0x600000002n))],
  "i64x2.shr_s": [of(l2(-8n, 0x300000001n), 65).is(l2(-4n, 0x180000000n))],
  "i64x2.shr_u": [of(l2(-8n, 0x300000001n), 65).is(l2(0x7ffffffffffffffcn, 0x180000000n))],
  "i64x2.add": [of(l2(0xffffffffn, -1n), l2(1n, -1n)).is(l2(0x100000000n, -2n))],
  "i64x2.sub": [of(l2(0x100000000n, -1n), l2(1n, 1n)).is(l2(0xffffffffn, -2n))],
  "i64x2.mul": [of(l2(0x100000001n, -3n), l2(0x100000001n, 5n)).is(l2(0x200000001n, -15n))],
  "i64x2.extmul_low_i32x4_s": [of(ints, twos).is(l2(-200000n, 400000n))],
  "i64x2.extmul_high_i32x4_s": [of(ints, twos).is(l2(-600000n, 800000n))],
  "i64x2.extmul_low_i32x4_u": [of(ints, twos).is(l2(8589734592n, 400000n))],
  "i64x2.extmul_high_i32x4_u": [of(ints, twos).is(l2(8589334592n, 800000n))],

  "f32x4.abs": [of(f4(-1.5, 2, -0, -Infinity)).is(f4(1.5, 2, 0, Infinity))],
  "f32x4.neg": [of(f4(-1.5, 2, 0, -Infinity)).is(f4(1.5, -2, -0, Infinity))],
  "f32x4.sqrt": [of(f4(4, 2, 0.25, -1)).is(f4(2, 1.4142135381698608, 0.5, NaN))],
  "f32x4.add": [of(f4(1, 2, 16777216, -0), f4(0.5, -3, 1, 0)).is(f4(1.5, -1, 16777216, 0))],
  "f32x4.sub": [of(f4(1, 2, 16777216, -0), f4(0.5, -3, -1, 0)).is(f4(0.5, 5, 16777216, -0))],
  "f32x4.mul": [of(f4(1.5, 2, 0, 1e30), f4(0.5, -3, -1, 1e30)).is(f4(0.75, -6, -0, Infinity))],
  "f32x4.div": [
    of(f4(1, 2, 0, 1), f4(3, -4, 0, -0)).is(f4(0.3333333432674408, -0.5, NaN, -Infinity)),
  ],
  "f32x4.min": [of(f4(1, NaN, 0, 2), f4(2, 1, -0, -3)).is(f4(1, NaN, -0, -3))],
  "f32x4.max": [of(f4(1, NaN, -0, -2), f4(2, 1, 0, -3)).is(f4(2, NaN, 0, -2))],
  // b < a ? b : a and a < b ? b : a, which keep a beside NaN and at zeros
  "f32x4.pmin": [
    of(f4(1, NaN, 0, 3), f4(2, 1, -0, 2)).is(f4(1, NaN, 0, 2)),
    of(f4(1, 1, 1, 1), f4(NaN, 0, 1, 2)).is(f4(1, 0, 1, 1)),
  ],
  "f32x4.pmax": [
    of(f4(1, NaN, -0, 3), f4(2, 1, 0, 2)).is(f4(2, NaN, -0, 3)),
    of(f4(1, 1, 1, 1), f4(NaN, 0, 1, 2)).is(f4(1, 1, 1, 2)),
  ],

  "f64x2.abs": [of(d2(-1.5, -0)).is(d2(1.5, 0)), of(d2(-0.1, 0.1)).is(d2(0.1, 0.1))],
  "f64x2.neg": [of(d2(-1.5, 0)).is(d2(1.5, -0))],
  "f64x2.sqrt": [of(d2(2, -1)).is(d2(1.4142135623730951, NaN))],
  "f64x2.add": [of(d2(0.1, 16777216), d2(0.2, 1)).is(d2(0.30000000000000004, 16777217))],
  "f64x2.sub": [of(d2(1, 16777216), d2(0.75, -1)).is(d2(0.25, 16777217))],
  "f64x2.mul": [of(d2(0.1, 1e300), d2(0.2, 1e300)).is(d2(0.020000000000000004, Infinity))],
  "f64x2.div": [of(d2(1, 1), d2(3, -0)).is(d2(0.3333333333333333, -Infinity))],
  "f64x2.min": [of(d2(1, 0), d2(NaN, -0)).is(d2(NaN, -0)), of(d2(1, 3), d2(2, 2)).is(d2(1, 2))],
  "f64x2.max": [of(d2(1, -0), d2(NaN, 0)).is(d2(NaN, 0)), of(d2(-2, 3), d2(-3, 2)).is(d2(-2, 3))],
  "f64x2.pmin": [
    of(d2(1, 0), d2(NaN, -0)).is(d2(1, 0)),
    of(d2(-3, 0.1), d2(-2, 0.0625)).is(d2(-3, 0.0625)),
  ],
  "f64x2.pmax": [
    of(d2(1, -0), d2(NaN, 0)).is(d2(1, -0)),
    of(d2(-3, 0.0625), d2(-2, 0.1)).is(d2(-2, 0.1)),
  ],

  "i32x4.trunc_sat_f32x4_s": [
    of(f4(NaN, 1e10, -3.75, -1e10)).is(i4(0, 2 ** 31 - 1, -3, -(2 ** 31))),
  ],
  "i32x4.trunc_sat_f32x4_u": [of(f4(NaN, 1e10, -3.75, 3e9)).is(i4(0, -1, 0, 3e9 - 2 ** 32))],
  "f32x4.convert_i32x4_s": [of(i4(-1, 2, 16777217, -4)).is(f4(-1, 2, 16777216, -4))],
  "f32x4.convert_i32x4_u": [
    of(i4(-1, 2, 16777217, -1024)).is(f4(2 ** 32, 2, 16777216, 4294966272)),
  ],
  "i32x4.trunc_sat_f64x2_s_zero": [of(d2(-3.75, 1e10)).is(i4(-3, 2 ** 31 - 1, 0, 0))],
  "i32x4.trunc_sat_f64x2_u_zero": [of(d2(-3.75, 3e9)).is(i4(0, 3e9 - 2 ** 32, 0, 0))],
  "f64x2.convert_low_i32x4_s": [of(i4(-1, 2, 8, 9)).is(d2(-1, 2))],
  "f64x2.convert_low_i32x4_u": [of(i4(-1, 2, 8, 9)).is(d2(4294967295, 2))],
};
