/** The single-file edition: a double click on a memory stick, and no network. `npm run test:firefox` runs it too. */
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { builtSingle, SINGLE_FILE } from '../../src/tools/build-single.mjs';
import { heading, PORTRAIT, press, startSession, tap } from './asking.ts';
import { answer, joinAt, runs, SLOW } from './at-table.ts';
import { broken } from './axe.ts';

test.use({ viewport: PORTRAIT });

let folder: string;
test.beforeAll(async () => {
  expect(await builtSingle()).toBe(0);
  folder = await mkdtemp(join(tmpdir(), 'waymark-'));
  // As the names of sticks and folders are.
  await mkdir(join(folder, 'Stick É 1'));
  await copyFile(SINGLE_FILE, join(folder, 'Stick É 1/waymark.html'));
});
test.afterAll(() => rm(folder, { recursive: true }));

/** Everything but the file itself is refused, and told. */
async function opened(page: Page): Promise<{ url: string; asked: string[]; wrong: string[] }> {
  const url = pathToFileURL(join(folder, 'Stick É 1/waymark.html')).href;
  const asked: string[] = [];
  const wrong: string[] = [];
  page.on('request', (request) => {
    const address = request.url();
    if (address.split('#')[0] !== url && !/^(data|blob):/.test(address)) asked.push(address);
  });
  await page.context().route(/^(?!file:|data:|blob:)/, (route) => route.abort());
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Opened as a file' })).toBeVisible(SLOW);
  return { url, asked, wrong };
}

test('from the first question to the result, kept on this computer, and a table’s code, without a network', async ({
  page,
}) => {
  const { url, asked, wrong } = await opened(page);
  await expect(page.locator('.foot')).toContainText('Needs no network');
  expect(await broken(page)).toEqual([]);

  await startSession(page, url, 'short');
  await tap(page, 'Yes, officially announced');
  while (!page.url().endsWith('/-finish')) {
    const here = page.url();
    await press(page, 'Continue');
    await expect(page).not.toHaveURL(here);
  }
  await press(page, 'See the result');
  await expect(page).toHaveURL(/\/result$/);
  await expect(page.locator('.top-bar, header').first()).toContainText('Saved on this device', SLOW);
  // Read back from the disk, from both places.
  await page.reload();
  await expect(page).toHaveURL(/\/result$/);
  await expect(heading(page)).toBeVisible(SLOW);
  expect(await page.evaluate(() => caches.has('waymark second copy'))).toBe(true);

  await page.goto(`${url}#/workshop`);
  await page.getByRole('link', { name: 'The two ballots' }).click();
  await runs(page);
  await page.getByRole('button', { name: 'Open a room' }).click();
  await expect(heading(page)).toHaveText('Collect round 1', SLOW);
  const room = page.url();
  const join = (await page.locator('.code-box .characters').textContent()) ?? '';
  await joinAt(page, url, join, '3');
  const code = await answer(page, { presidential: 'Yes, free and fair' });
  await page.goto(room);
  await page.getByLabel('Characters on the table’s tablet').fill(code);
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(page.locator('.said')).toContainText('Table 3 has handed in.', SLOW);
  expect({ asked, wrong }).toEqual({ asked: [], wrong: [] });
});
