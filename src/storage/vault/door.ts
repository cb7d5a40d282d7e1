/**
 * At the door, before anything is opened: whether sessions are locked here, and that nobody moves them meanwhile. Part
 * of the first load, so no more than that.
 */

import { within } from '../time-limit.ts';

export const OPEN_PLACE = 'waymark';
export const SEALED_PLACE = 'waymark-sealed';
/** Between windows: `lock` all of them, `leave` so that one can move everything, `active`: somebody is there. */
export const PROTECTION_CHANNEL = 'waymark protection';
const LOCK = 'waymark place';
/** A browser's store that has not answered by then is gone on without. */
const ANSWER_MS = 3000;
/** Whoever moves everything takes longer. */
const RETURN_MS = 1000;

/** Any of its traces counts: a browser can lose one of its stores and keep the others, or have none of a kind. */
export async function isSealedHere(): Promise<boolean> {
  const asked = await Promise.all([
    answer(async () => (await indexedDB.databases()).some(({ name }) => name === SEALED_PLACE)),
    answer(async () => (await navigator.storage.getDirectory()).getFileHandle(`${SEALED_PLACE}.a`)),
    answer(async () => caches.has(`${SEALED_PLACE} second copy`)),
  ]);
  return asked.some(Boolean);
}

/** undefined: a store that is not there, refuses, or does not answer. */
function answer<T>(ask: () => Promise<T>): Promise<T | undefined> {
  return within(ANSWER_MS, ask()).catch(() => undefined);
}

/** A window's share of the place. */
export interface Share {
  leave(): void;
  /** Takes it again; resolves to false where it is not had after so many milliseconds. */
  take(limit: number): Promise<boolean>;
}

/**
 * Resolves once it is had, or after `limit` milliseconds. While the page is put aside so that Back shows it at once, it
 * has none: frozen, it could not make room for whoever moves everything.
 * @param returned called when the page is shown again: whether it has its share
 */
export async function sharePlace(limit: number, returned: (has: boolean) => void): Promise<Share> {
  let give: (() => void) | undefined;
  const share: Share = {
    leave() {
      give?.();
      give = undefined;
    },
    async take(limit) {
      give ??= await takePlace('shared', limit);
      return give !== undefined;
    },
  };
  await share.take(limit);
  globalThis.addEventListener?.('pagehide', share.leave);
  globalThis.addEventListener?.('pageshow', ({ persisted }) => {
    if (persisted) void share.take(RETURN_MS).then(returned);
  });
  return share;
}

/**
 * Held by each window as long as it is open, and by one alone that moves everything. Resolves once it is had, with
 * what gives it back; undefined after `limit` milliseconds.
 */
export function takePlace(mode: 'shared' | 'exclusive', limit: number): Promise<(() => void) | undefined> {
  const { locks } = navigator as Partial<Navigator>;
  if (locks === undefined) return Promise.resolve(() => undefined);
  const over = new AbortController();
  setTimeout(() => over.abort(), limit);
  return new Promise((resolve) => {
    locks
      .request(LOCK, { mode, signal: over.signal }, () => new Promise<void>((give) => resolve(give)))
      // Refused rather than late: where site data is blocked, there is nobody to wait for.
      .catch(() => resolve(over.signal.aborted ? undefined : () => undefined));
  });
}
