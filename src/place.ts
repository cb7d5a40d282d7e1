/** Where the sessions of this device lie, in the open or locked, and the way in. */
import type { Translate } from './messages/messages.ts';
import { type OpenedStore, openStore, type StoreOptions } from './storage/open-store.ts';
import { isSealedHere, takePlace } from './storage/vault/door.ts';
import type { Entered } from './unlock.tsx';

export interface OpenedPlace {
  opened: OpenedStore;
  /** Sessions are locked here, and this opens them. */
  unlocked: Entered | undefined;
  /** Gives back this window's share of the place. */
  leave(): void;
}

interface Ways {
  /** Where the passphrase is asked for. */
  element: HTMLElement;
  options: StoreOptions;
  /** Ends the workers that `options` started. */
  ended: () => void;
  speak: () => Promise<Translate>;
}

/** Locked, nothing is shown before the passphrase was given. */
export async function openPlace({ element, options, ended, speak }: Ways): Promise<OpenedPlace> {
  const [leave = () => undefined, sealed] = await Promise.all([takePlace('shared', 60_000), isSealedHere()]);
  if (sealed) {
    const [t, { enter }] = await Promise.all([speak(), import('./unlock.tsx')]);
    const unlocked = await enter({ element, t, options, ended });
    if (unlocked !== undefined)
      return {
        opened: { store: unlocked.store, second: undefined, close: () => undefined },
        unlocked,
        leave,
      };
  }
  return { opened: await openStore(options), unlocked: undefined, leave };
}
