import { expect, it } from 'vitest';
import type { Details } from '../../src/session/journal.ts';
import { freeTitle } from '../../src/view/home/titles.ts';

it.each<[title: string, taken: string[], expected: string]>([
  ['The refinery', [], 'The refinery'],
  ['The refinery', ['Annexation'], 'The refinery'],
  ['The refinery', ['The refinery'], 'The refinery (2)'],
  ['The refinery', ['The refinery', 'The refinery (2)', 'The refinery (4)'], 'The refinery (3)'],
])('%s among %j', (title, taken, expected) => {
  expect(
    freeTitle(
      title,
      taken.map((other) => ({ details: { title: other } as Details })),
    ),
  ).toBe(expected);
});
