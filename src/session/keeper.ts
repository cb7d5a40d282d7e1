/**
 * Keeps one session's journal in step with the store. The journal on screen goes ahead at once; what is not yet
 * kept is appended in order, one write at a time, and put after another tab's entries where those came first.
 */
import type { ReadonlySignal } from '@preact/signals';
import { batch, signal } from '@preact/signals';
import { compareJournals, nextEntry } from './chain.ts';
import type { SaveState } from './desk.ts';
import type { Action, Entry } from './journal.ts';
import { DamagedJournal, type SaveResult, type SessionStore, type StoredSession } from './store.ts';

export type Refreshed = { kind: 'fine' } | { kind: 'gone' } | { kind: 'damaged'; reason: string };

export interface Keeper {
  readonly id: string;
  readonly journal: ReadonlySignal<readonly Entry[]>;
  readonly place: ReadonlySignal<string>;
  readonly deletedAt: ReadonlySignal<string>;
  readonly saving: ReadonlySignal<SaveState>;
  readonly refusal: ReadonlySignal<string>;
  /** Puts an entry on the journal now; resolves when it is kept or refused. Returns the entry. */
  record(action: Action, time: string): { entry: Entry; kept: Promise<void> };
  /** Says that what was to be recorded was not, and why; nothing else changes. */
  refuse(reason: string): void;
  /** Tries again to keep what is not kept. */
  save(): Promise<void>;
  /** Reads the store again: another tab may have written. */
  refresh(): Promise<Refreshed>;
  markPlace(place: string): void;
  markDeleted(time: string): void;
  hasUnkept(): boolean;
}

/** More rounds in which the store said `stale` and then showed nothing new would go on for ever. */
const FRUITLESS_ROUNDS = 2;

/**
 * @param stored the session as the store has it: all of its entries count as kept.
 */
export function createKeeper(store: SessionStore, stored: StoredSession): Keeper {
  const { id } = stored;
  const journal = signal<readonly Entry[]>(stored.entries);
  const place = signal(stored.place);
  const deletedAt = signal(stored.deletedAt);
  const saving = signal(keptAs(stored.once));
  const refusal = signal(stored.once ?? '');
  let kept = stored.entries.length;
  /** Everything that talks to the store about this session runs one after the other. */
  let queue: Promise<unknown> = Promise.resolve();
  let recorded = 0;
  let attempted = 0;
  let refreshing: Promise<Refreshed> | undefined;

  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = queue.then(task);
    queue = turn.catch(() => undefined);
    return turn;
  }

  function show(state: SaveState, reason = ''): void {
    batch(() => {
      saving.value = state;
      refusal.value = reason;
    });
  }

  function record(action: Action, time: string): { entry: Entry; kept: Promise<void> } {
    const entry = nextEntry(journal.peek().at(-1), action, time);
    recorded += 1;
    const mine = recorded;
    batch(() => {
      journal.value = [...journal.peek(), entry];
      show('saving');
    });
    // An attempt that began after this entry was there has already taken it along.
    return { entry, kept: inTurn(async () => (mine > attempted ? saveAll() : undefined)) };
  }

  async function saveAll(): Promise<void> {
    // Where all is kept and only once, what is asked for is the second copy.
    if (!hasUnkept() && saving.peek() !== 'once') {
      // What was refused before it was recorded is not waiting here.
      if (saving.peek() === 'refused') show('saved');
      return;
    }
    show('saving');
    let fruitless = 0;
    let once: string | undefined;
    do {
      attempted = recorded;
      const entries = journal.peek().slice(kept);
      const result = await append(entries);
      if (result.kind === 'refused') return show('refused', result.reason);
      if (result.kind === 'saved') {
        kept += entries.length;
        once = result.once;
      } else {
        const before = kept;
        const outcome = await takeOver();
        if (outcome.kind === 'unread') return show('refused', 'unknown');
        if (outcome.kind !== 'fine') return show('stale');
        if (kept === before && ++fruitless > FRUITLESS_ROUNDS) return show('stale');
      }
    } while (hasUnkept());
    show(keptAs(once), once);
  }

  async function append(entries: Entry[]): Promise<SaveResult> {
    try {
      return await store.append(id, entries);
    } catch {
      // Whatever went wrong in there, the entries are not known to be kept, and the screen must say so.
      return { kind: 'refused', reason: 'unknown' };
    }
  }

  async function takeOver(): Promise<
    | Exclude<Refreshed, { kind: 'fine' }>
    | { kind: 'fine'; once?: string | undefined }
    | { kind: 'diverged' }
    | { kind: 'unread' }
  > {
    let found: StoredSession | undefined;
    try {
      found = await store.read(id);
    } catch (error) {
      return error instanceof DamagedJournal ? { kind: 'damaged', reason: error.reason } : { kind: 'unread' };
    }
    if (found === undefined) return { kind: 'gone' };
    return adopt(found) ? { kind: 'fine', once: found.once } : { kind: 'diverged' };
  }

  /** Goes on from the stored journal, with what is not kept after it; false if it does not go on from ours. */
  function adopt(found: StoredSession): boolean {
    const ours = journal.peek();
    const { common } = compareJournals(found.entries, ours);
    if (common < kept) return false;
    batch(() => {
      if (common < found.entries.length)
        journal.value = [...found.entries, ...reissue(ours.slice(common), found.entries)];
      place.value = found.place;
      deletedAt.value = found.deletedAt;
    });
    kept = found.entries.length;
    return true;
  }

  function hasUnkept(): boolean {
    return kept < journal.peek().length;
  }

  async function readAgain(): Promise<Refreshed> {
    refreshing = undefined;
    const outcome = await takeOver();
    switch (outcome.kind) {
      case 'fine':
        // A refused write may have been kept after all; then nothing is left to refuse.
        if (!hasUnkept() && saving.peek() !== 'once') show(keptAs(outcome.once), outcome.once);
        return outcome;
      case 'unread':
        // What is on screen stays; the next write will tell whether the store still works.
        return { kind: 'fine' };
      case 'diverged':
        show('stale');
        return { kind: 'fine' };
      default:
        show('stale');
        return outcome;
    }
  }

  return {
    id,
    journal,
    place,
    deletedAt,
    saving,
    refusal,
    record,
    refuse: (reason) => show('refused', reason),
    save: () => inTurn(saveAll),
    refresh: () => {
      refreshing ??= inTurn(readAgain);
      return refreshing;
    },
    markPlace: (where) => {
      place.value = where;
    },
    markDeleted: (time) => {
      deletedAt.value = time;
    },
    hasUnkept,
  };
}

function keptAs(once: string | undefined): SaveState {
  if (once === undefined) return 'saved';
  return once === 'window' ? 'window' : 'once';
}

/** The same actions at the same times, chained after another tab's entries. */
function reissue(entries: readonly Entry[], onto: readonly Entry[]): Entry[] {
  const moved = new Map<number, number>();
  const issued: Entry[] = [];
  for (const { seq, action, time } of entries) {
    const entry = nextEntry(issued.at(-1) ?? onto.at(-1), retargeted(action, moved), time);
    moved.set(seq, entry.seq);
    issued.push(entry);
  }
  return issued;
}

/** Undo and redo name an entry by its seq; where that entry moved, they follow it. */
function retargeted(action: Action, moved: ReadonlyMap<number, number>): Action {
  if ((action.type !== 'undone' && action.type !== 'redone') || action.of === undefined) return action;
  return { ...action, of: moved.get(action.of) ?? action.of };
}
