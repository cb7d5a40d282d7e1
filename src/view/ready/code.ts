/** A release as a few letters that are read aloud and compared across a room. */

/** Crockford's: without I, L, O and U, which are taken for others. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Two groups of three letters of five bits: two releases agree by chance once in a thousand million times. */
const GROUPS = 2;
const EACH = 3;

/**
 * @param build id of a build: at least eight hexadecimal digits of a hash over every file of it.
 * @returns groups such as `['7KQ', '2XF']`; none while developing, where a build has no such id.
 */
export function shortCode(build: string): string[] {
  if (!/^[0-9a-f]{8}/.test(build)) return [];
  const number = Number.parseInt(build.slice(0, 8), 16);
  const letters = Array.from({ length: GROUPS * EACH }, (_, i) => ALPHABET[(number >>> (27 - 5 * i)) & 31]);
  return Array.from({ length: GROUPS }, (_, i) => letters.slice(i * EACH, (i + 1) * EACH).join(''));
}
