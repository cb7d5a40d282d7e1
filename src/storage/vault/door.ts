/**
 * At the door, before anything is opened: whether sessions are locked here, and that nobody moves them meanwhile. Part
 * of the first load, so no more than that.
 */

export const OPEN_PLACE = 'waymark';
export const SEALED_PLACE = 'waymark-sealed';
/** Between windows: `lock` all of them, `leave` so that one can move everything, `active`: somebody is there. */
export const PROTECTION_CHANNEL = 'waymark protection';
const LOCK = 'waymark place';

/** Any of its traces counts: a browser can lose one of its stores and keep the others. */
export async function isSealedHere(): Promise<boolean> {
  const [databases, file, cache] = await Promise.all([
    globalThis.indexedDB?.databases?.().catch(() => []),
    hasFile(`${SEALED_PLACE}.a`),
    globalThis.caches?.has(`${SEALED_PLACE} second copy`).catch(() => false),
  ]);
  return file || cache || (databases ?? []).some(({ name }) => name === SEALED_PLACE);
}

async function hasFile(name: string): Promise<boolean> {
  try {
    await (await navigator.storage.getDirectory()).getFileHandle(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Held by each window as long as it is open, and by one alone that moves everything. Resolves once it is had, with
 * what gives it back; undefined after `limit` milliseconds.
 */
export function takePlace(mode: 'shared' | 'exclusive', limit: number): Promise<(() => void) | undefined> {
  const { locks } = navigator as Partial<Navigator>;
  if (locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    locks
      .request(
        LOCK,
        { mode, signal: AbortSignal.timeout(limit) },
        () => new Promise<void>((give) => resolve(give)),
      )
      .catch(() => resolve(undefined));
  });
}
