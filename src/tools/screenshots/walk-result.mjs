// @ts-check
/** The walk: overview, result and what lies behind it, up to the note. */
import { choose, openFolds, show, startSession } from './steps.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./steps.mjs').Screen} Screen */

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* overview(page, url) {
  const blank = await startSession(page, url, 'whole');
  await show(page, `${blank}/overview`, '.overview');
  yield { name: 'overview blank' };
  const brief = await startSession(page, url, 'brief');
  await show(page, `${brief}/overview`, '.overview');
  yield { name: 'overview brief' };
  await page.locator('.filters label').nth(1).click();
  yield { name: 'overview filtered' };

  // A standstill although decisions are announced; purchases answered and then denied.
  const contradicting = await startSession(page, url, 'P2');
  await show(page, `${contradicting}/question/scenario`, '.options');
  await choose(page, 2);
  await show(page, `${contradicting}/question/buyout`, '.options');
  await choose(page, 3);
  await show(page, `${contradicting}/overview`, '.warnings');
  yield { name: 'overview warning' };
  await show(page, `${contradicting}/result`, '.warnings');
  yield { name: 'result warning' };
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* result(page, url) {
  const blank = await startSession(page, url, 'short');
  await show(page, `${blank}/result`, '.result');
  yield { name: 'result blank' };
  await show(page, `${blank}/result/O3`, '#output-O3.is-open');
  await openFolds(page);
  yield { name: 'result open' };

  const brief = await startSession(page, url, 'brief');
  await show(page, `${brief}/result`, '.result');
  yield { name: 'result brief' };
  await show(page, `${brief}/result/R2a`, '#output-R2a.is-open');
  yield { name: 'result brief advice' };
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* items(page, url) {
  const refinery = await startSession(page, url, 'P2');
  await show(page, `${refinery}/result`, '.result');
  yield { name: 'result refinery' };
  await show(page, `${refinery}/result/R1`, '#output-R1.is-open');
  yield { name: 'result item' };
  // One of each kind; those that were opened stay open.
  for (const output of ['R4', 'R5', 'O3', 'R6', 'C5', 'I4', 'SC1', 'N17'])
    await show(page, `${refinery}/result/${output}`, `#output-${output}.is-open`);
  yield { name: 'result items' };
  const missiles = await startSession(page, url, 'P6');
  await show(page, `${missiles}/result`, '.result');
  yield { name: 'result missiles' };
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* map(page, url) {
  const refinery = await startSession(page, url, 'P2');
  await show(page, `${refinery}/map/O3`, '.map-picture');
  yield { name: 'map one way' };
  await show(page, `${refinery}/map/-advice`, '.map-picture');
  yield { name: 'map advice' };
  await page.locator('a[data-key="condition:sanctionable_buyout"]').focus();
  yield { name: 'map chosen' };
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* wholeMap(page, url) {
  const refinery = await startSession(page, url, 'P2');
  await show(page, `${refinery}/map/-all`, '.map-picture');
  yield { name: 'map all' };
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* evidence(page, url) {
  const refinery = await startSession(page, url, 'P2');
  await show(page, `${refinery}/sources`, '.sources');
  yield { name: 'sources none' };
  await show(page, `${refinery}/question/bidders_blocked`, '.evidence');
  await page.locator('.evidence > summary').click();
  yield { name: 'evidence empty' };
  await grade(page);
  await page.locator('.source-form [type=text]').fill('');
  await page.locator('.source-form [type=submit]').click();
  yield { name: 'evidence source' };
  await weigh(page);
  yield { name: 'evidence given' };
}

/** How firm an answer is; then the form of a source is opened. @param {Page} page */
async function grade(page) {
  await page.locator('.evidence .picks').nth(0).locator('label').nth(2).click();
  await page.locator('.evidence .picks').nth(1).locator('label').nth(1).click();
  await page.locator('.source-list .go').click();
}

/**
 * Says in the form that is open where an answer is from, and something of it.
 * @param {Page} page
 */
async function weigh(page) {
  await page
    .locator('.source-form [type=text]')
    .fill('Embassy report on the sale of the Navapolack refinery, 12 October');
  await page.locator('.source-form [type=date]').fill('2020-10-12');
  await page.locator('.source-form summary').click();
  await page.locator('.source-form select').nth(-2).selectOption('B');
  await page.locator('.source-form select').nth(-1).selectOption('2');
  await page.locator('.source-form [type=submit]').click();
  await page
    .locator('.evidence textarea')
    .nth(1)
    .fill('Two of the three losing bidders say so; the third is silent.');
  await page.locator('.evidence textarea').nth(1).blur();
  await page.locator('.source-use .own').first().waitFor();
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* firmness(page, url) {
  const refinery = await startSession(page, url, 'P2');
  await show(page, `${refinery}/question/bidders_blocked`, '.evidence');
  await page.locator('.evidence > summary').click();
  await grade(page);
  await weigh(page);
  await show(page, `${refinery}/sources`, '.source');
  yield { name: 'sources' };
  await show(page, `${refinery}/result`, '.firmness');
  yield { name: 'result firmness' };
  await page.locator('.firmness label').nth(1).click();
  await show(page, `${refinery}/result`, '.without-banner');
  yield { name: 'result without' };
  await show(page, `${refinery}/question/buyout`, '.options');
  await show(page, `${refinery}/result/O3`, '#output-O3.is-open');
  yield { name: 'result item firmness' };
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* otherwise(page, url) {
  const refinery = await startSession(page, url, 'P2');
  await show(page, `${refinery}/question/bidders_blocked`, '.options');
  await choose(page, 1);
  await show(page, `${refinery}/question/decisions`, '.options');
  await choose(page, 2);
  await show(page, `${refinery}/history`, '.done');
  yield { name: 'history' };
  await page.locator('.moment .word').first().click();
  yield { name: 'history past' };
  await show(page, `${refinery}/what-if`, '.tried');
  yield { name: 'what-if' };
  await page.locator('.try').nth(8).locator('summary').click();
  await page.locator('.try').nth(8).locator('.option label').last().click();
  yield { name: 'what-if tried' };
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* comparing(page, url) {
  const refinery = await startSession(page, url, 'P2');
  await show(page, `${refinery}/question/bidders_blocked`, '.options');
  await choose(page, 1);
  await show(
    page,
    `${url}#/compare/${encodeURIComponent(`${idOf(refinery)}@1,${idOf(refinery)}`)}`,
    '.side-by-side',
  );
  yield { name: 'compare moments' };
  const missiles = await startSession(page, url, 'P6');
  const brief = await startSession(page, url, 'brief');
  const three = [refinery, missiles, brief].map(idOf).join(',');
  await show(page, `${url}#/compare/${encodeURIComponent(three)}`, '.side-by-side');
  yield { name: 'compare three' };
  await show(page, `${url}#/compare`, '.pick');
  yield { name: 'compare pick' };
}

/** @param {string} address of a session */
function idOf(address) {
  return address.replace(/^.*\/session\//, '');
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* documents(page, url) {
  const session = await startSession(page, url, 'P4');
  await show(page, `${session}/note`, '.paper');
  yield { name: 'note bare' };
  await show(page, `${session}/readings`, '.readings');
  yield { name: 'readings' };
  await show(page, `${session}/readings/A6`, '.readings');
  await choose(page, 1);
  yield { name: 'readings other letter' };
  await show(page, `${session}/details`, '.details');
  yield { name: 'details' };
  const fields = page.locator('.details .input:not([type=date])');
  await fields.nth(0).fill('');
  await page.locator('button[form=details]').click();
  await page.locator('[role=alert], .error-summary').first().waitFor();
  yield { name: 'details problem' };
  const said = [
    'Half a democracy',
    'Head of delegation',
    'Eastern desk',
    'Foreign Affairs Council, Thursday',
  ];
  for (const [i, text] of said.entries()) await fields.nth(i).fill(text);
  await page.locator('.details [type=date]').fill('2026-11-22');
  await page.locator('.details .option label').nth(3).click();
  await show(page, `${session}/note`, '.paper');
  yield { name: 'note' };
}
