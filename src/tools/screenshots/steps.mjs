// @ts-check
/** What every walk through the app does again and again. */

/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {object} Screen
 * @property {string} name
 * @property {boolean} [upright] only there where the page is not wide
 */

export const PORTRAIT = { width: 820, height: 1180 };
export const LANDSCAPE = { width: 1180, height: 820 };
export const PHONE = { width: 390, height: 844 };

/**
 * Goes to an address and waits until the screen is there and still.
 * @param {Page} page
 * @param {string} address
 * @param {string} selector
 */
export async function show(page, address, selector) {
  await page.goto(address);
  await page.locator(selector).first().waitFor();
  await page.evaluate('document.fonts.ready');
}

/**
 * Starts a session by its address and waits for its first question.
 * @param {Page} page
 * @param {string} url of the app
 * @param {string} how `short`, `whole`, `brief` or a scenario's id
 * @returns {Promise<string>} the session's address, to which `/result` is added
 */
export async function startSession(page, url, how) {
  await page.goto(`${url}#/new/${how}`);
  await page.waitForURL(/#\/session\/[^/]+\/question\/./);
  await page.locator('h1').first().waitFor();
  return page.url().replace(/\/question\/.*$/, '');
}

/**
 * Taps an option of the question on the screen.
 * @param {Page} page
 * @param {number} position from 0
 */
export async function choose(page, position) {
  await page.locator('.option label').nth(position).click();
}

/** Opens every fold that is closed. @param {Page} page */
export async function openFolds(page) {
  // Each that is opened is no longer among the closed ones.
  const closed = page.locator('details:not([open]) > summary').filter({ visible: true });
  while ((await closed.count()) > 0) await closed.first().click();
}
