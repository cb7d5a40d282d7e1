/** What the store keeps, refuses and reports; the memory store is held to the same where it can be. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/session/journal.ts';
import type { SessionStore } from '../../src/session/store.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { extended, journalOf } from '../session/samples.ts';
import { behind, newDatabase, tabOn } from './sample-database.ts';

const yes = { type: 'answered', question: 'energy', answer: 'yes' } as const;
const no = { ...yes, answer: 'no' };
const journal = journalOf(yes, no);

describe.each([
  ['IndexedDB', () => tabOn(newDatabase())],
  ['memory', async () => createMemoryStore()],
])('in %s', (_, open: () => Promise<SessionStore>) => {
  it('keeps a session, its place and its deletion', async () => {
    const store = await open();
    expect(await store.append('a', journal.slice(0, 1))).toEqual({ kind: 'saved' });
    expect(await store.append('a', journal.slice(1))).toEqual({ kind: 'saved' });
    await store.setPlace('a', 'question/energy');
    expect(await store.setDeleted('a', '2026')).toEqual({ kind: 'saved' });
    const expected = { id: 'a', entries: journal, place: 'question/energy', deletedAt: '2026' };
    expect(await store.read('a')).toEqual(expected);
    expect(await store.list()).toEqual({ sessions: [expected], damaged: [] });
    await store.setDeleted('a', '');
    expect(await store.append('a', extended(journal, yes).slice(3))).toEqual({ kind: 'saved' });
    expect(await store.read('a')).toMatchObject({ place: 'question/energy', deletedAt: '' });
  });

  it('keeps sessions apart, ids that begin alike too', async () => {
    const store = await open();
    for (const id of ['a', 'ab', 'b']) await store.append(id, journal);
    expect(await store.remove('a')).toEqual({ kind: 'saved' });
    expect(await store.read('a')).toBe(undefined);
    expect((await store.list()).sessions.map(({ id }) => id).sort()).toEqual(['ab', 'b']);
    expect((await store.read('ab'))?.entries).toEqual(journal);
  });

  const other = extended(journal.slice(0, 2), { type: 'cleared', question: 'energy' });
  const stale: [string, Entry[], Entry[]][] = [
    ['a gap', journal.slice(0, 1), journal.slice(2)],
    ['the beginning missing', [], journal.slice(1)],
    ["another tab's entry in its place", other, journal.slice(2)],
    ['another past', other, extended(journal, yes).slice(3)],
    ['a second beginning', journal, journalOf().slice(0, 1)],
  ];
  it.each(stale)('is stale, and keeps nothing: %s', async (_, before, entries) => {
    const store = await open();
    await store.append('a', before);
    expect(await store.append('a', entries)).toEqual({ kind: 'stale' });
    expect((await store.read('a'))?.entries ?? []).toEqual(before);
  });

  it('does not bring a removed session back', async () => {
    const store = await open();
    await store.append('a', journal.slice(0, 2));
    await store.remove('a');
    expect(await store.append('a', journal.slice(2))).toEqual({ kind: 'stale' });
    expect(await store.setDeleted('a', '2026')).toEqual({ kind: 'stale' });
    await store.setPlace('a', 'x');
    expect((await store.list()).sessions).toEqual([]);
  });
});

describe('the database', () => {
  it('holds an entry a record and one record a session', async () => {
    const database = newDatabase();
    const store = await tabOn(database);
    await store.append('a', journal);
    const [keys, sessions] = await behind(database, (raw) =>
      Promise.all([raw.getAllKeys('entries'), raw.getAll('sessions')]),
    );
    expect(keys).toEqual([
      ['a', 1],
      ['a', 2],
      ['a', 3],
    ]);
    expect(sessions).toEqual([
      { id: 'a', place: '', deletedAt: '', count: 3, last: journal[2]?.hash, life: 0 },
    ]);
  });

  it('takes the same write once more, after one that was not acknowledged', async () => {
    const store = await tabOn(newDatabase());
    await store.append('a', journal);
    expect(await store.append('a', journal.slice(1))).toEqual({ kind: 'saved' });
    expect((await store.read('a'))?.entries).toEqual(journal);
  });

  it('is found again by another tab, and by the next start', async () => {
    const database = newDatabase();
    await (await tabOn(database)).append('a', journal);
    expect((await (await tabOn(database)).read('a'))?.entries).toEqual(journal);
  });

  it('tells other tabs, never this one, what changed', async () => {
    const database = newDatabase();
    const [here, there] = [await tabOn(database), await tabOn(database)];
    const heard: string[] = [];
    const stop = there.onChange((id) => heard.push(`there ${id}`));
    here.onChange((id) => heard.push(`here ${id}`));
    const hints = () => new Promise((resolve) => setTimeout(resolve, 50));
    await here.append('a', journal.slice(0, 2));
    await here.append('a', journal.slice(0, 1)); // stale: nothing to tell
    await here.setDeleted('a', '2026');
    await expect.poll(() => heard).toEqual(['there a', 'there a']);
    await hints();
    expect(heard).toHaveLength(2);
    stop();
    await here.remove('a');
    await hints();
    expect(heard).toHaveLength(2);
  });
});

describe('a damaged journal is told, by list and by read, and the rest is there', () => {
  type Record = Entry & { session: string };
  type Meta = { id: string; count: number; last: string };
  const damages: [
    string,
    (entry: Record, meta: Meta) => { put?: unknown; drop?: [string, number]; meta?: unknown },
    string,
  ][] = [
    [
      'an answer altered',
      (entry) => ({ put: { ...entry, action: { ...entry.action, answer: 'dont_know' } } }),
      'broken',
    ],
    ['a time altered', (entry) => ({ put: { ...entry, time: '2020' } }), 'broken'],
    ['a hash altered', (entry) => ({ put: { ...entry, hash: '' } }), 'broken'],
    ['a link altered', (entry) => ({ put: { ...entry, prev: '' } }), 'broken'],
    ['an entry emptied', (entry) => ({ put: { session: entry.session, seq: entry.seq } }), 'broken'],
    ['an entry lost', () => ({ drop: ['bad', 2] }), 'incomplete'],
    ['the beginning lost', () => ({ drop: ['bad', 1] }), 'incomplete'],
    ['the end lost', () => ({ drop: ['bad', 3] }), 'incomplete'],
    ['an entry too many', (entry) => ({ put: { ...entry, seq: 4 } }), 'broken'],
    ['its record altered', (_, meta) => ({ meta: { ...meta, last: 'x' } }), 'broken'],
    ['its record of another form', (_, meta) => ({ meta: { id: meta.id } }), 'broken'],
    ['its record lost', () => ({ meta: null }), 'incomplete'],
  ];
  it.each(damages)('%s', async (_, damage, reason) => {
    const database = newDatabase();
    const store = await tabOn(database);
    await store.append('good', journal);
    await store.append('bad', journal);
    await behind(database, async (raw) => {
      const { put, drop, meta } = damage(
        await raw.get('entries', ['bad', 2]),
        await raw.get('sessions', 'bad'),
      );
      if (put !== undefined) await raw.put('entries', put);
      if (drop !== undefined) await raw.delete('entries', drop);
      if (meta === null) await raw.delete('sessions', 'bad');
      else if (meta !== undefined) await raw.put('sessions', meta);
    });
    const { sessions, damaged } = await store.list();
    expect(damaged).toEqual([{ id: 'bad', reason }]);
    expect(sessions.map(({ id }) => id)).toEqual(['good']);
    await expect(store.read('bad')).rejects.toMatchObject({ name: 'DamagedJournal', reason });
    expect(await store.remove('bad')).toEqual({ kind: 'saved' });
    expect((await store.list()).damaged).toEqual([]);
  });
});
