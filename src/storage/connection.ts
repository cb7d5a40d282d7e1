/** The connection to IndexedDB: opened when needed, given up when the browser or another tab asks, opened again. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, unwrap } from 'idb';
import type { Entry } from '../session/journal.ts';
import { MIGRATIONS, VERSION } from './migrations.ts';
import { Refusal, refusalFrom } from './refusal.ts';
import { type TimeLimit, timeLimit } from './time-limit.ts';
import { inTransaction } from './transaction.ts';

/** A session apart from its journal. `count` and `last` (a hash) are those of its newest entry. */
export interface Meta {
  id: string;
  place: string;
  /** ISO time, or '' */
  deletedAt: string;
  count: number;
  last: string;
  /** How often it had been removed for good before (see reconcile.ts); absent for never. */
  life?: number;
}

/** What is left of a session that was removed for good: no hash, since a hash lets a guess at the text be tried. */
export interface Removed {
  id: string;
  times: number;
}

export interface Schema extends DBSchema {
  entries: { key: [session: string, seq: number]; value: Entry & { session: string } };
  sessions: { key: string; value: Meta };
  /** What was removed for good. */
  removed: { key: string; value: Removed };
}

const STORES = ['entries', 'sessions', 'removed'] as const;
type StoreName = (typeof STORES)[number];
export type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, StoreName[], Mode>;
export type Work<Mode extends IDBTransactionMode, T> = (transaction: Transaction<Mode>) => Promise<T>;

export interface Connection {
  /**
   * Does the work in one transaction over all stores and resolves only when it is complete. Where the connection
   * was lost it is opened again and the work done once more, so the work must be safe to repeat.
   * @throws Refusal when that failed too, or after `milliseconds`; the transaction is then aborted where it can be.
   */
  run<Mode extends 'readonly' | 'readwrite', T>(
    mode: Mode,
    milliseconds: number,
    work: Work<Mode, T>,
  ): Promise<T>;
  /** A write went wrong, on this page: the end of Chromium's log may be torn since (heal.ts). */
  failed(): boolean;
  close(): void;
}

/** An opening that another tab blocks longer than this is refused; that tab has been asked to let go. */
const BLOCKED_MS = 2500;

export function createConnection(name: string): Connection {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  let blocked = false;
  let failed = false;

  function open(): Promise<IDBPDatabase<Schema>> {
    if (opening !== undefined) return opening;
    blocked = false;
    const mine = openDB<Schema>(name, VERSION, {
      upgrade(database, from, _to, transaction) {
        // A failed upgrade is told by the failed opening; nobody else waits for it.
        transaction.done.catch(() => undefined);
        for (const migration of MIGRATIONS.slice(from)) migration.run(unwrap(database));
      },
      blocked: () => {
        blocked = true;
      },
      // Another tab wants to change or delete the database: holding on would block it.
      blocking: () => drop(mine),
      terminated: () => drop(mine),
    });
    opening = mine;
    // A failed opening is told to whoever waits for it; the next call tries anew.
    mine.catch(() => drop(mine));
    return mine;
  }

  /** A blocked opening is given up before its time: it is a window to close, not a wait. */
  async function opened(limit: TimeLimit): Promise<IDBPDatabase<Schema>> {
    const refusal = () => new Refusal(blocked ? 'blocked' : 'timeout');
    const mine = open();
    try {
      return await timeLimit(BLOCKED_MS).hold(limit.hold(mine, refusal), refusal);
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason !== 'timeout') throw error;
      return limit.hold(mine, refusal);
    }
  }

  /** Closes a connection; one that opens only after it was given up is closed then, or it would block others. */
  function drop(connection = opening): void {
    if (connection === opening) opening = undefined;
    connection?.then(
      (database) => database.close(),
      () => undefined,
    );
  }

  async function attempt<Mode extends 'readonly' | 'readwrite', T>(
    mode: Mode,
    limit: TimeLimit,
    work: Work<Mode, T>,
  ): Promise<T> {
    return inTransaction(await opened(limit), STORES, mode, limit, work);
  }

  async function run<Mode extends 'readonly' | 'readwrite', T>(
    mode: Mode,
    milliseconds: number,
    work: Work<Mode, T>,
  ): Promise<T> {
    const limit = timeLimit(milliseconds);
    try {
      return await attempt(mode, limit, work);
    } catch (error) {
      drop();
      const refusal = refusalFrom(error);
      if (mode === 'readwrite' && refusal.reason !== 'blocked') failed = true;
      if (refusal.reason === 'quota' || refusal.reason === 'timeout' || refusal.reason === 'blocked')
        throw refusal;
    }
    try {
      return await attempt(mode, limit, work);
    } catch (error) {
      drop();
      throw refusalFrom(error);
    }
  }

  return { run, failed: () => failed, close: () => drop() };
}
