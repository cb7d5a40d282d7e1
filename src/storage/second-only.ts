/**
 * Sessions where the database cannot be opened at all, as when a file of it is missing: all that the second copy has
 * is there, and goes on there. It is said of each step that it is kept once. Once the database opens again, it gets
 * all of it.
 */
import { DamagedJournal, type SaveResult, type SessionStore } from '../session/store.ts';
import type { Request } from './copy/protocol.ts';
import { Refusal } from './refusal.ts';
import type { SecondCopy } from './second-copy.ts';

export function createSecondOnlyStore(second: SecondCopy): SessionStore {
  async function list(): ReturnType<SessionStore['list']> {
    const { opened } = second;
    await opened;
    const { fault, kept } = await second.ask({ type: 'list' });
    if (fault !== '' || kept === undefined) throw new Refusal('unknown');
    return {
      sessions: kept.sessions.map((one) => ({ ...one, place: '', once: 'database' })),
      damaged: kept.damaged,
    };
  }

  async function write(request: Request): Promise<SaveResult> {
    const { fault } = await second.ask(request);
    if (fault === 'diverged') return { kind: 'stale' };
    return fault === '' ? { kind: 'saved', once: 'database' } : { kind: 'refused', reason: fault };
  }

  return {
    list,
    async read(id) {
      const { sessions, damaged } = await list();
      const harmed = damaged.find((one) => one.id === id);
      if (harmed !== undefined) throw new DamagedJournal(harmed.reason);
      return sessions.find((one) => one.id === id);
    },
    append: (id, entries) => write({ type: 'append', id, entries }),
    // A place is a convenience, and the copy keeps none.
    setPlace: async () => undefined,
    setDeleted: (id, time) => write({ type: 'setDeleted', id, time }),
    remove: (id) => write({ type: 'remove', id }),
    // Other windows have no database to hear from either; opening and writing look again.
    onChange: () => () => undefined,
  };
}
