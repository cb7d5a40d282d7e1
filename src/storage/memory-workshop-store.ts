import type { WorkshopRecord, WorkshopStore } from '../session/workshop/store.ts';
import { newMark } from './workshop-store.ts';

/**
 * Keeps workshops until the page is closed: for browsers that keep nothing, which every screen says.
 * @param once what it says of all that it takes: `window` where nothing else keeps it.
 */
export function createMemoryWorkshopStore(once?: string): WorkshopStore {
  const where = once === undefined ? {} : { once };
  const kept = new Map<string, WorkshopRecord>();
  const keyOf = (kind: string, key: string) => JSON.stringify([kind, key]);
  return {
    list: async () => [...kept.values()],
    async update(kind, key, change) {
      const at = keyOf(kind, key);
      kept.set(at, { kind, key, value: change(kept.get(at)?.value), mark: newMark() });
      return { kind: 'saved', ...where };
    },
    async remove(kind, key) {
      kept.delete(keyOf(kind, key));
      return { kind: 'saved', ...where };
    },
    // One page, one memory: nobody else can change it.
    onChange: () => () => undefined,
  };
}
