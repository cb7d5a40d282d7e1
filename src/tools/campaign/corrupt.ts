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
import type { Campaign, Harm, Row } from './campaign.ts';
import { openHome, startSession, tapOn, troubles } from './person.ts';
import { type Holding, inDatabase, missing } from './stores.ts';

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

/** Each way in each store; nobody has time for all of them in a short run, so it begins somewhere and skips. */
const TRIALS = Object.entries(WAYS).flatMap(([way, harm]) =>
  Object.entries(STORES).map(([store, folder]) => ({ way, harm, store, folder })),
);
const STRIDE = 5;

type Outcome = 'restored' | 'whole' | 'alone' | 'told' | 'silent';

export const corrupt: Campaign = {
  name: 'corrupt',
  about: 'files of one of the two stores damaged in one of seven ways, each as often as the others',
  full: 7 * 30,
  short: 4,
  browsers: ['chromium'],
  async run({ url, profile, start, times, random, progress }) {
    const expected = await fill(start, profile, url);
    const counts = new Map<string, Record<Outcome, number>>();
    const first = Math.floor(random() * TRIALS.length);
    for (let time = 0; time < times; time++) {
      const trial = TRIALS[(first + time * STRIDE) % TRIALS.length];
      if (trial === undefined) continue;
      const { way, harm, store, folder } = trial;
      const copy = mkdtempSync(join(tmpdir(), 'waymark-corrupt-'));
      try {
        cpSync(profile, copy, { recursive: true });
        harm(filesIn(join(copy, folder)), random);
        const came = await cameOf(start, copy, url, expected);
        const of = counts.get(way) ?? { restored: 0, whole: 0, alone: 0, told: 0, silent: 0 };
        counts.set(way, { ...of, [came]: of[came] + 1 });
        progress(`${time + 1}: ${store}, ${way}: ${came}`);
      } finally {
        rmSync(copy, { recursive: true, force: true });
      }
    }
    const rows = Object.keys(WAYS).flatMap((way): Row[] => {
      const of = counts.get(way);
      if (of === undefined) return [];
      return [
        {
          corruption: way,
          times: Object.values(of).reduce((sum, n) => sum + n, 0),
          'all there, restored': of.restored,
          'all there, nothing to be said': of.whole,
          'all there, from the second copy alone': of.alone,
          'loss told on screen': of.told,
          'silent loss or change': of.silent,
        },
      ];
    });
    return { rows, failed: [...counts.values()].reduce((sum, { silent }) => sum + silent, 0) };
  },
};

/** Three sessions, closed as a person closes them, and what the database has of them. */
async function fill(start: Harm['start'], profile: string, url: string): Promise<Holding> {
  const browser = await start(profile);
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
  return found;
}

/** Opened twice: Chromium notices some damage at the second opening only. */
async function cameOf(
  start: Harm['start'],
  profile: string,
  url: string,
  expected: Holding,
): Promise<Outcome> {
  const counts = new Map(Object.entries(expected).map(([id, { count }]) => [id, count]));
  let said = '';
  let whole = false;
  let shown = 0;
  for (let opening = 0; opening < 2; opening++) {
    const browser = await start(profile);
    try {
      await openHome(browser.page, url);
      await missing(browser.page, counts, 5000);
      whole = isSame(await inDatabase(browser.page).catch((): Holding => ({})), expected);
      said += await troubles(browser.page);
      shown = await browser.page.locator('.row').count();
    } finally {
      await browser.close();
    }
  }
  if (whole) return said === '' ? 'whole' : 'restored';
  // The database does not open: home tells it, and shows what the second copy has.
  if (/second copy/.test(said) && shown === counts.size) return 'alone';
  return said === '' ? 'silent' : 'told';
}

/** To the letter, with nothing beside. */
function isSame(found: Holding, expected: Holding): boolean {
  const sumsOf = (holding: Holding) =>
    Object.entries(holding)
      .map(([id, { count, sum }]) => `${id} ${count} ${sum}`)
      .sort()
      .join();
  return sumsOf(found) === sumsOf(expected);
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
