import type { SessionStore, StoredSession } from '../session/store.ts';

/**
 * Keeps sessions until the page is closed: for browsers that keep nothing, which every screen says.
 * @param once what it says of all that it takes: `window` where nothing else keeps it.
 */
export function createMemoryStore(once?: string): SessionStore {
  const where = once === undefined ? {} : { once };
  const sessions = new Map<string, StoredSession>();
  return {
    list: async () => ({ sessions: [...sessions.values()], damaged: [] }),
    read: async (id) => sessions.get(id),
    async append(id, entries) {
      const stored = sessions.get(id) ?? { id, entries: [], place: '', deletedAt: '', ...where };
      const last = stored.entries.at(-1);
      const [first] = entries;
      if (first === undefined) return { kind: 'saved', ...where };
      if (first.seq !== stored.entries.length + 1 || first.prev !== (last?.hash ?? ''))
        return { kind: 'stale' };
      sessions.set(id, { ...stored, entries: [...stored.entries, ...entries] });
      return { kind: 'saved', ...where };
    },
    async setPlace(id, place) {
      const stored = sessions.get(id);
      if (stored !== undefined) sessions.set(id, { ...stored, place });
    },
    async setDeleted(id, time) {
      const stored = sessions.get(id);
      if (stored === undefined) return { kind: 'stale' };
      sessions.set(id, { ...stored, deletedAt: time });
      return { kind: 'saved', ...where };
    },
    async remove(id) {
      sessions.delete(id);
      return { kind: 'saved', ...where };
    },
    // One page, one memory: nobody else can change it.
    onChange: () => () => undefined,
  };
}
