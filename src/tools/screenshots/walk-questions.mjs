// @ts-check
/** The walk: from the first visit through the questions, and the pages of the app as a whole. */
import { choose, openFolds, PORTRAIT, show, startSession } from './steps.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./steps.mjs').Screen} Screen */

/** No session has it. */
const NOWHERE = '00000000-0000-4000-8000-000000000000';

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* beginning(page, url) {
  await show(page, url, '.first-time');
  yield { name: 'home first' };
  await show(page, `${url}#/about`, 'h1');
  yield { name: 'about' };
  await show(page, `${url}#/proof`, '.claims');
  yield { name: 'proof' };
  for (const at of [0, 1, 9]) await page.locator('.claims > li').nth(at).locator('summary').click();
  yield { name: 'proof opened' };
  await show(page, `${url}#/brief`, 'h1');
  yield { name: 'brief' };
  await show(page, `${url}#/brief/15.1a`, 'h1');
  yield { name: 'brief statement' };
  await page.locator('.hide').click();
  await page.locator('dialog.cover').waitFor();
  yield { name: 'hidden' };
  await page.locator('.cover button').click();
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* asking(page, url) {
  const short = await startSession(page, url, 'short');
  yield { name: 'question first' };
  await choose(page, 0);
  yield { name: 'question answered' };
  await page.locator('.rule-out:is(button)').first().click();
  yield { name: 'question ruled out' };
  await show(page, `${short}/question/narrative`, '.options.several');
  await choose(page, 0);
  await choose(page, 3);
  yield { name: 'question several' };
  await openFolds(page);
  yield { name: 'question why' };

  const brief = await startSession(page, url, 'brief');
  await show(page, `${brief}/question/military`, '.options');
  yield { name: 'question unchecked' };

  const refinery = await startSession(page, url, 'P2');
  await show(page, `${refinery}/question/illegal_other`, '.ask');
  yield { name: 'question not asked' };
  await show(page, `${refinery}/question/buyout`, '.options');
  await choose(page, 3);
  yield { name: 'question change' };
  await show(page, `${refinery}/question/bidders_blocked`, '.ask');
  yield { name: 'question set aside' };
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* standing(page, url) {
  await startSession(page, url, 'P6');
  await page.setViewportSize(PORTRAIT);
  await page.locator('.open-all').click();
  yield { name: 'standing opened', upright: true };
  await page.keyboard.press('Escape');
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* finishing(page, url) {
  const left = await startSession(page, url, 'short');
  await show(page, `${left}/question/-finish`, '.finish');
  yield { name: 'finish left' };
  await show(page, `${left}/next`, '.why-now');
  yield { name: 'next question' };
  await passAllOver(page);
  yield { name: 'next passed over' };
  const unknown = await startSession(page, url, 'brief');
  await show(page, `${unknown}/question/-finish`, '.finish');
  yield { name: 'finish unknown' };
  await show(page, `${unknown}/next`, '.finish');
  yield { name: 'next unknown' };
  const settled = await startSession(page, url, 'P2');
  await show(page, `${settled}/question/-finish`, '.finish');
  yield { name: 'finish settled' };
  await show(page, `${settled}/next`, '.finish');
  yield { name: 'next settled' };
}

/**
 * From the question that matters most past all others, to where nothing is left.
 * @param {Page} page
 */
async function passAllOver(page) {
  for (;;) {
    const here = await page.title();
    await page.locator('.bar .first').click();
    // By the title, which is set with the screen: the address passes through another one on its way.
    await page.waitForFunction((before) => document.title !== before, here);
    if (await page.locator('.finish').isVisible()) return;
  }
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* home(page, url) {
  await keepSome(page, url);
  await show(page, url, '.sessions .rows');
  yield { name: 'home sessions' };
  await page.locator('.more').first().click();
  yield { name: 'home session menu' };
  await page.locator('.actions:not([hidden]) .word').first().click();
  await page.locator('.rows .input').waitFor();
  yield { name: 'home rename' };
  await page.keyboard.press('Escape');
  await page.locator('.rows .input').waitFor({ state: 'detached' });
  await page.locator('.actions:not([hidden]) .word').last().click();
  await page.locator('dialog[open]').waitFor();
  yield { name: 'home delete' };
  await page.locator('dialog .first').click();
  await page.locator('.deleted-now').waitFor();
  yield { name: 'home deleted' };
  await openFolds(page);
  yield { name: 'home situations' };
  await page.locator('.find input').fill('nothing is called so');
  yield { name: 'home none found' };
}

/**
 * Sessions to be listed, one of them with a day to look again, where the walk has left none.
 * @param {Page} page
 * @param {string} url
 */
async function keepSome(page, url) {
  await show(page, url, '.sessions:not([aria-busy])');
  if ((await page.locator('.sessions .rows').count()) > 0) return;
  for (const how of ['whole', 'short', 'brief', 'P4', 'P6']) await startSession(page, url, how);
  const refinery = await startSession(page, url, 'P2');
  await show(page, `${refinery}/review`, '.to-review');
  await page.locator('.to-review input').first().fill('2020-12-01');
  await page.locator('.to-review input').first().blur();
  await page.locator('.saved').waitFor();
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* nothing(page, url) {
  await show(page, `${url}#/no/such/page`, '.missing');
  yield { name: 'missing page' };
  await show(page, `${url}#/session/${NOWHERE}/result`, '.missing');
  yield { name: 'missing session' };
  await show(page, url, '.home');
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('for the picture');
    });
  });
  await page.locator('.failure').waitFor();
  yield { name: 'failure' };
}
