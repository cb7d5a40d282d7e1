/** From database records to sessions: every journal is verified, a damaged one is told and never hidden. */
import { type Fault, verifyJournal } from '../session/chain.ts';
import type { StoredSession } from '../session/store.ts';

export type Found = { session: StoredSession } | { id: string; reason: Fault };

/**
 * @param meta the record of the session, undefined where only entries are left.
 * @param records its entries in order of seq.
 * @param hashed false: see verifyJournal.
 */
export function sessionFrom(id: string, meta: unknown, records: readonly unknown[], hashed = true): Found {
  if (!isId(id)) return { id, reason: 'broken' };
  if (meta === undefined) return { id, reason: 'incomplete' };
  if (!isMeta(meta)) return { id, reason: 'broken' };
  const journal = verifyJournal(records, hashed);
  if ('fault' in journal) return { id, reason: journal.fault };
  const { entries } = journal;
  if (entries.length !== meta.count) return { id, reason: 'incomplete' };
  if (entries.at(-1)?.hash !== meta.last) return { id, reason: 'broken' };
  return { session: { id, entries, place: meta.place, deletedAt: meta.deletedAt } };
}

/** A key of a database may be anything; what no address can name is no session of ours. */
function isId(id: unknown): boolean {
  return typeof id === 'string' && id !== '' && !/\p{Cs}/u.test(id);
}

/** Whether the record of a session, apart from its journal, is of its form. */
export function isMeta(
  value: unknown,
): value is { place: string; deletedAt: string; count: number; last: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { place, deletedAt, count, last } = value as Record<string, unknown>;
  return (
    typeof place === 'string' &&
    typeof deletedAt === 'string' &&
    typeof count === 'number' &&
    typeof last === 'string'
  );
}

/** All sessions of the database: `metas` in any order, `records` in order of session and seq. */
export function sessionsFrom(
  metas: readonly { id: string }[],
  records: readonly { session: string }[],
  hashed = true,
): Found[] {
  const journals = new Map<string, unknown[]>(metas.map(({ id }) => [id, []]));
  for (const record of records) {
    const journal = journals.get(record.session);
    if (journal === undefined) journals.set(record.session, [record]);
    else journal.push(record);
  }
  const known = new Map(metas.map((meta) => [meta.id, meta]));
  return [...journals].map(([id, journal]) => sessionFrom(id, known.get(id), journal, hashed));
}
