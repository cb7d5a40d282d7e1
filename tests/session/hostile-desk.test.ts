/** One session that cannot be read as it lies there ends no list of the others. */
import { expect, it } from 'vitest';
import { createDesk } from '../../src/session/create-desk.ts';
import type { Desk } from '../../src/session/desk.ts';
import type { Entry } from '../../src/session/journal.ts';
import type { SessionStore, StoredSession } from '../../src/session/store.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { journalOf, TIME } from './samples.ts';
import { smallBrief } from './small-pack.ts';

const good: StoredSession = {
  id: 'good',
  entries: journalOf({ type: 'sourceKept', source: { id: 's1', title: 'Cable', reliability: 'A' } }),
  place: '',
  deletedAt: '',
};

async function deskOn(store: Partial<SessionStore>): Promise<Desk> {
  const desk = createDesk({
    briefs: [smallBrief],
    store: { ...createMemoryStore(), ...store },
    now: () => TIME,
    newId: () => 'new',
  });
  for (let i = 0; i < 100 && !desk.ready.value && desk.unreadable.value === ''; i++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  return desk;
}

it('a journal that cannot be folded is told among the damaged, and the others are listed', async () => {
  const entries = [
    { seq: 1, time: TIME, action: { type: 'sung' }, prev: '', hash: 'x' },
  ] as unknown as Entry[];
  const bad: StoredSession = { ...good, id: 'bad', entries };
  const desk = await deskOn({ list: async () => ({ sessions: [bad, good], damaged: [] }) });
  expect(desk.sessions.value.map(({ id }) => id)).toEqual(['good']);
  expect(desk.damaged.value).toEqual([{ id: 'bad', reason: 'broken' }]);
  expect(desk.sources.value.map(({ id }) => id)).toEqual(['s1']);
  expect(desk.withdrawals(new Set(['s1']))).toEqual([]);
});

it.each([
  ['nothing', 'null'],
  ['a name by birth', '{"details":"valueOf"}'],
  ['other types', '{"pack":1,"details":null,"origin":[],"answers":0}'],
])('a gist that is %s is not believed: the journal is read', async (_, text) => {
  const outlined = [{ id: 'good', last: good.entries.at(-1)?.hash ?? '', text, place: '', deletedAt: '' }];
  const desk = await deskOn({
    outline: async () => ({ sessions: [], outlined, damaged: [] }),
    keepGists: async () => undefined,
    read: async () => good,
  });
  expect(desk.unreadable.value).toBe('');
  expect(desk.sessions.value.map(({ id, details }) => [id, details.title])).toEqual([['good', 'Sample']]);
});
