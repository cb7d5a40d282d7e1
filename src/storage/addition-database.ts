/**
 * Own additions in a database of their own, apart from the sessions. They are few and seldom written, so each call
 * opens the database and closes it again: no connection is held that could be lost, or block another tab.
 */
import { type DBSchema, type IDBPTransaction, openDB, unwrap } from 'idb';
import { type Addition, isAddition } from '../session/additions/addition.ts';
import { type AdditionState, keyOf } from './addition-state.ts';
import { ADDITION_MIGRATIONS } from './migrations.ts';
import { type Codec, PLAIN } from './payload.ts';
import { Refusal, refusalFrom } from './refusal.ts';
import { timeLimit } from './time-limit.ts';

interface Schema extends DBSchema {
  additions: { key: [pack: string, id: string]; value: Addition };
  /** How often each was changed; of those that were removed, all that is left. */
  changes: { key: [pack: string, id: string]; value: { pack: string; id: string; n: number } };
}

const STORES = ['additions', 'changes'] as const;
export type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<
  Schema,
  (typeof STORES)[number][],
  Mode
>;

export interface AdditionDatabase {
  /** @throws Refusal; nothing of the work is then kept, unless it was committing already. */
  run<Mode extends IDBTransactionMode, T>(
    mode: Mode,
    work: (transaction: Transaction<Mode>) => Promise<T>,
  ): Promise<T>;
  readonly codec: Codec;
}

/** @param limit a call that has not settled after so many milliseconds is refused. */
export function createAdditionDatabase(name: string, limit: number, codec: Codec = PLAIN): AdditionDatabase {
  async function run<Mode extends IDBTransactionMode, T>(
    mode: Mode,
    work: (transaction: Transaction<Mode>) => Promise<T>,
  ): Promise<T> {
    const time = timeLimit(limit);
    let blocked = false;
    const opening = openDB<Schema>(name, ADDITION_MIGRATIONS.length, {
      upgrade(opened, from, _to, transaction) {
        transaction.done.catch(() => undefined);
        for (const migration of ADDITION_MIGRATIONS.slice(from)) migration.run(unwrap(opened));
      },
      blocked: () => {
        blocked = true;
      },
    });
    try {
      const opened = await time.hold(opening, () => new Refusal(blocked ? 'blocked' : 'timeout'));
      const transaction = opened.transaction([...STORES], mode, { durability: 'strict' });
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
  return { run, codec };
}

/** How often an addition was changed; before that was counted, its revision says so. */
export async function changesOf(
  tx: Transaction<'readwrite'>,
  { pack, id }: { pack: string; id: string },
): Promise<number> {
  const [change, stored] = await Promise.all([
    tx.objectStore('changes').get([pack, id]),
    tx.objectStore('additions').get([pack, id]),
  ]);
  return change?.n ?? stored?.revision ?? 0;
}

/** The database as one of two copies. What it holds and cannot read is not among the states. */
export async function readStates(database: AdditionDatabase): Promise<Map<string, AdditionState>> {
  const [sealed, changes] = await database.run('readonly', (tx) =>
    Promise.all([tx.objectStore('additions').getAll(), tx.objectStore('changes').getAll()]),
  );
  const states = new Map<string, AdditionState>();
  for (const { pack, id, n } of changes) states.set(keyOf({ pack, id }), { pack, id, n, value: null });
  const found = await database.codec.open(sealed);
  for (const [i, { pack, id }] of sealed.entries()) {
    const value = found[i];
    const key = keyOf({ pack, id });
    if (isAddition(value)) states.set(key, { pack, id, n: states.get(key)?.n ?? value.revision, value });
    else states.delete(key);
  }
  return states;
}

/** Puts states in the place of what is there, where that is not later. */
export async function putStates(database: AdditionDatabase, states: readonly AdditionState[]): Promise<void> {
  const values = await Promise.all(
    states.map(async ({ value }) => (value === null ? null : (await database.codec.seal([value]))[0])),
  );
  await database.run('readwrite', async (tx) => {
    for (const [i, { pack, id, n }] of states.entries()) {
      const value = values[i] ?? null;
      if ((await changesOf(tx, { pack, id })) > n) continue;
      await Promise.all([
        tx.objectStore('changes').put({ pack, id, n }),
        value === null
          ? tx.objectStore('additions').delete([pack, id])
          : tx.objectStore('additions').put(value),
      ]);
    }
  });
}

function abort(transaction: Transaction<IDBTransactionMode>): void {
  try {
    transaction.abort();
  } catch {
    // Already over, or committing: the next reading shows what became of it.
  }
}
