/** Restoring: what a file's sessions are beside those here, and that nothing here is ever lost by taking one in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/session/fold.ts';
import type { FileSession } from '../../../src/session/hand-on/file.ts';
import {
  compareSessions,
  type Standing,
  type Take,
  takeIn,
  takesOf,
} from '../../../src/session/hand-on/restore.ts';
import type { StoredSession } from '../../../src/session/store.ts';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import { anyAction, extended, journalOf } from '../samples.ts';

const base = journalOf({ type: 'answered', question: 'buyout', answer: 'russian' });
const ahead = extended(base, { type: 'answered', question: 'energy', answer: 'yes' });
const apart = extended(base, { type: 'answered', question: 'energy', answer: 'no' });
const session = (entries = base, more: Partial<StoredSession> = {}): StoredSession => ({
  id: 'a',
  entries,
  place: '',
  deletedAt: '',
  ...more,
});
const GONE = '2026-01-01T00:00:00.000Z';

async function storeWith(...sessions: StoredSession[]) {
  const store = createMemoryStore();
  for (const { id, entries, deletedAt } of sessions) {
    await store.append(id, entries);
    await store.setDeleted(id, deletedAt);
  }
  return store;
}

async function taking(here: StoredSession[], theirs: FileSession, take?: Take) {
  const store = await storeWith(...here);
  let n = 0;
  const incoming = compareSessions((await store.list()).sessions, [theirs]);
  const parts = {
    store,
    now: () => GONE,
    newId: () => `new${++n}`,
    secondTitle: (title: string) => `${title} (2)`,
  };
  const taken = await takeIn(parts, incoming, new Map(take === undefined ? [] : [[theirs.id, take]]));
  return { incoming, taken, after: (await store.list()).sessions };
}

describe('how a session of a file stands to those here', () => {
  it.each<[string, StoredSession[], FileSession, Standing, Take[]]>([
    ['not here', [], session(), 'new', ['take', 'leave']],
    ['entry for entry', [session()], session(), 'same', ['leave']],
    ['goes on from here', [session()], session(ahead), 'newer', ['take', 'leave']],
    ['here goes on', [session(ahead)], session(), 'older', ['leave']],
    ['both went on', [session(ahead)], session(apart), 'diverged', ['leave', 'both', 'theirs']],
    ['the same, deleted here', [session(base, { deletedAt: GONE })], session(), 'same', ['leave', 'take']],
    ['newer, deleted here', [session(base, { deletedAt: GONE })], session(ahead), 'newer', ['leave', 'take']],
    [
      'kept before as a second',
      [session(ahead), session(apart, { id: 'b' })],
      session(apart),
      'same',
      ['leave'],
    ],
    [
      'a second that went on',
      [session(ahead), session(extended(apart, { type: 'cleared', question: 'energy' }), { id: 'b' })],
      session(apart),
      'older',
      ['leave'],
    ],
    [
      'another session with this id',
      [session(journalOf({ type: 'answered', question: 'energy', answer: 'no' }))],
      session(),
      'diverged',
      ['leave', 'both', 'theirs'],
    ],
  ])('%s', (_, here, theirs, standing, takes) => {
    const [found] = compareSessions(here, [theirs]);
    expect(found?.standing).toBe(standing);
    expect(found && takesOf(found)).toEqual(takes);
  });
});

describe('what was chosen', () => {
  it('a new one is kept with its place, a deleted one as deleted', async () => {
    const { after } = await taking([], session(base, { place: 'result', deletedAt: GONE }));
    expect(after).toEqual([session(base, { place: 'result', deletedAt: GONE })]);
  });
  it('a newer one is put after what is here', async () => {
    const { after } = await taking([session()], session(ahead));
    expect(after).toEqual([session(ahead)]);
  });
  it('one that diverged changes nothing unless it is asked for', async () => {
    const { after, taken } = await taking([session(ahead)], session(apart));
    expect(after).toEqual([session(ahead)]);
    expect(taken[0]?.result).toEqual({ kind: 'left' });
  });
  it('both: a second session, told apart by its title', async () => {
    const { after } = await taking([session(ahead)], session(apart), 'both');
    expect(
      after.map(({ id, entries }) => [id, fold(entries).details.title, fold(entries).answers.energy]),
    ).toEqual([
      ['a', 'Sample', 'yes'],
      ['new1', 'Sample (2)', 'no'],
    ]);
  });
  it('theirs: ours goes to the deleted ones, whole', async () => {
    const { after } = await taking([session(ahead)], session(apart), 'theirs');
    expect(after).toEqual([session(ahead, { deletedAt: GONE }), session(apart, { id: 'new1' })]);
  });
  it('a choice that is not offered does nothing', async () => {
    const { after } = await taking([session(ahead)], session(), 'theirs');
    expect(after).toEqual([session(ahead)]);
  });
  it('a write that is refused ends it: what was taken stays, the rest is as it was, and again it goes on', async () => {
    const store = await storeWith();
    const append = store.append.bind(store);
    let full = true;
    store.append = async (id, entries) =>
      full && id === 'b' ? { kind: 'refused', reason: 'quota' } : append(id, entries);
    const theirs = ['a', 'b', 'c'].map((id) =>
      session(extended(base, { type: 'described', details: { title: id } }), { id }),
    );
    const parts = { store, now: () => GONE, newId: () => 'n', secondTitle: (title: string) => title };
    const first = await takeIn(parts, compareSessions([], theirs), new Map());
    expect(first.map(({ result }) => result.kind)).toEqual(['saved', 'refused', 'left']);
    expect((await store.list()).sessions.map(({ id }) => id)).toEqual(['a']);
    full = false;
    await takeIn(parts, compareSessions((await store.list()).sessions, theirs), new Map());
    expect((await store.list()).sessions.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('whatever is taken in, every entry that was here is still here, and a second time changes nothing', async () => {
    const journal = fc.array(anyAction, { maxLength: 4 });
    const take = fc.constantFrom<Take>('leave', 'take', 'both', 'theirs');
    await fc.assert(
      fc.asyncProperty(journal, journal, take, fc.boolean(), async (ours, theirs, chosen, deleted) => {
        const here = session(extended(base, ...ours), { deletedAt: deleted ? GONE : '' });
        const file = session(extended(base, ...theirs));
        const { after } = await taking([here], file, chosen);
        const hashes = new Set(after.flatMap(({ entries }) => entries.map(({ hash }) => hash)));
        expect(here.entries.every(({ hash }) => hashes.has(hash))).toBe(true);
        const [again] = compareSessions(after, [file]);
        const isHere = chosen === 'leave' || again?.standing === 'same' || again?.standing === 'older';
        const offered = takesOf(compareSessions([here], [file])[0] ?? fail()).includes(chosen);
        expect(isHere || !offered).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

function fail(): never {
  throw new Error('nothing was compared');
}
