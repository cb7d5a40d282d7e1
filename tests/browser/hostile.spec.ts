/** What throws is told in its place, and the rest of the screen goes on; addresses with inherited names open. */
import type { Page } from '@playwright/test';
import { broken } from './axe.ts';
import { expect, test } from './served.ts';

const BROKEN = 'This part cannot be shown.';

/** A session begun at this moment, as the page's clock has it. */
async function begunAt(page: Page, url: string, time: string): Promise<void> {
  await page.clock.setFixedTime(new Date(time));
  await page.goto(`${url}#/new/short`);
  await page.locator('.option').first().waitFor();
  await page.goto('about:blank');
}

/** From the next load on, whoever says "today" throws. */
async function breakToday(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Intl.RelativeTimeFormat.prototype.format = () => {
      throw new Error('no today');
    };
  });
}

test('a row of home that throws is told in its place; the others open, and so does all the rest', async ({
  page,
  served,
}) => {
  await begunAt(page, served.url, '2026-01-05T10:00:00Z');
  await begunAt(page, served.url, '2026-03-09T10:00:00Z');
  await breakToday(page);
  await page.goto(served.url);
  await expect(page.locator('.rows .row')).toHaveCount(1);
  await expect(page.locator('.rows > .broken')).toContainText(BROKEN);
  await expect(page.locator('.foot')).toBeVisible();
  await expect(page.locator('.key')).toBeVisible();
  await page.locator('.rows > .broken summary').click();
  await expect(page.locator('.rows > .broken')).toContainText('no today');
  expect(await broken(page)).toEqual([]);
  await page.locator('.rows .row a').click();
  await expect(page.locator('.option').first()).toBeVisible();
});

test('a screen that throws says so, and the way back leads to one that works', async ({ page, served }) => {
  await begunAt(page, served.url, '2026-03-09T10:00:00Z');
  await breakToday(page);
  await page.goto(served.url);
  await expect(page.locator('.rows > .broken')).toContainText(BROKEN);
  const [id] = await page.evaluate(
    () =>
      new Promise<IDBValidKey[]>((resolve) => {
        indexedDB.open('waymark').onsuccess = ({ target }) => {
          const database = (target as IDBOpenDBRequest).result;
          const asked = database.transaction('sessions').objectStore('sessions').getAllKeys();
          asked.onsuccess = () => resolve(asked.result);
        };
      }),
  );
  await page.goto(`${served.url}#/session/${id}/history`);
  await expect(page.getByRole('heading', { name: 'This page cannot be shown' })).toBeVisible();
  await page.locator('.bar .button').click();
  await expect(page.locator('.sessions h2')).toBeVisible();
});

const NAMES = ['constructor', '__proto__', 'valueOf'];
const VIEWS =
  'question next overview result note readings map details news review hand-on texts sources history what-if';
const PARTS = 'exercise collect ballot board wall debrief give take table paper pass edit';

test('an address with a name that every object has by birth brings no failure up', async ({
  page,
  served,
}) => {
  await page.goto(`${served.url}#/new/short`);
  await page.locator('.option').first().waitFor();
  const id = /session\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const paths = NAMES.flatMap((name) => [
    `session/${name}/question`,
    ...VIEWS.split(' ').map((view) => `session/${id}/${view}/${name}`),
    `session/${id}/question/buyout?back=result%2F${name}`,
    ...PARTS.split(' ').map((part) => `workshop/${part}/${name}/${name}`),
    `new/${name}`,
    `brief/${name}`,
    `compare/${name}`,
    `answers/${name}`,
  ]);
  for (const path of paths) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${path}`);
    await page.waitForTimeout(30);
    await expect(page.locator('main, .page').first(), path).toBeVisible();
    await expect(page.locator('.failure, .broken'), path).toHaveCount(0);
  }
});
