/** What throws is told in its place, and the rest of the screen goes on; addresses with inherited names open. */
import type { Page } from '@playwright/test';
import { broken } from './axe.ts';
import { expect, test } from './served.ts';

const BROKEN = 'This part cannot be shown.';

/** What tells of a fault comes when it is needed, on a machine that may be busy. */
const SOON = { timeout: 30_000 };

/** A session begun now, or at this moment as the page's clock has it. */
async function begunAt(page: Page, url: string, time?: string): Promise<void> {
  if (time !== undefined) await page.clock.setFixedTime(new Date(time));
  await page.goto(`${url}#/new/short`);
  await page.locator('.option').first().waitFor();
  await page.goto(`${url}#/`);
  await page.locator('.row').first().waitFor();
}

/** Home, loaded anew: from now on whoever says "today" throws, or whoever says a day or an hour. */
async function homeWithout(page: Page, what: 'RelativeTimeFormat' | 'DateTimeFormat'): Promise<void> {
  await page.addInitScript((name) => {
    Object.defineProperty(Intl[name].prototype, 'format', {
      get() {
        throw new Error('no today');
      },
    });
  }, what);
  await page.reload();
  await expect(page.locator('.rows > .broken')).toContainText(BROKEN, SOON);
}

test('a row of home that throws is told in its place; the others open, and so does all the rest', async ({
  page,
  served,
}) => {
  await begunAt(page, served.url, '2026-01-05T10:00:00Z');
  await begunAt(page, served.url, '2026-03-09T10:00:00Z');
  await homeWithout(page, 'RelativeTimeFormat');
  await expect(page.locator('.rows .row')).toHaveCount(1, SOON);
  await expect(page.locator('.foot')).toBeVisible(SOON);
  await expect(page.locator('.key')).toBeVisible(SOON);
  await page.locator('.rows > .broken summary').click();
  await expect(page.locator('.rows > .broken')).toContainText('no today', SOON);
  await page.locator('.rows .row a.open').click();
  await expect(page.locator('.option').first()).toBeVisible(SOON);
});

test('a screen that throws says so, and the way back leads to one that works', async ({ page, served }) => {
  await begunAt(page, served.url);
  await homeWithout(page, 'DateTimeFormat');
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
  await expect(page.getByRole('heading', { name: 'This page cannot be shown' })).toBeVisible(SOON);
  await page.locator('.bar .button').click();
  await expect(page.locator('.sessions h2')).toBeVisible(SOON);
});

test('what is told in the place of a row has nothing that axe would find', async ({ page, served }) => {
  await begunAt(page, served.url, '2026-03-09T10:00:00Z');
  await homeWithout(page, 'RelativeTimeFormat');
  await page.locator('.rows > .broken summary').click();
  expect(await broken(page)).toEqual([]);
});

/** One of them everywhere, others where an address is looked up first. */
const NAME = 'constructor';
const NAMES = ['__proto__', 'valueOf', NAME];
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
  const paths = [
    ...NAMES.flatMap((name) => [`session/${id}/question/${name}`, `new/${name}`, `brief/${name}`]),
    ...VIEWS.split(' ').map((view) => `session/${id}/${view}/${NAME}`),
    ...PARTS.split(' ').map((part) => `workshop/${part}/${NAME}/${NAME}`),
    ...['session', 'compare', 'answers'].map((place) => `${place}/${NAME}`),
    `session/${id}/question/buyout?back=result%2F${NAME}`,
  ];
  const found = await page.evaluate(async (all) => {
    const bad: string[] = [];
    for (const path of all) {
      location.hash = `#/${path}`;
      // Two frames for what is there; more for a screen whose code comes only now.
      for (let i = 0; i < 100 && (i < 2 || document.querySelector('main') === null); i++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      const broken = document.querySelector('.failure, .broken, #app:not(:has(main))');
      if (broken !== null) bad.push(`${path}: ${broken.textContent}`);
    }
    return bad;
  }, paths);
  expect(found).toEqual([]);
});
