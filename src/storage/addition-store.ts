/** Own additions, kept twice as sessions are: in their database and in the second copy, which follows it. */
import { type Addition, isAddition } from '../session/additions/addition.ts';
import type { AdditionStore } from '../session/additions/store.ts';
import type { SaveResult } from '../session/store.ts';
import { changesOf, createAdditionDatabase, type Transaction } from './addition-database.ts';
import { keyOf } from './addition-state.ts';
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
    isKept: (transaction: Transaction<'readonly'>) => Promise<boolean>,
  ): Promise<SaveResult> {
    try {
      await second?.touch();
      const looked = async (tx: Transaction<'readonly'>, done: SaveResult) =>
        done.kind !== 'saved' || isKept(tx);
      const result = await run('readwrite', work, looked);
      if (result.kind !== 'saved') return result;
      hints.tell('');
      return (await second?.keep({ type: 'additions' })) ?? result;
    } catch (error) {
      return { kind: 'refused' as const, reason: refusalFrom(error).reason };
    }
  }

  async function list(): ReturnType<AdditionStore['list']> {
    const found = await run('readonly', (tx) => tx.objectStore('additions').getAll());
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

    async put(additions) {
      // The same write once more, after one that was kept and not acknowledged.
      const { additions: before } = await list().catch(() => ({ additions: [] }));
      const again = new Set(
        additions.filter((addition) => before.some((kept) => isSame(addition, kept))).map(keyOf),
      );
      return write(async (tx) => {
        const store = tx.objectStore('additions');
        const fresh = additions.filter((addition) => !again.has(keyOf(addition)));
        const stored = await Promise.all(fresh.map(({ pack, id }) => store.get([pack, id])));
        if (fresh.some(({ revision }, i) => revision !== (stored[i]?.revision ?? 0) + 1))
          return { kind: 'stale' };
        const changes = await Promise.all(fresh.map((addition) => changesOf(tx, addition)));
        await Promise.all(
          fresh.flatMap((addition, i) => [
            store.put(addition),
            tx.objectStore('changes').put(changed(addition, changes[i])),
          ]),
        );
        return { kind: 'saved' };
      }, keepsAll);

      async function keepsAll(tx: Transaction<'readonly'>): Promise<boolean> {
        const found = await Promise.all(
          additions.map(({ pack, id }) => tx.objectStore('additions').get([pack, id])),
        );
        // These, or what another tab made of them since.
        return additions.every(({ revision }, i) => (found[i]?.revision ?? 0) >= revision);
      }
    },

    remove: ({ pack, id, revision }) =>
      write(
        async (tx) => {
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
        },
        async (tx) => (await tx.objectStore('additions').get([pack, id]))?.revision !== revision,
      ),

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

function isSame(addition: Addition, stored: Addition): boolean {
  return (Object.keys(addition) as (keyof Addition)[]).every((field) => addition[field] === stored[field]);
}
