import type { Addition } from '../session/additions/addition.ts';
import type { AdditionStore } from '../session/additions/store.ts';

/**
 * Keeps additions until the page is closed: for browsers that keep nothing, which every screen says.
 * @param found what is there already.
 * @param once what it says of all that it takes: `window` where nothing else keeps it.
 */
export function createMemoryAdditionStore(found: readonly Addition[] = [], once?: string): AdditionStore {
  const where = once === undefined ? {} : { once };
  const keyOf = ({ pack, id }: Addition) => JSON.stringify([pack, id]);
  const kept = new Map(found.map((addition) => [keyOf(addition), addition]));
  return {
    list: async () => ({ additions: [...kept.values()], damaged: 0 }),
    async put(additions) {
      const follow = additions.every(
        (addition) => addition.revision === (kept.get(keyOf(addition))?.revision ?? 0) + 1,
      );
      if (!follow) return { kind: 'stale' };
      for (const addition of additions) kept.set(keyOf(addition), addition);
      return { kind: 'saved', ...where };
    },
    async remove(addition) {
      const stored = kept.get(keyOf(addition));
      if (stored !== undefined && stored.revision !== addition.revision) return { kind: 'stale' };
      kept.delete(keyOf(addition));
      return { kind: 'saved', ...where };
    },
    // One page, one memory: nobody else can change it.
    onChange: () => () => undefined,
  };
}
