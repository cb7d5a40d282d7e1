/**
 * Files from anywhere, opened by hand: the app in a browser is given one mutated file after the other. Each is refused
 * with words or shown as a preview; nothing throws, no script of a file runs, and the database stays as it was.
 */
import type { Page } from '@playwright/test';
import { startSession } from '../screenshots/screens.mjs';
import type { Campaign, Harm } from './campaign.ts';
import { handed, keepHanded, opening, readersTest } from './files.ts';
import { mutated } from './mutated.ts';

/** So often the database is looked at. */
const LOOK = 25;

// A type, not an interface: rows of all campaigns are records of cells.
type ImportRow = {
  where: string;
  files: number;
  refused: number;
  shown: number;
  'neither, errors, scripts run': number;
  'database changed': number;
};

export const importing: Campaign = {
  name: 'import',
  about: 'mutated files opened in the app, and fifty times as many given to its readers over a database',
  full: 2000,
  short: 40,
  browsers: ['chromium', 'firefox'],
  run,
};

async function run(harm: Harm): Promise<{ rows: ImportRow[]; failed: number }> {
  const seed = Math.floor(harm.random() * 1_000_000);
  const rows = [await inTheApp(harm), byItsReaders(harm.times * 50, seed)];
  const failed = rows.reduce(
    (sum, row) => sum + row['neither, errors, scripts run'] + row['database changed'],
    0,
  );
  return { rows, failed };
}

async function inTheApp({ url, profile, start, times, random, progress }: Harm): Promise<ImportRow> {
  const browser = await start(profile);
  const counts = { refused: 0, shown: 0, neither: 0, errors: 0, scripts: 0, databaseChanged: 0 };
  try {
    const { context, page } = browser;
    context.on('weberror', () => {
      counts.errors += 1;
    });
    page.on('dialog', async (dialog) => {
      counts.scripts += 1;
      await dialog.dismiss();
    });
    const good = await goodFiles(page, url);
    const before = await dump(page);
    for (let i = 1; i <= times; i++) {
      const { kind, bytes } = mutated(good, random);
      counts[await opening(page, `${i}.waymark`, bytes)] += 1;
      if (await page.locator('.failure').isVisible()) {
        // The page for a bug: counted, and begun anew.
        counts.errors += 1;
        progress(`${i}: ${kind}, ${await page.locator('.failure').innerText()}`);
        await page.reload();
        await page.locator('.files').waitFor();
      }
      if (i % LOOK === 0 || i === times) {
        if ((await dump(page)) !== before) counts.databaseChanged += 1;
        progress(`${i} of ${times}`);
      }
    }
  } finally {
    await browser.close();
  }
  const { refused, shown, neither, errors, scripts, databaseChanged } = counts;
  return {
    where: 'opened in the app',
    files: times,
    refused,
    shown,
    'neither, errors, scripts run': neither + errors + scripts,
    'database changed': databaseChanged,
  };
}

/** The same harm without a browser, many times as often: tests/exchange/import-campaign.test.ts, which stops at a loss. */
function byItsReaders(times: number, seed: number): ImportRow {
  const { status, counts: told = {} } = readersTest('import', times, seed);
  const counts = Object.values(told);
  const sum = (kinds: readonly string[]) =>
    counts.reduce((all, of) => all + kinds.reduce((here, kind) => here + (of[kind] ?? 0), 0), 0);
  return {
    where: 'given to its readers',
    files: times,
    refused: sum(['refused']),
    shown: sum(['session', 'backup']),
    'neither, errors, scripts run': status === 0 ? 0 : 1,
    'database changed': status === 0 ? 0 : 1,
  };
}

/** A session file and a backup, written by the app itself. */
async function goodFiles(page: Page, url: string): Promise<string[]> {
  await keepHanded(page);
  const session = await startSession(page, url, 'P2');
  await page.goto(`${session}/hand-on`);
  const file = await handed(page, '.bar .first');
  await page.goto(`${url}#/files`);
  return [file, await handed(page, '.files .first')];
}

/** All that the database holds, in one text. As text itself: tools know no DOM. */
function dump(page: Page): Promise<string> {
  return page.evaluate(`(async () => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await done(indexedDB.open('waymark'));
    const all = [];
    for (const name of database.objectStoreNames)
      all.push(name, await done(database.transaction(name).objectStore(name).getAll()));
    database.close();
    return JSON.stringify(all);
  })()`);
}
