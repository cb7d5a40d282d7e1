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
import { goTo, PORTRAIT, press, startSession } from './asking.ts';
import { expect, test } from './served.ts';

/** Keys are slow on purpose, and two cores may be busy with other things. */
const SLOW = 20_000;
test.setTimeout(240_000);

test('locked: nothing can be read on the disk; another window locks too; wiped: nothing is left', async ({
  served,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'waymark-vault-'));
  const errors: string[] = [];
  const executablePath = (await installedBrowser()) ?? '';
  const start = async (): Promise<[BrowserContext, Page]> => {
    const context = await chromium.launchPersistentContext(profile, {
      ...LAUNCH,
      executablePath,
      viewport: PORTRAIT,
    });
    context.on('weberror', (error) => errors.push(String(error.error())));
    return [context, context.pages()[0] ?? (await context.newPage())];
  };
  try {
    let [context, page] = await start();
    await startSession(page, served.url, 'P2');
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

    await page.goto(`${served.url}#/protection`);
    const field = page.getByRole('textbox', { name: 'Passphrase' });
    await expect(field).toHaveValue(/^([a-z]+ ){5}[a-z]+$/);
    const passphrase = await field.inputValue();
    await page.locator('.option label', { hasText: 'written the passphrase down' }).click();
    await press(page, 'Lock with this passphrase');
    await expect(page.locator('.gate')).toBeVisible({ timeout: SLOW });
    await unlock(page, `${passphrase} wrong`);
    await expect(page.getByRole('alert')).toContainText('does not open with this', { timeout: SLOW });
    await unlock(page, passphrase);
    await expect(page.locator('.protection')).toContainText('are encrypted', { timeout: SLOW });

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
    // Slept through, as by a tablet in a bag: locked before anything is shown again.
    await page.locator('.option label', { hasText: 'After 2 minutes' }).click();
    await page.evaluate(() => {
      const now = Date.now() + 3 * 60_000;
      Date.now = () => now;
      document.dispatchEvent(new Event('visibilitychange'));
    });
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
    expect(errors).toEqual([]);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

async function note(page: Page, text: string): Promise<void> {
  if (!page.url().includes('question/buyout')) await goTo(page, 'question/buyout');
  await page.locator('.evidence summary').click();
  const field = page.locator('.evidence').getByLabel('Note');
  await field.fill(text);
  await field.blur();
  await expect(page.locator('.evidence summary')).toContainText(/a note/i);
  await expect(page.getByText('Saved on this device')).toBeVisible();
}
