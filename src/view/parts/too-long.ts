/** Texts that are longer than can be kept: counted and told, and never cut. */
import type { Translate } from '../../messages/messages.ts';

/** What is wrong with it, in words; '' where it fits. Spaces around a text are not kept, and not counted. */
export function tooLong(t: Translate, text: string, longest: number): string {
  const n = text.trim().length;
  return n > longest ? t('typed.tooLong', { n, longest, over: n - longest }) : '';
}
