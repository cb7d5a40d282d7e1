/**
 * Locked files with one bit flipped: the app in a browser is given each and refuses it before it asks for a passphrase;
 * its readers are given many more, sealed again as well, so that only the cipher itself stands in the way.
 */
import type { Page } from '@playwright/test';
import { startSession } from '../screenshots/screens.mjs';
import type { Campaign, Harm } from './campaign.ts';
import { handed, keepHanded, opening, readersTest } from './files.ts';

// A type, not an interface: rows of all campaigns are records of cells.
type CryptoRow = { where: string; files: number; refused: number; opened: number };

export const crypto: Campaign = {
  name: 'crypto',
  about: 'every bit of the head of a locked file and so many of its body flipped, one at a time',
  full: 10_000,
  short: 100,
  browsers: ['chromium'],
  run,
};

async function run(harm: Harm): Promise<{ rows: CryptoRow[]; failed: number }> {
  const rows = [await inTheApp(harm), ...byItsReaders(harm.times, Math.floor(harm.random() * 1_000_000))];
  return { rows, failed: rows.reduce((sum, row) => sum + row.files - row.refused, 0) };
}

/** All bits of the head, and so many of those of the body: each is a file that is opened as by hand. */
async function inTheApp({ url, profile, start, times, random, progress }: Harm): Promise<CryptoRow> {
  const browser = await start(profile);
  try {
    const { page } = browser;
    const good = await lockedFile(page, url);
    const head = 8 * good.indexOf('"body":"');
    const bits = [
      ...Array.from({ length: head }, (_, i) => i),
      ...Array.from({ length: times }, () => Math.floor(head + random() * (8 * good.length - head))),
    ];
    let refused = 0;
    let opened = 0;
    for (const [n, bit] of bits.entries()) {
      const bytes = Buffer.from(good);
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const outcome = await opening(page, `${n}.waymark`, bytes);
      if (outcome === 'refused') refused += 1;
      if (outcome === 'shown') opened += 1;
      if (n % 250 === 0) progress(`${n} of ${bits.length}`);
    }
    return { where: 'opened in the app', files: bits.length, refused, opened };
  } finally {
    await browser.close();
  }
}

/** A session file, locked by the app itself. */
async function lockedFile(page: Page, url: string): Promise<string> {
  await keepHanded(page);
  const session = await startSession(page, url, 'P2');
  await page.goto(`${session}/hand-on`);
  await page.locator('.protect .option').last().locator('label').click();
  const text = await handed(page, '.bar .first:enabled');
  await page.goto(`${url}#/files`);
  await page.locator('.files [type=file]').last().waitFor({ state: 'attached' });
  return text;
}

/** tests/exchange/crypto-campaign.test.ts, which stops at the first that opens. */
function byItsReaders(times: number, seed: number): CryptoRow[] {
  const { status, counts } = readersTest('crypto', times, seed);
  if (counts === undefined)
    return [{ where: 'given to its readers', files: 1, refused: 0, opened: status ?? 1 }];
  return Object.entries(counts).map(([where, of]) => {
    const files = Object.values(of).reduce((sum, n) => sum + n, 0);
    const opened = of.OPENED ?? 0;
    return { where: `given to its readers: ${where}`, files, refused: files - opened, opened };
  });
}
