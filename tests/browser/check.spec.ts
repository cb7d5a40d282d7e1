/** What an earlier version damaged opens; what cannot be opened is told, and can be saved as it lies there. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { startSession } from './asking.ts';
import { broken } from './axe.ts';
import { expect, test } from './served.ts';

/**
 * What the version before wrote into its databases when 15/01/20270 was typed as the day of a review and 15/12/20260 as
 * the due day of an action: a session, its duplicate, and a room. That version could open none of them again.
 */
const HURT = JSON.parse(
  readFileSync(new URL('./frozen/hurt-by-long-years.json', import.meta.url), 'utf8'),
) as Record<string, { stores: Record<string, object[]> }>;

/** Puts records into the app's own databases, once the app has made them, and opens it anew. */
async function put(page: Page, url: string, records: typeof HURT): Promise<void> {
  await page.goto(`${url}#/workshop`);
  await page.getByRole('heading', { name: 'Workshop', exact: true }).waitFor();
  await page.evaluate(async (all) => {
    for (const [name, { stores }] of Object.entries(all)) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction(Object.keys(stores), 'readwrite');
      const done = new Promise((resolve) => transaction.addEventListener('complete', resolve));
      for (const [store, list] of Object.entries(stores))
        for (const record of list) transaction.objectStore(store).put(record);
      await done;
      database.close();
    }
  }, records);
  await page.goto(`${url}#/`);
  await page.reload();
  await page.locator('.sessions:not([aria-busy])').waitFor();
}

test('a session, its copy and a room with years of five digits open, and say what is left out', async ({
  page,
  served,
}) => {
  await put(page, served.url, HURT);
  const rows = page.locator('.sessions li.row');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('something is left out');
  await expect(page.locator('.trouble')).toHaveCount(0);

  await rows.first().locator('a.open').click();
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.locator('.misfits')).toContainText('is left out');
  await page.goto(`${served.url}#/check`);
  await expect(page.locator('.sum')).toHaveText('3 things to know about.');
  await expect(page.locator('.ready-lines')).toContainText('the rest is whole');
  expect(await broken(page)).toEqual([]);

  await page.goto(`${served.url}#/workshop`);
  await page.getByRole('link', { name: 'The two ballots' }).last().click();
  await page.getByRole('link', { name: 'Debrief' }).click();
  await expect(page.locator('.own', { hasText: 'Ask the mission' })).toBeVisible();
  await expect(page.getByLabel('Hot wash')).toHaveValue('Ninety minutes of work.');
  await expect(page.getByText('is left out')).toBeVisible();
});

test('what cannot be opened is told, and everything can be saved as it is stored', async ({
  page,
  served,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const torn = structuredClone(HURT);
  const { waymark } = torn;
  if (waymark === undefined) throw new Error();
  // A step is missing in the middle of the first session.
  waymark.stores.entries = (waymark.stores.entries ?? []).filter((_, i) => i !== 1);
  await put(page, served.url, torn);
  await expect(page.locator('.trouble')).toContainText('a part of its history is missing');
  await page.locator('.trouble').getByRole('link', { name: 'Check my data' }).click();
  await expect(page.locator('.ready-lines')).toContainText('cannot be opened: parts of it are missing');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save everything as it is stored' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^Waymark as stored .*\.json$/);
  const raw = JSON.parse(readFileSync(await saved.path(), 'utf8')) as {
    databases: Record<string, Record<string, { value: unknown }[]>>;
    files: Record<string, string>;
    failed: string[];
  };
  expect(raw.failed).toEqual([]);
  const entries = (raw.databases.waymark?.entries ?? []).map(({ value }) => value);
  expect(entries).toEqual(waymark.stores.entries);
  expect(JSON.stringify(raw.databases['waymark-workshop'])).toContain('20260-12-15');
  expect(Object.keys(raw.files).length).toBeGreaterThan(0);
});

test('a button that is at work keeps the keyboard’s place', async ({ page, served }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await startSession(page, served.url, 'P2');
  for (const [place, name] of [
    ['check', 'Look again'],
    ['check', 'Save everything as it is stored'],
    ['check', 'Save everything as a file'],
    ['ready', 'Look again'],
  ] as const) {
    await page.goto(`${served.url}#/${place}`);
    const button = page.getByRole('button', { name, exact: true });
    await expect(button).toBeEnabled({ timeout: 20_000 });
    await button.focus();
    await page.evaluate(() => {
      Object.assign(window, { blurred: 0 });
      document.activeElement?.addEventListener('blur', () => Object.assign(window, { blurred: 1 }));
    });
    await page.keyboard.press('Enter');
    await expect(button, `${place}, ${name}`).toBeEnabled({ timeout: 20_000 });
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => Reflect.get(window, 'blurred')), `${place}, ${name}`).toBe(0);
    await expect(button, `${place}, ${name}`).toBeFocused();
  }
});
