/** Everything that anybody put here taken away, and looked for afterwards; the app itself stays. */
import { openDB } from 'idb';
import { gistsOf } from '../gist-store.ts';
import { VISIT_DATABASE } from '../visit-secret.ts';
import { churn, clearDatabases, clearFiles, fileNames } from './clear.ts';

/** Each is looked for as text in all that is left. */
export interface Wiped {
  places: { place: 'databases' | 'files' | 'caches' | 'settings'; left: number; found: number }[];
}

/** Caches of this app's releases are named by the folder in which it lies. */
const isRelease = (name: string) => name.startsWith('waymark ') && name.includes('/');
/**
 * An address is the app's alone, and everything there goes. Pages from files share one place in some browsers, where
 * others may keep what is theirs.
 */
const isOurs = (name: string) => location.protocol !== 'file:' || name.startsWith('waymark');
/** Shorter ones stand in the app's own files by chance. */
const SHORTEST = 6;

/** @param texts that were here. @throws VaultRefusal `blocked` where another window does not let go. */
export async function wipe(texts: readonly string[]): Promise<Wiped> {
  await clearDatabases(await databaseNames());
  await clearFiles(isOurs);
  for (const name of await cacheNames()) if (!isRelease(name)) await caches.delete(name);
  for (const store of settingsHere())
    for (const name of Object.keys(store)) if (isOurs(name)) store.removeItem(name);
  await churn().catch(() => undefined);
  // Other windows were asked to go, and something may have come in between.
  return look(texts.filter((text) => text.length >= SHORTEST));
}

async function look(texts: readonly string[]): Promise<Wiped> {
  const records: string[] = [];
  for (const name of await databaseNames()) records.push(...(await recordsOf(name)));
  const files = (await fileNames()).filter(isOurs);
  const settings = settingsHere().flatMap((store) =>
    Object.entries(store).flatMap(([name, value]) => (isOurs(name) ? `${name} ${value}` : [])),
  );
  const kept = await cacheNames();
  const others = kept.filter((name) => !isRelease(name));
  let inCaches = 0;
  for (const name of kept) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      inCaches += hits(texts, (await (await cache.match(request))?.text()) ?? '');
  }
  const names = (list: readonly string[]) => list.reduce((sum, name) => sum + hits(texts, name), 0);
  return {
    places: [
      { place: 'databases', left: records.length, found: names(records) },
      { place: 'files', left: files.length, found: names(files) },
      { place: 'caches', left: others.length, found: inCaches },
      { place: 'settings', left: settings.length, found: names(settings) },
    ],
  };
}

/** Each as text. A database without any was made anew by this page itself, which asks for what is there. */
async function recordsOf(name: string): Promise<string[]> {
  const database = await openDB(name);
  try {
    const stores = [...database.objectStoreNames];
    const all = await Promise.all(stores.map((store) => database.getAll(store)));
    return all.flat().map((record) => JSON.stringify(record));
  } finally {
    database.close();
  }
}

/** Where site data is blocked, asking for them throws. */
function settingsHere(): Storage[] {
  return [() => localStorage, () => sessionStorage].flatMap((open) => {
    try {
      return [open()];
    } catch {
      return [];
    }
  });
}

function hits(texts: readonly string[], where: string): number {
  return texts.filter((text) => where.includes(text)).length;
}

/** Where a browser does not name them: those that the app makes. */
async function databaseNames(): Promise<string[]> {
  const found = await indexedDB.databases?.().catch(() => undefined);
  const places = ['waymark', 'waymark-sealed'].flatMap((place) => [place, gistsOf(place)]);
  const others = ['waymark-additions', 'waymark-workshop', 'waymark-packs', VISIT_DATABASE];
  const ours = [...places, ...others];
  return (found?.flatMap(({ name }) => name ?? []) ?? ours).filter(isOurs);
}

/** Over plain HTTP there are none. */
async function cacheNames(): Promise<string[]> {
  return typeof caches === 'undefined' ? [] : (await caches.keys()).filter(isOurs);
}
