/** What the session layer asks of whoever keeps sessions. Implemented by storage/, handed over by main. */
import type { Entry } from './journal.ts';

export interface StoredSession {
  id: string;
  entries: Entry[];
  /** Route inside the session where the user left, e.g. `question/buyout`. */
  place: string;
  /** ISO time, or '' */
  deletedAt: string;
  /** As in SaveResult, where a store has nothing but one place. */
  once?: string | undefined;
}

/**
 * `saved`: it was read back from where it is kept. With `once` that is one of the two places only, and why not the
 * other; `window` is no place at all: the memory of this window. `refused`: nothing was kept. `stale`: another tab
 * wrote first, nothing was kept; read again.
 */
export type SaveResult =
  | { kind: 'saved'; once?: string | undefined }
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

/**
 * What a list says of a session, kept beside its journal: derived from it, and worth nothing where it is not of the very
 * journal that there is.
 */
export interface KeptGist {
  id: string;
  /** Hash of the last entry of the journal that it is of. */
  last: string;
  text: string;
}

/** A session of which only the gist was read. */
export interface OutlinedSession extends KeptGist {
  place: string;
  deletedAt: string;
}

export interface Outline {
  /** Those that have no gist, or one that is of an earlier journal. */
  sessions: StoredSession[];
  outlined: OutlinedSession[];
  damaged: Damaged[];
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
  /**
   * As `list`, with gists in the place of journals where they are kept: what is damaged behind a gist is told later, by
   * `onChange`. Only stores that keep gists have it.
   * @param form that the gists must have; undefined: it is only asked which sessions there are, and no text is read.
   */
  outline?(form: string | undefined): Promise<Outline>;
  /** For the next outline. What cannot be kept is left out: then the journal is read. */
  keepGists?(form: string, gists: readonly KeptGist[]): Promise<void>;
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

/** What a store can say of its sessions with the least reading. @param form see SessionStore.outline */
export async function outlineOf(store: SessionStore, form: string | undefined): Promise<Outline> {
  return (await store.outline?.(form)) ?? { ...(await store.list()), outlined: [] };
}

/** Ids of all sessions there are, whole or damaged. */
export async function idsIn(store: SessionStore): Promise<string[]> {
  const { sessions, outlined, damaged } = await outlineOf(store, undefined);
  // A key of a database need be no text; such a one is no session of ours.
  return [...sessions, ...outlined, ...damaged].map(({ id }) => id).filter((id) => typeof id === 'string');
}
