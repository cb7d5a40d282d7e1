/** What is there after the next start: whether it opens, and with what; what is missing; what can be read that must not be. */
/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { handed, keepHanded } from './files.ts';
import { filesWith } from './vault.ts';
import type { Stocked } from './vault-moves-profiles.ts';
import {
  type Acknowledged,
  PATIENCE_MS,
  prepare,
  press,
  type Shown,
  shownIn,
  told,
  unlockAt,
} from './vault-moves-windows.ts';

export interface Opening {
  /** With what it opened; '' where it was not locked; undefined: it did not open. */
  by: string | undefined;
  failures: number;
  hangs: number;
}

/**
 * As a person opens the app in the morning.
 * @param tries passphrases, each until one opens.
 */
export async function openAnew(page: Page, url: string, tries: readonly string[]): Promise<Opening> {
  const opening: Opening = { by: undefined, failures: 0, hangs: 0 };
  page.setDefaultTimeout(PATIENCE_MS);
  await keepHanded(page);
  await page.goto(`${url}#/`);
  // A failure is met by its one button once.
  for (let attempt = 0; attempt < 2; attempt++) {
    const shown = await shownIn(
      page,
      ['gate', 'lost', 'app', 'failure', 'wiped'] satisfies Shown[],
      PATIENCE_MS,
    );
    if (shown === 'app') opening.by = '';
    else if (shown === 'gate') {
      for (const passphrase of tries) {
        const came = await unlockAt(page, passphrase, PATIENCE_MS);
        if (came === 'opened') opening.by = passphrase;
        if (came === 'hang') opening.hangs += 1;
        if (came === 'failure' || came === 'refused') opening.failures += 1;
        if (came !== 'wrong') break;
      }
    } else if (shown === 'failure') opening.failures += 1;
    else if (shown === 'nothing') opening.hangs += 1;
    if (opening.by !== undefined || shown === 'lost') break;
    await page.reload();
  }
  return opening;
}

interface Backup {
  sessions: { id: string; entries: { time: string; hash: string }[] }[];
}

/** Everything, as the app hands it over itself: nothing else can read what is locked. */
async function backedUp(page: Page, url: string): Promise<Backup['sessions']> {
  await page.goto(`${url}#/`);
  await page.locator('.sessions:not([aria-busy])').waitFor();
  await page.goto(`${url}#/files`);
  const button = '.files section .choices .button';
  await page.locator(button).first().waitFor();
  // Nothing is here: there is nothing to press.
  if (await page.locator(button).first().isDisabled()) return [];
  return (JSON.parse(await handed(page, `${button}.first`)) as Backup).sessions;
}

export interface Missed {
  /** Entries that were called saved: those of before, and those of this turn. */
  entries: number;
  sessions: number;
}

/** @param failed where the app did not open, all of it is missing. */
export async function missed(
  page: Page,
  url: string,
  { held }: Stocked,
  acknowledged: readonly Acknowledged[],
  failed: boolean,
): Promise<Missed> {
  const sessions = failed ? [] : await backedUp(page, url);
  // Where two copies went different ways, the other one is kept beside it.
  const of = (id: string) =>
    sessions.filter((one) => one.id === id || one.id.startsWith(`${id}-`)).flatMap(({ entries }) => entries);
  const result: Missed = { entries: 0, sessions: 0 };
  for (const [id, hashes] of held) {
    const entries = of(id);
    const there = new Set(entries.map(({ hash }) => hash));
    if (entries.length === 0) result.sessions += 1;
    else result.entries += hashes.filter((hash) => !there.has(hash)).length;
  }
  const times = new Map<string, number[]>();
  for (const { session, from, to } of acknowledged) {
    const known = times.get(session) ?? of(session).map(({ time }) => Date.parse(time));
    times.set(session, known);
    if (!known.some((time) => time >= from && time <= to)) result.entries += 1;
  }
  return result;
}

/** Where a page of the origin can read this word, without any key: names of its stores. */
export function readableHere(page: Page, word: string): Promise<string[]> {
  return page.evaluate(async (word) => {
    const found: string[] = [];
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        if (
          JSON.stringify(await done(database.transaction(store).objectStore(store).getAll())).includes(word)
        )
          found.push(`database ${name}, ${store}`);
      database.close();
    }
    const root = await navigator.storage.getDirectory();
    const handles = (root as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values();
    for await (const handle of handles)
      if (handle.kind === 'file' && (await (await handle.getFile()).text()).includes(word))
        found.push(`file ${handle.name}`);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        if ((await (await cache.match(request))?.text())?.includes(word)) found.push(`cache ${name}`);
    }
    for (const [name, text] of [...Object.entries(localStorage), ...Object.entries(sessionStorage)])
      if (text.includes(word)) found.push(`settings ${name}`);
    return found;
  }, word);
}

export interface OnDisk {
  /** Files with typed text. */
  texts: string[];
  /** Files with what the old passphrase opens. */
  key: string[];
}

/** @param profile of a browser that was closed. */
export function onDisk(profile: string, { word, key }: Stocked): OnDisk {
  return {
    texts: filesWith(profile, word),
    key: key === '' ? [] : filesWith(profile, key),
  };
}

/** Once more, by somebody whose wiping was cut off. */
export async function wipeAgain(page: Page, url: string): Promise<boolean> {
  await prepare(page, url, 'wipe', '');
  await press(page, 'wipe', '');
  return (await told(page, 'wipe', PATIENCE_MS)) === 'done';
}
