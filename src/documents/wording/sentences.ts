/** Small joints of sentences, in the language shown. */
import type { WordingSource } from './source.ts';

/** Our English is British: no comma before "and". */
function listing(language: string): string {
  return language.split('-')[0] === 'en' ? 'en-GB' : language;
}

/** "a, b and c" */
export function listOf({ language }: Pick<WordingSource, 'language'>, items: readonly string[]): string {
  return new Intl.ListFormat(listing(language), { type: 'conjunction' }).format(items);
}

/** "a, b or c" */
export function eitherOf({ language }: Pick<WordingSource, 'language'>, items: readonly string[]): string {
  return new Intl.ListFormat(listing(language), { type: 'disjunction' }).format(items);
}

/** "a, b": parts that stand beside each other without "and". */
export function rowOf({ language }: Pick<WordingSource, 'language'>, items: readonly string[]): string {
  return new Intl.ListFormat(listing(language), { type: 'unit', style: 'short' }).format(items);
}

/** The first letter large, as the language has it. A text that opens with a bracket or quote is left as it is. */
export function asSentence({ language }: Pick<WordingSource, 'language'>, text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}
