/** Own additions in a database of their own, apart from the sessions. They are few and seldom written. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, unwrap } from 'idb';
import { type Addition, isAddition } from '../session/additions/addition.ts';
import { type AdditionState, isAdditionState, keyOf } from './addition-state.ts';
import { ADDITION_MIGRATIONS } from './migrations.ts';
import { openFor } from './open-for.ts';

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
    isKept?: (transaction: Transaction<'readonly'>, done: T) => Promise<boolean>,
  ): Promise<T>;
}

/** @param limit a call that has not settled after so many milliseconds is refused. */
export function createAdditionDatabase(name: string, limit: number): AdditionDatabase {
  const described = {
    name,
    version: ADDITION_MIGRATIONS.length,
    stores: STORES,
    upgrade(opened: IDBPDatabase<Schema>, from: number) {
      for (const migration of ADDITION_MIGRATIONS.slice(from)) migration.run(unwrap(opened));
    },
  };
  return { run: (mode, work, isKept) => openFor(described, limit, mode, work, isKept) };
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
  const [found, changes] = await database.run('readonly', (tx) =>
    Promise.all([tx.objectStore('additions').getAll(), tx.objectStore('changes').getAll()]),
  );
  const states = new Map<string, AdditionState>();
  for (const { pack, id, n } of changes) {
    const state = { pack, id, n, value: null };
    if (isAdditionState(state)) states.set(keyOf(state), state);
  }
  for (const value of found) {
    const { pack, id } = value;
    const key = keyOf({ pack, id });
    if (isAddition(value)) states.set(key, { pack, id, n: states.get(key)?.n ?? value.revision, value });
    else states.delete(key);
  }
  return states;
}

/** Puts states in the place of what is there, where that is not later. */
export async function putStates(database: AdditionDatabase, states: readonly AdditionState[]): Promise<void> {
  await database.run('readwrite', async (tx) => {
    for (const { pack, id, n, value } of states) {
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
