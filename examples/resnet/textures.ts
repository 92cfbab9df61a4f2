/** Coloured textures of 32×32 pixels, six kinds, each image with its own colours, scale and turn. */
import { type Dataset, type Random, seeded } from "../shared/dataset.ts";

/** How much of the second colour is at (u, v), 0 … 1. */
const textures: Readonly<Record<string, (u: number, v: number) => number>> = {
  stripes: (u) => wave(u),
  checks: (u, v) => wave(u) * wave(v) + (1 - wave(u)) * (1 - wave(v)),
  dots: (u, v) => step(0.32 - Math.hypot(fraction(u) - 0.5, fraction(v) - 0.5)),
  rings: (u, v) => wave(Math.hypot(u, v)),
  zigzag: (u, v) => wave(u + Math.abs(fraction(v / 2) - 0.5) * 2),
  bricks: (u, v) => step(Math.min(fraction(u / 2 + Math.floor(v) / 2) * 2, fraction(v)) - 0.22),
};

export const textureNames = Object.keys(textures);

export function makeTextures(count: number, seed: number): Dataset {
  const random = seeded(seed);
  const shape = [3, 32, 32] as const;
  const images = new Float32Array(count * 3 * 32 * 32);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % textureNames.length);
  const kinds = Object.values(textures);
  labels.forEach((label, i) => {
    const image = images.subarray(i * 3 * 32 * 32, (i + 1) * 3 * 32 * 32);
    const texture = kinds[label];
    if (texture) paint(image, texture, random);
  });
  return { images, labels, shape, count };
}

function paint(
  image: Float32Array,
  texture: (u: number, v: number) => number,
  random: Random,
): void {
  const turn = random() - 0.5;
  const scale = 0.12 + 0.06 * random(); // 4 to 6 periods across the image
  const [u0, v0] = [random() - 0.5, random() - 0.5];
  const colour = (dark: number): number[] => [0, 1, 2].map(() => dark + 0.5 * random());
  const [first, second] = [colour(0), colour(0.5)];
  for (let y = 0; y < 32; y++) {
    for (let x = 0; x < 32; x++) {
      const u = u0 + scale * ((x - 16) * Math.cos(turn) - (y - 16) * Math.sin(turn));
      const v = v0 + scale * ((x - 16) * Math.sin(turn) + (y - 16) * Math.cos(turn));
      const share = texture(u, v);
      for (let c = 0; c < 3; c++) {
        const level = (first[c] ?? 0) * (1 - share) + (second[c] ?? 0) * share;
        image[(c * 32 + y) * 32 + x] = level + 0.2 * (random() - 0.5);
      }
    }
  }
}

function wave(t: number): number {
  return 0.5 + 0.5 * Math.sin(2 * Math.PI * t);
}

function step(t: number): number {
  return t > 0 ? 1 : 0;
}

function fraction(t: number): number {
  return t - Math.floor(t);
}
