/** "Saved" is said of what the store shows afterwards, whatever it said of the write itself. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SaveResult } from '../../src/session/store.ts';
import { createAdditionStore } from '../../src/storage/addition-store.ts';
import { openCacheMedium } from '../../src/storage/copy/cache-medium.ts';
import { openFileMedium } from '../../src/storage/copy/file-medium.ts';
import { createWorkshopStore } from '../../src/storage/workshop-store.ts';
import { addition } from '../session/additions/sample-additions.ts';
import { extended, journalOf } from '../session/samples.ts';
import { Disk } from './sample-copy.ts';
import { newDatabase, tabOn } from './sample-database.ts';

const journal = journalOf({ type: 'answered', question: 'energy', answer: 'yes' });
const longer = extended(journal, { type: 'answered', question: 'energy', answer: 'no' });
const TIME = '2026-11-22T00:00:00.000Z';

afterEach(() => vi.restoreAllMocks());

/** Every write is acknowledged, and none is done. */
function forgetful(): void {
  const { prototype } = IDBObjectStore;
  for (const name of ['put', 'add', 'delete'] as const)
    vi.spyOn(prototype, name).mockImplementation(function (this: IDBObjectStore): never {
      return this.count() as never;
    });
}

const CASES: [string, () => Promise<() => Promise<SaveResult>>][] = [
  [
    'a new session',
    async () => {
      const store = await tabOn(newDatabase());
      return () => store.append('a', journal);
    },
  ],
  [
    'an answer',
    async () => {
      const store = await tabOn(newDatabase());
      await store.append('a', journal);
      return () => store.append('a', longer.slice(journal.length));
    },
  ],
  [
    'a session deleted',
    async () => {
      const store = await tabOn(newDatabase());
      await store.append('a', journal);
      return () => store.setDeleted('a', TIME);
    },
  ],
  [
    'a session removed for good',
    async () => {
      const store = await tabOn(newDatabase());
      await store.append('a', journal);
      return () => store.remove('a');
    },
  ],
  [
    'an own addition',
    async () => {
      const store = createAdditionStore({ database: newDatabase() });
      await store.put([addition()]);
      return () => store.put([addition({ revision: 2, text: 'Other' })]);
    },
  ],
  [
    'an own addition removed for good',
    async () => {
      const store = createAdditionStore({ database: newDatabase() });
      await store.put([addition()]);
      return () => store.remove(addition());
    },
  ],
  [
    'a table',
    async () => {
      const store = createWorkshopStore({ database: newDatabase() });
      await store.update('table', 't', () => 1);
      return () => store.update('table', 't', () => 2);
    },
  ],
  [
    'a room removed',
    async () => {
      const store = createWorkshopStore({ database: newDatabase() });
      await store.update('room', 'r', () => 1);
      return () => store.remove('room', 'r');
    },
  ],
];

describe('a database that acknowledges what it does not keep', () => {
  it.each(CASES)('is not believed: %s', async (_name, prepare) => {
    const write = await prepare();
    forgetful();
    expect(await write()).toEqual({ kind: 'refused', reason: 'unknown' });
  });
  it.each(CASES)('while what is there is saved: %s', async (_name, prepare) => {
    const write = await prepare();
    expect(await write()).toEqual({ kind: 'saved' });
  });
});

describe('a second copy that acknowledges what it does not keep', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('is not believed: files', async () => {
    const disk = new Disk();
    let forgets = false;
    const folder = Object.assign(Object.create(disk) as Disk, {
      async open(name: 'a' | 'b') {
        const file = await disk.open(name);
        const blank = (all: Uint8Array) => (forgets ? new Uint8Array(all.length) : all);
        return { ...file, write: (all: Uint8Array, to: { at: number }) => file.write(blank(all), to) };
      },
    });
    const medium = await openFileMedium(folder);
    await medium.append(bytes('kept\n'));
    forgets = true;
    await expect(medium.append(bytes('lost\n'))).rejects.toThrow('second copy: unknown');
    forgets = false;
    // What was there before is there still, and what comes next follows it.
    await medium.append(bytes('next\n'));
    expect(disk.text()).toContain('kept\nnext\n');
  });

  it('is not believed: caches', async () => {
    const kept = new Map<string, Uint8Array<ArrayBuffer>>();
    let forgets = false;
    const cache = {
      keys: async () => [...kept.keys()].map((url) => ({ url })),
      match: async (url: string) => kept.has(url) && new Response(kept.get(url)),
      delete: async (url: string) => kept.delete(url),
      put: async (url: string, response: Response) => {
        const all = new Uint8Array(await response.arrayBuffer());
        kept.set(url, forgets ? all.slice(1) : all);
      },
    };
    const stores = { open: async () => cache, has: async () => true } as unknown as CacheStorage;
    const medium = await openCacheMedium('copy', stores);
    await medium.append(bytes('kept\n'));
    forgets = true;
    await expect(medium.append(bytes('lost\n'))).rejects.toThrow('second copy: unknown');
  });
});
