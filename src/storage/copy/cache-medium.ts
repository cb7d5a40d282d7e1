/**
 * The second copy in the Cache API (see worker.ts for where): an entry for each write, all of them put
 * together into one when there are many. An entry is written once and never changed.
 */
import { CopyFailure, faultOf, isSame, type Medium } from './medium.ts';

/** Reading a thousand small entries takes a second; one large one takes none. */
const MANY = 300;

/** @param name of the cache. It must not begin like those of the releases, which are tidied up. */
export async function openCacheMedium(name: string, stores: CacheStorage): Promise<Medium> {
  // Private windows and blocked site data: there is no second store then.
  const cache = await stores.open(name).catch((error: unknown) => {
    throw (error as { name?: unknown } | null)?.name === 'SecurityError'
      ? new CopyFailure('missing', error)
      : error;
  });
  const sizes = new Map<string, number>();
  await read();
  let last = [...sizes.keys()].at(-1) ?? '';

  async function read(): Promise<Uint8Array[]> {
    const parts: Uint8Array[] = [];
    for (const url of (await cache.keys()).map(({ url }) => url).sort()) {
      const found = await cache.match(url);
      const bytes = new Uint8Array((await found?.arrayBuffer()) ?? new ArrayBuffer(0));
      sizes.set(url, bytes.length);
      parts.push(bytes);
    }
    return parts;
  }

  async function put(bytes: Uint8Array): Promise<string> {
    const url = addressAfter(last);
    try {
      // A copy: a body must not lie in memory that others share.
      await cache.put(url, new Response(bytes.slice()));
    } catch (error) {
      throw new CopyFailure(faultOf(error), error);
    }
    last = url;
    sizes.set(url, bytes.length);
    const found = new Uint8Array((await (await cache.match(url))?.arrayBuffer()) ?? new ArrayBuffer(0));
    if (!isSame(found, bytes)) throw new CopyFailure('unknown');
    return url;
  }

  async function replace(bytes: Uint8Array): Promise<void> {
    const url = await put(bytes);
    for (const old of sizes.keys())
      if (old !== url) {
        await cache.delete(old);
        sizes.delete(old);
      }
  }

  return {
    kind: 'cache',
    read,
    async append(bytes) {
      await put(bytes);
      if (sizes.size <= MANY) return;
      const parts = await read();
      const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of parts) {
        all.set(part, at);
        at += part.length;
      }
      await replace(all);
    },
    replace,
    size: () => [...sizes.values()].reduce((sum, size) => sum + size, 0),
    isThere: () => stores.has(name),
    close: () => undefined,
  };
}

/** Addresses sort as they were given. */
function addressAfter(last: string): string {
  const number = Number(/(\d+)$/.exec(last)?.[1] ?? 0) + 1;
  return new URL(`/waymark-second-copy/${String(number).padStart(12, '0')}`, 'https://kept.invalid').href;
}
