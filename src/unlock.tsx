/** The way in where sessions are locked: settles what was cut off, asks for the passphrase, and opens. */
import { render } from 'preact';
import type { Translate } from './messages/messages.ts';
import { createHints } from './storage/hints.ts';
import type { StoreOptions } from './storage/open-store.ts';
import { PROTECTION_CHANNEL } from './storage/vault/door.ts';
import { type BrowserPlaces, createPlaces } from './storage/vault/places.ts';
import { settle, type Unlocked, unlock, wasCutOff } from './storage/vault/vault.ts';
import { wipe } from './storage/vault/wipe.ts';
import { Gate } from './view/protection/gate.tsx';

interface UnlockParts {
  element: HTMLElement;
  t: Translate;
  options: StoreOptions;
  /** Ends the workers that `options` started. */
  ended: () => void;
}

export interface Entered extends Unlocked {
  places: BrowserPlaces;
}

/** Resolves once it is open; undefined: nothing is locked here after all. */
export async function enter({ element, t, options, ended }: UnlockParts): Promise<Entered | undefined> {
  // Without the second copy at first: what was cut off can then be taken away whole.
  const first = createPlaces({}, ended);
  const cutOff = await wasCutOff(first);
  first.close();
  if (cutOff) return undefined;
  const places = createPlaces(options, ended);
  const standing = await settle(places);
  if (standing.kind === 'open') return undefined;
  // Whoever moves everything waits for all windows to be at the door.
  const channel = createHints(PROTECTION_CHANNEL);
  channel.listen((said) => said === 'leave' && location.reload());
  return new Promise((resolve) => {
    render(
      <Gate
        t={t}
        lost={standing.kind === 'lost'}
        onTry={async (passphrase) => {
          const found =
            standing.kind === 'sealed' ? await unlock(places, standing.header, passphrase) : undefined;
          if (found === undefined) return false;
          render(null, element);
          channel.close();
          resolve({ ...found, places });
          return true;
        }}
        onWipe={async () => {
          channel.tell('leave');
          places.close();
          ended();
          await wipe([]);
          location.replace(location.pathname);
        }}
      />,
      element,
    );
  });
}
