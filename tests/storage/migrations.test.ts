/** Databases of every version that was ever shipped, frozen as they were: each opens, whole, and is kept twice then. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { createAdditionStore } from '../../src/storage/addition-store.ts';
import { ADDITION_MIGRATIONS, MIGRATIONS, type Migration } from '../../src/storage/migrations.ts';
import { Disk, windowOn } from './sample-copy.ts';
import { newDatabase } from './sample-database.ts';

/** What a database held, store by store, and how its stores were made. */
interface Frozen {
  database: 'sessions' | 'additions';
  version: number;
  stores: Record<string, { keyPath: string | string[]; records: Record<string, unknown>[] }>;
}

const folder = join(import.meta.dirname, 'frozen');
const saves = readdirSync(folder)
  .sort()
  .map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Frozen] as const);

/** Makes the database as it was, without a line of today's code. */
async function thawed(name: string, { version, stores }: Frozen): Promise<void> {
  const raw = await openDB(name, version, {
    upgrade(database) {
      for (const [store, { keyPath }] of Object.entries(stores))
        database.createObjectStore(store, { keyPath });
    },
  });
  for (const [store, { records }] of Object.entries(stores))
    for (const record of records) await raw.put(store, record);
  raw.close();
}

const ran = new Set<Migration>();
for (const migration of [...MIGRATIONS, ...ADDITION_MIGRATIONS]) {
  const { run } = migration;
  vi.spyOn(migration, 'run').mockImplementation((database) => {
    ran.add(migration);
    run(database);
  });
}

describe.each(saves)('%s', (_, save) => {
  const expected = save.stores[save.database === 'sessions' ? 'entries' : 'additions']?.records ?? [];

  it(`of version ${save.version} opens with all it held`, async () => {
    expect(expected.length).toBeGreaterThan(1);
    const name = newDatabase();
    if (save.database === 'additions') {
      await thawed(`${name}-additions`, save);
      const store = createAdditionStore({
        database: `${name}-additions`,
        second: windowOn(name, new Disk()).second,
      });
      expect(await store.list()).toEqual({ additions: expected, damaged: 0 });
      return;
    }
    await thawed(name, save);
    const disk = new Disk();
    const opened = windowOn(name, disk);
    expect((await opened.opened).report).toMatchObject({ damaged: [], parted: [], restored: [] });
    const { sessions, damaged } = await opened.store.list();
    const entries = sessions.flatMap(({ id, entries }) =>
      entries.map((entry) => ({ ...entry, session: id })),
    );
    expect([entries, damaged]).toEqual([expected, []]);
    const marked = save.stores.sessions?.records.map(({ deletedAt }) => deletedAt);
    expect(sessions.map(({ deletedAt }) => deletedAt)).toEqual(marked);
    // And from the second copy alone, into a database that is new.
    const anew = await windowOn(newDatabase(), disk).sessions();
    expect(anew.map(({ entries }) => entries)).toEqual(sessions.map(({ entries }) => entries));
  });
});

it('a save of every version is frozen, and every migration ran', () => {
  const versions = (of: Frozen['database']) =>
    saves.filter(([, { database }]) => database === of).map(([, { version }]) => version);
  expect(versions('sessions')).toEqual(MIGRATIONS.map((_, i) => i + 1));
  expect(versions('additions')).toEqual(ADDITION_MIGRATIONS.map((_, i) => i + 1));
  expect([...ran].map(({ name }) => name).sort()).toEqual(
    [...MIGRATIONS, ...ADDITION_MIGRATIONS].map(({ name }) => name).sort(),
  );
});
