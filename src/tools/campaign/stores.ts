/** What the two stores hold, read behind the app's back and without its code. */
/// <reference lib="dom" />
import type { Page } from '@playwright/test';

/** What a store has of a session. */
export interface Found {
  /** So many entries. */
  count: number;
  /** They hang together, from the first. */
  joined: boolean;
  /** Every entry's time, oldest first. */
  times: string[];
  /** All of it in one number: another one where anything is another. */
  sum: number;
}

/** By the session's id. */
export type Holding = Record<string, Found>;

/**
 * @param only this session, which is quicker where there are many.
 * @throws where the database does not open.
 */
export function inDatabase(page: Page, only = ''): Promise<Holding> {
  return page.evaluate(reading, { store: 'database', only } as const);
}

/** In its two files, or in the cache where it is kept in one. */
export function inSecondCopy(page: Page, only = ''): Promise<Holding> {
  return page.evaluate(reading, { store: 'second copy', only } as const);
}

/** Runs in the page. */
async function reading({
  store,
  only,
}: {
  store: 'database' | 'second copy';
  only: string;
}): Promise<Holding> {
  type Entry = { seq: number; prev: string; hash: string; time: string };
  type Line = { id: number; session?: string; removed?: number; entry?: Entry };

  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  async function fromDatabase(): Promise<[string, Entry][]> {
    const database = await done(indexedDB.open('waymark'));
    try {
      if (!database.objectStoreNames.contains('entries')) return [];
      const store = database.transaction('entries').objectStore('entries');
      const range = only === '' ? null : IDBKeyRange.bound([only], [only, []]);
      const records: (Entry & { session: string })[] = await done(store.getAll(range));
      return records.map(({ session, ...entry }) => [session, entry]);
    } finally {
      database.close();
    }
  }

  async function textsOfCopy(): Promise<string[]> {
    const texts: string[] = [];
    const cache = (await caches.has('waymark second copy'))
      ? await caches.open('waymark second copy')
      : undefined;
    for (const request of (await cache?.keys()) ?? [])
      texts.push((await (await cache?.match(request))?.text()) ?? '');
    // Where the browser does not open its private files any more, the app keeps its copy in the cache.
    const root = await navigator.storage.getDirectory().catch(() => undefined);
    for (const name of ['waymark.a', 'waymark.b']) {
      // Not there yet, or just being rewritten.
      const handle = await root?.getFileHandle(name).catch(() => undefined);
      const file = await handle?.getFile().catch(() => undefined);
      texts.push((await file?.text().catch(() => '')) ?? '');
    }
    return texts;
  }

  async function fromCopy(): Promise<[string, Entry][]> {
    const lines: Line[] = [];
    // Two numbers of eight digits stand before the JSON.
    for (const line of (await textsOfCopy()).flatMap((text) => text.split('\n')))
      try {
        const said: Line | null = JSON.parse(line.slice(18));
        if (Number.isSafeInteger(said?.id)) lines.push(said as Line);
      } catch {
        // Damaged, or the end of the text.
      }
    const journals = new Map<string, Entry[]>();
    for (const { session = '', removed, entry } of lines.sort((a, b) => a.id - b.id)) {
      if (only !== '' && session !== only) continue;
      if (removed !== undefined || entry?.seq === 1) journals.delete(session);
      if (entry !== undefined) journals.set(session, [...(journals.get(session) ?? []), entry]);
    }
    return [...journals].flatMap(([session, entries]) => entries.map((e): [string, Entry] => [session, e]));
  }

  /** The same for the same, whatever the order of its names. */
  const textOf = (value: unknown): string =>
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, part]) => `${name}:${textOf(part)}`)
          .join()
      : JSON.stringify(value);

  const found: Holding = {};
  let last = { session: '', hash: '' };
  for (const [session, entry] of await (store === 'database' ? fromDatabase() : fromCopy())) {
    const one = found[session] ?? { count: 0, joined: true, times: [], sum: 0 };
    one.count += 1;
    one.joined &&= entry.seq === one.count && entry.prev === (last.session === session ? last.hash : '');
    one.times.push(entry.time);
    for (const letter of textOf(entry)) one.sum = (Math.imul(one.sum, 31) + letter.charCodeAt(0)) | 0;
    found[session] = one;
    last = { session, hash: entry.hash };
  }
  return found;
}

export interface Missing {
  id: string;
  expected: number;
  found: number;
}

/** Waits until every session has at least so many entries; returns those that have not, after `milliseconds`. */
export async function missing(
  page: Page,
  expected: ReadonlyMap<string, number>,
  milliseconds = 10_000,
  store: (page: Page) => Promise<Holding> = inDatabase,
): Promise<Missing[]> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await store(page).catch((): Holding => ({}));
    const lost = [...expected]
      .map(([id, count]) => ({ id, expected: count, found: found[id]?.joined ? found[id].count : 0 }))
      .filter((one) => one.found < one.expected);
    if (lost.length === 0 || Date.now() > end) return lost;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
