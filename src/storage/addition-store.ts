/** Own additions, kept twice as sessions are: in their database and in the second copy, which follows it. */
import { type Addition, isAddition } from '../session/additions/addition.ts';
import type { AdditionStore } from '../session/additions/store.ts';
import type { SaveResult } from '../session/store.ts';
import { changesOf, createAdditionDatabase, type Transaction } from './addition-database.ts';
import { createHints } from './hints.ts';
import { refusalFrom } from './refusal.ts';
import type { SecondCopy } from './second-copy.ts';

export interface AdditionStoreOptions {
  /** Name of the database and of the channel between tabs. */
  database?: string;
  /** A call that has not settled after so many milliseconds is refused. */
  limit?: number;
  /** Without it they are kept once. */
  second?: SecondCopy | undefined;
}

export function createAdditionStore({
  database = 'waymark-additions',
  limit = 5000,
  second,
}: AdditionStoreOptions = {}): AdditionStore & { close(): void } {
  const hints = createHints(database);
  const { run } = createAdditionDatabase(database, limit);
  const listeners = new Set<() => void>();
  void second?.opened.then(({ report }) => {
    if (report?.additions) for (const listener of listeners) listener();
  });

  async function write(
    work: (transaction: Transaction<'readwrite'>) => Promise<SaveResult>,
  ): Promise<SaveResult> {
    try {
      await second?.touch();
      const result = await run('readwrite', work);
      if (result.kind !== 'saved') return result;
      hints.tell('');
      return (await second?.keep({ type: 'additions' })) ?? result;
    } catch (error) {
      return { kind: 'refused' as const, reason: refusalFrom(error).reason };
    }
  }

  async function list(): ReturnType<AdditionStore['list']> {
    const found: unknown[] = await run('readonly', (tx) => tx.objectStore('additions').getAll());
    const additions = found.filter(isAddition);
    return { additions, damaged: found.length - additions.length };
  }

  return {
    async list() {
      const found = await list();
      // An empty list, or a damaged one, waits for the second copy: it may know better.
      if (second === undefined || (found.additions.length > 0 && found.damaged === 0)) return found;
      await second.opened;
      return list();
    },

    put: (additions) =>
      write(async (tx) => {
        const store = tx.objectStore('additions');
        const stored = await Promise.all(additions.map(({ pack, id }) => store.get([pack, id])));
        const fresh = additions.filter((addition, i) => !isSame(addition, stored[i]));
        const follow = additions.every(
          (addition, i) =>
            isSame(addition, stored[i]) || addition.revision === (stored[i]?.revision ?? 0) + 1,
        );
        if (!follow) return { kind: 'stale' };
        const changes = await Promise.all(fresh.map((addition) => changesOf(tx, addition)));
        await Promise.all(
          fresh.flatMap((addition, i) => [
            store.put(addition),
            tx.objectStore('changes').put(changed(addition, changes[i])),
          ]),
        );
        return { kind: 'saved' };
      }),

    remove: ({ pack, id, revision }) =>
      write(async (tx) => {
        const store = tx.objectStore('additions');
        const stored = await store.get([pack, id]);
        if (stored === undefined) return { kind: 'saved' };
        if (stored.revision !== revision) return { kind: 'stale' };
        const n = await changesOf(tx, { pack, id });
        await Promise.all([
          store.delete([pack, id]),
          tx.objectStore('changes').put(changed({ pack, id }, n)),
        ]);
        return { kind: 'saved' };
      }),

    onChange(listener) {
      const hear = () => listener();
      listeners.add(hear);
      const stop = hints.listen(hear);
      return () => {
        listeners.delete(hear);
        stop();
      };
    },
    close: () => hints.close(),
  };
}

function changed({ pack, id }: { pack: string; id: string }, before = 0) {
  return { pack, id, n: before + 1 };
}

/** The same write once more, after one that was kept and not acknowledged. */
function isSame(addition: Addition, stored: Addition | undefined): boolean {
  return (
    stored !== undefined &&
    (Object.keys(addition) as (keyof Addition)[]).every((field) => addition[field] === stored[field])
  );
}
