/** A database that is opened for one transaction at a time, and one more to see what became of it. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { Refusal, refusalFrom } from './refusal.ts';
import { timeLimit } from './time-limit.ts';
import { inTransaction } from './transaction.ts';

/** Of a database that is opened for each call. */
export interface Database<Schema extends DBSchema, Store extends StoreNames<Schema>> {
  name: string;
  version: number;
  stores: readonly Store[];
  /** Brings it from a version (0: it is new) to this one. */
  upgrade(database: IDBPDatabase<Schema>, from: number): void;
}

/**
 * Opens the database, does the work, and closes it again: no connection is held that could be lost, or block another
 * tab. For what is seldom written.
 * @param limit a call that has not settled after so many milliseconds is refused.
 * @param shows whether what was written is what the database shows afterwards, in a transaction of its own.
 * @throws Refusal; nothing of the work is then kept, unless it was committing already.
 */
export async function openFor<
  Schema extends DBSchema,
  Store extends StoreNames<Schema>,
  Mode extends IDBTransactionMode,
  T,
>(
  { name, version, stores, upgrade }: Database<Schema, Store>,
  limit: number,
  mode: Mode,
  work: (transaction: IDBPTransaction<Schema, Store[], Mode>) => Promise<T>,
  shows?: (transaction: IDBPTransaction<Schema, Store[], 'readonly'>, done: T) => Promise<boolean>,
): Promise<T> {
  const time = timeLimit(limit);
  let blocked = false;
  const opening = openDB<Schema>(name, version, {
    upgrade(opened, from, _to, transaction) {
      // A failed upgrade is told by the failed opening; nobody else waits for it.
      transaction.done.catch(() => undefined);
      upgrade(opened, from);
    },
    blocked: () => {
      blocked = true;
    },
  });
  try {
    const opened = await time.hold(opening, () => new Refusal(blocked ? 'blocked' : 'timeout'));
    const done = await inTransaction(opened, stores, mode, time, work);
    const look = shows && inTransaction(opened, stores, 'readonly', time, (tx) => shows(tx, done));
    if (look && !(await look)) throw new Refusal('unknown');
    return done;
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
