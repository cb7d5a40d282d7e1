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
import { openHome, openSession, type Said, startSession, tapOn, troubles } from './person.ts';
import { type Holding, inDatabase, inSecondCopy, missing } from './stores.ts';

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

/** Where Chromium keeps them in the profile: databases of each origin apart, private files of all in one. */
const STORES = {
  IndexedDB: (origin: string) => `Default/IndexedDB/http_${origin}.indexeddb.leveldb`,
  OPFS: () => 'Default/File System',
};

/** Each way in each store; nobody has time for all of them in a short run, so it begins somewhere and skips. */
const KINDS = Object.entries(WAYS).flatMap(([way, harm]) =>
  Object.keys(STORES).map((store) => ({ way, harm, store: store as keyof typeof STORES })),
);
const STRIDE = 5;
/** So many are tried with one start of the browser where they do not touch each other. */
const ORIGINS = 8;

type Kind = (typeof KINDS)[number];
type Outcome = 'restored' | 'whole' | 'once' | 'alone' | 'told' | 'silent';

/** The app at an origin of its own, and what its database held. */
interface Filled {
  url: string;
  expected: Holding;
}

export const corrupt: Campaign = {
  name: 'corrupt',
  about: 'files of one of the two stores damaged in one of seven ways, each as often as the others',
  full: 7 * 30,
  short: 4,
  parts: 4,
  browsers: ['chromium'],
  async run({ url, profile, start, times, part = 0, random, progress }) {
    const first = Math.floor(random() * KINDS.length);
    const kinds = Array.from(
      { length: times },
      (_, i) => KINDS[(first + (part * times + i) * STRIDE) % KINDS.length] as Kind,
    );
    const batches = [
      ...inBatches(
        kinds.filter(({ store }) => store === 'IndexedDB'),
        ORIGINS,
      ),
      ...inBatches(
        kinds.filter(({ store }) => store === 'OPFS'),
        1,
      ),
    ];
    const filled = await fill(start, profile, url, Math.max(...batches.map(({ length }) => length)));
    const counts = new Map<string, Record<Outcome, number>>();
    let done = 0;
    for (const batch of batches) {
      const copy = mkdtempSync(join(tmpdir(), 'waymark-corrupt-'));
      try {
        cpSync(profile, copy, { recursive: true });
        for (const [i, { harm, store }] of batch.entries()) {
          const files = filesIn(join(copy, STORES[store](originOf(filled[i]?.url ?? ''))));
          if (files.length === 0)
            throw new Error(`There are no files of ${store} where they were looked for.`);
          harm(files, random);
        }
        const came = await cameOf(start, copy, filled.slice(0, batch.length));
        for (const [i, outcome] of came.entries()) {
          const { way = '', store = '' } = batch[i] ?? {};
          const of = counts.get(way) ?? { restored: 0, whole: 0, once: 0, alone: 0, told: 0, silent: 0 };
          counts.set(way, { ...of, [outcome]: of[outcome] + 1 });
          done += 1;
          progress(`${done}: ${store}, ${way}: ${outcome}`);
        }
      } finally {
        rmSync(copy, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
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
          'all there, the second copy failing, and said so': of.once,
          'all there, from the second copy alone': of.alone,
          'loss told on screen': of.told,
          'silent loss or change': of.silent,
        },
      ];
    });
    return { rows, failed: [...counts.values()].reduce((sum, { silent }) => sum + silent, 0) };
  },
};

function inBatches(kinds: readonly Kind[], size: number): Kind[][] {
  return kinds.flatMap((_, i) => (i % size === 0 ? [kinds.slice(i, i + size)] : []));
}

/** As Chromium names its folders. */
function originOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}_${port}`;
}

/** Three sessions at each origin, closed as a person closes them. */
async function fill(start: Harm['start'], profile: string, url: string, origins: number): Promise<Filled[]> {
  const browser = await start(profile);
  const filled: Filled[] = [];
  for (let origin = 0; origin < origins; origin++) {
    const page = await browser.context.newPage();
    const there = url.replace('localhost', `o${origin}.localhost`);
    for (let i = 0; i < 3; i++) {
      await startSession(page, there);
      await tapOn(page, 8 + i);
    }
    filled.push({ url: there, expected: await inDatabase(page) });
  }
  // The workers write that they rest.
  await new Promise((resolve) => setTimeout(resolve, 4000));
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
  return filled;
}

/** Opened twice: Chromium notices some damage at the second opening only. */
async function cameOf(start: Harm['start'], profile: string, filled: readonly Filled[]): Promise<Outcome[]> {
  const said = filled.map(() => '');
  /** What is said of one more answer where the second copy still lacks something. */
  const next: Said[] = [];
  let last: { whole: boolean; twice: boolean; shown: number }[] = [];
  for (let opening = 0; opening < 2; opening++) {
    const browser = await start(profile);
    last = [];
    try {
      for (const [i, { url, expected }] of filled.entries()) {
        const counts = new Map(Object.entries(expected).map(([id, { count }]) => [id, count]));
        await openHome(browser.page, url);
        await missing(browser.page, counts, 5000);
        said[i] += await troubles(browser.page);
        last.push({
          whole: isSame(await inDatabase(browser.page).catch((): Holding => ({})), expected),
          twice: (await missing(browser.page, counts, 5000, inSecondCopy)).length === 0,
          shown: await browser.page.locator('.row').count(),
        });
        const { whole, twice } = last[i] ?? {};
        if (opening === 1 && whole && !twice) {
          await openSession(browser.page, url, Object.keys(expected)[0] ?? '');
          [next[i] = 'notSaved'] = await tapOn(browser.page, 1);
        }
      }
    } finally {
      await browser.close();
    }
  }
  return last.map(({ whole, twice, shown }, i) => {
    if (whole && !twice) return next[i] === 'saved' ? 'silent' : 'once';
    if (whole) return said[i] === '' ? 'whole' : 'restored';
    // The database does not open: home tells it, and shows what the second copy has.
    if (/second copy/.test(said[i] ?? '') && shown === Object.keys(filled[i]?.expected ?? {}).length)
      return 'alone';
    return said[i] === '' ? 'silent' : 'told';
  });
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
