/** Files at the app's door: written by the app itself, and given to it to be opened; and to its readers alone. */
import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { ROOT } from '../run.mjs';

/** What is handed to the browser is looked at on its way: not every browser that is driven tells of downloads. */
export async function keepHanded(page: Page): Promise<void> {
  await page.addInitScript(`
    delete globalThis.showSaveFilePicker;
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      globalThis.handed = blob.text();
      return make.call(URL, blob);
    };
  `);
}

/** The text of the file that pressing a button hands over, after `keepHanded`. */
export async function handed(page: Page, button: string): Promise<string> {
  await page.evaluate('globalThis.handed = undefined');
  await page.locator(button).click();
  await page.locator('.said', { hasText: '.waymark' }).waitFor();
  return page.evaluate('globalThis.handed');
}

/** Opens a file on the page of files; what the app made of it, `neither` where it says nothing in time. */
export async function opening(
  page: Page,
  name: string,
  bytes: Uint8Array,
): Promise<'refused' | 'shown' | 'neither'> {
  await page
    .locator('.files [type=file]')
    .last()
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(bytes) });
  const refusal = page.locator('.files > .error-summary', { hasText: name });
  const preview = page.locator('.preview-file > h2', { hasText: name });
  try {
    await refusal.or(preview).waitFor({ timeout: 20_000 });
  } catch {
    return 'neither';
  }
  return (await refusal.count()) > 0 ? 'refused' : 'shown';
}

/**
 * The same harm without a browser: tests/exchange/NAME-campaign.test.ts with so many times and this seed.
 * @returns its exit code, and the counts that it prints as JSON behind the campaign's name; undefined where it did not
 * come so far.
 */
export function readersTest(
  name: string,
  times: number,
  seed: number,
): { status: number | null; counts: Record<string, Record<string, number>> | undefined } {
  const word = name.toUpperCase();
  const { status, stdout } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', `tests/exchange/${name}-campaign.test.ts`],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, [`${word}_TIMES`]: String(times), [`${word}_SEED`]: String(seed) },
    },
  );
  const told = new RegExp(`${word} (\\{.*\\})`).exec(stdout)?.[1];
  return { status, counts: told === undefined ? undefined : JSON.parse(told) };
}
