import { expect, it } from 'vitest';
import { chooseLanguage } from '../../src/messages/choose.ts';

it.each<[name: string, offered: string[], chosen: string | null, preferred: string[], expected: string]>([
  ['what was chosen', ['en', 'pl'], 'pl', ['en-GB'], 'pl'],
  ['not what is no longer offered', ['en', 'pl'], 'de', ['pl'], 'pl'],
  ['the first preference that is there', ['en', 'pl'], null, ['fr', 'pl-PL', 'en'], 'pl'],
  ['a region of its own', ['en', 'pt', 'pt-BR'], null, ['pt-BR'], 'pt-BR'],
  ['the first offered where nothing fits', ['en', 'pl'], null, ['fr'], 'en'],
  ['the first offered where nothing is preferred', ['en'], null, [], 'en'],
])('%s', (_, offered, chosen, preferred, expected) => {
  expect(chooseLanguage(offered, chosen, preferred)).toBe(expected);
});
