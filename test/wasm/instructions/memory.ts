import { b16, type Cases, d2, f4, i4, l2, of, s8 } from "./case.ts";

/** 16 to 31 hold the bytes f0 … ff, 32 the floats 1.5 −2.5 3 4, 48 the doubles 1.5 −2.25, 64 zeros. */
const unaligned = "operation does not support unaligned accesses";
const outside = "memory access out of bounds";
const end = 65536;

export const accesses: Cases = {
  "i32.load": [of(16).is(0xf3f2f1f0 | 0), of(17).is(0xf4f3f2f1 | 0), of(end - 3).traps(outside)],
  "i32.load8_s": [of(17).is(0xf1 - 0x100), of(end - 1).is(0)],
  "i32.load8_u": [of(17).is(0xf1), of(end).traps(outside)],
  "i32.load16_s": [of(17).is(0xf2f1 - 0x10000)],
  "i32.load16_u": [of(17).is(0xf2f1)],
  "i64.load": [
    of(16).is(0xf7f6f5f4f3f2f1f0n - 2n ** 64n),
    of(17).is(0xf8f7f6f5f4f3f2f1n - 2n ** 64n),
  ],
  "i64.load8_s": [of(17).is(0xf1n - 0x100n)],
  "i64.load8_u": [of(17).is(0xf1n)],
  "i64.load16_s": [of(17).is(0xf2f1n - 0x10000n)],
  "i64.load16_u": [of(17).is(0xf2f1n)],
  "i64.load32_s": [of(17).is(0xf4f3f2f1n - 2n ** 32n)],
  "i64.load32_u": [of(17).is(0xf4f3f2f1n)],
  "f32.load": [of(36).is(-2.5)],
  "f64.load": [of(56).is(-2.25)],
  "i32.store": [of(65, 0x12345678).stores("0078563412"), of(end - 3, 0).traps(outside)],
  "i32.store8": [of(65, 0x12345678).stores("0078")],
  "i32.store16": [of(65, 0x12345678).stores("007856")],
  "i64.store": [of(65, 0x123456789abcdef0n).stores("00f0debc9a78563412")],
  "i64.store8": [of(65, 0x123456789abcdef1n).stores("00f1")],
  "i64.store16": [of(65, 0x123456789abcdef1n).stores("00f1de")],
  "i64.store32": [of(65, 0x123456789abcdef1n).stores("00f1debc9a")],
  "f32.store": [of(68, -2.5).stores("00000000000020c0")],
  "f64.store": [of(64, -2.25).stores("00000000000002c0")],
  "memory.size": [of().is(1)],
  "memory.copy": [of(65, 16, 3).stores("00f0f1f2"), of(end - 1, 16, 2).traps(outside)],
  "memory.fill": [of(65, 0x1ab, 2).stores("00abab"), of(end - 1, 0, 2).traps(outside)],

  "v128.load": [
    of(17).is(b16(...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((n) => 0xf0 + n), 0)),
    of(32).is(f4(1.5, -2.5, 3, 4)),
    of(end - 15).traps(outside),
  ],
  "v128.load8x8_s": [of(17).is(s8(-15, -14, -13, -12, -11, -10, -9, -8))],
  "v128.load8x8_u": [of(17).is(s8(241, 242, 243, 244, 245, 246, 247, 248))],
  "v128.load16x4_s": [of(16).is(i4(-0xe10, -0xc0e, -0xa0c, -0x80a))],
  "v128.load16x4_u": [of(16).is(i4(0xf1f0, 0xf3f2, 0xf5f4, 0xf7f6))],
  "v128.load32x2_s": [of(16).is(l2(-0xc0d0e10n, -0x8090a0cn))],
  "v128.load32x2_u": [of(16).is(l2(0xf3f2f1f0n, 0xf7f6f5f4n))],
  "v128.load8_splat": [of(17).is(b16(...Array<number>(16).fill(0xf1)))],
  "v128.load16_splat": [of(17).is(s8(...Array<number>(8).fill(0xf2f1)))],
  "v128.load32_splat": [of(36).is(f4(-2.5, -2.5, -2.5, -2.5))],
  "v128.load64_splat": [of(56).is(d2(-2.25, -2.25))],
  "v128.load32_zero": [of(36).is(f4(-2.5, 0, 0, 0))],
  "v128.load64_zero": [of(48).is(d2(1.5, 0))],
  "v128.store": [
    of(65, i4(1, -1, 3, 0x12345678)).stores("0001000000ffffffff0300000078563412"),
    of(end - 15, i4(0, 0, 0, 0)).traps(outside),
  ],
  "v128.load8_lane": [
    of(17, i4(1, 2, 3, 4))
      .at(0)
      .is(i4(0xf1, 2, 3, 4)),
    of(17, i4(1, 2, 3, 4))
      .at(15)
      .is(i4(1, 2, 3, 0xf1000004 | 0)),
  ],
  "v128.load16_lane": [
    of(17, i4(1, 2, 3, 4))
      .at(0)
      .is(i4(0xf2f1, 2, 3, 4)),
    of(17, i4(1, 2, 3, 4))
      .at(7)
      .is(i4(1, 2, 3, 0xf2f10004 | 0)),
  ],
  "v128.load32_lane": [
    of(36, f4(1, 2, 3, 4))
      .at(0)
      .is(f4(-2.5, 2, 3, 4)),
    of(36, f4(1, 2, 3, 4))
      .at(3)
      .is(f4(1, 2, 3, -2.5)),
  ],
  "v128.load64_lane": [
    of(56, d2(1, 2)).at(0).is(d2(-2.25, 2)),
    of(56, d2(1, 2)).at(1).is(d2(1, -2.25)),
  ],
  "v128.store8_lane": [
    of(65, i4(0x12345678, 0, 0, 4))
      .at(0)
      .stores("0078"),
    of(65, i4(1, 2, 3, 0x12345678))
      .at(15)
      .stores("0012"),
  ],
  "v128.store16_lane": [
    of(65, i4(0x12345678, 0, 0, 4))
      .at(0)
      .stores("007856"),
    of(65, i4(1, 2, 3, 0x12345678))
      .at(7)
      .stores("003412"),
  ],
  "v128.store32_lane": [
    of(65, i4(0x12345678, 9, 9, 4))
      .at(0)
      .stores("0078563412"),
    of(65, i4(1, 2, 3, 0x12345678))
      .at(3)
      .stores("0078563412"),
  ],
  "v128.store64_lane": [
    of(65, l2(0x123456789abcdef0n, 5n)).at(0).stores("00f0debc9a78563412"),
    of(65, l2(5n, 0x123456789abcdef0n)).at(1).stores("00f0debc9a78563412"),
  ],

  "memory.atomic.notify": [of(64, 1).is(0), of(66, 1).traps(unaligned)],
  "memory.atomic.wait32": [
    of(64, 1, 0n).is(1), // not equal
    of(64, 0, 0n).is(2), // timed out
    of(66, 0, 0n).traps(unaligned),
  ],
  "i32.atomic.load": [of(16).is(0xf3f2f1f0 | 0), of(18).traps(unaligned)],
  "i32.atomic.store": [of(64, 0x12345678).stores("78563412"), of(66, 5).traps(unaligned)],
  "i32.atomic.rmw.add": [of(64, 5).is(0).stores("05"), of(28, 1).is(0xfffefdfc | 0)],
};
