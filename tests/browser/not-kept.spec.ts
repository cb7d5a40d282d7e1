/**
 * A browser that lets sites keep nothing ("Don't allow sites to save data on your device"): nothing is called saved, and
 * every screen of a session, a table and a room says what is the matter, with the way to a file.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { installedBrowser, LAUNCH } from '../../src/tools/browser.mjs';
import { goTo, heading, LANDSCAPE, startSession } from './asking.ts';
import { joinAt, runs, SLOW } from './at-table.ts';
import { expect, test as served } from './served.ts';

const test = served.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
  context: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'waymark-blocked-'));
    mkdirSync(join(profile, 'Default'));
    const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
    writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(blocked));
    const executablePath = await installedBrowser();
    const context = await chromium.launchPersistentContext(profile, {
      ...LAUNCH,
      ...(executablePath && { executablePath }),
      viewport: LANDSCAPE,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
      args: [...LAUNCH.args, '--enable-features=BackForwardCache'],
    });
    await use(context);
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  },
});

const NOT_KEPT = /^Not kept on this device/;

/** The screen says that nothing is kept, and nowhere that something is. */
async function expectTold(page: Page, where: string): Promise<void> {
  await expect(heading(page), where).toBeVisible(SLOW);
  const notice = page.locator('.frame > .notice');
  await expect(notice, where).toHaveCount(1);
  await expect(notice, where).toContainText(NOT_KEPT);
  await expect(notice.getByRole('link', { name: 'Save it as a file' }), where).toBeVisible();
  const words = await page.locator('#app').innerText();
  expect(words.replace(/not kept on this device/gi, ''), where).not.toMatch(/saved on this device/i);
}

test('a session: at each step, on each screen, and after another page and Back', async ({ page, served }) => {
  await startSession(page, served.url, 'short');
  const bar = page.locator('.saved').first();
  await expect(bar).toHaveText('Only in this window');
  await page.locator('.option label').first().click();
  await expect(bar).toHaveText('Only in this window');
  await expectTold(page, 'question');
  for (const place of ['overview', 'result', 'note', 'details', 'history', 'hand-on', 'what-if']) {
    await goTo(page, place);
    await expectTold(page, place);
  }
  await goTo(page, 'question/decisions');
  await expect(page.locator('.option input').first()).toBeChecked();
  // What leaving writes down is blocked as well, and that is no error.
  await page.goto('about:blank');
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.locator('.option input').first()).toBeChecked(SLOW);
  await expectTold(page, 'after Back');
});

test('home and own additions call nothing kept', async ({ page, served }) => {
  for (const [place, there] of [
    ['', '.first-time'],
    ['additions', '.page.additions'],
  ] as const) {
    await page.goto(`${served.url}#/${place}`);
    await expect(page.locator(there)).toBeVisible(SLOW);
    await expect(page.locator('#app')).toContainText(/keeps nothing here|Not kept on this device/, SLOW);
    expect(await page.locator('#app').innerText()).not.toMatch(/(?<!not )kept on this device/i);
  }
});

test('Protection says why it can do nothing', async ({ page, served }) => {
  await page.goto(`${served.url}#/protection`);
  await expect(heading(page)).toHaveText('Protection', SLOW);
  await expect(page.locator('.protection')).toContainText(
    'This browser keeps nothing of Waymark on this device',
  );
  await expect(page.getByRole('button', { name: /^(Lock|Wipe)/ })).toHaveCount(0);
  await expectTold(page, 'protection');
});

test('a room and a table', async ({ page, served }) => {
  await page.goto(`${served.url}#/workshop`);
  await expectTold(page, 'workshops');
  await page.getByRole('link', { name: 'The two ballots' }).click();
  await runs(page);
  await page.getByRole('button', { name: 'Open a room' }).click();
  const code = (await page.locator('.code-box .characters').first().textContent()) ?? '';
  await expectTold(page, 'collecting');
  const room = /collect\/([^/]+)/.exec(page.url())?.[1] ?? '';
  for (const part of ['board', 'news', 'debrief']) {
    await page.evaluate((address) => location.assign(address), `#/workshop/${part}/${room}`);
    await expectTold(page, part);
  }
  await expect(page.getByText('The room is only in this window.')).toHaveCount(1);
  await joinAt(page, served.url, code, '1');
  const head = page.locator('.room-head');
  await expect(head).toContainText('only in this window, not kept on this device');
  await page.getByRole('link', { name: 'To the questions' }).click();
  await page.locator('.option label').first().click();
  await expect(head).toContainText('only in this window, not kept on this device');
  await expectTold(page, 'at a table');
});
