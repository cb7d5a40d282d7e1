/** The additions of this device as the screens see them: signals over the store, and what may be done with them. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Pack } from '../../engine/pack.ts';
import type { SaveResult } from '../store.ts';
import {
  ADDITION_KINDS,
  type Addition,
  type AdditionText,
  isAddition,
  type SharedAddition,
} from './addition.ts';
import { type Choice, compareAdditions, type Incoming, takenOver } from './compare.ts';
import type { AdditionStore } from './store.ts';

/** `stale`: another tab was first, nothing was kept; `now` is what is there, undefined where it was removed. */
export type Kept =
  | { kind: 'kept' }
  | { kind: 'stale'; now: Addition | undefined }
  | { kind: 'refused'; reason: string };

export interface Additions {
  /** Of this pack, by output in its order, then by kind, then by day. */
  readonly all: ReadonlySignal<Addition[]>;
  /** Deleted ones, the last one first. */
  readonly deleted: ReadonlySignal<Addition[]>;
  /** The list has been read. */
  readonly ready: ReadonlySignal<boolean>;
  /** The first reading has come to its end, one way or the other. */
  readonly read: Promise<void>;
  /** Why the list cannot be read; '' otherwise. */
  readonly unreadable: ReadonlySignal<string>;
  /** Records in the store that are no additions; they are left as they are. */
  readonly damaged: ReadonlySignal<number>;
  of(output: string): Addition[];
  /** `base`: what it was when one began to change it; undefined: a new one. */
  keep(text: AdditionText, base?: Addition): Promise<Kept>;
  delete(addition: Addition): Promise<Kept>;
  restore(addition: Addition): Promise<Kept>;
  removeForGood(addition: Addition): Promise<Kept>;
  /** What a file's additions are beside those here; changes nothing. */
  compare(theirs: readonly SharedAddition[]): Incoming[];
  /** Keeps what was chosen, all or nothing. `stale`: compare again. */
  takeOver(incoming: readonly Incoming[], choices: Readonly<Record<string, Choice>>): Promise<Kept>;
}

export interface AdditionsParts {
  pack: Pack;
  store: AdditionStore;
  /** The time as ISO 8601, UTC. */
  now: () => string;
  newId: () => string;
}

/** Begins to read the list at once; `ready` tells when it is there. */
export function createAdditions({ pack, store, now, newId }: AdditionsParts): Additions {
  const stored = signal<readonly Addition[]>([]);
  const ready = signal(false);
  const unreadable = signal('');
  const damaged = signal(0);
  const rank = new Map(pack.outputs.map(({ id }, i) => [id, i]));
  let reading = 0;
  let latest: Promise<void> = Promise.resolve();

  const all = computed(() => stored.value.filter(({ deletedAt }) => deletedAt === '').sort(inOrder));
  const deleted = computed(() =>
    stored.value
      .filter(({ deletedAt }) => deletedAt !== '')
      .sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1)),
  );

  function inOrder(a: Addition, b: Addition): number {
    return (
      (rank.get(a.output) ?? rank.size) - (rank.get(b.output) ?? rank.size) ||
      ADDITION_KINDS.indexOf(a.kind) - ADDITION_KINDS.indexOf(b.kind) ||
      compareText(a.date, b.date) ||
      compareText(a.id, b.id)
    );
  }

  function load(): Promise<void> {
    latest = readAll();
    return latest;
  }

  async function readAll(): Promise<void> {
    reading += 1;
    const mine = reading;
    try {
      const list = await store.list();
      // A later reading has seen more: whoever waits for this one waits for that.
      if (mine !== reading) return latest;
      batch(() => {
        stored.value = list.additions.filter((addition) => addition.pack === pack.id);
        damaged.value = list.damaged;
        ready.value = true;
        unreadable.value = '';
      });
    } catch (error) {
      unreadable.value = error instanceof Error && 'reason' in error ? String(error.reason) : 'unknown';
    }
  }

  async function told(write: () => Promise<SaveResult>, id = ''): Promise<Kept> {
    const result = await write().catch((): SaveResult => ({ kind: 'refused', reason: 'unknown' }));
    if (result.kind === 'refused') return result;
    await load();
    if (result.kind === 'saved') return { kind: 'kept' };
    return { kind: 'stale', now: stored.peek().find((one) => one.id === id) };
  }

  /** Nothing is kept that would be taken for damage when it is read. */
  const putAll = async (additions: Addition[]): Promise<SaveResult> =>
    additions.every(isAddition) ? store.put(additions) : { kind: 'refused', reason: 'unfit' };
  const put = (addition: Addition): Promise<Kept> => told(() => putAll([addition]), addition.id);
  const next = (base: Addition) => ({ ...base, revision: base.revision + 1 });

  store.onChange(() => void load());
  const read = load();

  return {
    all,
    read,
    deleted,
    ready,
    unreadable,
    damaged,
    of: (output) => all.value.filter((addition) => addition.output === output),
    keep: (text, base) =>
      put({
        ...(base === undefined ? { id: newId(), pack: pack.id, revision: 1 } : next(base)),
        ...text,
        deletedAt: '',
      }),
    delete: (addition) => put({ ...next(addition), deletedAt: now() }),
    restore: (addition) => put({ ...next(addition), deletedAt: '' }),
    removeForGood: (addition) => told(() => store.remove(addition), addition.id),
    compare: (theirs) => compareAdditions(stored.value, theirs, new Set(pack.outputs.map(({ id }) => id))),
    takeOver: (incoming, choices) => told(() => putAll(takenOver(incoming, choices, pack.id, newId))),
  };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
