/** One transaction. */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { Refusal } from './refusal.ts';
import type { TimeLimit } from './time-limit.ts';

/**
 * Does the work in a transaction, strictly durable, and resolves only when it is complete.
 * @throws what the transaction failed of, or a Refusal once the time is up; it is then aborted where it can be.
 */
export async function inTransaction<
  Schema extends DBSchema,
  Store extends StoreNames<Schema>,
  Mode extends IDBTransactionMode,
  T,
>(
  database: IDBPDatabase<Schema>,
  stores: readonly Store[],
  mode: Mode,
  time: TimeLimit,
  work: (transaction: IDBPTransaction<Schema, Store[], Mode>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction([...stores], mode, { durability: 'strict' });
  try {
    const [result] = await time.hold(Promise.all([work(transaction), transaction.done]));
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // Already over, or committing: the next reading shows what became of it.
    }
    // The transaction knows why it failed; its requests say only that it was aborted.
    throw error instanceof Refusal ? error : (transaction.error ?? error);
  }
}
