/** A PNG of eight-bit RGBA pixels as a data address: small pictures for a report of one file. */
import { crc32, deflateSync } from "node:zlib";

export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

/** `pixel(y, x)` gives each channel as 0 … 1. */
export function png(
  [height, width]: readonly [number, number],
  pixel: (y: number, x: number) => Pixel,
): string {
  const line = 1 + 4 * width; // each line begins with its filter: 0, none
  const raw = Buffer.alloc(height * line);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      raw.set(pixel(y, x).map(byte), y * line + 1 + 4 * x);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6], 8); // eight bits a channel, RGBA
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const body = deflateSync(raw, { level: 9 });
  const parts = [
    signature,
    chunk("IHDR", head),
    chunk("IDAT", body),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return `data:image/png;base64,${Buffer.concat(parts).toString("base64")}`;
}

/** Length, name, data, and the checksum of name and data. */
function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

function byte(share: number): number {
  return Math.round(255 * Math.min(1, Math.max(0, share)));
}
