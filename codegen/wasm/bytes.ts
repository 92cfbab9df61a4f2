import { invariant } from "../../src/diagnostics.ts";

const utf8 = new TextEncoder();

/** Bytes written one behind the other, in the encodings of the WebAssembly binary format. */
export class Bytes {
  #buffer = new Uint8Array(1 << 16);
  #view = new DataView(this.#buffer.buffer);
  #length = 0;

  byte(value: number): void {
    this.#reserve(1);
    this.#buffer[this.#length++] = value;
  }

  bytes(values: Iterable<number>): void {
    for (const value of values) this.byte(value);
  }

  /** LEB128 of 0 … 2³² − 1. */
  unsigned(value: number): void {
    invariant(Number.isInteger(value) && value >= 0 && value < 2 ** 32, `${value} is no u32`);
    let rest = value;
    for (; rest >= 0x80; rest >>>= 7) this.byte((rest & 0x7f) | 0x80);
    this.byte(rest);
  }

  /** LEB128 of 32 bits, given as −2³¹ … 2³¹ − 1 or as 0 … 2³² − 1; ends at a byte with the right sign. */
  signed(value: number): void {
    const inside = value >= -(2 ** 31) && value < 2 ** 32;
    invariant(Number.isInteger(value) && inside, `${value} does not fit 32 bits`);
    let rest = value | 0;
    for (; rest < -0x40 || rest >= 0x40; rest >>= 7) this.byte((rest & 0x7f) | 0x80);
    this.byte(rest & 0x7f);
  }

  /** The nearest float32. NaN has one pattern: what a cast makes of it differs between machines. */
  f32(value: number): void {
    this.#reserve(4);
    if (Number.isNaN(value)) this.#view.setUint32(this.#length, 0x7fc00000, true);
    else this.#view.setFloat32(this.#length, value, true);
    this.#length += 4;
  }

  f64(value: number): void {
    this.#reserve(8);
    if (Number.isNaN(value)) this.#view.setBigUint64(this.#length, 0x7ff8000000000000n, true);
    else this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  text(value: string): void {
    const bytes = utf8.encode(value);
    this.unsigned(bytes.length);
    this.bytes(bytes);
  }

  /** What `write` writes, its length in front; gives that length. */
  sized(write: () => void): number {
    const start = this.#length;
    write();
    const end = this.#length;
    const size = end - start;
    this.unsigned(size); // behind, to know how much room it takes in front
    const prefix = this.#buffer.slice(end, this.#length);
    this.#buffer.copyWithin(start + prefix.length, start, end);
    this.#buffer.set(prefix, start);
    return size;
  }

  /** All that was written. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#buffer.slice(0, this.#length);
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#buffer.length) return;
    const old = this.#buffer;
    this.#buffer = new Uint8Array(Math.max(2 * old.length, this.#length + count));
    this.#buffer.set(old);
    this.#view = new DataView(this.#buffer.buffer);
  }
}
