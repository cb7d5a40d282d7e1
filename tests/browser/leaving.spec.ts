/**
 * Leaving Waymark and coming back in the same tab. The browser puts the page aside, frozen with all that it holds
 * (back/forward cache), and shows it again at once: nobody may have to wait for it meanwhile, and it goes on whole.
 */
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { installedBrowser, LAUNCH } from '../../src/tools/browser.mjs';
import { startSession } from './asking.ts';
import { expect, test as served } from './served.ts';

/** Playwright switches the cache off; and a worker that takes charge of pages would empty it. */
const test = served.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
  context: async ({}, use) => {
    const executablePath = await installedBrowser();
    const browser = await chromium.launch({
      ...LAUNCH,
      ...(executablePath && { executablePath }),
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
      args: [...LAUNCH.args, '--enable-features=BackForwardCache'],
    });
    const context = await browser.newContext();
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    await use(context);
    await browser.close();
  },
});

const saved = (page: Page) => page.locator('.saved', { hasText: 'Saved on this device' }).first();

/** A page on which something was answered, put aside for another one. */
async function leave(page: Page, last = ''): Promise<void> {
  await page.evaluate((last) => {
    Object.assign(window, { shown: [] as boolean[] });
    addEventListener('pageshow', ({ persisted }) => {
      (window as unknown as { shown: boolean[] }).shown.push(persisted);
    });
    // Whatever is done last is done in the moment of leaving.
    if (last !== '') addEventListener('pagehide', () => document.querySelector<HTMLElement>(last)?.click());
  }, last);
  await page.goto('about:blank');
}

const OTHER = '.option:nth-child(2) label';

async function comeBack(page: Page): Promise<void> {
  await page.goBack({ waitUntil: 'commit' });
  // The very page, from the cache: without that nothing is shown here.
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'shown')), '').toEqual([true]);
}

/** Names of the locks that are held at this address, as a page without the app sees them. */
async function locksHeld(context: BrowserContext, url: string): Promise<string[]> {
  const beside = await context.newPage();
  await beside.goto(`${url}manifest.webmanifest`);
  const held = await beside.evaluate(async () => (await navigator.locks.query()).held ?? []);
  await beside.close();
  return held.map(({ name }) => name ?? '').sort();
}

/** All that the second copy has on the disk, read by a page without the app. */
async function secondCopy(context: BrowserContext, url: string): Promise<string> {
  const beside = await context.newPage();
  await beside.goto(`${url}manifest.webmanifest`);
  const text = await beside.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const texts = ['waymark.a', 'waymark.b'].map(async (name) =>
      (await (await folder.getFileHandle(name)).getFile()).text(),
    );
    return (await Promise.all(texts)).join('');
  });
  await beside.close();
  return text;
}

/** A session with its first answer saved. */
async function answered(page: Page, url: string): Promise<void> {
  await startSession(page, url, 'short');
  await page.locator('.option label').first().click();
  await expect(saved(page)).toBeVisible();
}

const LOCKS = ['waymark place', 'waymark second copy'];

test('a page put aside holds nothing, and keeps everything twice when it is shown again', async ({
  context,
  page,
  served,
}) => {
  await answered(page, served.url);
  expect(await locksHeld(context, served.url)).toEqual(LOCKS);
  await leave(page);
  await expect.poll(() => locksHeld(context, served.url)).toEqual([]);
  await comeBack(page);
  await expect.poll(() => locksHeld(context, served.url)).toEqual(LOCKS);
  const before = await secondCopy(context, served.url);
  await page.locator(OTHER).click();
  await expect(saved(page)).toBeVisible();
  await expect(page.locator('.notice')).toHaveCount(0);
  expect((await secondCopy(context, served.url)).length).toBeGreaterThan(before.length);
});

test('what is answered in the moment of leaving is kept, twice, on coming back', async ({
  context,
  page,
  served,
}) => {
  await answered(page, served.url);
  const before = await secondCopy(context, served.url);
  await leave(page, OTHER);
  await comeBack(page);
  await expect(page.locator(OTHER.replace('label', 'input'))).toBeChecked();
  await expect(saved(page)).toBeVisible();
  await expect(page.locator('.notice')).toHaveCount(0);
  const after = await secondCopy(context, served.url);
  expect(after.split('"answered"').length).toBe(before.split('"answered"').length + 1);
  await page.reload();
  await expect(page.locator(OTHER.replace('label', 'input'))).toBeChecked();
});

test('another visit meanwhile keeps everything twice, at once', async ({ page, served }) => {
  await answered(page, served.url);
  await leave(page);
  await answered(page, served.url);
  await expect(page.locator('.notice')).toHaveCount(0);
});
