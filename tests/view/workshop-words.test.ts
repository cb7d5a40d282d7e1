/** An exercise in several languages, and its tables as they are said. */
import { expect, it } from 'vitest';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { writeHandIn } from '../../src/exchange/workshop/hand-in-code.ts';
import { digestOfExercise } from '../../src/session/workshop/digest.ts';
import type { InBrief } from '../../src/view/app.ts';
import { tablesInWords, textsOf } from '../../src/view/workshop/words.ts';
import { smallPack } from '../session/small-pack.ts';
import { exercise } from '../session/workshop/sample-exercise.ts';

const english = exercise.texts.en as Exercise['texts'][string];
const both: Exercise = { ...exercise, texts: { en: english, de: { ...english, title: 'Die Raffinerie' } } };
const pseudo = { ...english, title: '[Ţĥé ŕéƒîñéŕý]' };
const shownIn = (language: string) =>
  ({
    language: { value: language },
    words: { value: language === 'en-XA' ? { exercises: { refinery: pseudo } } : {} },
    t: (_: string, { list }: { list: string }) => list,
    say: { list: (items: string[]) => items.join(', ') },
  }) as unknown as InBrief;

it.each<[string, Exercise, string, string | undefined]>([
  ['en', both, 'The refinery', undefined],
  ['de', both, 'Die Raffinerie', undefined],
  // Not in that language: as it was written, and marked so for who reads it out.
  ['fr', both, 'The refinery', 'en'],
  ['de', exercise, 'The refinery', 'en'],
  ['en-XA', exercise, '[Ţĥé ŕéƒîñéŕý]', undefined],
])('in %s', (language, of, title, lang) => {
  const found = textsOf(shownIn(language), of);
  expect([found.texts.title, found.lang]).toEqual([title, lang]);
});

it('tables in two languages hand in the same, to one room of one edition', () => {
  const known = { exercise: both, digest: digestOfExercise(both), pack: smallPack };
  const handIn = { table: 2, round: 1, answers: { decisions: 'taken' }, ruledOut: {}, confidence: {} };
  const codes = ['en', 'de'].map((language) => {
    textsOf(shownIn(language), both);
    return writeHandIn(known, handIn);
  });
  expect(new Set(codes).size).toBe(1);
  // A word changed in either language is another edition.
  const edited = { ...both, texts: { ...both.texts, de: { ...english, title: 'Die Raffinerien' } } };
  expect(digestOfExercise(edited)).not.toBe(known.digest);
});

it.each<[number[], string]>([
  [[3], '3'],
  [[2, 1], '1, 2'],
  [[1, 2, 3, 5, 7, 8, 9, 10, 12, 13], '1–3, 5, 7–10, 12, 13'],
])('%j', (tables, words) => expect(tablesInWords(shownIn('en'), exercise, tables)).toBe(words));
