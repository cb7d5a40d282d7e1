import type { Page } from '@playwright/test';
import words from '../../src/messages/en/home.json' with { type: 'json' };
import { expect, test } from './served.ts';
import { buildOf, fetched, INSTALLING, keptBuilds, keptFiles, openOffline } from './worker.ts';

const heading = { level: 1 } as const;
const offer = (page: Page) => page.getByRole('button', { name: words['home.updateNow'] });

test('an old tab goes on with its own release while another one goes over to the next', async ({
  page: old,
  context,
  served,
}) => {
  await openOffline(old, served.url);
  const first = await buildOf(old);
  const words = (await keptFiles(old, first)).find((url) => url.includes('/words.en-XA.'));
  let oldLoads = 0;
  old.on('load', () => oldLoads++);

  await served.swapRelease('next');
  expect((await fetch(String(words))).status, 'the next release has no such file').toBe(404);

  // The browser looks for a newer worker when a page is opened; the page is still of the release that is kept.
  const tab = await context.newPage();
  await tab.goto(served.url);
  expect(await buildOf(tab)).toBe(first);
  let loads = 0;
  tab.on('load', () => loads++);
  await expect(offer(tab)).toBeVisible(INSTALLING);
  await expect(offer(old)).toBeVisible(INSTALLING);

  await offer(tab).click();
  await expect.poll(() => buildOf(tab)).not.toBe(first);
  const next = await buildOf(tab);
  await expect(tab.getByRole('heading', heading)).toBeVisible();
  await expect(offer(tab)).toBeHidden();

  await served.stop();
  // The browser keeps files of its own accord, but promises nothing; only the worker's count.
  await (await context.newCDPSession(old)).send('Network.clearBrowserCache');
  expect(await buildOf(old)).toBe(first);
  expect(await fetched(old, String(words))).toMatchObject({ status: 200 });
  await old.evaluate(() => {
    location.hash = '#/about';
  });
  await expect(old.getByRole('heading', heading)).toBeVisible();
  expect(await keptBuilds(old)).toEqual([first, next].sort());

  // Reloaded once and not again, and the old tab not at all.
  await tab.waitForTimeout(500);
  expect({ loads, oldLoads }).toEqual({ loads: 1, oldLoads: 0 });

  // With the last tab of the first release gone, its files go at the next occasion.
  await old.close();
  await tab.reload();
  await expect.poll(() => keptBuilds(tab)).toEqual([next]);
});

test('a tab that was left behind goes over when its turn comes', async ({ page: old, context, served }) => {
  await openOffline(old, served.url);
  const first = await buildOf(old);
  await served.swapRelease('next');
  const tab = await context.newPage();
  await tab.goto(served.url);
  await offer(tab).click();
  await expect.poll(() => buildOf(tab)).not.toBe(first);

  await served.stop();
  await offer(old).click();
  await expect.poll(() => buildOf(old)).toBe(await buildOf(tab));
  await expect(old.getByRole('heading', heading)).toBeVisible();
  await expect.poll(() => keptBuilds(tab)).toEqual([await buildOf(tab)]);
});

test('an update that nobody accepts waits, and nothing of it is shown', async ({ page, context, served }) => {
  await openOffline(page, served.url);
  const first = await buildOf(page);
  await served.swapRelease('next');
  await page.reload();
  await expect(offer(page)).toBeVisible(INSTALLING);
  const tab = await context.newPage();
  await tab.goto(served.url);
  expect(await buildOf(tab)).toBe(first);
  expect(await keptBuilds(tab)).toContain(first);
});
