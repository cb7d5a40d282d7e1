/** Files of one store damaged on the disk while the browser is closed: all is restored, or what is not is told. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Campaign, Row } from './campaign.ts';
import { startChromium } from './chromium.ts';
import { inDatabase, missing, openHome, startSession, tapOn, troubles } from './person.ts';

type Random = () => number;

/** What is done to the files of a store; `files` are those with something in them. */
const WAYS: Record<string, (files: string[], random: Random) => void> = {
  'a byte changed in each file': (files, random) =>
    change(files, (bytes) => {
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      return bytes;
    }),
  'a hundred bytes changed in each file': (files, random) =>
    change(files, (bytes) => {
      for (let i = 0; i < 100; i++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      return bytes;
    }),
  'each file cut somewhere': (files, random) => {
    for (const file of files) truncateSync(file, Math.floor(random() * readFileSync(file).length));
  },
  'each file emptied': (files) => {
    for (const file of files) truncateSync(file, 0);
  },
  'each file filled with zeros': (files) => change(files, (bytes) => bytes.fill(0)),
  'one file deleted': (files, random) => {
    const file = files[Math.floor(random() * files.length)];
    if (file !== undefined) rmSync(file);
  },
  'all files deleted': (files) => {
    for (const file of files) rmSync(file);
  },
};

/** Where Chromium keeps them, in the profile. */
const STORES = { IndexedDB: 'Default/IndexedDB', OPFS: 'Default/File System' };

export const corrupt: Campaign = {
  name: 'corrupt',
  about: 'files of one of the two stores damaged in each of seven ways, half of the times each store',
  full: 30,
  short: 2,
  async run({ url, profile, times, random, progress }) {
    const expected = await fill(profile, url);
    const rows: Row[] = [];
    let failed = 0;
    for (const [way, harm] of Object.entries(WAYS)) {
      const counts = { whole: 0, restored: 0, alone: 0, told: 0, silent: 0 };
      for (let time = 0; time < times; time++) {
        const store = time % 2 === 0 ? 'IndexedDB' : 'OPFS';
        const copy = mkdtempSync(join(tmpdir(), 'waymark-corrupt-'));
        try {
          cpSync(profile, copy, { recursive: true });
          harm(filesIn(join(copy, STORES[store])), random);
          const came = await cameOf(copy, url, expected);
          counts[came] += 1;
          if (came === 'silent' || came === 'told') progress(`${store}, ${way}: ${came}`);
        } finally {
          rmSync(copy, { recursive: true, force: true });
        }
      }
      failed += counts.silent;
      rows.push({
        corruption: way,
        times,
        'all there, restored': counts.restored,
        'all there, nothing to be said': counts.whole,
        'all there, from the second copy alone': counts.alone,
        'loss told on screen': counts.told,
        'silent loss': counts.silent,
      });
      progress(JSON.stringify(rows.at(-1)));
    }
    return { rows, failed };
  },
};

/** Three sessions, closed as a person closes them. */
async function fill(profile: string, url: string): Promise<Map<string, number>> {
  const browser = await startChromium(profile);
  for (let i = 0; i < 3; i++) {
    await startSession(browser.page, url);
    await tapOn(browser.page, 8 + i);
  }
  // The worker writes that it rests.
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const found = await inDatabase(browser.page);
  await browser.close();
  // As it is copied again and again, only what matters.
  for (const name of [
    'Default/Cache',
    'Default/Code Cache',
    'Default/GPUCache',
    'GrShaderCache',
    'ShaderCache',
  ])
    rmSync(join(profile, name), { recursive: true, force: true });
  return new Map(Object.entries(found).map(([id, { count }]) => [id, count]));
}

/** Opened twice: Chromium notices some damage at the second opening only. */
async function cameOf(profile: string, url: string, expected: ReadonlyMap<string, number>) {
  let said = '';
  let lost = 0;
  let shown = 0;
  for (let opening = 0; opening < 2; opening++) {
    const browser = await startChromium(profile);
    try {
      await openHome(browser.page, url);
      lost = (await missing(browser.page, expected, 5000)).length;
      said += await troubles(browser.page);
      shown = await browser.page.locator('.row').count();
    } finally {
      await browser.close();
    }
  }
  if (lost === 0) return said === '' ? 'whole' : 'restored';
  // The database does not open: home tells it, and shows what the second copy has.
  if (/second copy/.test(said) && shown === expected.size) return 'alone';
  return said === '' ? 'silent' : 'told';
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).length > 0);
}

function change(files: readonly string[], how: (bytes: Buffer) => Buffer): void {
  for (const file of files) writeFileSync(file, how(readFileSync(file)));
}
