/** Picks the language to start in. */

/** Offered in tests only: English made longer, accented and bracketed. */
export const PSEUDO_LOCALE = 'en-XA';

/**
 * The language chosen before if it is still offered, else the first preferred one that is (by full tag, then by
 * language alone), else the first offered. Tags are BCP 47; `offered` is not empty.
 */
export function chooseLanguage(
  offered: readonly string[],
  chosen: string | null,
  preferred: readonly string[],
): string {
  if (chosen !== null && offered.includes(chosen)) return chosen;
  for (const tag of preferred) {
    const base = tag.split('-')[0] ?? tag;
    const found = offered.find((one) => one === tag) ?? offered.find((one) => one === base);
    if (found !== undefined) return found;
  }
  const [first] = offered;
  if (first === undefined) throw new Error('no language is offered');
  return first;
}
