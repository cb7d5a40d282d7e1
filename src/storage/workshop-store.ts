/** Exercises, rooms and tables of workshops in a database of their own, apart from the sessions. */
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DBSchema, IDBPTransaction } from 'idb';
import type { SaveResult } from '../session/store.ts';
import type { WorkshopRecord, WorkshopStore } from '../session/workshop/store.ts';
import { createHints } from './hints.ts';
import { type Database, openFor } from './open-for.ts';
import { refusalFrom } from './refusal.ts';

interface Schema extends DBSchema {
  records: { key: [kind: string, key: string]; value: WorkshopRecord };
}

type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, 'records'[], Mode>;

const VERSION = 1;

/** Also where there is no HTTPS. */
export function newMark(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(8)));
}

export interface WorkshopStoreOptions {
  /** Name of the database and of the channel between tabs. */
  database?: string;
  /** A call that has not settled after so many milliseconds is refused. */
  limit?: number;
}

export function createWorkshopStore({
  database = 'waymark-workshop',
  limit = 5000,
}: WorkshopStoreOptions = {}): WorkshopStore & { close(): void } {
  const hints = createHints(database);

  const described: Database<Schema, 'records'> = {
    name: database,
    version: VERSION,
    stores: ['records'],
    upgrade: (opened) => void opened.createObjectStore('records', { keyPath: ['kind', 'key'] }),
  };

  async function write<T>(
    work: (transaction: Transaction<'readwrite'>) => Promise<T>,
    isKept: (transaction: Transaction<'readonly'>, done: T) => Promise<boolean>,
  ): Promise<SaveResult> {
    try {
      await openFor(described, limit, 'readwrite', work, isKept);
      hints.tell('');
      return { kind: 'saved' };
    } catch (error) {
      return { kind: 'refused', reason: refusalFrom(error).reason };
    }
  }

  return {
    list: () => openFor(described, limit, 'readonly', (tx) => tx.objectStore('records').getAll()),
    update: (kind, key, change) =>
      write(
        async (tx) => {
          const store = tx.objectStore('records');
          const stored = await store.get([kind, key]);
          await store.put({ kind, key, value: change(stored?.value), mark: newMark() });
          return stored?.mark;
        },
        async (tx, before) => {
          const found = await tx.objectStore('records').get([kind, key]);
          // This one, or what another tab made of it since.
          return found?.mark !== undefined && found.mark !== before;
        },
      ),
    remove: (kind, key) =>
      write(
        (tx) => tx.objectStore('records').delete([kind, key]),
        async (tx) => (await tx.objectStore('records').get([kind, key])) === undefined,
      ),
    onChange: (listener) => hints.listen(() => listener()),
    close: () => hints.close(),
  };
}
