/**
 * Exercises, rooms and tables of workshops in a database of their own, apart from the sessions. As with own additions,
 * each call opens the database and closes it again: no connection is held that could be lost, or block another tab.
 */
import { type DBSchema, type IDBPTransaction, openDB } from 'idb';
import type { SaveResult } from '../session/store.ts';
import type { WorkshopRecord, WorkshopStore } from '../session/workshop/store.ts';
import { createHints } from './hints.ts';
import { Refusal, refusalFrom } from './refusal.ts';
import { timeLimit } from './time-limit.ts';

interface Schema extends DBSchema {
  records: { key: [kind: string, key: string]; value: WorkshopRecord };
}

type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, 'records'[], Mode>;

const VERSION = 1;

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

  /** @throws Refusal; nothing of the work is then kept, unless it was committing already. */
  async function run<Mode extends IDBTransactionMode, T>(
    mode: Mode,
    work: (transaction: Transaction<Mode>) => Promise<T>,
  ): Promise<T> {
    const time = timeLimit(limit);
    let blocked = false;
    const opening = openDB<Schema>(database, VERSION, {
      upgrade(opened, _from, _to, transaction) {
        transaction.done.catch(() => undefined);
        opened.createObjectStore('records', { keyPath: ['kind', 'key'] });
      },
      blocked: () => {
        blocked = true;
      },
    });
    try {
      const opened = await time.hold(opening, () => new Refusal(blocked ? 'blocked' : 'timeout'));
      const transaction = opened.transaction(['records'], mode, { durability: 'strict' });
      try {
        const [result] = await time.hold(Promise.all([work(transaction), transaction.done]));
        return result;
      } catch (error) {
        abort(transaction);
        throw error instanceof Refusal ? error : (transaction.error ?? error);
      }
    } catch (error) {
      throw refusalFrom(error);
    } finally {
      // Closes once its transactions are over; one that opens only now is closed then.
      opening.then(
        (opened) => opened.close(),
        () => undefined,
      );
    }
  }

  async function write(
    work: (transaction: Transaction<'readwrite'>) => Promise<unknown>,
  ): Promise<SaveResult> {
    try {
      await run('readwrite', work);
      hints.tell('');
      return { kind: 'saved' };
    } catch (error) {
      return { kind: 'refused', reason: refusalFrom(error).reason };
    }
  }

  return {
    list: () => run('readonly', (tx) => tx.objectStore('records').getAll()),
    update: (kind, key, change) =>
      write(async (tx) => {
        const store = tx.objectStore('records');
        const stored = await store.get([kind, key]);
        await store.put({ kind, key, value: change(stored?.value) });
      }),
    remove: (kind, key) => write((tx) => tx.objectStore('records').delete([kind, key])),
    onChange: (listener) => hints.listen(() => listener()),
    close: () => hints.close(),
  };
}

function abort(transaction: Transaction<IDBTransactionMode>): void {
  try {
    transaction.abort();
  } catch {
    // Already over, or committing: the next reading shows what became of it.
  }
}
