/** What a line of the second copy says, and what all of them together amount to. */
import type { Entry } from '../../session/journal.ts';
import { type AdditionState, isAdditionState, keyOf } from '../addition-state.ts';
import type { Kept } from '../reconcile.ts';

export type Fact =
  /** The next entry of a session. The first of a journal (seq 1) begins that session's journal anew. */
  | { session: string; entry: Entry }
  /** Marked as deleted (ISO time), or brought back (''). */
  | { session: string; deleted: string }
  /** Removed for good, for the so-many-th time: what is of an earlier life is over. */
  | { session: string; removed: number }
  /** Own additions: each has its latest state. */
  | { addition: AdditionState }
  /** Writing begins after a pause, or has ended: an end while busy was not a clean one. */
  | { mark: 'busy' | 'idle' };

/** Ids grow by one from line to line, over both files: the one with the highest goes furthest. */
export type Line = Fact & { id: number };

/** What the second copy holds. */
export interface Contents {
  sessions: Map<string, Kept>;
  /** How often each was removed for good. */
  removed: Map<string, number>;
  additions: Map<string, AdditionState>;
  /** Of the newest line; 0 for none. */
  lastId: number;
  /** The last writing came to its end. */
  clean: boolean;
  /** Lines still hold text that was removed for good. */
  forgotten: boolean;
}

/** @param values of lines, in the order in which they were written; what is no line of ours is passed over. */
export function contentsOf(values: readonly unknown[]): Contents {
  const contents: Contents = {
    sessions: new Map(),
    removed: new Map(),
    additions: new Map(),
    lastId: 0,
    clean: true,
    forgotten: false,
  };
  for (const value of values) {
    if (!isLine(value)) continue;
    take(contents, value);
    contents.lastId = highestId([contents.lastId, value.id]);
  }
  return contents;
}

/** More lines than this were never written: so an id beyond does not use up all that could come after it. */
const MOST_LINES = 2 ** 50;

/** The highest id among what may be ids of lines; 0 for none. */
export function highestId(ids: readonly unknown[]): number {
  let highest = 0;
  for (const id of ids)
    if (Number.isSafeInteger(id) && Number(id) <= MOST_LINES) highest = Math.max(highest, Number(id));
  return highest;
}

/** Adds what one more line says. */
export function take(contents: Contents, fact: Fact): void {
  const { sessions, removed } = contents;
  if ('mark' in fact) {
    contents.clean = fact.mark === 'idle';
    return;
  }
  if ('addition' in fact) {
    const { addition } = fact;
    const key = keyOf(addition);
    if (addition.value === null && contents.additions.get(key)?.value) contents.forgotten = true;
    contents.additions.set(key, addition);
    return;
  }
  const { session } = fact;
  const kept = sessions.get(session);
  if ('removed' in fact) {
    if (kept !== undefined && kept.life < fact.removed) {
      sessions.delete(session);
      contents.forgotten = true;
    }
    removed.set(session, Math.max(fact.removed, removed.get(session) ?? 0));
    return;
  }
  if ('deleted' in fact) {
    // Of a session whose entries are lost there is nothing to mark.
    if (kept !== undefined) sessions.set(session, { ...kept, deletedAt: fact.deleted });
    return;
  }
  const { entry } = fact;
  const records = entry.seq === 1 ? [] : (kept?.records ?? []);
  records.push(entry);
  sessions.set(session, {
    records,
    head: { count: entry.seq, last: entry.hash },
    deletedAt: kept?.deletedAt ?? '',
    life: kept?.life ?? removed.get(session) ?? 0,
  });
}

/** All that must be said to say the same again, in the fewest lines. */
export function factsOf({ sessions, removed, additions }: Contents): Fact[] {
  // Removals first: what comes after them is of a later life.
  const facts: Fact[] = [...removed].map(([session, times]) => ({ session, removed: times }));
  for (const [session, { records, deletedAt }] of sessions) {
    for (const record of records) facts.push({ session, entry: record as Entry });
    if (deletedAt !== '') facts.push({ session, deleted: deletedAt });
  }
  for (const addition of additions.values()) facts.push({ addition });
  return facts;
}

/** The form is looked at here; whether an entry fits its journal is for the chain to say. */
function isLine(value: unknown): value is Line {
  if (!isObject(value) || !Number.isSafeInteger(value.id)) return false;
  if (value.mark === 'busy' || value.mark === 'idle') return true;
  if (value.addition !== undefined) return isAdditionState(value.addition);
  if (typeof value.session !== 'string') return false;
  if (typeof value.deleted === 'string' || Number.isSafeInteger(value.removed)) return true;
  return isObject(value.entry) && typeof value.entry.seq === 'number' && typeof value.entry.hash === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
