/** Numbers packed bit by bit, the highest bit first. */

/** Bits that hold so many different values. */
export function widthOf(values: number): number {
  return Math.max(1, Math.ceil(Math.log2(values)));
}

export class BitWriter {
  readonly #bits: number[] = [];

  /** @param value from 0, less than 2 ^ width. */
  put(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) this.#bits.push((value >> bit) & 1);
  }

  /** Filled up with zeros to a whole byte. */
  bytes(): Uint8Array {
    const bytes = new Uint8Array(Math.ceil(this.#bits.length / 8));
    this.#bits.forEach((bit, i) => {
      bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (bit << (7 - (i & 7)));
    });
    return bytes;
  }
}

export class BitReader {
  #at = 0;
  constructor(readonly bytes: Uint8Array) {}

  /** Behind the end everything is 0; `spent` tells whether that was needed. */
  take(width: number): number {
    let value = 0;
    for (let i = 0; i < width; i++) {
      const bit = ((this.bytes[this.#at >> 3] ?? 0) >> (7 - (this.#at & 7))) & 1;
      value = value * 2 + bit;
      this.#at += 1;
    }
    return value;
  }

  /** All was read, nothing behind the end, and no whole byte is left. */
  spent(): boolean {
    const bits = this.bytes.length * 8;
    return this.#at <= bits && bits - this.#at < 8;
  }
}
