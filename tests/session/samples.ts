/** Journals and random actions for the tests of the session layer. */
import fc from 'fast-check';
import { beginning } from '../../src/session/beginning.ts';
import { nextEntry } from '../../src/session/chain.ts';
import type { Action, Entry } from '../../src/session/journal.ts';
import { smallPack } from './small-pack.ts';

export const TIME = '2026-01-02T03:04:05.000Z';

export const created: Action = beginning(smallPack, { scenario: 'P1', path: 'short', title: 'Sample' });

/** @param actions after the creation, which is put first. */
export function journalOf(...actions: Action[]): Entry[] {
  return extended([nextEntry(undefined, created, TIME)], ...actions);
}

export function extended(journal: readonly Entry[], ...actions: Action[]): Entry[] {
  const entries = [...journal];
  for (const action of actions) entries.push(nextEntry(entries.at(-1), action, TIME));
  return entries;
}

const question = fc.constantFrom(...smallPack.questions.map(({ id }) => id));
const option = fc.constantFrom(...smallPack.questions.flatMap((q) => q.options.map(({ id }) => id)));

export const undoableAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ type: fc.constant('answered' as const), question, answer: option }),
  fc.record({ type: fc.constant('cleared' as const), question }),
  fc.record({ type: fc.constant('checked' as const), question }),
  fc.record({ type: fc.constant('ruledOut' as const), question, option }),
  fc.record({ type: fc.constant('broughtBack' as const), question, option }),
  fc.record({
    type: fc.constant('readingTaken' as const),
    reading: fc.constant('A1'),
    letter: fc.constantFrom('a', 'b', 'any'),
  }),
  fc.record({ type: fc.constant('described' as const), details: fc.record({ title: fc.string() }) }),
  fc.record({
    type: fc.constant('newsKept' as const),
    news: fc.record({
      id: fc.constantFrom('n1', 'n2'),
      date: fc.constant('2026-01-01'),
      source: fc.string(),
      what: fc.string(),
      questions: fc.array(question, { minLength: 1 }),
    }),
  }),
  fc.record({ type: fc.constant('reassessed' as const), news: fc.constantFrom('n1', 'n2'), question }),
  fc.record({
    type: fc.constant('reviewSet' as const),
    question,
    by: fc.constantFrom('', '2026-01-01', '2026-02-02'),
  }),
);

export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: undoableAction },
  { weight: 2, arbitrary: fc.constant<Action>({ type: 'undone' }) },
  { weight: 2, arbitrary: fc.constant<Action>({ type: 'redone' }) },
  {
    weight: 1,
    arbitrary: fc.constant<Action>({
      type: 'issued',
      pack: { id: 'small', version: '1.0.0', hash: '' },
      verdicts: {},
      additions: [],
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('pathTaken' as const),
      path: fc.constantFrom('short' as const, 'whole' as const),
    }),
  },
);
