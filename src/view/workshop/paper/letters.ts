/** Beside the boxes of a prediction: questions have numbers. @param at from 0 */
export function letterOf(at: number): string {
  return at < 26 ? String.fromCodePoint(65 + at) : `${letterOf(Math.floor(at / 26) - 1)}${letterOf(at % 26)}`;
}
