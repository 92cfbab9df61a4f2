import type { Found } from "./lesson.ts";

/** Where two findings are not the same bits, in words: nothing where they are. */
export function differences(found: Found, wanted: Found): string[] {
  return compared(found, wanted, (bits, other) => bits !== other);
}

/** Where numbers differ by more than this share of the greatest of their tensor, in words. */
export function distances(found: Found, wanted: Found, share: number): string[] {
  return compared(found, wanted, (bits, other, most) => {
    const [a, b] = [float(bits), float(other)];
    return !(Math.abs(a - b) <= share * Math.max(most, 1e-3));
  });
}

type Differ = (bits: string, other: string, most: number) => boolean;

function compared(found: Found, wanted: Found, differ: Differ): string[] {
  const names = new Set([...Object.keys(found), ...Object.keys(wanted)]);
  return [...names].flatMap((name) => {
    const [some, others] = [floats(found[name]), floats(wanted[name])];
    if (some.length !== others.length)
      return [`${name} has ${some.length} numbers, not ${others.length}`];
    const most = Math.max(...others.map((bits) => Math.abs(float(bits))));
    const wrong = others.flatMap((bits, i) => (differ(some[i] ?? "", bits, most) ? [i] : []));
    const [i] = wrong;
    if (i === undefined) return [];
    const [one, other] = [some[i] ?? "", others[i] ?? ""];
    const first = `${one} (${float(one)}), not ${other} (${float(other)})`;
    return [`${name}: ${wrong.length} of ${others.length} differ; [${i}] is ${first}`];
  });
}

const floats = (hex = ""): readonly string[] => hex.match(/.{8}/g) ?? [];
const float = (hex: string): number => Buffer.from(hex, "hex").readFloatLE();
