/** A database of its own for each test, with a way in behind the store's back. */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach } from 'vitest';
import type { SessionStore } from '../../src/session/store.ts';
import { openStore } from '../../src/storage/open-store.ts';

let databases = 0;
const openTabs: { close(): void }[] = [];

afterEach(() => {
  for (const tab of openTabs.splice(0)) tab.close();
});

export function newDatabase(): string {
  return `waymark-test-${++databases}`;
}

/** Opens the store as one more tab would. */
export async function tabOn(database: string, limit = 5000): Promise<SessionStore> {
  const opened = await openStore({ database, limit });
  if ('none' in opened) throw new Error(`no store: ${opened.none}`);
  openTabs.push(opened);
  return opened.store;
}

type Raw = Awaited<ReturnType<typeof openDB>>;

/** Works on the database directly: to read what is really there, or to damage it. */
export async function behind<T>(database: string, work: (raw: Raw) => Promise<T>): Promise<T> {
  const raw = await openDB(database);
  try {
    return await work(raw);
  } finally {
    raw.close();
  }
}
