/**
 * The chain of a journal: each entry carries the hash of the one before, so that two copies of a session are
 * known to be the same, one newer, or diverged, and an altered entry is noticed.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../engine/canonical.ts';
import { judgeAction, usable } from './action.ts';
import type { Action, Entry } from './journal.ts';

/** SHA-256 (hex) over the canonical JSON of seq, time, action, prev. */
export function entryHash({ seq, time, action, prev }: Omit<Entry, 'hash'>): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ seq, time, action, prev }))));
}

/** Entries of a journal at most: years of work. More is taken from no file. */
export const MOST_ENTRIES = 50_000;

/** The entry that follows `last` (undefined: the first of a journal). `time` is ISO 8601, UTC. */
export function nextEntry(last: Entry | undefined, action: Action, time: string): Entry {
  const entry = { seq: (last?.seq ?? 0) + 1, time, action, prev: last?.hash ?? '' };
  return { ...entry, hash: entryHash(entry) };
}

/** `broken`: altered or malformed. `incomplete`: entries are missing. `later`: written by a later version. */
export type Fault = 'broken' | 'incomplete' | 'later';

/**
 * Verifies a whole journal read from outside memory.
 * @param hashed false: what the hashes say is taken as true, for a first look at very many journals.
 * @returns the entries, stripped of whatever else the records carried, or the first fault found.
 */
export function verifyJournal(
  records: readonly unknown[],
  hashed = true,
): { entries: Entry[] } | { fault: Fault } {
  const entries: Entry[] = [];
  for (const record of records) {
    const entry = verifyEntry(record, entries.at(-1), hashed);
    if (typeof entry === 'string') return { fault: entry };
    entries.push(entry);
  }
  return entries.length === 0 ? { fault: 'incomplete' } : { entries };
}

function verifyEntry(record: unknown, last: Entry | undefined, hashed: boolean): Entry | Fault {
  if (!isRaw(record)) return 'broken';
  if (record.seq !== (last?.seq ?? 0) + 1) return 'incomplete';
  if (record.prev !== (last?.hash ?? '')) return 'broken';
  return verifyAlone(record, hashed);
}

/** Verifies what one entry says of itself; whether it follows another is not looked at. */
export function verifyAlone(record: unknown, hashed = true): Entry | Fault {
  if (!isRaw(record)) return 'broken';
  const { seq, time, action, prev, hash } = record;
  // The hash first: an unknown type in an altered entry is damage, not a later version's work.
  const entry = { seq, time, action: action as Action, prev, hash };
  if (hashed && hash !== hashOrNothing(entry)) return 'broken';
  const judgement = judgeAction(action);
  if (judgement === 'later') return 'later';
  if (judgement === 'malformed' && !isUsed(action, seq)) return 'broken';
  return (entry.action.type === 'created') === (seq === 1) ? entry : 'broken';
}

/**
 * An action that is not of its form, in an entry whose hash is right: an earlier version wrote it, which took what its
 * own reader refused. It stays, so that all others hold, and whatever of it is bad is left out (see fold.ts). Without its
 * beginning there is no session.
 */
function isUsed(action: unknown, seq: number): boolean {
  const known = typeof action === 'object' && action !== null && 'type' in action;
  return known && typeof action.type === 'string' && (seq > 1 || usable(action as Action) !== undefined);
}

/** Structured clones can carry what JSON cannot, and circles too; such an entry was not written by Waymark. */
function hashOrNothing(entry: Entry): string | undefined {
  try {
    return entryHash(entry);
  } catch {
    return undefined;
  }
}

type Raw = { seq: number; time: string; action: unknown; prev: string; hash: string };

function isRaw(record: unknown): record is Raw {
  if (typeof record !== 'object' || record === null) return false;
  const { seq, time, prev, hash } = record as Partial<Record<keyof Raw, unknown>>;
  return (
    typeof seq === 'number' &&
    typeof time === 'string' &&
    typeof prev === 'string' &&
    typeof hash === 'string'
  );
}

export interface Comparison {
  kind: 'same' | 'first_newer' | 'second_newer' | 'diverged';
  /** How many entries both begin with. */
  common: number;
}

/** Compares two verified journals of a session: the same, one merely goes on from the other, or diverged. */
export function compareJournals(first: readonly Entry[], second: readonly Entry[]): Comparison {
  let common = Math.min(first.length, second.length);
  // An equal hash means an equal past, so the search goes backwards and mostly ends at once.
  while (common > 0 && first[common - 1]?.hash !== second[common - 1]?.hash) common -= 1;
  if (common < first.length && common < second.length) return { kind: 'diverged', common };
  if (first.length === second.length) return { kind: 'same', common };
  return { kind: first.length > second.length ? 'first_newer' : 'second_newer', common };
}
