/**
 * Locked files with one bit flipped: the app in a browser is given each and refuses it before it asks for a passphrase;
 * its readers are given many more, sealed again as well, so that only the cipher itself stands in the way.
 */
import { spawnSync } from 'node:child_process';
import { chromium, type Page } from '@playwright/test';
import { installedBrowser, LAUNCH } from '../browser.mjs';
import { ROOT } from '../run.mjs';
import { startSession } from '../screenshots/screens.mjs';

interface Harm {
  url: string;
  profile: string;
  times: number;
  random: () => number;
  progress(text: string): void;
}

// A type, not an interface: rows of all campaigns are records of cells.
type CryptoRow = { where: string; files: number; refused: number; opened: number };

export const crypto = {
  name: 'crypto',
  about: 'every bit of the head of a locked file and so many of its body flipped, one at a time',
  full: 10_000,
  short: 100,
  run,
};

async function run(harm: Harm): Promise<{ rows: CryptoRow[]; failed: number }> {
  const rows = [await inTheApp(harm), ...byItsReaders(harm.times, Math.floor(harm.random() * 1_000_000))];
  return { rows, failed: rows.reduce((sum, row) => sum + row.files - row.refused, 0) };
}

/** All bits of the head, and a twentieth of those of the body: each is a file that is opened by hand. */
async function inTheApp({ url, profile, times, random, progress }: Harm): Promise<CryptoRow> {
  const executablePath = (await installedBrowser()) ?? '';
  const context = await chromium.launchPersistentContext(profile, { ...LAUNCH, executablePath });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const good = await lockedFile(page, url);
    const head = 8 * good.indexOf('"body":"');
    const bits = [
      ...Array.from({ length: head }, (_, i) => i),
      ...Array.from({ length: Math.ceil(times / 20) }, () =>
        Math.floor(head + random() * (8 * good.length - head)),
      ),
    ];
    let refused = 0;
    let opened = 0;
    for (const [n, bit] of bits.entries()) {
      const bytes = Buffer.from(good);
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const name = `${n}.waymark`;
      await page
        .locator('.files [type=file]')
        .last()
        .setInputFiles({ name, mimeType: 'application/json', buffer: bytes });
      const refusal = page.locator('.files > .error-summary', { hasText: name });
      const shown = page.locator('.preview-file > h2', { hasText: name });
      await refusal.or(shown).waitFor({ timeout: 20_000 });
      if ((await refusal.count()) > 0) refused += 1;
      else opened += 1;
      if (n % 250 === 0) progress(`${n} of ${bits.length}`);
    }
    const where = `opened in the app, Chromium ${context.browser()?.version() ?? ''}`.trim();
    return { where, files: bits.length, refused, opened };
  } finally {
    await context.close();
  }
}

/** A session file, locked by the app itself. */
async function lockedFile(page: Page, url: string): Promise<string> {
  // What is handed to the browser is looked at on its way.
  await page.addInitScript(`
    delete globalThis.showSaveFilePicker;
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      globalThis.handed = blob.text();
      return make.call(URL, blob);
    };
  `);
  const session = await startSession(page, url, 'P2');
  await page.goto(`${session}/hand-on`);
  await page.locator('.protect .option').last().locator('label').click();
  await page.locator('.bar .first:enabled').click();
  await page.locator('.said', { hasText: '.waymark' }).waitFor();
  const text: string = await page.evaluate('globalThis.handed');
  await page.goto(`${url}#/files`);
  await page.locator('.files [type=file]').last().waitFor({ state: 'attached' });
  return text;
}

/** tests/exchange/crypto-campaign.test.ts, which stops at the first that opens. */
function byItsReaders(times: number, seed: number): CryptoRow[] {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', 'tests/exchange/crypto-campaign.test.ts'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, CRYPTO_TIMES: String(times), CRYPTO_SEED: String(seed) },
    },
  );
  const told = /CRYPTO (\{.*\})/.exec(stdout)?.[1];
  if (told === undefined)
    return [{ where: 'given to its readers', files: 1, refused: 0, opened: status ?? 1 }];
  const counts = JSON.parse(told) as Record<string, Record<string, number>>;
  return Object.entries(counts).map(([where, of]) => {
    const files = Object.values(of).reduce((sum, n) => sum + n, 0);
    const opened = of.OPENED ?? 0;
    return { where: `given to its readers: ${where}`, files, refused: files - opened, opened };
  });
}
