/** What all places of this browser hold, read and written behind the app's back, from a page of its origin. */
/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import type { Kept } from './hostile-records.ts';
import type { Json } from './mutated.ts';

/** Databases and their stores, by what Kept calls them. */
const STORES = {
  sessions: ['waymark', 'sessions'],
  entries: ['waymark', 'entries'],
  removed: ['waymark', 'removed'],
  additions: ['waymark-additions', 'additions'],
  changes: ['waymark-additions', 'changes'],
  records: ['waymark-workshop', 'records'],
  gists: ['waymark gists', 'gists'],
  packs: ['waymark-packs', 'packs'],
} as const;

/** Only what is plain JSON: the app has written it. */
export async function readAll(page: Page): Promise<Omit<Kept, 'lines'>> {
  return JSON.parse(await page.evaluate(reading, STORES)) as Omit<Kept, 'lines'>;
}

/**
 * Empties everything and puts this there.
 * @returns so many records a database did not take, since a key must be a key
 */
export function writeAll(page: Page, kept: Kept): Promise<number> {
  const { lines, ...records } = kept;
  const ofCopy = lines.map((line, i) =>
    JSON.stringify(isFields(line) ? { id: i + 1, ...line } : line).replaceAll('"\\u0001Infinity"', '1e400'),
  );
  return page.evaluate(writing, { stores: STORES, records: JSON.stringify(records), lines: ofCopy });
}

function isFields(value: Json): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Stores = Record<string, readonly [database: string, store: string]>;

/** Runs in the page. */
async function reading(stores: Stores): Promise<string> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const found: Record<string, unknown> = {};
  for (const [name, [database, store]] of Object.entries(stores)) {
    const opened = await done(indexedDB.open(database));
    found[name] = opened.objectStoreNames.contains(store)
      ? await done(opened.transaction(store).objectStore(store).getAll())
      : [];
    opened.close();
  }
  return JSON.stringify(found);
}

/** Runs in the page. */
async function writing({
  stores,
  records,
  lines,
}: {
  stores: Stores;
  records: string;
  lines: string[];
}): Promise<number> {
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  let deep: unknown = 1;
  for (let i = 0; i < 5000; i++) deep = [deep];
  /** By what comes after the mark (hostile-values.ts). */
  const meant: Record<string, unknown> = {
    NaN: Number.NaN,
    Infinity: Number.POSITIVE_INFINITY,
    '-Infinity': Number.NEGATIVE_INFINITY,
    '-0': -0,
    undefined: undefined,
    date: new Date(0),
    noDate: new Date(Number.NaN),
    map: new Map([['a', cyclic]]),
    set: new Set(['a']),
    cyclic,
    bigint: 7n,
    bytes: new Uint8Array([1, 2, 3]),
    deep,
    regexp: /x/g,
    error: new TypeError('stored'),
  };
  const decoded = (value: unknown): unknown => {
    if (typeof value === 'string' && value.startsWith('\u0001')) return meant[value.slice(1)];
    if (Array.isArray(value)) return value.map(decoded);
    if (typeof value !== 'object' || value === null) return value;
    // Each name as one of its own, `__proto__` too.
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, decoded(member)]));
  };
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  let left = 0;
  const all = JSON.parse(records) as Record<string, unknown[]>;
  for (const [name, [database, store]] of Object.entries(stores)) {
    const opened = await done(indexedDB.open(database));
    if (opened.objectStoreNames.contains(store)) {
      const tx = opened.transaction(store, 'readwrite');
      const ended = new Promise((resolve, reject) => {
        tx.oncomplete = resolve;
        tx.onabort = () => reject(tx.error);
      });
      tx.objectStore(store).clear();
      for (const record of all[name] ?? [])
        try {
          tx.objectStore(store).put(decoded(record));
        } catch {
          left += 1;
        }
      await ended;
    }
    opened.close();
  }

  // ISO 3309, as in zip.
  const crc = (bytes: Uint8Array): number => {
    let sum = 0xffffffff;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
    return (sum ^ 0xffffffff) >>> 0;
  };
  const hex = (value: number) => value.toString(16).padStart(8, '0');
  const text = ['{"waymark":"second copy"}', ...lines]
    .map((line) => {
      const bytes = new TextEncoder().encode(line);
      return `${hex(bytes.length)} ${hex(crc(bytes))} ${line}\n`;
    })
    .join('');
  await caches.delete('waymark second copy');
  const root = await navigator.storage.getDirectory();
  for (const [file, content] of [
    ['waymark.a', lines.length > 0 ? text : ''],
    ['waymark.b', ''],
  ] as const) {
    const handle = await root.getFileHandle(file, { create: true });
    const stream = await handle.createWritable();
    await stream.write(content);
    await stream.close();
  }
  return left;
}
