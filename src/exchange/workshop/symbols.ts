/**
 * Numbers as characters that are read aloud and typed: base 32 in Crockford's alphabet, without I, L, O and U. Small
 * letters, spaces and hyphens do not matter, and I, L and O are taken for what they look like.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE = 32n;

/** @param length in characters; the number must fit. */
export function toSymbols(number: bigint, length: number): string {
  let text = '';
  let rest = number;
  for (let i = 0; i < length; i++) {
    text = `${ALPHABET[Number(rest % BASE)]}${text}`;
    rest /= BASE;
  }
  if (rest !== 0n) throw new Error(`${number} does not fit into ${length} characters`);
  return text;
}

/** @param text of the alphabet only, see `plainSymbols`. */
export function fromSymbols(text: string): bigint {
  let number = 0n;
  for (const letter of text) number = number * BASE + BigInt(ALPHABET.indexOf(letter));
  return number;
}

/** Characters that hold so many different values. */
export function symbolsFor(values: bigint): number {
  let length = 0;
  for (let held = 1n; held < values; held *= BASE) length += 1;
  return length;
}

/** What was typed or scanned as written here; undefined where it holds anything else, or far too much. */
export function plainSymbols(text: string): string | undefined {
  if (text.length > 5000) return undefined;
  const plain = text
    .toUpperCase()
    .replace(/[\s\-–]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(plain) ? plain : undefined;
}

/** In groups of four, to be read aloud. */
export function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
