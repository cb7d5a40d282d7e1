/** What the session layer asks of whoever keeps sessions. Implemented by storage/, handed over by main. */
import type { Entry } from './journal.ts';

export interface StoredSession {
  id: string;
  entries: Entry[];
  /** Route inside the session where the user left, e.g. `question/buyout`. */
  place: string;
  /** ISO time, or '' */
  deletedAt: string;
}

/**
 * `saved` with `once`: kept in one of the two places only, and why not in the other. `refused`: nothing was kept.
 * `stale`: another tab wrote first, nothing was kept; read again.
 */
export type SaveResult =
  | { kind: 'saved'; once?: string }
  | { kind: 'stale' }
  | { kind: 'refused'; reason: string };

/** What `read` rejects with where a session is there and its journal cannot be trusted. */
export class DamagedJournal extends Error {
  override readonly name = 'DamagedJournal';
  constructor(readonly reason: string) {
    super(`the journal is damaged: ${reason}`);
  }
}

export interface Damaged {
  id: string;
  reason: string;
  /** What is left, where that is known: so many steps of at least so many, and what it is called in them. */
  left?: { whole: number; known: number; title: string };
}

export interface CopyState {
  /** Why it takes nothing, as in SaveResult; `missing`: this browser has no place for it; '' where all is well. */
  fault: string;
  /** So many sessions were made good, in either copy, and so many cannot be. */
  mended: number;
  damaged: number;
}

export interface SessionStore {
  /** All sessions, deleted ones too. A session whose journal is damaged is reported, not dropped. */
  list(): Promise<{ sessions: StoredSession[]; damaged: Damaged[] }>;
  /** Rejects with DamagedJournal where `list` would report the session as damaged. */
  read(id: string): Promise<StoredSession | undefined>;
  /**
   * Resolves only after all is on the disk. `entries` follow what is stored, in order; none: tells whether what is
   * stored is kept twice by now.
   */
  append(id: string, entries: Entry[]): Promise<SaveResult>;
  /** Makes a session of its own of what is whole in a damaged one; only stores that tell what is left have it. */
  keepWhole?(id: string): Promise<SaveResult>;
  /** How the second copy does; `mend`: after bringing both in step. Only stores that keep everything twice have it. */
  copies?(mend: boolean): Promise<CopyState | undefined>;
  setPlace(id: string, place: string): Promise<void>;
  /** Marks as deleted ('' brings back). */
  setDeleted(id: string, time: string): Promise<SaveResult>;
  /** Removes for good. */
  remove(id: string): Promise<SaveResult>;
  /** Called when another tab changed something. Returns a function that stops listening. */
  onChange(listener: (id: string) => void): () => void;
}
