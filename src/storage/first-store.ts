/** The database as one of two copies: what it holds unverified, and how it is made good. */
import type { Entry } from '../session/journal.ts';
import type { Connection, Meta, Removed, Transaction } from './connection.ts';
import type { Kept } from './reconcile.ts';

export interface Holdings {
  sessions: Map<string, Kept>;
  /** How often each was removed for good. */
  removed: Map<string, number>;
}

/** What a session is to be. */
export interface Target {
  entries: readonly Entry[];
  deletedAt: string;
  life: number;
}

export interface FirstStore {
  readAll(): Promise<Holdings>;
  /** Of the sessions that are there, without reading them. */
  ids(): Promise<Set<string>>;
  read(id: string): Promise<{ kept: Kept | undefined; ended: number }>;
  /**
   * Puts this journal in the place of what is there of the session, unless that has changed since it was read as
   * `seen`: another window may have written. Returns whether it was put.
   */
  restate(id: string, target: Target, seen: Kept | undefined): Promise<boolean>;
  /** Takes it away where it is of a life before this number. */
  remove(id: string, times: number): Promise<void>;
}

/** Reading everything may take its time. */
const READ_MS = 60_000;
const WRITE_MS = 10_000;

export function createFirstStore(connection: Connection): FirstStore {
  return {
    async readAll() {
      const [metas, records, removed] = await connection.run('readonly', READ_MS, (tx) =>
        Promise.all([
          tx.objectStore('sessions').getAll(),
          tx.objectStore('entries').getAll(),
          tx.objectStore('removed').getAll(),
        ]),
      );
      const sessions = new Map<string, Kept>();
      for (const meta of metas) sessions.set(meta.id, keptFrom(meta, []));
      for (const record of records) {
        const kept = sessions.get(record.session);
        if (kept === undefined) sessions.set(record.session, keptFrom(undefined, [record]));
        else kept.records.push(record);
      }
      return { sessions, removed: new Map(removed.map((one) => [one.id, timesOf(one)])) };
    },

    async ids() {
      const keys = await connection.run('readonly', READ_MS, (tx) => tx.objectStore('sessions').getAllKeys());
      return new Set(keys);
    },

    async read(id) {
      const [meta, records, removed] = await connection.run('readonly', WRITE_MS, (tx) =>
        Promise.all([
          tx.objectStore('sessions').get(id),
          tx.objectStore('entries').getAll(journalOf(id)),
          tx.objectStore('removed').get(id),
        ]),
      );
      const kept = meta === undefined && records.length === 0 ? undefined : keptFrom(meta, records);
      return { kept, ended: timesOf(removed) };
    },

    async restate(id, { entries, deletedAt, life }, seen) {
      const records = entries.map((entry) => ({ ...entry, session: id }));
      return connection.run('readwrite', WRITE_MS, async (tx) => {
        const meta = await tx.objectStore('sessions').get(id);
        const now = meta === undefined ? undefined : keptFrom(meta, []).head;
        if (now?.count !== seen?.head?.count || now?.last !== seen?.head?.last) return false;
        const last = entries.at(-1);
        if (last === undefined) return false;
        await tx.objectStore('entries').delete(journalOf(id));
        const place = typeof meta?.place === 'string' ? meta.place : '';
        await Promise.all([
          ...(life > 0 ? [tx.objectStore('removed').put({ id, times: life })] : []),
          ...records.map((record) => tx.objectStore('entries').put(record)),
          tx.objectStore('sessions').put({ id, place, deletedAt, count: last.seq, last: last.hash, life }),
        ]);
        return true;
      });
    },

    remove: (id, times) =>
      connection.run('readwrite', WRITE_MS, async (tx) => {
        const meta = await tx.objectStore('sessions').get(id);
        // Another window may have brought it back meanwhile.
        if (lifeOf(meta) < times) await removeIn(tx, id, times);
      }),
  };
}

/** Takes a session away and leaves a note that it was there. */
export async function removeIn(tx: Transaction<'readwrite'>, id: string, times: number): Promise<void> {
  await Promise.all([
    tx.objectStore('sessions').delete(id),
    tx.objectStore('entries').delete(journalOf(id)),
    tx.objectStore('removed').put({ id, times }),
  ]);
}

export function lifeOf(meta: Partial<Meta> | undefined): number {
  return Number.isSafeInteger(meta?.life) ? (meta?.life ?? 0) : 0;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** How often it was removed for good, by a note that may be anything. */
function timesOf(note: Partial<Removed> | undefined): number {
  return Number.isSafeInteger(note?.times) ? Math.max(0, note?.times ?? 0) : 0;
}

/** All keys [id, seq]: a list sorts after every number. */
export function journalOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

/** @param meta as it was read: its form is not known to be right. */
function keptFrom(meta: Partial<Meta> | undefined, records: unknown[]): Kept {
  const { count, last, deletedAt } = meta ?? {};
  const head = isCount(count) && typeof last === 'string' ? { count, last } : undefined;
  return { records, head, deletedAt: typeof deletedAt === 'string' ? deletedAt : '', life: lifeOf(meta) };
}
