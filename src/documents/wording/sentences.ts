/** Small joints of sentences, in the language shown. */
import type { WordingSource } from './source.ts';

/** "a, b and c" */
export function listOf({ language }: Pick<WordingSource, 'language'>, items: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}

/** "a, b": parts that stand beside each other without "and". */
export function rowOf({ language }: Pick<WordingSource, 'language'>, items: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(items);
}

/** The first letter large, as the language has it. A text that opens with a bracket or quote is left as it is. */
export function asSentence({ language }: Pick<WordingSource, 'language'>, text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}
