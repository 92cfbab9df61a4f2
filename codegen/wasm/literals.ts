/** Names, strings and constants as the text format writes them. */

/** "$conv1". Letters that it does not allow are written as their numbers: "π" is "\3c0\". */
export const identifier = (name: string): string =>
  `$${name.replace(/[^\w!#$%&'*+\-./:<=>?@^`|~]/gu, (c) => `\\${c.codePointAt(0)?.toString(16)}\\`)}`;

export const string = (text: string): string =>
  `"${text.replace(/["\\\p{Cc}]/gu, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`)}"`;

export const float64 = (value: number): string =>
  Number.isNaN(value)
    ? "nan"
    : Object.is(value, -0)
      ? "-0"
      : String(value).replace("Infinity", "inf");

/** The fewest digits that read back as the float32 nearest to `value`. */
export function float32(value: number): string {
  const nearest = Math.fround(value);
  for (let digits = 1; digits < 9; digits++) {
    const decimal = Number(nearest.toPrecision(digits));
    if (readsAs(decimal, nearest)) return float64(decimal);
  }
  return float64(nearest);
}

/** Also where a decimal is not first rounded to the float64 that stands for it here. */
const readsAs = (decimal: number, nearest: number): boolean =>
  [1 - Number.EPSILON, 1, 1 + Number.EPSILON].every((k) =>
    Object.is(Math.fround(decimal * k), nearest),
  );

/** "f32x4 1 0.5 0 -1", or as integers where those bits are no usual numbers. */
export function vector(bytes: readonly number[]): string {
  const { buffer } = Uint8Array.from(bytes);
  const floats = [...new Float32Array(buffer)];
  const usual = floats.every((x) => x === 0 || (Math.abs(x) > 1e-30 && Math.abs(x) < 1e30));
  if (usual) return `f32x4 ${floats.map(float32).join(" ")}`;
  return `i32x4 ${[...new Uint32Array(buffer)].map(integer).join(" ")}`;
}

const integer = (bits: number): string =>
  bits < 2 ** 16 ? `${bits}` : `0x${bits.toString(16).padStart(8, "0")}`;
