/** Handing on: files, backups and links, given away and taken in; nothing is overwritten, nothing goes to a server. */
import { readFile } from 'node:fs/promises';
import type { Browser, Download, Page } from '@playwright/test';
import { now } from '../clock.ts';
import { goTo, heading, LANDSCAPE, press, said, startSession, tap } from './asking.ts';
import { runs } from './at-table.ts';
import { expect, test } from './served.ts';

test.use({ viewport: LANDSCAPE });

/** Anything that waits for the worker or for a file of megabytes. */
const SLOW = 20_000;

async function opened(page: Page, url: string, name: string, content: string | Buffer): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(`${url}#/files`);
  else await page.evaluate(() => location.assign('#/files'));
  await expect(heading(page)).toHaveText('Backup and files');
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
}

/** Without the system's dialogue, which no test can answer: as in browsers that have none. */
async function withoutPicker(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
}

async function downloadBy(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download]: [Download, unknown] = await Promise.all([
    page.waitForEvent('download'),
    press(page, button),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

async function elsewhere(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: LANDSCAPE });
  return context.newPage();
}

/** All that the database holds, in one text. */
function dump(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const open = indexedDB.open('waymark');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const all: unknown[] = [];
    for (const store of database.objectStoreNames) {
      const request = database.transaction(store).objectStore(store).getAll();
      await new Promise((resolve) => {
        request.onsuccess = resolve;
      });
      all.push(store, request.result);
    }
    database.close();
    return JSON.stringify(all);
  });
}

test('a session file opens elsewhere with the same result; copies that diverged are both kept', async ({
  page,
  served,
  browser,
}) => {
  await withoutPicker(page);
  await startSession(page, served.url, 'P2');
  await goTo(page, 'details');
  await page.locator('.details .option label', { hasText: 'TLP:AMBER' }).first().click();
  await goTo(page, 'hand-on');
  await expect(page.locator('.inside li')).toHaveCount(2);
  await page.locator('.option label', { hasText: 'Also what was changed' }).click();
  await expect(page.locator('.inside li')).toHaveCount(3);
  const first = await downloadBy(page, 'Save the file');
  expect(first.name).toMatch(/^TLP-AMBER .+\.waymark$/);
  await expect(page.locator('.said')).toContainText('handed to the browser');
  await page.locator('.said input[type=file]').setInputFiles({
    name: first.name,
    mimeType: 'application/json',
    buffer: Buffer.from(first.text),
  });
  await expect(page.locator('.said')).toContainText('Saved, and read back');

  const other = await elsewhere(browser);
  await opened(other, served.url, first.name, first.text);
  await expect(other.getByRole('heading', { level: 2 }).first()).toBeFocused();
  await expect(other.locator('.incoming')).toContainText('New: it is not on this device');
  await expect(other.locator('.incoming')).toContainText('Same result here');
  await press(other, 'Take in one session');
  await expect(other.locator('.said')).toContainText('One session was taken in.');
  await press(other, 'Open it');
  await goTo(other, 'question/mandate_social');
  await tap(other, 'Yes');
  await expect(other.getByText('Saved on this device')).toBeVisible();

  await goTo(page, 'question/mandate_social');
  await tap(page, 'Don’t know yet');
  await goTo(page, 'hand-on');
  await page.locator('.option label', { hasText: 'Also what was changed' }).click();
  const second = await downloadBy(page, 'Save the file');
  const before = await dump(other);
  await opened(other, served.url, 'cut.waymark', second.text.slice(0, -500));
  await expect(other.getByRole('alert')).toContainText('damaged or cut off');
  await opened(other, served.url, 'altered.waymark', second.text.replace('TLP:AMBER', 'TLP:CLEAR'));
  await expect(other.getByRole('alert')).toContainText('altered or damaged');
  expect(await dump(other)).toBe(before);

  await opened(other, served.url, second.name, second.text);
  await expect(other.locator('.incoming')).toContainText('It was changed both here and there');
  await expect(other.getByRole('radio', { name: 'Leave it as it is here' })).toBeChecked();
  await other.locator('.option label', { hasText: 'Keep both' }).click();
  await press(other, 'Take in one session');
  await expect(other.locator('.said')).toContainText('One session was taken in.');
  await other.goto(served.url);
  await expect(other.locator('.sessions .row')).toHaveCount(2);
  await other.context().close();
});

test('everything backed up, and restored where nothing is: from the welcome itself', async ({
  page,
  served,
  browser,
}) => {
  // The system's dialogue, answered: a file that the browser can write and read.
  await page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
    });
  });
  await startSession(page, served.url, 'P2');
  await startSession(page, served.url, 'short');
  await goTo(page, 'question/decisions');
  await page.locator('.option label').first().click();
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await goTo(page, 'result/R1');
  const scope = page.locator('#output-R1 .additions-of');
  await scope.getByRole('button', { name: /^Add to/ }).click();
  await scope.locator('[name=text]').fill('Council');
  await scope.getByLabel('Written by').fill('AB');
  await scope.getByRole('button', { name: 'Keep' }).click();
  // Another document is opened next: what is not on the disk yet would not be there.
  await expect(scope.locator('.addition')).toBeVisible();
  await page.goto(`${served.url}#/workshop`);
  await page.getByRole('link', { name: 'The two ballots' }).click();
  await runs(page);
  await press(page, 'Open a room');
  await expect(heading(page)).toHaveText('Collect round 1', { timeout: SLOW });
  await page.goto(served.url);
  await expect(page.locator('.backup-line')).toContainText('Nothing was backed up from here yet.');
  await page.locator('.backup-line a').click();
  await press(page, 'Save everything as a file');
  await expect(page.locator('.said')).toContainText('Saved, and read back', { timeout: SLOW });
  await expect(page.locator('.last')).toContainText('Nothing has changed since.');
  const text = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    for await (const handle of folder.values())
      if (handle instanceof FileSystemFileHandle && handle.name.endsWith('.waymark'))
        return (await handle.getFile()).text();
    return '';
  });

  const other = await elsewhere(browser);
  await other.goto(served.url);
  await other.getByRole('link', { name: 'Open a file or a backup' }).click();
  await opened(other, served.url, 'backup.waymark', text);
  await expect(other.locator('.preview-file')).toContainText('2 sessions are new here.');
  await other.locator('.incoming').last().locator('.option label', { hasText: 'Leave it out' }).click();
  await press(other, 'Take in one session');
  await press(other, 'Take over one');
  await expect(other.locator('.incoming')).toContainText('Room: The two ballots', { timeout: SLOW });
  await press(other, 'Take in one');
  await expect(other.locator('.said')).toContainText('One part of the workshops was taken in.');
  // A second time only what was left out is new.
  await opened(other, served.url, 'backup.waymark', text);
  await expect(other.locator('.preview-file')).toContainText('One session is new here.');
  await press(other, 'Take in one session');
  await expect(other.locator('.said')).toContainText('One session was taken in.');
  await other.goto(served.url);
  await expect(other.locator('.sessions .row')).toHaveCount(2);
  await other.goto(`${served.url}#/workshop`);
  await expect(other.locator('a[href*="/board/"], a[href*="/collect/"]').first()).toBeVisible({
    timeout: SLOW,
  });

  // After three weeks of work elsewhere one is reminded, once.
  const day = 86_400_000;
  await page.evaluate(
    (at) => localStorage.setItem('waymark.backup', JSON.stringify({ at, checked: true, putOff: '' })),
    new Date(now() - 21 * day).toISOString(),
  );
  await page.clock.setFixedTime(new Date(now() + 2 * day));
  await page.goto(`${served.url}?again`);
  await expect(page.locator('.backup-line.remind')).toContainText('in this browser alone');
  await page.locator('.backup-line').getByRole('button', { name: 'Not now' }).click();
  await page.reload();
  await expect(page.locator('.backup-line')).toBeVisible();
  await expect(page.locator('.backup-line.remind')).toHaveCount(0);
  await other.context().close();
});

test('answers go as a link behind the #, and start a session of their own; an erased text is gone', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'details');
  await page.locator('#details-meeting').fill('Canary of Thursday');
  await page.locator('#details-meeting').blur();
  await page.locator('#details-meeting').fill('Friday');
  await page.locator('#details-meeting').blur();
  await goTo(page, 'hand-on');
  const link = await page.getByLabel('Link').inputValue();
  expect(new URL(link).search).toBe('');
  expect(link.length).toBeLessThan(150);
  await press(page, 'Show it as a QR code');
  await expect(page.getByRole('img', { name: 'QR code with the answers' })).toBeVisible({ timeout: SLOW });

  await press(page, 'Look through the texts');
  await expect(page.locator('.kept-texts')).toContainText('Canary of Thursday');
  const before = page.url();
  await page.getByRole('button', { name: 'Erase: Canary of Thursday' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
  await expect(said(page)).toContainText('The text is erased.');
  await expect(page).not.toHaveURL(before);
  await expect(page.locator('.kept-texts')).toContainText('Friday');
  expect(await dump(page)).not.toContain('Canary');

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(link);
  await expect(heading(page)).toHaveText('Answers that a link brings');
  await expect(page.locator('.answers-of')).toContainText('hypothetical');
  expect(asked.filter((url) => url.includes('answers'))).toEqual([]);
  await press(page, 'Start a session');
  await expect(page).toHaveURL(/#\/session\/.+\/overview/);
  await page.goto(served.url);
  await expect(page.locator('.sessions .row')).toHaveCount(2);
  await page.goto(`${link.slice(0, -3)}xyz`);
  await expect(page.getByRole('alert')).toContainText('altered or cut off');
});

test('a file that is shared or dropped is shown first, with the server gone', async ({ page, served }) => {
  await withoutPicker(page);
  // What the system does where a file of ours is tapped: it calls whoever the app named for that.
  await page.addInitScript(() => {
    Object.defineProperty(window, 'launchQueue', {
      value: { setConsumer: (take: unknown) => Object.assign(window, { launch: take }) },
    });
  });
  await startSession(page, served.url, 'P2');
  await goTo(page, 'hand-on');
  const file = await downloadBy(page, 'Save the file');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: SLOW })
    .toBe(true);
  await page.goto(served.url);
  await expect(page.getByText('Ready to use offline.')).toBeVisible({ timeout: SLOW });
  await served.stop();
  const led = await page.evaluate(async ({ name, text }) => {
    const form = new FormData();
    form.set('file', new File([text], name, { type: 'application/json' }));
    const response = await fetch('./shared', { method: 'POST', body: form, redirect: 'manual' });
    return response.type;
  }, file);
  expect(led).toBe('opaqueredirect');
  await page.goto(`${served.url}#/files`);
  await expect(page.locator('.preview-file')).toContainText(`What ${file.name} would bring`);
  await press(page, 'Not now');
  await press(page, 'Waymark: to all sessions');
  await page.evaluate(({ name, text }) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name, { type: 'application/json' }));
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  }, file);
  await expect(page.locator('.preview-file')).toContainText(`What ${file.name} would bring`);
  await press(page, 'Not now');
  await page.evaluate(({ name, text }) => {
    const getFile = async () => new File([text], name);
    (window as unknown as { launch(with_: object): void }).launch({ files: [{ getFile }] });
  }, file);
  await expect(page.locator('.preview-file')).toContainText(`What ${file.name} would bring`);
  await press(page, 'Not now');
  // One of own additions is known for what it is.
  const own = {
    format: 'waymark-additions',
    version: 1,
    pack: { id: 'belarus-russia-2020', version: '1.0.0' },
    written: '2026-11-26T10:00:00.000Z',
    additions: [{ id: 'a', output: 'R1', kind: 'body', text: 'Council', author: 'AB', date: '2026-11-26' }],
  };
  await opened(page, served.url, 'own.json', JSON.stringify(own));
  await press(page, 'Take over one');
  await expect(page.locator('.said')).toContainText('One addition was taken over.');
});
