/** Profiles with sessions in them, in the open or locked with a passphrase: made once each, and copied for each turn. */
/// <reference lib="dom" />
import { createHash } from 'node:crypto';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../engine/canonical.ts';
import type { Harm } from './campaign.ts';
import { openHome, startSession, tapOn } from './person.ts';
import { inSecondCopy, missing } from './stores.ts';
import { BEGINNING_MS, setPassphrase, unlockAt } from './vault-moves-windows.ts';

/** As the database keeps it: see src/storage/migrations.ts. */
interface Entry {
  session: string;
  seq: number;
  time: string;
  action: { type: string; details?: object };
  prev: string;
  hash: string;
}

export interface Stocked {
  folder: string;
  /** '' where it is in the open. */
  passphrase: string;
  /** In each title. */
  word: string;
  /** Hashes of all entries, by session. */
  held: ReadonlyMap<string, readonly string[]>;
  /** Sessions that the app itself began, in which windows work. */
  worked: readonly string[];
  /** What the passphrase opens, as it lies in the stores. */
  key: string;
}

/** Sessions that windows work in; the others only lie there. */
const WORKED = 2;

/** @returns what gives a profile with so many sessions beside those that are worked in. */
export function createStock({ url, profile, start }: Harm, word: string) {
  const made = new Map<string, Stocked>();

  async function inTheOpen(count: number): Promise<Stocked> {
    const folder = join(profile, `stock-${count}`);
    const browser = await start(folder);
    const { page } = browser;
    page.setDefaultTimeout(BEGINNING_MS);
    const worked: string[] = [];
    for (let i = 0; i < WORKED; i++) {
      worked.push(await startSession(page, url));
      await tapOn(page, 3);
    }
    await page.goto(`${url}#/`);
    const journals = await page.evaluate(entriesThere);
    const entries = journals.filter(({ session }) => session === worked[0]);
    if (count > 0) {
      const copies = Array.from({ length: count }, (_, n) => copyOf(entries, n, word));
      await page.evaluate(putThere, copies);
      // The second copy takes them over at the next start.
      await page.reload();
      await openHome(page, url);
    }
    const all = await page.evaluate(entriesThere);
    const held = new Map<string, string[]>();
    for (const { session, hash } of all) held.set(session, [...(held.get(session) ?? []), hash]);
    const counts = new Map([...held].map(([id, hashes]) => [id, hashes.length]));
    if ((await missing(page, counts, BEGINNING_MS, inSecondCopy)).length > 0)
      throw new Error('The second copy was not made.');
    await browser.close();
    return { folder, passphrase: '', word, held, worked, key: '' };
  }

  async function locked(count: number): Promise<Stocked> {
    const open = await stocked(count, false);
    const folder = join(profile, `stock-${count}-locked`);
    cpSync(open.folder, folder, { recursive: true });
    const browser = await start(folder);
    browser.page.setDefaultTimeout(BEGINNING_MS);
    const passphrase = await setPassphrase(browser.page, url);
    await browser.page.locator('#gate').waitFor({ timeout: BEGINNING_MS });
    const came = await unlockAt(browser.page, passphrase, BEGINNING_MS);
    if (came !== 'opened') throw new Error(`A quiet locking of ${count} sessions ended with: ${came}.`);
    const key = await browser.page.evaluate(keyThere);
    await browser.close();
    return { ...open, folder, passphrase, key };
  }

  async function stocked(count: number, isLocked: boolean): Promise<Stocked> {
    const name = `${count} ${isLocked}`;
    const one = made.get(name) ?? (await (isLocked ? locked(count) : inTheOpen(count)));
    made.set(name, one);
    return one;
  }

  return {
    /** A profile of its own, at a folder that is not there yet. */
    async copied(count: number, isLocked: boolean, to: string): Promise<Stocked> {
      const one = await stocked(count, isLocked);
      if (existsSync(to)) throw new Error(`There is a profile at ${to} already.`);
      cpSync(one.folder, to, { recursive: true });
      return { ...one, folder: to };
    },
  };
}

/** The same journal once more, of a session of another id and title, with the hashes that it then has. */
function copyOf(entries: readonly Entry[], n: number, word: string): Entry[] {
  const session = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  let prev = '';
  return entries.map(({ seq, time, action: given }) => {
    const action =
      given.type === 'created' ? { ...given, details: { ...given.details, title: `${word} ${n}` } } : given;
    const hash = createHash('sha256').update(canonicalJson({ seq, time, action, prev })).digest('hex');
    const entry = { session, seq, time, action, prev, hash };
    prev = hash;
    return entry;
  });
}

/** Runs in the page, as do those below. */
function entriesThere(): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('waymark');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('entries').objectStore('entries').getAll();
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result);
      };
    };
  });
}

function putThere(journals: Entry[][]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('waymark');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const tx = opening.result.transaction(['sessions', 'entries'], 'readwrite');
      tx.onerror = () => reject(tx.error);
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      for (const entries of journals) {
        const last = entries.at(-1);
        if (last === undefined) continue;
        for (const entry of entries) tx.objectStore('entries').put(entry);
        const { session: id, seq: count, hash } = last;
        tx.objectStore('sessions').put({ id, place: '', deletedAt: '', count, last: hash, life: 0 });
      }
    };
  });
}

/** The longest text of what the key is wrapped in. */
function keyThere(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('waymark-sealed');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('entries').objectStore('entries').getAll();
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        opening.result.close();
        const header = all.result.filter(({ session }) => session.startsWith('vault ')).at(-1);
        const { wrapped } = JSON.parse(header.action.details.title);
        const texts = Object.values(wrapped).filter((one) => typeof one === 'string') as string[];
        resolve(texts.sort((a, b) => b.length - a.length)[0] ?? '');
      };
    };
  });
}
