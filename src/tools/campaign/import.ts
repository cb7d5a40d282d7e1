/**
 * Files from anywhere, opened by hand: the app in a browser is given one mutated file after the other. Each is refused
 * with words or shown as a preview; nothing throws, no script of a file runs, and the database stays as it was.
 */
import { readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { installedBrowser, LAUNCH } from '../browser.mjs';
import { startSession } from '../screenshots/screens.mjs';
import { mutated } from './mutated.ts';

/** So often the database is looked at. */
const LOOK = 25;

interface Harm {
  url: string;
  profile: string;
  times: number;
  random: () => number;
  progress(text: string): void;
}

export const importing = {
  name: 'import',
  about: 'mutated files opened in the app; with the vitest part, 100,000 more against its readers',
  full: 2000,
  short: 40,
  run,
};

async function run({ url, profile, times, random, progress }: Harm) {
  const executablePath = (await installedBrowser()) ?? '';
  const context = await chromium.launchPersistentContext(profile, { ...LAUNCH, executablePath });
  const counts = { refused: 0, previews: 0, neither: 0, errors: 0, scripts: 0, databaseChanged: 0 };
  try {
    const page = context.pages()[0] ?? (await context.newPage());
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
      await page
        .locator('.files [type=file]')
        .last()
        .setInputFiles({
          name: `${i}.waymark`,
          mimeType: 'application/json',
          buffer: Buffer.from(bytes),
        });
      counts[await outcomeOf(page, i)] += 1;
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
    await context.close();
  }
  const { neither, errors, scripts, databaseChanged } = counts;
  return {
    rows: [{ campaign: 'import', files: times, ...counts }],
    failed: neither + errors + scripts + databaseChanged,
  };
}

/** A session file and a backup, written by the app itself. */
async function goodFiles(page: Page, url: string): Promise<string[]> {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  const session = await startSession(page, url, 'P2');
  await page.goto(`${session}/hand-on`);
  const file = await saved(page, '.bar .first');
  await page.goto(`${url}#/files`);
  return [file, await saved(page, '.files .first')];
}

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
  return readFileSync(await download.path(), 'utf8');
}

async function outcomeOf(page: Page, i: number): Promise<'refused' | 'previews' | 'neither'> {
  const name = `${i}.waymark`;
  const refused = page.locator('.files > .error-summary', { hasText: name });
  const preview = page.locator('.preview-file > h2', { hasText: name });
  try {
    await refused.or(preview).waitFor({ timeout: 20_000 });
  } catch {
    return 'neither';
  }
  return (await refused.count()) > 0 ? 'refused' : 'previews';
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
