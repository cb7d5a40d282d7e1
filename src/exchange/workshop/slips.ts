/**
 * Two characters that show every slip of one finger: over GF(32), with x^5 + x^2 + 1, they make the sum of all characters
 * 0, and so too the sum in which each weighs x times as much as the one after it (a Reed-Solomon code of distance 3). One
 * character that is another makes the first sum something else; two neighbours that changed places, the second.
 */
import { fromSymbols, toSymbols } from './symbols.ts';

export const SLIP_LENGTH = 2;
const VALUES = 32;

/** What is to stand behind the characters. @param text of the alphabet only */
export function slipCheck(text: string): string {
  const [sum, weighed] = sumsOf(text);
  // The two are a and b with a + b = sum, and x * a + b = what is weighed and has moved on by two places.
  const moved = times(times(weighed));
  for (let a = 0; a < VALUES; a++)
    if ((times(a) ^ a) === (moved ^ sum)) return toSymbols(BigInt((a << 5) | (a ^ sum)), SLIP_LENGTH);
  throw new Error('x + 1 divides everything');
}

/** @param text with its two characters at the end, of the alphabet only */
export function isWithoutSlip(text: string): boolean {
  return sumsOf(text).every((sum) => sum === 0);
}

function sumsOf(text: string): [sum: number, weighed: number] {
  let sum = 0;
  let weighed = 0;
  for (const letter of text) {
    const value = Number(fromSymbols(letter));
    sum ^= value;
    weighed = times(weighed) ^ value;
  }
  return [sum, weighed];
}

/** By x. */
function times(value: number): number {
  return (value << 1) ^ (value & 16 ? 0b100101 : 0);
}
