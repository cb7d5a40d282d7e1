// @ts-check
/** The walk: handing on, files, locking, wiping. */
import { readFile } from 'node:fs/promises';
import { answeredBefore, goneOnElsewhere, olderVersion } from './forged.mjs';
import { keepPack, packInUse } from './kept-packs.mjs';
import { choose, show, startSession } from './steps.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./steps.mjs').Screen} Screen */

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* handingOn(page, url) {
  const session = await startSession(page, url, 'P2');
  await choose(page, 1);
  await show(page, `${session}/details`, '.details');
  const meeting = page.locator('.details .input:not([type=date])').nth(3);
  for (const text of ['Foreign Affairs Council, Thursday', 'Friday']) {
    await meeting.fill(text);
    await meeting.blur();
  }
  await page.locator('.details .option label').nth(3).click();
  await show(page, `${session}/hand-on`, '.give');
  yield { name: 'hand on' };
  await page.locator('.protect .option label').nth(1).click();
  // The same in every picture.
  await page.locator('.bar .first:enabled').waitFor();
  await page.locator('.protect textarea').fill('a locked file for the walk');
  await page.locator('.protect textarea').scrollIntoViewIfNeeded();
  yield { name: 'hand on locked' };
  await page.locator('.give [aria-expanded]').click();
  await page.locator('svg.qr').waitFor();
  await page.locator('svg.qr').scrollIntoViewIfNeeded();
  yield { name: 'hand on code' };
  const link = await page.locator('.link-field input').inputValue();
  await show(page, `${session}/texts`, '.kept-texts');
  yield { name: 'texts' };
  await page.locator('.kept-texts .word').first().click();
  await page.locator('dialog[open]').waitFor();
  yield { name: 'texts erase' };
  await page.keyboard.press('Escape');
  await show(page, link, '.answer-list');
  yield { name: 'answers of a link' };
  await show(page, `${link}x`, '.trouble');
  yield { name: 'answers refused' };
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* files(page, url) {
  await startSession(page, url, 'P2');
  await choose(page, 1);
  await show(page, `${url}#/files`, '.files');
  // No walk can answer the system's dialogue.
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  const saving = page.waitForEvent('download');
  await page.locator('.files .first').click();
  const backup = await readFile(await (await saving).path(), 'utf8');
  await page.locator('.said').waitFor();
  yield { name: 'files' };
  await openFile(page, 'from-the-desk.waymark', goneOnElsewhere(backup));
  await page.locator('.preview-file').waitFor();
  yield { name: 'files preview' };
  for (const isKept of [false, true]) {
    await bringOlderSession(page, url, backup, isKept);
    yield { name: isKept ? 'upgrade' : 'upgrade unknown' };
  }
  await show(page, `${url}#/session/${OLDER}/history`, '.moment');
  yield { name: 'upgrade history' };
  await show(page, `${url}#/files`, '.files');
  const locked = new URL('../../../tests/exchange/frozen/locked-session-1.waymark', import.meta.url);
  await openFile(page, 'locked.waymark', await readFile(locked, 'utf8'));
  await page.locator('.unlock input').fill('not the one');
  await page.locator('.unlock .first').click();
  await page.locator('.unlock .problem').waitFor();
  yield { name: 'files locked' };
  await openFile(page, 'cut.waymark', backup.slice(0, 9000));
  await page.locator('.error-summary').waitFor();
  yield { name: 'files refused' };
  await show(page, `${url}#/check`, '.ready-lines[aria-busy=false] li');
  yield { name: 'check my data' };
}

const OLDER = '00000000-0000-4000-8000-00000000000e';

/**
 * A session of an older version of the pack, which is on this device or is not.
 * @param {Page} page @param {string} url @param {string} backup @param {boolean} isKept
 */
async function bringOlderSession(page, url, backup, isKept) {
  const older = olderVersion(await packInUse(page));
  if (isKept) await keepPack(page, older);
  else {
    await openFile(page, 'from-spring.waymark', answeredBefore(backup, older, OLDER));
    await page.locator('.preview-file .first').click();
    await page.locator('.preview-file').waitFor({ state: 'detached' });
  }
  await show(page, `${url}#/`, '.home');
  await show(page, `${url}#/session/${OLDER}/result`, '.page.upgrade section');
}

/** @param {Page} page @param {string} name @param {string} text */
async function openFile(page, name, text) {
  await page
    .locator('.files [type=file]')
    .last()
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** Ends with everything wiped. @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* protecting(page, url) {
  const passphrase = 'a device that is locked for the walk';
  await startSession(page, url, 'P2');
  await show(page, `${url}#/protection`, '.choose-passphrase .word');
  await page.waitForFunction("document.querySelector('.choose-passphrase textarea').value !== ''");
  await page.locator('.choose-passphrase textarea').fill(passphrase);
  await page.locator('.several .option label').click();
  yield { name: 'protection' };
  await page.locator('.protection .first').click();
  await page.locator('.gate').waitFor();
  await page.locator('.gate summary').click();
  yield { name: 'locked' };
  await page.locator('#gate').fill(passphrase);
  await page.locator('.gate .first').click();
  await page.locator('.protection .fold').first().waitFor();
  for (const fold of await page.locator('.protection .fold > summary').all()) await fold.click();
  yield { name: 'protection locked' };
  await page.locator('.protection section > .choices .second').last().click();
  await page.locator('dialog[open]').waitFor();
  yield { name: 'wipe' };
  await page.locator('dialog .first').click();
  await page.locator('.proof-of-wipe').waitFor();
  yield { name: 'wiped' };
  await page.locator('.proof-of-wipe .first').click();
  await page.locator('.first-time').waitFor();
}
