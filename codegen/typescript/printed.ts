/**
 * Bytes as text in which gzip finds what it finds in the bytes: one printable character for nearly
 * each. Base64 cuts bytes apart and hides every repetition from it. LeNet's inference kernels, 8,163
 * bytes, are 10,884 characters in base64 and 3,845 bytes when zipped; 9,216 and 2,860 here (the bytes
 * themselves zip to 2,851).
 *
 * The digits are the characters from # to ~ but for < and \, which would end a script or need an
 * escape: 90 of them. With v = (byte + 3) mod 256, so that 0 is SIMD's prefix 0xfd,
 *
 *     v < 88: the digit v        else: the digit 88 + ⌊(v − 88) / 84⌋, and the digit (v − 88) mod 84
 */
export function printed(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    const v = (byte + 3) % 256;
    text += v < 88 ? digit(v) : digit(88 + Math.floor((v - 88) / 84)) + digit((v - 88) % 84);
  }
  return text;
}

const characters = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i));
const digits = characters.filter((c) => c !== "<" && c !== "\\");
const digit = (value: number): string => digits[value] ?? "";

/** The way back, for the module. */
export const bytesInText = `
/** The bytes that stand in the text: one for each of its digits but the last two, which go before another. */
function bytesIn(text: string): Uint8Array {
  let at = 0;
  const digit = () => {
    const code = text.charCodeAt(at++);
    return code - 35 - +(code > 60) - +(code > 92); // neither < nor \\\\ is a digit
  };
  const bytes: number[] = [];
  while (at < text.length) {
    const first = digit();
    bytes.push((first < 88 ? first : 88 + 84 * (first - 88) + digit()) - 3);
  }
  return Uint8Array.from(bytes);
}`;
