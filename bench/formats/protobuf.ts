/** A message of Protocol Buffers as it grows: fields by number, in the order in which they are added. */
export class Message {
  readonly #parts: Uint8Array[] = [];

  /** wire type 0; a negative number would take ten bytes and does not occur here */
  integer(field: number, value: number): this {
    return this.#push(varint(field * 8), varint(value));
  }

  /** wire type 2 */
  bytes(field: number, value: Uint8Array): this {
    return this.#push(varint(field * 8 + 2), varint(value.length), value);
  }

  text(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  message(field: number, value: Message): this {
    return this.bytes(field, value.finish());
  }

  /** repeated integers, packed */
  integers(field: number, values: readonly number[]): this {
    return this.bytes(field, joined(values.map(varint)));
  }

  finish(): Uint8Array {
    return joined(this.#parts);
  }

  #push(...parts: Uint8Array[]): this {
    this.#parts.push(...parts);
    return this;
  }
}

/** Seven bits a byte, lowest first, the top bit set on all but the last. */
function varint(value: number): Uint8Array {
  const out: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) + 128);
  return Uint8Array.from([...out, value]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
