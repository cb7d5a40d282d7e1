/** A session as it was: its journal up to some entry, to be read and never written. */
import { signal } from '@preact/signals';
import type { Entry } from './journal.ts';
import type { Keeper } from './keeper.ts';

/** @param entries a journal from its beginning. Recording on it throws: whoever shows the past offers no action. */
export function pastKeeper(id: string, entries: readonly Entry[]): Keeper {
  return {
    id,
    journal: signal(entries),
    place: signal(''),
    deletedAt: signal(''),
    saving: signal('saved'),
    refusal: signal(''),
    record() {
      throw new Error('what is past cannot be changed');
    },
    save: async () => undefined,
    refresh: async () => ({ kind: 'fine' }),
    markPlace: () => undefined,
    markDeleted: () => undefined,
    hasUnkept: () => false,
  };
}
