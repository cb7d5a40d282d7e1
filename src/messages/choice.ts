/** The languages that a reader is offered, and the one chosen, remembered on the device. */
import { PSEUDO_LOCALE } from './choose.ts';

const LANGUAGE = 'waymark.language';

/** The pseudo-locale only where it is asked for: `?pseudo` in the address, or chosen before. */
export function offeredLanguages(tags: readonly string[]): string[] {
  const pseudo = new URLSearchParams(location.search).has('pseudo') || readChoice() === PSEUDO_LOCALE;
  return tags.filter((tag) => tag !== PSEUDO_LOCALE || pseudo);
}

/** A language's name in that language. */
export function endonym(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

export function readChoice(): string | null {
  try {
    return localStorage.getItem(LANGUAGE);
  } catch {
    return null; // Site data is blocked; the browser's own preference is good enough.
  }
}

export function keepChoice(tag: string): void {
  try {
    localStorage.setItem(LANGUAGE, tag);
  } catch {
    // The switch works for this visit all the same.
  }
}
