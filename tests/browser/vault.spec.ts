/**
 * The passphrase of a device, with a real browser's profile: what was typed is looked for in every file of it, once it
 * is locked and once everything is wiped.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { installedBrowser, LAUNCH } from '../../src/tools/browser.mjs';
import { filesWith, unlock } from '../../src/tools/campaign/vault.ts';
import { now } from '../clock.ts';
import { goTo, PORTRAIT, press, startSession } from './asking.ts';
import { runs } from './at-table.ts';
import { expect, test } from './served.ts';

/** Keys are slow on purpose, and two cores may be busy with other things. */
const SLOW = 20_000;
const PHRASE = /^([a-z]+ ){5}[a-z]+$/;

/** A browser on a profile of its own, started as often as one likes, and what went wrong in it. */
async function withProfile(
  work: (profile: string, start: () => Promise<[BrowserContext, Page]>) => Promise<void>,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'waymark-vault-'));
  const errors: string[] = [];
  const executablePath = (await installedBrowser()) ?? '';
  try {
    await work(profile, async () => {
      const context = await chromium.launchPersistentContext(profile, {
        ...LAUNCH,
        executablePath,
        viewport: PORTRAIT,
      });
      context.on('weberror', (error) => errors.push(String(error.error())));
      return [context, context.pages()[0] ?? (await context.newPage())];
    });
    expect(errors).toEqual([]);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** A session, a note, an own addition and a room, each with a word that is looked for. @returns their addresses */
async function typed(page: Page, url: string): Promise<{ session: string; debrief: string }> {
  await startSession(page, url, 'P2');
  const session = page.url().split('/question')[0] ?? '';
  await goTo(page, 'details');
  await page.locator('#details-title').fill('Canarytitle');
  await page.locator('#details-title').blur();
  await note(page, 'Canarynote');
  await goTo(page, 'result/R1');
  const scope = page.locator('#output-R1 .additions-of');
  await scope.getByRole('button', { name: /^Add to/ }).click();
  await scope.locator('[name=text]').fill('Canaryaddition');
  await scope.getByLabel('Written by').fill('AB');
  await scope.getByRole('button', { name: 'Keep' }).click();
  await expect(scope).toContainText('Canaryaddition');

  await page.goto(`${url}#/workshop`);
  await page.getByRole('link', { name: 'The two ballots' }).click();
  await runs(page);
  await press(page, 'Open a room');
  await expect(page).toHaveURL(/workshop\/collect\//, { timeout: SLOW });
  const debrief = page.url().replace('/collect/', '/debrief/').split('?')[0] ?? '';
  await page.goto(debrief);
  await page.locator('.debrief-part textarea').first().fill('Canaryroom');
  await page.locator('.debrief-part textarea').first().blur();
  return { session, debrief };
}

test('a passphrase is set, changed and taken off: only the last one opens anything, and all is there each time', async ({
  served,
}) => {
  await withProfile(async (profile, start) => {
    const [context, page] = await start();
    const { session, debrief } = await typed(page, served.url);
    const first = await lock(page, served.url);
    await unlock(page, `${first} wrong`);
    await expect(page.getByRole('alert')).toContainText('does not open with this', { timeout: SLOW });
    await unlock(page, first);
    await expect(page.locator('.protection')).toContainText('are encrypted', { timeout: SLOW });

    // Another passphrase: the old one is asked for, and opens nothing from then on.
    await page.locator('summary', { hasText: 'Change the passphrase' }).click();
    await page.locator('#old-passphrase').fill(`${first} wrong`);
    await expect(page.locator('#next-passphrase')).toHaveValue(PHRASE);
    const second = await page.locator('#next-passphrase').inputValue();
    await press(page, 'Change it');
    await expect(page.locator('#old-passphrase-problem')).toBeVisible({ timeout: SLOW });
    await page.locator('#old-passphrase').fill(first);
    await press(page, 'Change it');
    await expect(page.locator('.said')).toContainText('The passphrase is changed', { timeout: SLOW });
    await press(page, 'Lock now');
    await unlock(page, first);
    await expect(page.getByRole('alert')).toContainText('does not open with this', { timeout: SLOW });
    await unlock(page, second);

    // Taken off, all is there as before, in the open; and locked once more.
    await page.locator('summary', { hasText: 'Take the passphrase off' }).click({ timeout: SLOW });
    await page.locator('#last-passphrase').fill(second);
    await press(page, 'Take it off');
    await expect(page.getByRole('button', { name: 'Lock with this passphrase' })).toBeVisible({
      timeout: SLOW,
    });
    await page.goto(debrief);
    await expect(page.locator('.debrief-part textarea').first()).toHaveValue('Canaryroom', { timeout: SLOW });
    await page.goto(`${session}/question/buyout`);
    await expect(page.locator('.evidence summary')).toContainText(/a note/i);
    const last = await lock(page, served.url);
    await unlock(page, last);
    await expect(page.locator('.protection')).toContainText('are encrypted', { timeout: SLOW });
    await context.close();
    expect(filesWith(profile, 'Canary')).toEqual([]);
  });
});

test('what is being typed lies on the disk sealed only, passphrase or not, and is there after a reload', async ({
  served,
}) => {
  await withProfile(async (profile, start) => {
    const [context, page] = await start();
    await startSession(page, served.url, 'P2');
    const session = page.url().split('/question')[0] ?? '';
    const id = session.split('/').at(-1);
    await goTo(page, 'result/R1');
    const scope = page.locator('#output-R1 .additions-of');
    await scope.getByRole('button', { name: /^Add to/ }).click();
    await scope.locator('[name=text]').fill('Canarydraft');
    const scanned = await context.newPage();
    await scanned.goto(`${served.url}#/answers/1.3.01234567.Canarypart`);
    await expect(scanned.getByText('still missing: 2, 3.')).toBeVisible();
    // Chromium puts it on the disk some seconds later.
    const settings = (text: string) =>
      filesWith(profile, text).filter((path) => /(Session|Local) Storage/.test(path));
    const both = [expect.stringContaining('Local Storage'), expect.stringContaining('Session Storage')];
    await expect
      .poll(() => [...settings('waymark.parts'), ...settings('waymark.visits')].sort(), { timeout: SLOW })
      .toEqual(expect.arrayContaining(both));
    expect(settings('Canary')).toEqual([]);

    // Of a release that still wrote it as it was typed.
    await page.evaluate((name) => sessionStorage.setItem(name, 'Canarytitle'), `waymark.draft.title.${id}`);
    await page.goto(`${session}/overview`);
    await page.reload();
    await expect(page.locator('.title-input')).toHaveValue('Canarytitle');
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Canary');
    await page.goto(`${session}/result/R1`);
    await expect(scope.locator('[name=text]')).toHaveValue('Canarydraft');
    const again = await context.newPage();
    await again.goto(`${served.url}#/answers/3.3.01234567.Canaryother`);
    await expect(again.getByText('still missing: 2.')).toBeVisible();
    await context.close();
  });
});

test('locked: nothing can be read on the disk; another window locks too; all is there after a new start', async ({
  served,
}) => {
  await withProfile(async (profile, start) => {
    let [context, page] = await start();
    const { session, debrief } = await typed(page, served.url);
    const passphrase = await lock(page, served.url);
    await unlock(page, passphrase);
    await expect(page.locator('.protection')).toContainText('are encrypted', { timeout: SLOW });

    // A room goes on as before.
    await page.goto(debrief);
    await expect(page.locator('.debrief-part textarea').first()).toHaveValue('Canaryroom', { timeout: SLOW });
    await page.locator('.debrief-part textarea').last().fill('Canarylater');
    await page.locator('.debrief-part textarea').last().blur();

    // Work goes on as before; what is typed and not kept yet survives being locked, by another window.
    await page.goto(`${session}/question/buyout`);
    await expect(page.locator('.evidence')).toBeVisible();
    await note(page, 'Canarysecond');
    const other = await context.newPage();
    await other.goto(served.url);
    await unlock(other, passphrase);
    await expect(other.locator('.sessions')).toContainText('Canarytitle', { timeout: SLOW });
    await page.locator('.evidence').getByLabel('Note').pressSequentially(' Canarydraft');
    await press(other, 'Lock now');
    for (const window of [page, other]) await expect(window.locator('.gate')).toBeVisible({ timeout: SLOW });
    await unlock(page, passphrase);
    await expect(page.locator('.evidence')).toBeVisible({ timeout: SLOW });
    await page.locator('.evidence summary').click();
    await expect(page.locator('.evidence').getByLabel('Note')).toHaveValue('Canarysecond Canarydraft');
    await context.close();
    expect(filesWith(profile, 'Canary')).toEqual([]);

    [context, page] = await start();
    await page.goto(`${served.url}#/protection`);
    await unlock(page, passphrase);
    await expect(page.locator('.protection')).toBeVisible({ timeout: SLOW });
    await page.goto(debrief);
    await expect(page.locator('.debrief-part textarea').last()).toHaveValue('Canarylater', { timeout: SLOW });
    await context.close();
    expect(filesWith(profile, 'Canary')).toEqual([]);
  });
});

test('it locks by itself, also when it slept meanwhile; wiped, nothing is left', async ({ served }) => {
  await withProfile(async (profile, start) => {
    const [context, page] = await start();
    await typed(page, served.url);
    const passphrase = await lock(page, served.url);
    await unlock(page, passphrase);
    await expect(page.locator('.protection')).toContainText('are encrypted', { timeout: SLOW });
    // Slept through, as by a tablet in a bag: locked before anything is shown again.
    await page.locator('.option label', { hasText: 'After 2 minutes' }).click();
    await page.evaluate(
      (later) => {
        Object.assign(Date, { now: () => later });
        document.dispatchEvent(new Event('visibilitychange'));
      },
      now() + 3 * 60_000,
    );
    await expect(page.locator('.gate')).toBeVisible({ timeout: SLOW });
    await unlock(page, passphrase);
    await expect(page.locator('.protection')).toBeVisible({ timeout: SLOW });
    await press(page, 'Wipe everything');
    await page.getByRole('dialog').getByRole('button', { name: 'Wipe everything' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Everything is wiped, and nothing of it was found',
      { timeout: SLOW },
    );
    await expect(page.locator('.proof-of-wipe')).toContainText('one session and one own addition');
    await press(page, 'Start afresh');
    await expect(page.locator('.first-time')).toBeVisible({ timeout: SLOW });
    await context.close();
    expect(filesWith(profile, 'Canary')).toEqual([]);
  });
});

/** With the passphrase that is proposed. */
async function lock(page: Page, url: string): Promise<string> {
  await page.goto(`${url}#/protection`);
  const field = page.getByRole('textbox', { name: 'Passphrase' });
  await expect(field).toHaveValue(PHRASE);
  const passphrase = await field.inputValue();
  await page.locator('.option label', { hasText: 'written the passphrase down' }).click();
  await press(page, 'Lock with this passphrase');
  await expect(page.locator('.gate')).toBeVisible({ timeout: SLOW });
  return passphrase;
}

async function note(page: Page, text: string): Promise<void> {
  if (!page.url().includes('question/buyout')) await goTo(page, 'question/buyout');
  await page.locator('.evidence summary').click();
  const field = page.locator('.evidence').getByLabel('Note');
  await field.fill(text);
  await field.blur();
  await expect(page.locator('.evidence summary')).toContainText(/a note/i);
  await expect(page.getByText('Saved on this device')).toBeVisible();
}
