/** Small joints of sentences, in the language shown. */
import type { WordingSource } from './source.ts';

type Saying = Pick<WordingSource, 't'>;

// By messages and not by Intl.ListFormat: the first of those takes a browser longer than the whole first screen.

/** "a, b and c" */
export function listOf(source: Saying, items: readonly string[]): string {
  return joined(source, 'explain.listAnd', items);
}

/** "a, b or c" */
export function eitherOf(source: Saying, items: readonly string[]): string {
  return joined(source, 'explain.listOr', items);
}

/** "a, b": parts that stand beside each other without "and". */
export function rowOf({ t }: Saying, items: readonly string[]): string {
  const [first = '', ...others] = items;
  return others.reduce((list, next) => t('explain.listNext', { list, next }), first);
}

function joined(source: Saying, key: 'explain.listAnd' | 'explain.listOr', items: readonly string[]): string {
  const [last = '', ...before] = [...items].reverse();
  if (before.length === 0) return last;
  return source.t(key, { list: rowOf(source, before.reverse()), last, n: items.length });
}

/** The first letter large, as the language has it. A text that opens with a bracket or quote is left as it is. */
export function asSentence({ language }: Pick<WordingSource, 'language'>, text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}
