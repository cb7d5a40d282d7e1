/**
 * Journals that an earlier version wrote and whose own reader then refused, as with a year of five digits: they open, what
 * is bad in them is left out and told, and they are never changed for that.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSession, writtenSession } from '../../src/exchange/file-session.ts';
import { isWritable, judgeAction, LONGEST_TEXT, usable } from '../../src/session/action.ts';
import { compareJournals, MOST_ENTRIES, nextEntry, verifyJournal } from '../../src/session/chain.ts';
import { fold, undoAndRedo } from '../../src/session/fold.ts';
import { given } from '../../src/session/hand-on/giving.ts';
import { erased, textsOf } from '../../src/session/hand-on/texts.ts';
import { issuesOf } from '../../src/session/issues.ts';
import type { Action, Entry, News } from '../../src/session/journal.ts';
import { reconcile } from '../../src/storage/reconcile.ts';
import { sessionFrom } from '../../src/storage/stored.ts';
import { begun, deskOver, faultyStore, opened, storedIn } from './faulty-store.ts';
import { anyAction, created, extended, journalOf, TIME } from './samples.ts';
import { smallBrief } from './small-pack.ts';

const LONG_DAY = '20266-01-01';
const review = (by: string): Action => ({ type: 'reviewSet', question: 'energy', by });
const answered: Action = { type: 'answered', question: 'energy', answer: 'yes' };
const news = (date: string): News => ({
  id: 'n1',
  date,
  source: 'a paper',
  what: 'a vote',
  questions: ['energy'],
});

const hurt = journalOf(review('2026-05-01'), review(LONG_DAY), answered);

const stored = (entries: readonly Entry[]) => ({
  meta: { id: 's', place: '', deletedAt: '', count: entries.length, last: entries.at(-1)?.hash ?? '' },
  records: entries.map((entry) => ({ ...entry, session: 's' })),
});

describe('a session with a year of five digits', () => {
  it('opens from the database, entry for entry, and leaves the bad day out', () => {
    const { meta, records } = stored(hurt);
    const found = sessionFrom('s', meta, records);
    expect(found).toEqual({ session: { id: 's', entries: hurt, place: '', deletedAt: '' } });
    const state = fold(hurt);
    expect(state.reviews).toEqual({ energy: '2026-05-01' });
    expect(state.answers).toMatchObject({ energy: 'yes' });
    expect(state.leftOut).toBe(1);
  });

  it('is whole to the second copy too', () => {
    const side = {
      records: stored(hurt).records,
      head: { count: hurt.length, last: hurt.at(-1)?.hash ?? '' },
      deletedAt: '',
      life: 0,
    };
    const outcome = reconcile({ first: side, second: undefined, ended: 0 });
    expect(outcome).toMatchObject({ kind: 'whole', entries: hurt });
  });

  it('goes through a file, and is the same session there', () => {
    const read = readSession(
      JSON.parse(JSON.stringify(writtenSession({ id: 's', entries: hurt, place: '', deletedAt: '' }))),
      { id: 'small', version: '1.0.0', hash: '' },
    );
    if (typeof read === 'string') throw new Error(read);
    expect(compareJournals(read.session.entries, hurt).kind).toBe('same');
  });

  it('is undone past what was left out', () => {
    const entries = extended(hurt, { type: 'undone', of: 4 });
    expect(undoAndRedo(entries)).toEqual({ undo: 2, redo: 4 });
    expect(fold(extended(entries, { type: 'undone', of: 2 })).reviews).toEqual({});
  });

  it('was duplicated with the bad day in what it began with: that goes, the rest stays', () => {
    if (created.type !== 'created') throw new Error();
    const reviews = { energy: LONG_DAY, mandate: '2026-06-01' };
    const action = { ...created, carried: { ...created.carried, reviews } };
    const copy = [nextEntry(undefined, action, TIME)];
    expect(verifyJournal(copy)).toEqual({ entries: copy });
    expect(fold(copy)).toMatchObject({ reviews: { mandate: '2026-06-01' }, leftOut: 1 });
    expect(fold(copy).answers).toEqual(fold(journalOf()).answers);
  });

  it('keeps the words of news whose day is bad', () => {
    const state = fold(journalOf({ type: 'newsKept', news: news(LONG_DAY) }));
    expect(state.news).toEqual([{ ...news(''), settled: [] }]);
    expect(state.leftOut).toBe(1);
  });
});

describe('whatever a journal holds under right hashes', () => {
  const bad = fc.oneof(
    fc.record({ type: fc.constant('assessed'), question: fc.anything(), evidence: fc.anything() }),
    fc.record({ type: fc.constant('issued'), verdicts: fc.anything(), additions: fc.anything() }),
    fc.record({ type: fc.constant('newsKept'), news: fc.anything() }),
    fc.record({ type: fc.constant('sourceKept'), source: fc.anything() }),
    fc.record({ type: fc.constant('described'), details: fc.anything() }),
    fc.record({ type: fc.constant('undone'), of: fc.anything() }),
    fc.record({ type: fc.constant('ruledOut'), question: fc.anything(), option: fc.anything() }),
    fc.record({
      type: fc.constant('upgraded'),
      from: fc.anything(),
      to: fc.anything(),
      verdicts: fc.anything(),
    }),
  );
  /** As it comes out of a file. */
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Action;

  it('it opens, and what can be used is what is of its form', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyAction, bad.map(plain)), { maxLength: 12 }), (actions) => {
        const entries = journalOf(...actions);
        expect(verifyJournal(entries)).toEqual({ entries });
        const state = fold(entries);
        const fine = actions.filter((action) => judgeAction(action) === 'known');
        expect(state.leftOut).toBe(actions.length - fine.length);
        for (const action of actions) {
          const used = usable(action);
          if (used !== undefined) expect(judgeAction(used)).toBe('known');
        }
        // Whoever reads actions off a journal lives with it as well.
        textsOf(entries);
        issuesOf(entries);
        for (const history of [true, false])
          expect(verifyJournal(given('s', entries, { history, notes: false }).entries)).toHaveProperty(
            'entries',
          );
        expect(fold(erased(entries, 'a vote', TIME)).leftOut).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('nothing is written that its reader would refuse', () => {
  it.each([
    ['a year of five digits', review(LONG_DAY)],
    ['a year of six digits', review('+020266-01-01')],
    ['no day', review('tomorrow')],
    ['news of a day that is none', { type: 'newsKept', news: news(LONG_DAY) } as const],
    ['something that no form has', { type: 'newsKept', news: { ...news(''), colour: 'red' } } as Action],
    [
      'a text longer than a file may have',
      { type: 'described', details: { title: 'a'.repeat(LONGEST_TEXT + 1) } } as const,
    ],
  ])('%s is refused in words, and nothing is recorded', async (_, action) => {
    const store = faultyStore();
    const session = await begun(deskOver(store));
    const before = session.entries.value;
    if (action.type === 'reviewSet') await session.setReview(action.question, action.by);
    if (action.type === 'newsKept') await session.keepNews(action.news);
    if (action.type === 'described') await session.describe(action.details);
    expect([session.saving.value, session.refusal.value]).toEqual(['refused', 'unfit']);
    expect(session.entries.value).toBe(before);
    // What is right afterwards is kept, and there is nothing left to try again.
    await session.answer('energy', 'yes');
    expect([session.saving.value, session.refusal.value]).toEqual(['saved', '']);
    expect((await storedIn(store, session.id)).entries).toHaveLength(before.length + 1);
  });

  it('what was refused before it was recorded is not waiting to be tried again', async () => {
    const session = await begun(deskOver(faultyStore()));
    await session.setReview('energy', LONG_DAY);
    await session.retry();
    expect(session.saving.value).toBe('saved');
  });

  it('nor does a session begin with it', async () => {
    const store = faultyStore();
    const made = await deskOver(store).create({
      brief: smallBrief,
      path: 'short',
      title: 'a'.repeat(LONGEST_TEXT + 1),
    });
    expect(made).toEqual({ refused: 'unfit' });
  });

  it('a session has as many entries as a file may have', async () => {
    const many = Array.from(
      { length: MOST_ENTRIES - 1 },
      (): Action => ({ type: 'pathTaken', path: 'whole' }),
    );
    const store = faultyStore();
    await store.append('s', journalOf(...many));
    const session = await opened(deskOver(store), 's');
    await session.answer('energy', 'yes');
    expect([session.saving.value, session.refusal.value]).toEqual(['refused', 'full']);
    expect(session.entries.value).toHaveLength(MOST_ENTRIES);
  });

  it('and whatever passes is read back, from the database and from a file', () => {
    fc.assert(
      fc.property(anyAction, (action) => {
        if (!isWritable(action)) return;
        const entries = journalOf(action);
        expect(verifyJournal(entries)).toEqual({ entries });
        expect(fold(entries).leftOut).toBe(0);
        const known = { id: 'small', version: '1.0.0', hash: '' };
        const file = JSON.parse(
          JSON.stringify(writtenSession({ id: 's', entries, place: '', deletedAt: '' })),
        );
        expect(readSession(file, known)).toHaveProperty('session');
      }),
    );
  });
});
