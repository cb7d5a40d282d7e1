/**
 * Own additions in a database of their own, apart from the sessions. They are few and seldom written, so each call
 * opens the database and closes it again: no connection is held that could be lost, or block another tab.
 */
import { type DBSchema, type IDBPTransaction, openDB } from 'idb';
import { type Addition, isAddition } from '../session/additions/addition.ts';
import type { AdditionStore } from '../session/additions/store.ts';
import type { SaveResult } from '../session/store.ts';
import { createHints } from './hints.ts';
import { Refusal, refusalFrom } from './refusal.ts';
import { timeLimit } from './time-limit.ts';

interface Schema extends DBSchema {
  additions: { key: [pack: string, id: string]; value: Addition };
}

type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, 'additions'[], Mode>;

const VERSION = 1;

export interface AdditionStoreOptions {
  /** Name of the database and of the channel between tabs. */
  database?: string;
  /** A call that has not settled after so many milliseconds is refused. */
  limit?: number;
}

export function createAdditionStore({
  database = 'waymark-additions',
  limit = 5000,
}: AdditionStoreOptions = {}): AdditionStore & { close(): void } {
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
        opened.createObjectStore('additions', { keyPath: ['pack', 'id'] });
      },
      blocked: () => {
        blocked = true;
      },
    });
    try {
      const opened = await time.hold(opening, () => new Refusal(blocked ? 'blocked' : 'timeout'));
      const transaction = opened.transaction(['additions'], mode, { durability: 'strict' });
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

  async function write(work: (transaction: Transaction<'readwrite'>) => Promise<SaveResult>) {
    try {
      const result = await run('readwrite', work);
      if (result.kind === 'saved') hints.tell('');
      return result;
    } catch (error) {
      return { kind: 'refused' as const, reason: refusalFrom(error).reason };
    }
  }

  return {
    async list() {
      const found: unknown[] = await run('readonly', (tx) => tx.objectStore('additions').getAll());
      const additions = found.filter(isAddition);
      return { additions, damaged: found.length - additions.length };
    },

    put: (additions) =>
      write(async (tx) => {
        const store = tx.objectStore('additions');
        const stored = await Promise.all(additions.map(({ pack, id }) => store.get([pack, id])));
        const fresh = additions.filter((addition, i) => !isSame(addition, stored[i]));
        const follow = additions.every(
          (addition, i) =>
            isSame(addition, stored[i]) || addition.revision === (stored[i]?.revision ?? 0) + 1,
        );
        if (!follow) return { kind: 'stale' };
        await Promise.all(fresh.map((addition) => store.put(addition)));
        return { kind: 'saved' };
      }),

    remove: ({ pack, id, revision }) =>
      write(async (tx) => {
        const store = tx.objectStore('additions');
        const stored = await store.get([pack, id]);
        if (stored === undefined) return { kind: 'saved' };
        if (stored.revision !== revision) return { kind: 'stale' };
        await store.delete([pack, id]);
        return { kind: 'saved' };
      }),

    onChange: (listener) => hints.listen(() => listener()),
    close: () => hints.close(),
  };
}

/** The same write once more, after one that was kept and not acknowledged. */
function isSame(addition: Addition, stored: Addition | undefined): boolean {
  return (
    stored !== undefined &&
    (Object.keys(addition) as (keyof Addition)[]).every((field) => addition[field] === stored[field])
  );
}

function abort(transaction: Transaction<IDBTransactionMode>): void {
  try {
    transaction.abort();
  } catch {
    // Already over, or committing: the next reading shows what became of it.
  }
}
