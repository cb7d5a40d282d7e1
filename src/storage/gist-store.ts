/**
 * What lists say of sessions, beside the database of their journals: derived, so it is worth a wait nowhere and a
 * warning nowhere. In a database of its own, because the journals' has the same form in older releases, whose open
 * windows could not go on with a newer one.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptGist } from '../session/store.ts';
import { Refusal } from './refusal.ts';
import { timeLimit } from './time-limit.ts';

/** `form`: see SessionStore.keepGists. */
type Row = KeptGist & { form: string };

interface Schema extends DBSchema {
  gists: { key: string; value: Row };
}

export interface GistStore {
  /** By session; none where they cannot be read. */
  readAll(): Promise<Map<string, Row>>;
  put(rows: readonly Row[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** From here on nothing is kept: whoever clears the database must not find it made anew. */
  close(): void;
}

/** Reading what is to save time must not cost more than it saves. */
const LIMIT = 2000;

export function gistsOf(database: string): string {
  return `${database} gists`;
}

/**
 * Begins to read them.
 * @param database of the journals
 */
export function createGistStore(database: string): GistStore {
  let closed = false;

  /** Opened for each call: a connection that is held could be lost, or block whoever clears the database. */
  async function within<T>(work: (opened: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    if (closed) throw new Refusal('closed');
    const limit = timeLimit(LIMIT);
    const opening = openDB<Schema>(gistsOf(database), 1, {
      upgrade: (made) => void made.createObjectStore('gists', { keyPath: 'id' }),
    });
    try {
      return await limit.hold(work(await limit.hold(opening)));
    } finally {
      opening.then(
        (opened) => opened.close(),
        () => undefined,
      );
    }
  }

  const read = () => within((opened) => opened.getAll('gists')).catch(() => []);
  // The list will ask for them, and the second copy's worker is about to read everything.
  let begun: Promise<Row[]> | undefined = read();
  return {
    async readAll() {
      const reading = begun ?? read();
      begun = undefined;
      return new Map((await reading).map((row) => [row.id, row]));
    },
    put: (rows) =>
      within(async (opened) => {
        const tx = opened.transaction('gists', 'readwrite');
        await Promise.all([...rows.map((row) => tx.store.put(row)), tx.done]);
      }).catch(() => undefined),
    remove: (ids) =>
      within(async (opened) => {
        const tx = opened.transaction('gists', 'readwrite', { durability: 'strict' });
        await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done]);
      }).catch(() => undefined),
    close() {
      closed = true;
    },
  };
}
