/** Sessions that are kept nowhere: one as it was, to be read and never written, and one to try things on. */
import { signal } from '@preact/signals';
import { nextEntry } from './chain.ts';
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
    refuse: () => undefined,
    save: async () => undefined,
    refresh: async () => ({ kind: 'fine' }),
    markPlace: () => undefined,
    markDeleted: () => undefined,
    hasUnkept: () => false,
  };
}

/** @param entries a journal from its beginning. What is recorded goes on it here and nowhere else. */
export function trialKeeper(id: string, entries: readonly Entry[]): Keeper {
  const journal = signal(entries);
  return {
    ...pastKeeper(id, entries),
    journal,
    record(action, time) {
      const entry = nextEntry(journal.peek().at(-1), action, time);
      journal.value = [...journal.peek(), entry];
      return { entry, kept: Promise.resolve() };
    },
  };
}
