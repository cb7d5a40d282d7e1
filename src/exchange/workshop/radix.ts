/** Digits, each of a base of its own, as one number: it takes no more room than there are different things to say. */

export class RadixWriter {
  readonly #digits: [digit: bigint, base: bigint][] = [];

  /** @param digit from 0, less than the base. */
  put(digit: number, base: number): void {
    if (!Number.isSafeInteger(digit) || digit < 0 || digit >= base)
      throw new Error(`${digit} is no digit of base ${base}`);
    this.#digits.push([BigInt(digit), BigInt(base)]);
  }

  /** How many different numbers digits of these bases can make. */
  get values(): bigint {
    return this.#digits.reduce((product, [, base]) => product * base, 1n);
  }

  /** The first digit is the lowest, so that it is read first and can tell the bases of those that follow. */
  get number(): bigint {
    return this.#digits.reduceRight((number, [digit, base]) => number * base + digit, 0n);
  }
}

export class RadixReader {
  #rest: bigint;
  constructor(number: bigint) {
    this.#rest = number;
  }

  take(base: number): number {
    const digit = Number(this.#rest % BigInt(base));
    this.#rest /= BigInt(base);
    return digit;
  }
}
