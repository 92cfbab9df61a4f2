import type { Type } from "./module.ts";

/** Types as the binary format writes them. */
export const typeCodes: { readonly [T in Type]: number } = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
};

/** "any": one and the same type wherever it stands in the instruction. */
export type Operand = Type | "any";

/** What follows the opcode. Alignments are natural ones, as log2 of bytes; a lane is less than `lanes`. */
export type Immediate =
  | { readonly kind: "none" }
  | { readonly kind: "memory"; readonly align: number }
  | { readonly kind: "memory lane"; readonly align: number; readonly lanes: number }
  | { readonly kind: "lane"; readonly lanes: number }
  | { readonly kind: "shuffle" };

export interface Instruction {
  /** Prefix, opcode, and the bytes that are reserved behind it. */
  readonly opcode: readonly number[];
  readonly operands: readonly Operand[];
  readonly result?: Operand;
  readonly immediate: Immediate;
}

const none: Immediate = { kind: "none" };
const memory = (align: number): Immediate => ({ kind: "memory", align });
const lane = (lanes: number): Immediate => ({ kind: "lane", lanes });
const memoryLane = (align: number): Immediate => ({
  kind: "memory lane",
  align,
  lanes: 16 >> align,
});

type Words<Text extends string> = Text extends `${infer First} ${infer Rest}`
  ? First | Words<Rest>
  : Text;

/** Rows of the table: instructions of one family and one signature whose codes are `first`, `first` + 1, … */
const rows =
  (opcode: (code: number) => readonly number[]) =>
  <Family extends string, Names extends string>(
    first: number,
    family: Family,
    names: Names,
    operands: readonly Operand[],
    result?: Operand,
    immediate: Immediate = none,
  ) =>
    Object.fromEntries(
      names
        .split(" ")
        .map((name, i) => [
          `${family}.${name}`,
          { opcode: opcode(first + i), operands, result, immediate },
        ]),
    ) as { readonly [Name in `${Family}.${Words<Names>}`]: Instruction }; // keys are not followed through split

const core = rows((code) => [code]);
const bulk = rows((code) => [0xfc, code]);
/** Codes behind this prefix reach 255; LEB128 takes two bytes for those from 128 on. */
const simd = rows((code) => [0xfd, ...(code < 0x80 ? [code] : [code, 1])]);
const atomic = rows((code) => [0xfe, code]);

const order = "eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u";
const floatOrder = "eq ne lt gt le ge";
const bits = "clz ctz popcnt";
const arithmetic = "add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr";
const floatFunctions = "abs neg ceil floor trunc nearest sqrt";
const floatArithmetic = "add sub mul div min max copysign";

/**
 * What kernels may use of the MVP, of non-trapping conversions, sign extension, bulk memory, SIMD128
 * and threads, in the order of https://webassembly.github.io/spec/core/appendix/index-instructions.html.
 * Control, locals and constants are nodes of their own.
 */
export const operations = {
  unreachable: { opcode: [0x00], operands: [], immediate: none },
  nop: { opcode: [0x01], operands: [], immediate: none },
  drop: { opcode: [0x1a], operands: ["any"], immediate: none },
  select: { opcode: [0x1b], operands: ["any", "any", "i32"], result: "any", immediate: none },

  ...core(0x28, "i32", "load", ["i32"], "i32", memory(2)),
  ...core(0x29, "i64", "load", ["i32"], "i64", memory(3)),
  ...core(0x2a, "f32", "load", ["i32"], "f32", memory(2)),
  ...core(0x2b, "f64", "load", ["i32"], "f64", memory(3)),
  ...core(0x2c, "i32", "load8_s load8_u", ["i32"], "i32", memory(0)),
  ...core(0x2e, "i32", "load16_s load16_u", ["i32"], "i32", memory(1)),
  ...core(0x30, "i64", "load8_s load8_u", ["i32"], "i64", memory(0)),
  ...core(0x32, "i64", "load16_s load16_u", ["i32"], "i64", memory(1)),
  ...core(0x34, "i64", "load32_s load32_u", ["i32"], "i64", memory(2)),
  ...core(0x36, "i32", "store", ["i32", "i32"], undefined, memory(2)),
  ...core(0x37, "i64", "store", ["i32", "i64"], undefined, memory(3)),
  ...core(0x38, "f32", "store", ["i32", "f32"], undefined, memory(2)),
  ...core(0x39, "f64", "store", ["i32", "f64"], undefined, memory(3)),
  ...core(0x3a, "i32", "store8", ["i32", "i32"], undefined, memory(0)),
  ...core(0x3b, "i32", "store16", ["i32", "i32"], undefined, memory(1)),
  ...core(0x3c, "i64", "store8", ["i32", "i64"], undefined, memory(0)),
  ...core(0x3d, "i64", "store16", ["i32", "i64"], undefined, memory(1)),
  ...core(0x3e, "i64", "store32", ["i32", "i64"], undefined, memory(2)),
  "memory.size": { opcode: [0x3f, 0], operands: [], result: "i32", immediate: none },

  ...core(0x45, "i32", "eqz", ["i32"], "i32"),
  ...core(0x46, "i32", order, ["i32", "i32"], "i32"),
  ...core(0x50, "i64", "eqz", ["i64"], "i32"),
  ...core(0x51, "i64", order, ["i64", "i64"], "i32"),
  ...core(0x5b, "f32", floatOrder, ["f32", "f32"], "i32"),
  ...core(0x61, "f64", floatOrder, ["f64", "f64"], "i32"),
  ...core(0x67, "i32", bits, ["i32"], "i32"),
  ...core(0x6a, "i32", arithmetic, ["i32", "i32"], "i32"),
  ...core(0x79, "i64", bits, ["i64"], "i64"),
  ...core(0x7c, "i64", arithmetic, ["i64", "i64"], "i64"),
  ...core(0x8b, "f32", floatFunctions, ["f32"], "f32"),
  ...core(0x92, "f32", floatArithmetic, ["f32", "f32"], "f32"),
  ...core(0x99, "f64", floatFunctions, ["f64"], "f64"),
  ...core(0xa0, "f64", floatArithmetic, ["f64", "f64"], "f64"),

  ...core(0xa7, "i32", "wrap_i64", ["i64"], "i32"),
  ...core(0xa8, "i32", "trunc_f32_s trunc_f32_u", ["f32"], "i32"),
  ...core(0xaa, "i32", "trunc_f64_s trunc_f64_u", ["f64"], "i32"),
  ...core(0xac, "i64", "extend_i32_s extend_i32_u", ["i32"], "i64"),
  ...core(0xae, "i64", "trunc_f32_s trunc_f32_u", ["f32"], "i64"),
  ...core(0xb0, "i64", "trunc_f64_s trunc_f64_u", ["f64"], "i64"),
  ...core(0xb2, "f32", "convert_i32_s convert_i32_u", ["i32"], "f32"),
  ...core(0xb4, "f32", "convert_i64_s convert_i64_u", ["i64"], "f32"),
  ...core(0xb6, "f32", "demote_f64", ["f64"], "f32"),
  ...core(0xb7, "f64", "convert_i32_s convert_i32_u", ["i32"], "f64"),
  ...core(0xb9, "f64", "convert_i64_s convert_i64_u", ["i64"], "f64"),
  ...core(0xbb, "f64", "promote_f32", ["f32"], "f64"),
  ...core(0xbc, "i32", "reinterpret_f32", ["f32"], "i32"),
  ...core(0xbd, "i64", "reinterpret_f64", ["f64"], "i64"),
  ...core(0xbe, "f32", "reinterpret_i32", ["i32"], "f32"),
  ...core(0xbf, "f64", "reinterpret_i64", ["i64"], "f64"),
  ...core(0xc0, "i32", "extend8_s extend16_s", ["i32"], "i32"),
  ...core(0xc2, "i64", "extend8_s extend16_s extend32_s", ["i64"], "i64"),
  ...bulk(0x00, "i32", "trunc_sat_f32_s trunc_sat_f32_u", ["f32"], "i32"),
  ...bulk(0x02, "i32", "trunc_sat_f64_s trunc_sat_f64_u", ["f64"], "i32"),
  ...bulk(0x04, "i64", "trunc_sat_f32_s trunc_sat_f32_u", ["f32"], "i64"),
  ...bulk(0x06, "i64", "trunc_sat_f64_s trunc_sat_f64_u", ["f64"], "i64"),
  "memory.copy": { opcode: [0xfc, 10, 0, 0], operands: ["i32", "i32", "i32"], immediate: none },
  "memory.fill": { opcode: [0xfc, 11, 0], operands: ["i32", "i32", "i32"], immediate: none },

  ...simd(0, "v128", "load", ["i32"], "v128", memory(4)),
  ...simd(1, "v128", "load8x8_s load8x8_u load16x4_s load16x4_u", ["i32"], "v128", memory(3)),
  ...simd(5, "v128", "load32x2_s load32x2_u", ["i32"], "v128", memory(3)),
  ...simd(7, "v128", "load8_splat", ["i32"], "v128", memory(0)),
  ...simd(8, "v128", "load16_splat", ["i32"], "v128", memory(1)),
  ...simd(9, "v128", "load32_splat", ["i32"], "v128", memory(2)),
  ...simd(10, "v128", "load64_splat", ["i32"], "v128", memory(3)),
  ...simd(11, "v128", "store", ["i32", "v128"], undefined, memory(4)),
  ...simd(13, "i8x16", "shuffle", ["v128", "v128"], "v128", { kind: "shuffle" }),
  ...simd(14, "i8x16", "swizzle", ["v128", "v128"], "v128"),
  ...simd(17, "i32x4", "splat", ["i32"], "v128"),
  ...simd(18, "i64x2", "splat", ["i64"], "v128"),
  ...simd(19, "f32x4", "splat", ["f32"], "v128"),
  ...simd(20, "f64x2", "splat", ["f64"], "v128"),
  ...simd(27, "i32x4", "extract_lane", ["v128"], "i32", lane(4)),
  ...simd(28, "i32x4", "replace_lane", ["v128", "i32"], "v128", lane(4)),
  ...simd(29, "i64x2", "extract_lane", ["v128"], "i64", lane(2)),
  ...simd(30, "i64x2", "replace_lane", ["v128", "i64"], "v128", lane(2)),
  ...simd(31, "f32x4", "extract_lane", ["v128"], "f32", lane(4)),
  ...simd(32, "f32x4", "replace_lane", ["v128", "f32"], "v128", lane(4)),
  ...simd(33, "f64x2", "extract_lane", ["v128"], "f64", lane(2)),
  ...simd(34, "f64x2", "replace_lane", ["v128", "f64"], "v128", lane(2)),

  ...simd(55, "i32x4", order, ["v128", "v128"], "v128"),
  ...simd(65, "f32x4", floatOrder, ["v128", "v128"], "v128"),
  ...simd(71, "f64x2", floatOrder, ["v128", "v128"], "v128"),
  ...simd(77, "v128", "not", ["v128"], "v128"),
  ...simd(78, "v128", "and andnot or xor", ["v128", "v128"], "v128"),
  ...simd(82, "v128", "bitselect", ["v128", "v128", "v128"], "v128"),
  ...simd(83, "v128", "any_true", ["v128"], "i32"),
  ...simd(84, "v128", "load8_lane", ["i32", "v128"], "v128", memoryLane(0)),
  ...simd(85, "v128", "load16_lane", ["i32", "v128"], "v128", memoryLane(1)),
  ...simd(86, "v128", "load32_lane", ["i32", "v128"], "v128", memoryLane(2)),
  ...simd(87, "v128", "load64_lane", ["i32", "v128"], "v128", memoryLane(3)),
  ...simd(88, "v128", "store8_lane", ["i32", "v128"], undefined, memoryLane(0)),
  ...simd(89, "v128", "store16_lane", ["i32", "v128"], undefined, memoryLane(1)),
  ...simd(90, "v128", "store32_lane", ["i32", "v128"], undefined, memoryLane(2)),
  ...simd(91, "v128", "store64_lane", ["i32", "v128"], undefined, memoryLane(3)),
  ...simd(92, "v128", "load32_zero", ["i32"], "v128", memory(2)),
  ...simd(93, "v128", "load64_zero", ["i32"], "v128", memory(3)),

  ...simd(94, "f32x4", "demote_f64x2_zero", ["v128"], "v128"),
  ...simd(95, "f64x2", "promote_low_f32x4", ["v128"], "v128"),
  ...simd(103, "f32x4", "ceil floor trunc nearest", ["v128"], "v128"),
  ...simd(116, "f64x2", "ceil floor", ["v128"], "v128"),
  ...simd(122, "f64x2", "trunc", ["v128"], "v128"),
  ...simd(126, "i32x4", "extadd_pairwise_i16x8_s extadd_pairwise_i16x8_u", ["v128"], "v128"),
  ...simd(148, "f64x2", "nearest", ["v128"], "v128"),
  ...simd(160, "i32x4", "abs neg", ["v128"], "v128"),
  ...simd(163, "i32x4", "all_true bitmask", ["v128"], "i32"),
  ...simd(167, "i32x4", "extend_low_i16x8_s extend_high_i16x8_s", ["v128"], "v128"),
  ...simd(169, "i32x4", "extend_low_i16x8_u extend_high_i16x8_u", ["v128"], "v128"),
  ...simd(171, "i32x4", "shl shr_s shr_u", ["v128", "i32"], "v128"),
  ...simd(174, "i32x4", "add", ["v128", "v128"], "v128"),
  ...simd(177, "i32x4", "sub", ["v128", "v128"], "v128"),
  ...simd(181, "i32x4", "mul min_s min_u max_s max_u dot_i16x8_s", ["v128", "v128"], "v128"),
  ...simd(188, "i32x4", "extmul_low_i16x8_s extmul_high_i16x8_s", ["v128", "v128"], "v128"),
  ...simd(190, "i32x4", "extmul_low_i16x8_u extmul_high_i16x8_u", ["v128", "v128"], "v128"),
  ...simd(192, "i64x2", "abs neg", ["v128"], "v128"),
  ...simd(195, "i64x2", "all_true bitmask", ["v128"], "i32"),
  ...simd(199, "i64x2", "extend_low_i32x4_s extend_high_i32x4_s", ["v128"], "v128"),
  ...simd(201, "i64x2", "extend_low_i32x4_u extend_high_i32x4_u", ["v128"], "v128"),
  ...simd(203, "i64x2", "shl shr_s shr_u", ["v128", "i32"], "v128"),
  ...simd(206, "i64x2", "add", ["v128", "v128"], "v128"),
  ...simd(209, "i64x2", "sub", ["v128", "v128"], "v128"),
  ...simd(213, "i64x2", "mul eq ne lt_s gt_s le_s ge_s", ["v128", "v128"], "v128"),
  ...simd(220, "i64x2", "extmul_low_i32x4_s extmul_high_i32x4_s", ["v128", "v128"], "v128"),
  ...simd(222, "i64x2", "extmul_low_i32x4_u extmul_high_i32x4_u", ["v128", "v128"], "v128"),
  ...simd(224, "f32x4", "abs neg", ["v128"], "v128"),
  ...simd(227, "f32x4", "sqrt", ["v128"], "v128"),
  ...simd(228, "f32x4", "add sub mul div min max pmin pmax", ["v128", "v128"], "v128"),
  ...simd(236, "f64x2", "abs neg", ["v128"], "v128"),
  ...simd(239, "f64x2", "sqrt", ["v128"], "v128"),
  ...simd(240, "f64x2", "add sub mul div min max pmin pmax", ["v128", "v128"], "v128"),
  ...simd(248, "i32x4", "trunc_sat_f32x4_s trunc_sat_f32x4_u", ["v128"], "v128"),
  ...simd(250, "f32x4", "convert_i32x4_s convert_i32x4_u", ["v128"], "v128"),
  ...simd(252, "i32x4", "trunc_sat_f64x2_s_zero trunc_sat_f64x2_u_zero", ["v128"], "v128"),
  ...simd(254, "f64x2", "convert_low_i32x4_s convert_low_i32x4_u", ["v128"], "v128"),

  ...atomic(0x00, "memory", "atomic.notify", ["i32", "i32"], "i32", memory(2)),
  ...atomic(0x01, "memory", "atomic.wait32", ["i32", "i32", "i64"], "i32", memory(2)),
  "atomic.fence": { opcode: [0xfe, 3, 0], operands: [], immediate: none },
  ...atomic(0x10, "i32", "atomic.load", ["i32"], "i32", memory(2)),
  ...atomic(0x17, "i32", "atomic.store", ["i32", "i32"], undefined, memory(2)),
  ...atomic(0x1e, "i32", "atomic.rmw.add", ["i32", "i32"], "i32", memory(2)),
} satisfies { readonly [name: string]: Instruction };

/** By the names of the text format. */
export type Operation = keyof typeof operations;
