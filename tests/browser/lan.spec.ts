/**
 * `npm start -- --lan`: tablets in a room. Over HTTPS with the laptop's own certificate all works; over HTTP, at an
 * address that browsers do not take for secure, a table joins and hands in all the same.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { installedBrowser, LAUNCH } from '../../src/tools/browser.mjs';
import { keptAuthority, spkiHash } from '../../src/tools/lan/authority.mjs';
import { ROOT } from '../../src/tools/run.mjs';
import { heading, PHONE, PORTRAIT, startSession, tap } from './asking.ts';
import { answer, joinAt, runs, SLOW } from './at-table.ts';
import { broken } from './axe.ts';

/** Stands for the laptop's address: what is on this machine itself would be secure. */
const HOST = 'tablet.test';

let folder: string;
let laptop: ChildProcess;
let secure: string;
let plain: string;
let room: Browser;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-'));
  const { certificate } = keptAuthority(folder);
  laptop = spawn(process.execPath, [join(ROOT, 'src/tools/start.mjs'), '--lan=127.0.0.1'], {
    env: { ...process.env, PORT: '0', WAYMARK_LAN_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  laptop.stdout?.on('data', (part) => {
    said += part;
  });
  await expect.poll(() => said, SLOW).toContain('Ctrl+C stops it');
  secure = /^ {3}(https:\S+)$/m.exec(said)?.[1] ?? '';
  plain = (/^ {3}(http:\S+)$/m.exec(said)?.[1] ?? '').replace('127.0.0.1', HOST);
  room = await chromium.launch({
    ...LAUNCH,
    executablePath: (await installedBrowser()) ?? '',
    args: [
      ...LAUNCH.args,
      `--ignore-certificate-errors-spki-list=${spkiHash(certificate)}`,
      `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
    ],
  });
});
test.afterAll(async () => {
  await room?.close();
  laptop?.kill();
  rmSync(folder, { recursive: true });
});

/** A tablet of its own, with what went wrong on it unnoticed. */
async function tablet() {
  const context = await room.newContext({ viewport: PORTRAIT });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  return { page, wrong };
}

/** To axe, and on a phone with text doubled in the browser's settings: nothing to be scrolled to sideways. */
async function looksRight(page: Page): Promise<void> {
  expect(await broken(page)).toEqual([]);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize(PORTRAIT);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
}

test('a trusted laptop serves all of it, and it stays; a table without trust joins and hands in', async () => {
  const trainer = await tablet();
  const { page } = trainer;
  await page.goto(secure);
  await expect(page.locator('.foot')).toContainText('Ready to use offline', SLOW);
  await expect(page.getByRole('heading', { name: 'not secure' })).toHaveCount(0);
  await page.goto(`${secure}#/workshop`);
  await page.getByRole('link', { name: 'The two ballots' }).click();
  await runs(page);
  await page.getByRole('button', { name: 'Open a room' }).click();
  await expect(heading(page)).toHaveText('Collect round 1', SLOW);
  await expect(page.getByRole('button', { name: 'Use the camera' })).toBeVisible();
  const code = (await page.locator('.code-box .characters').textContent()) ?? '';

  const table = await tablet();
  const other = table.page;
  await other.goto(plain);
  await expect(heading(other)).toHaveText('Waymark in this room');
  await expect(other.getByRole('link', { name: secure })).toBeVisible();
  await looksRight(other);
  await other.getByRole('link', { name: 'Open Waymark' }).click();
  const app = `${plain}app/`;
  await expect(other).toHaveURL(app);
  expect(await other.evaluate(() => isSecureContext)).toBe(false);
  await expect(other.getByRole('heading', { name: 'This address is not secure (http)' })).toBeVisible(SLOW);
  await expect(other.locator('.foot')).toContainText('Needs a network');
  await looksRight(other);
  await startSession(other, app, 'short');
  await tap(other, 'No');
  await expect(other.locator('header').first()).toContainText('Saved on this device', SLOW);
  await other.goto(`${app}#/protection`);
  await expect(other.getByText('There is none here: browsers give what it takes')).toBeVisible(SLOW);
  await expect(other.getByRole('button', { name: 'Lock with this passphrase' })).toHaveCount(0);
  await other.goto(`${app}#/workshop`);
  await expect(other.getByText('The camera works only at a secure address')).toBeVisible();
  await joinAt(other, app, code, '5');
  const handedIn = await answer(other, { presidential: 'Yes, free and fair' });

  laptop.kill();
  await page.reload();
  await expect(heading(page)).toHaveText('Collect round 1', SLOW);
  await page.getByLabel('Characters on the table’s tablet').fill(handedIn);
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(page.locator('.said')).toContainText('Table 5 has handed in.', SLOW);
  expect([...trainer.wrong, ...table.wrong]).toEqual([]);
});
