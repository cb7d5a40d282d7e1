/** How firmly answers are held, and what is ruled out, by table. */
import { expect, it } from 'vitest';
import type { Question } from '../../../src/engine/pack.ts';
import { countQuestion, type Hands } from '../../../src/session/workshop/counts.ts';
import type { HandIn } from '../../../src/session/workshop/hand-in.ts';
import { heldHow, isFirmSplit, ruledOutBy } from '../../../src/session/workshop/held.ts';
import { smallPack } from '../small-pack.ts';

const question = smallPack.questions.find(({ id }) => id === 'decisions') as Question;
type Said = [answer: string | undefined, level?: 'low' | 'moderate' | 'high' | undefined, out?: string[]];
const handsOf = (...said: Said[]): Hands =>
  new Map(
    said.map(([answer, level, out], i) => {
      const handIn: HandIn = {
        table: i + 1,
        round: 1,
        answers: answer === undefined ? {} : { decisions: answer },
        ruledOut: out ? { decisions: out } : {},
        confidence: level ? { decisions: level } : {},
      };
      return [i + 1, { handIn }];
    }),
  );
const count = (hands: Hands, notAsked: number[] = []) =>
  countQuestion(question, hands, 75, (table) => !notAsked.includes(table));

it('not rated is apart from low', () => {
  const hands = handsOf(['taken', 'high'], ['taken'], ['taken', 'low'], ['taken', 'high']);
  expect(heldHow(count(hands), [1, 2, 3, 4], hands)).toEqual({
    '': [2],
    low: [3],
    moderate: [],
    high: [1, 4],
  });
});

it.each<[string, Said[], boolean]>([
  [
    'high on two sides',
    [
      ['taken', 'high'],
      ['not_taken', 'high'],
      ['taken', 'low'],
    ],
    true,
  ],
  [
    'high on one side',
    [
      ['taken', 'high'],
      ['not_taken', 'moderate'],
    ],
    false,
  ],
  [
    'high, and all say the same',
    [
      ['taken', 'high'],
      ['taken', 'high'],
    ],
    false,
  ],
  ['nobody says how sure', [['taken'], ['not_taken']], false],
])('%s', (_, said, firm) => {
  const hands = handsOf(...said);
  expect(isFirmSplit(count(hands), hands)).toBe(firm);
});

it('only what tables that leave it open have ruled out', () => {
  const hands = handsOf(
    ['dont_know', undefined, ['not_taken']],
    [undefined, undefined, ['taken']],
    ['taken', undefined, ['not_taken']],
    ['dont_know', undefined, ['not_taken']],
  );
  expect(ruledOutBy(question, count(hands), hands)).toEqual([
    { option: 'taken', tables: [2] },
    { option: 'not_taken', tables: [1, 4] },
  ]);
  expect(ruledOutBy(question, count(hands, [1, 2]), hands)).toEqual([{ option: 'not_taken', tables: [4] }]);
});
