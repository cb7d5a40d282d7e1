/** Where the sessions of this device lie, in the open or locked, and the way in. */
import type { Translate } from './messages/messages.ts';
import { type OpenedStore, openStore, type StoreOptions } from './storage/open-store.ts';
import { isSealedHere, type Share, sharePlace } from './storage/vault/door.ts';
import type { Entered } from './unlock.tsx';
import { startVisit } from './view/parts/visit.ts';

export interface OpenedPlace {
  opened: OpenedStore;
  /** Sessions are locked here, and this opens them. */
  unlocked: Entered | undefined;
  /** This window's share of the place. */
  share: Share;
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
  const was = isSealedHere();
  // What was locked or unlocked while this page was put aside, or is being moved now, is not what it shows.
  const returned = async (has: boolean) =>
    (has && (await isSealedHere()) === (await was)) || location.reload();
  const [share, sealed] = await Promise.all([sharePlace(60_000, returned), was]);
  if (sealed) {
    const [t, { enter }] = await Promise.all([speak(), import('./unlock.tsx')]);
    const unlocked = await enter({ element, t, options, ended });
    if (unlocked !== undefined) {
      await visits(unlocked);
      return {
        opened: { store: unlocked.store, second: undefined, close: () => undefined },
        unlocked,
        share,
      };
    }
  }
  const [opened] = await Promise.all([openStore(options), visits()]);
  return { opened, unlocked: undefined, share };
}

function visits(unlocked?: Entered): Promise<void> {
  const bring = async () => (await import('./visits.ts')).openVisits(unlocked?.sealing);
  const locked = unlocked !== undefined;
  let left = locked;
  try {
    left ||= Object.keys(sessionStorage).some((name) => /^waymark\.(visits|draft|what-if)/.test(name));
  } catch {
    // Site data is blocked: nothing is there.
  }
  return startVisit(bring, { left, locked });
}
