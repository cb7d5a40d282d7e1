/** A list made of gists says what one made of journals says, whatever was done before; and no gist outlives its session. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createSealing } from '../../src/lock/sealing.ts';
import { newSecret, unwrapped } from '../../src/lock/vault-key.ts';
import { createDesk } from '../../src/session/create-desk.ts';
import type { Desk } from '../../src/session/desk.ts';
import type { Action } from '../../src/session/journal.ts';
import type { SessionStore } from '../../src/session/store.ts';
import { createGistStore, gistsOf } from '../../src/storage/gist-store.ts';
import { createMemoryAdditionStore } from '../../src/storage/memory-addition-store.ts';
import { createMemoryWorkshopStore } from '../../src/storage/memory-workshop-store.ts';
import { createSealedStore } from '../../src/storage/vault/sealed-store.ts';
import { type Places, sealAll, settle, unlock } from '../../src/storage/vault/vault.ts';
import { anyAction, extended, journalOf } from '../session/samples.ts';
import { smallBrief, smallPack } from '../session/small-pack.ts';
import { Disk, windowOn } from './sample-copy.ts';
import { behind, newDatabase } from './sample-database.ts';

vi.setConfig({ testTimeout: 60_000 });

const PASSPHRASE = 'abandon ability able';

const evidence = fc.record({
  confidence: fc.constantFrom('' as const, 'low' as const, 'moderate' as const),
  basis: fc.constantFrom('' as const, 'assumption' as const),
  sources: fc.array(
    fc.record({
      source: fc.constantFrom('s1', 's2'),
      stance: fc.constantFrom('for' as const, 'against' as const),
      informationOf: fc.constant(''),
      credibility: fc.constant('' as const),
    }),
    { maxLength: 2 },
  ),
  note: fc.constantFrom('', 'Canary note'),
  ownView: fc.constantFrom('', 'Canary view'),
});
const grounded: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    type: fc.constant('assessed' as const),
    question: fc.constantFrom(...smallPack.questions.map(({ id }) => id)),
    evidence,
  }),
  fc.record({
    type: fc.constant('sourceKept' as const),
    source: fc.record({
      id: fc.constantFrom('s1', 's2'),
      title: fc.string(),
      reliability: fc.constantFrom('' as const, 'B' as const),
    }),
  }),
);
const actions = fc.array(fc.oneof({ weight: 2, arbitrary: anyAction }, grounded), { maxLength: 14 });

function deskOn(store: SessionStore, form = 'one'): Desk {
  const now = () => '2026-03-04T05:06:07.000Z';
  const newId = () => 'new';
  return createDesk({ briefs: [smallBrief], store, now, newId, gistForm: form });
}

async function ready(desk: Desk): Promise<Desk> {
  while (!desk.ready.value && desk.unreadable.value === '') await new Promise((go) => setTimeout(go, 1));
  return desk;
}

/** All that a desk says without opening a session. */
function saidBy(desk: Desk): string {
  const { sessions, deleted, sources, damaged } = desk;
  const lists = [sessions.value, deleted.value].map((list) => list.map((one) => ({ ...one })));
  const withdrawn = ['s1', 's2'].map((source) =>
    desk.withdrawals(new Set([source])).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  return JSON.stringify([lists, sources.value, withdrawn, damaged.value], (_, value) =>
    // The order in which keys were put has no meaning.
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** The store without gists: the twin that reads every journal. */
function withoutGists(store: SessionStore): SessionStore {
  return { ...store, outline: undefined, keepGists: undefined } as unknown as SessionStore;
}

/** How many journals were read to make the list. */
async function journalsRead(store: SessionStore): Promise<number> {
  return (await store.outline?.('one'))?.sessions.length ?? -1;
}

const gistsIn = (database: string) => behind(gistsOf(database), (raw) => raw.getAll('gists'));

const PLACES: ['in the open' | 'sealed', (store: SessionStore) => Promise<SessionStore>][] = [
  ['in the open', async (store) => store],
  [
    'sealed',
    async (store) => {
      const keys = await unwrapped(await newSecret(PASSPHRASE, 100_000), PASSPHRASE);
      if (keys === undefined) throw new Error('no keys');
      return createSealedStore(store, createSealing(keys));
    },
  ],
];

describe.each(PLACES)('%s', (place, placed) => {
  it('says the same as the journals, reads none of those that did not change, and all others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(actions, actions, fc.boolean()), { minLength: 1, maxLength: 5 }),
        async (sessions) => {
          const database = newDatabase();
          const { store: kept, opened } = windowOn(database, new Disk());
          await opened;
          const store = await placed(kept);
          for (const [i, [before]] of sessions.entries()) await store.append(`s${i}`, journalOf(...before));
          await (await ready(deskOn(store))).keepGists();
          expect(await journalsRead(store)).toBe(0);

          let changed = 0;
          for (const [i, [before, after, marked]] of sessions.entries()) {
            const journal = journalOf(...before);
            const more = extended(journal, ...after).slice(journal.length);
            if (more.length > 0) changed += 1;
            await store.append(`s${i}`, more);
            if (marked) await store.setDeleted(`s${i}`, '2026-05-05T00:00:00.000Z');
            if (i === 0) await store.setPlace('s0', 'question/buyout');
          }
          expect(await journalsRead(store)).toBe(changed);
          const listed = await ready(deskOn(store));
          const twin = await ready(deskOn(withoutGists(store)));
          expect(saidBy(listed)).toBe(saidBy(twin));

          // One by one they are read, and nothing of what is said changes.
          for (const i of sessions.keys()) await listed.open(`s${i}`);
          expect(saidBy(listed)).toBe(saidBy(twin));
          await listed.keepGists();
          expect(await journalsRead(store)).toBe(0);
          if (place === 'sealed')
            expect(JSON.stringify(await gistsIn(database))).not.toMatch(/Sample|buyout/);
          expect(JSON.stringify(await gistsIn(database))).not.toContain('Canary');
        },
      ),
      { numRuns: place === 'sealed' ? 15 : 60 },
    );
  });

  it('what is done on the list with a session that was not read', async () => {
    const { store: kept, opened } = windowOn(newDatabase(), new Disk());
    await opened;
    const store = await placed(kept);
    for (const id of ['a', 'b', 'c', 'd']) await store.append(id, journalOf());
    await (await ready(deskOn(store))).keepGists();
    const desk = await ready(deskOn(store));
    await desk.rename('a', 'Renamed');
    await desk.duplicate('b', 'Copied');
    await desk.delete('c');
    await desk.removeForGood('d');
    const titles = (list: { details: { title: string } }[]) =>
      list.map(({ details }) => details.title).sort();
    expect(titles(desk.sessions.value)).toEqual(['Copied', 'Renamed', 'Sample']);
    expect(desk.deleted.value).toMatchObject([{ id: 'c', deletedAt: '2026-03-04T05:06:07.000Z' }]);
    await desk.restore('c');
    expect(desk.deleted.value).toEqual([]);
    expect(saidBy(desk)).toBe(saidBy(await ready(deskOn(withoutGists(store)))));
  });
});

describe('a gist', () => {
  /** Two sessions with gists. */
  async function listed() {
    const database = newDatabase();
    const disk = new Disk();
    const { store, opened } = windowOn(database, disk);
    await opened;
    for (const id of ['a', 'b']) await store.append(id, journalOf());
    await (await ready(deskOn(store))).keepGists();
    return { database, disk, store };
  }
  const idsOf = async (database: string) => (await gistsIn(database)).map(({ id }) => id);

  it('goes with its session', async () => {
    const { database, store } = await listed();
    await store.remove('a');
    expect(await idsOf(database)).toEqual(['b']);
  });

  it('is taken away again where another window removed the session while it was put', async () => {
    const { database, store } = await listed();
    const desk = await ready(deskOn(withoutGists(store)));
    const other = await ready(deskOn(store, 'two'));
    await desk.removeForGood('a');
    // That window has heard nothing of it.
    await store.keepGists?.('two', [{ id: 'a', last: 'x', text: '{}' }]);
    await other.keepGists();
    expect(await idsOf(database)).toEqual(['b']);
  });

  it('of a session that is gone, as after a removal that was cut off, goes with the next list', async () => {
    const { database, store } = await listed();
    await behind(database, async (raw) => {
      await raw.delete('sessions', 'a');
      await raw.delete('entries', IDBKeyRange.bound(['a'], ['a', []]));
    });
    await store.outline?.('one');
    await vi.waitFor(async () => expect(await idsOf(database)).toEqual(['b']));
  });

  it('is not made anew once the store was closed, as when everything is wiped', async () => {
    const database = newDatabase();
    const gists = createGistStore(database);
    await gists.readAll();
    gists.close();
    await behind(gistsOf(database), async (raw) => raw.clear('gists'));
    await gists.put([{ id: 'a', last: 'x', text: '{}', form: 'one' }]);
    expect(await idsOf(database)).toEqual([]);
  });

  it('of another build counts for nothing', async () => {
    const { store } = await listed();
    expect((await store.outline?.('two'))?.sessions).toHaveLength(2);
    expect((await store.outline?.(undefined))?.sessions).toHaveLength(0);
  });

  it('that is no longer what was written is not believed: the journal is read', async () => {
    const { database, store } = await listed();
    await behind(gistsOf(database), async (raw) => {
      const [row] = await raw.getAll('gists');
      await raw.put('gists', { ...row, text: '{"details":' });
    });
    const desk = await ready(deskOn(store));
    expect(desk.sessions.value.map(({ details }) => details.title)).toEqual(['Sample', 'Sample']);
  });

  it('hides no damage: it is told once both stores were looked at', async () => {
    const { database, disk } = await listed();
    await behind(database, async (raw) => {
      await raw.delete('entries', ['a', 1]);
    });
    // The second copy has lost the same session.
    disk.files.a = new Uint8Array();
    disk.files.b = new Uint8Array();
    const { store, opened } = windowOn(database, disk);
    const desk = await ready(deskOn(store));
    await opened;
    await vi.waitFor(() => {
      expect(desk.damaged.value.map(({ id }) => id)).toEqual(['a']);
      expect(desk.sessions.value.map(({ id }) => id)).toEqual(['b']);
    });
  });

  it('stands in for no session that the database has lost: it is made good', async () => {
    const { database, disk } = await listed();
    await behind(database, async (raw) => {
      for (const name of ['entries', 'sessions']) await raw.clear(name);
    });
    const { store } = windowOn(database, disk);
    const desk = await ready(deskOn(store));
    expect(desk.sessions.value.map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect((await desk.open('a'))?.entries.value).toHaveLength(1);
  });

  it('where none can be kept, the journals are read', async () => {
    const { database, store } = await listed();
    // A later version of that database: this app can neither read nor write it.
    const { openDB } = await import('idb');
    (await openDB(gistsOf(database), 7)).close();
    await store.append('b', extended(journalOf(), { type: 'pathTaken', path: 'whole' }).slice(1));
    const desk = await ready(deskOn(store));
    await desk.keepGists();
    expect(saidBy(desk)).toBe(saidBy(await ready(deskOn(withoutGists(store)))));
  });
});

describe('locking with a passphrase', () => {
  it('keeps gists too: neither the door nor the first list after it reads a journal of a session', async () => {
    const windows = [windowOn(newDatabase(), new Disk()), windowOn(newDatabase(), new Disk())] as const;
    const [open, sealed] = windows.map(({ store }) => store) as [SessionStore, SessionStore];
    await Promise.all(windows.map(({ opened }) => opened));
    for (let i = 0; i < 40; i++) await open.append(`s${i}`, journalOf({ type: 'pathTaken', path: 'whole' }));
    const read: string[] = [];
    const watched: SessionStore = {
      ...sealed,
      read: (id) => {
        read.push(id);
        return sealed.read(id);
      },
      list: () => {
        read.push('all');
        return sealed.list();
      },
    };
    const places: Places = {
      sealed,
      open: {
        store: open,
        additions: createMemoryAdditionStore(),
        workshops: createMemoryWorkshopStore(),
      },
      clearSealed: async () => undefined,
      clearOpen: async () => undefined,
      openIsThere: async () => false,
    };
    await sealAll(places, PASSPHRASE, 100_000, 'one');
    const there = { ...places, sealed: watched };
    const standing = await settle(there);
    if (standing.kind !== 'sealed') throw new Error(standing.kind);
    const unlocked = await unlock(there, standing.header, PASSPHRASE);
    if (unlocked === undefined) throw new Error('it does not open');
    const desk = await ready(deskOn(unlocked.store));
    await unlocked.additions.list();
    await unlocked.workshops.list();
    // What is the vault's own has a space in its name.
    expect(read.filter((id) => !id.includes(' '))).toEqual([]);
    expect(await journalsRead(unlocked.store)).toBe(0);
    expect(saidBy(desk)).toBe(saidBy(await ready(deskOn(withoutGists(open)))));
  });
});
