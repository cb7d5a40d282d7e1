/**
 * What becomes of one session that two independent stores hold. Both copies are taken as evidence: every entry whose
 * hash is right counts, from whichever copy, and the hashes say how they hang together. So a copy that is wiped,
 * shortened or damaged is made good from the other, and two that are damaged in different places from each other.
 */
import { type Fault, verifyAlone } from '../session/chain.ts';
import type { Entry } from '../session/journal.ts';

/** A session as one store has it. */
export interface Kept {
  /** Its entries as they were read: unverified, in the order in which the store has them. */
  records: unknown[];
  /** How long the journal is and which hash it ends in, by the store's own account; undefined where that is lost. */
  head: { count: number; last: string } | undefined;
  deletedAt: string;
  /** How often it had been removed for good before: it comes back from a backup under its old id. */
  life: number;
}

export interface Sides {
  first: Kept | undefined;
  second: Kept | undefined;
  /** How often it was removed for good, by the account of either store. What is of an earlier life is not to be. */
  ended: number;
}

export type Outcome =
  /** Both have the same. */
  | { kind: 'same' }
  | { kind: 'gone'; ended: number }
  | {
      kind: 'whole';
      entries: Entry[];
      deletedAt: string;
      life: number;
      /** Journals that part from `entries` somewhere: each is to become a session of its own. */
      others: Entry[][];
      /** Which copies must be written anew or go on. */
      mend: { first: boolean; second: boolean };
    }
  /** `entries` fit together, from the beginning; there were at least `known`. Nothing is to be changed. */
  | { kind: 'damaged'; reason: Fault; entries: Entry[]; known: number };

export function reconcile(sides: Sides): Outcome {
  const { ended } = sides;
  const living = (side: Kept | undefined) => (side !== undefined && side.life >= ended ? side : undefined);
  const first = living(sides.first);
  const second = living(sides.second);
  if (first === undefined && second === undefined && ended > 0) return { kind: 'gone', ended };
  if (first !== undefined && second !== undefined && areSame(first, second)) return { kind: 'same' };
  const records = [...(first?.records ?? []), ...(second?.records ?? [])];
  const { journals, loose, fault } = journalsIn(records);
  // Of a later version: this one cannot judge it, so it must not touch it.
  if (fault === 'later')
    return { kind: 'damaged', reason: 'later', entries: [], known: known(first, second) };
  const [entries = [], ...others] = journals;
  const length = Math.max(known(first, second), loose);
  if (entries.length === 0 || entries.length < length) {
    const reason = entries.length === 0 && fault !== undefined ? fault : 'incomplete';
    return { kind: 'damaged', reason, entries, known: Math.max(length, entries.length) };
  }
  const { deletedAt = '' } = (first?.head === undefined ? second : first) ?? first ?? {};
  const target = { entries, deletedAt, life: Math.max(ended, first?.life ?? 0, second?.life ?? 0) };
  return {
    kind: 'whole',
    ...target,
    others,
    mend: { first: !holds(first, target), second: !holds(second, target) },
  };
}

/**
 * The same to the letter in two stores that share nothing: no accident does that, so the hashes need not be computed
 * again. Its links are looked at all the same.
 */
function areSame(first: Kept, second: Kept): boolean {
  const { head, records } = first;
  if (head === undefined || head.count !== records.length || records.length !== second.records.length)
    return false;
  if (head.last !== second.head?.last || first.deletedAt !== second.deletedAt) return false;
  if (first.life !== second.life) return false;
  return isJoined(records, head.last) && records.every((record, i) => sameText(record, second.records[i]));
}

/** Whether the entries say of themselves that each follows the one before. */
export function isJoined(records: readonly unknown[], last: string): boolean {
  let before = '';
  let seq = 0;
  for (const record of records as Partial<Entry>[]) {
    seq += 1;
    if (record.seq !== seq || record.prev !== before || typeof record.hash !== 'string') return false;
    before = record.hash;
  }
  return seq > 0 && before === last;
}

/** The stores put nothing but a session's id beside an entry, and keep the order of its keys. */
function sameText(a: unknown, b: unknown): boolean {
  try {
    return textOf(a) === textOf(b);
  } catch {
    return false; // A circle, or what else no text can hold: nothing is the same as that.
  }
}

function textOf(record: unknown): string {
  const { seq, time, action, prev, hash } = record as Partial<Entry>;
  return JSON.stringify([seq, time, action, prev, hash]);
}

/** How long the journal was at least, by the account of both stores. */
function known(...sides: (Kept | undefined)[]): number {
  return Math.max(0, ...sides.map((side) => side?.head?.count ?? 0));
}

/** Whether a copy is right as it is. */
function holds(
  side: Kept | undefined,
  { entries, deletedAt, life }: { entries: readonly Entry[]; deletedAt: string; life: number },
): boolean {
  if (side === undefined || side.deletedAt !== deletedAt || side.life !== life) return false;
  if (side.records.length !== entries.length) return false;
  if (side.head?.last !== entries.at(-1)?.hash || side.head?.count !== entries.length) return false;
  return side.records.every((record, i) => sameText(record, entries[i]));
}

/**
 * All journals that the entries make, the longest first (where two are as long, the one whose end was read first),
 * and how far an entry reaches that hangs together with no beginning.
 */
function journalsIn(records: readonly unknown[]): {
  journals: Entry[][];
  loose: number;
  fault: Fault | undefined;
} {
  const byHash = new Map<string, Entry>();
  let fault: Fault | undefined;
  for (const record of records) {
    const entry = verifyAlone(record);
    if (typeof entry !== 'string') byHash.set(entry.hash, entry);
    else if (fault !== 'later') fault = entry;
  }
  const before = ({ prev, seq }: Entry): Entry | undefined => {
    const found = byHash.get(prev);
    return found?.seq === seq - 1 ? found : undefined;
  };
  const followed = new Set([...byHash.values()].map((entry) => before(entry)?.hash));
  const ends = [...byHash.values()].filter(({ hash }) => !followed.has(hash));
  const journals = ends.map((end) => journalTo(end, before));
  const rooted = journals.filter(([first]) => first?.seq === 1);
  const loose = journals.filter(([first]) => first?.seq !== 1).map((journal) => journal.at(-1)?.seq ?? 0);
  return {
    journals: rooted.sort((a, b) => b.length - a.length),
    loose: Math.max(0, ...loose),
    fault,
  };
}

/** Back from an entry as far as the links lead. */
function journalTo(end: Entry, before: (entry: Entry) => Entry | undefined): Entry[] {
  const journal: Entry[] = [];
  for (let entry: Entry | undefined = end; entry !== undefined; entry = before(entry)) journal.push(entry);
  return journal.reverse();
}
