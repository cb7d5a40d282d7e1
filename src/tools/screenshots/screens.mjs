// @ts-check
/**
 * A walk through every screen of the app, for whoever looks at them all: the screenshots, the accessibility tests.
 * It goes by addresses and by the shape of the page, never by words, so that it works in every language.
 */

import { readFile } from 'node:fs/promises';
import { goneOnElsewhere } from './forged.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {object} Screen
 * @property {string} name
 * @property {boolean} [upright] only there where the page is not wide
 */

export const PORTRAIT = { width: 820, height: 1180 };
export const LANDSCAPE = { width: 1180, height: 820 };
export const PHONE = { width: 390, height: 844 };

/** No session has it. */
const NOWHERE = '00000000-0000-4000-8000-000000000000';

/**
 * Every screen, one after the other: each is on the page when it is yielded, in the browser's own storage, which must
 * be empty at first. The last one is the page for a bug, for which an error is thrown that says "for the picture".
 * @param {Page} page
 * @param {string} url of the app, with a slash at the end
 * @param {string[]} [areas] only these, for whoever works on one
 * @returns {AsyncGenerator<Screen, void, void>}
 */
export async function* everyScreen(page, url, areas = Object.keys(AREAS)) {
  for (const area of areas) yield* AREAS[area]?.(page, url) ?? [];
}

/** @type {Record<string, (page: Page, url: string) => AsyncGenerator<Screen, void, void>>} */
const AREAS = {
  beginning,
  asking,
  standing,
  finishing,
  overview,
  result,
  map,
  evidence,
  otherwise,
  documents,
  additions,
  comingBack,
  handingOn,
  workshop,
  home,
  protecting,
  nothing,
};

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
async function* beginning(page, url) {
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
async function* asking(page, url) {
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
async function* standing(page, url) {
  await startSession(page, url, 'P6');
  await page.setViewportSize(PORTRAIT);
  await page.locator('.open-all').click();
  yield { name: 'standing opened', upright: true };
  await page.keyboard.press('Escape');
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
async function* finishing(page, url) {
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
    const here = page.url();
    await page.locator('.bar .first').click();
    await page.waitForURL((url) => url.href !== here);
    if (await page.locator('.finish').isVisible()) return;
    await page.locator('.why-now, .finish').first().waitFor();
  }
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
async function* overview(page, url) {
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
async function* result(page, url) {
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
async function* map(page, url) {
  const refinery = await startSession(page, url, 'P2');
  await show(page, `${refinery}/map/O3`, '.map-picture');
  yield { name: 'map one way' };
  await show(page, `${refinery}/map/-advice`, '.map-picture');
  yield { name: 'map advice' };
  await page.locator('a[data-key="condition:sanctionable_buyout"]').focus();
  yield { name: 'map chosen' };
  await show(page, `${refinery}/map/-all`, '.map-picture');
  yield { name: 'map all' };
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
async function* evidence(page, url) {
  const refinery = await startSession(page, url, 'P2');
  await show(page, `${refinery}/sources`, '.sources');
  yield { name: 'sources none' };
  await show(page, `${refinery}/question/bidders_blocked`, '.evidence');
  await page.locator('.evidence > summary').click();
  yield { name: 'evidence empty' };
  await page.locator('.evidence .picks').nth(0).locator('label').nth(2).click();
  await page.locator('.evidence .picks').nth(1).locator('label').nth(1).click();
  await page.locator('.source-list .go').click();
  await page.locator('.source-form [type=text]').fill('');
  await page.locator('.source-form [type=submit]').click();
  yield { name: 'evidence source' };
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
  yield { name: 'evidence given' };
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
async function* otherwise(page, url) {
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
async function* documents(page, url) {
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

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
async function* additions(page, url) {
  const session = await startSession(page, url, 'P2');
  await show(page, `${session}/result/R1`, '#output-R1 .additions-of');
  const item = page.locator('#output-R1');
  await writeAddition(item, 'body', 'Foreign Affairs Council, on a proposal of the High Representative');
  yield { name: 'additions form' };
  await item.locator('.addition-form [type=submit]').click();
  await item.locator('.addition').waitFor();
  await writeAddition(item, 'deadline', '2026-12-11');
  await item.locator('.addition-form [type=submit]').click();
  await item.locator('.addition').nth(1).waitFor();
  yield { name: 'additions behind an item' };
  await show(page, `${session}/note`, '.note-own');
  yield { name: 'note with additions' };
  await show(page, `${url}#/additions`, '.additions .addition');
  yield { name: 'additions' };
  await page.locator('.additions .ways .go').first().click();
  await page.locator('.addition-form [name=author]').fill('');
  await page.locator('.addition-form [type=submit]').click();
  yield { name: 'additions problem' };
  await page.locator('.addition-form .third').click();
  await page.locator('.addition .word').nth(1).click();
  await page.locator('.additions .deleted-now').waitFor();
  await openFolds(page);
  yield { name: 'additions deleted' };
  const saving = page.waitForEvent('download');
  await page.locator('.share .ways button').first().click();
  const file = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
  const [kept] = file.additions;
  const fresh = {
    ...kept,
    id: 'fresh',
    output: 'R4',
    kind: 'nextStep',
    text: 'Ask for a list',
    author: 'EF',
  };
  file.additions = [{ ...kept, text: '2026-12-04', author: 'EF' }, fresh];
  await chooseFile(page, file);
  await page.locator('.preview').scrollIntoViewIfNeeded();
  yield { name: 'additions preview' };
  await chooseFile(page, { ...file, additions: [{ ...fresh, date: 'soon' }, 7], more: 1 });
  await page.locator('.share .error-summary').scrollIntoViewIfNeeded();
  yield { name: 'additions file refused' };
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
async function* comingBack(page, url) {
  const session = await startSession(page, url, 'P2');
  await show(page, `${session}/note`, '.versions button:enabled');
  yield { name: 'note to issue' };
  await page.locator('.versions button').click();
  await page.locator('dialog[open]').waitFor();
  yield { name: 'note issue' };
  await page.locator('dialog .first').click();
  await show(page, `${session}/question/mandate_social`, '.options');
  await choose(page, 0);
  await show(page, `${session}/note`, '.note-changed');
  yield { name: 'note changed since' };
  await show(page, `${session}/note/1`, '.above-paper.past');
  yield { name: 'note as issued' };

  await show(page, `${session}/news`, '.news form');
  await page.locator('.bar .first').click();
  await page.locator('.error-summary').waitFor();
  yield { name: 'news problem' };
  await page.locator('#news-what').fill('The refinery was sold to a Russian group; a tender was held');
  await page.locator('#news-source').fill('Agency');
  for (const question of ['buyout', 'bidders_blocked'])
    await page.locator(`#news-question-${question} + .box`).click();
  yield { name: 'news' };
  await page.locator('.bar .first').click();
  await page.locator('.touched').first().waitFor();
  yield { name: 'news to look again' };
  await page.locator('.bar .first').click();
  await page.locator('.options').waitFor();
  await choose(page, 3);
  await page.locator('.bar .first').click();
  await page.locator('.since li').first().waitFor();
  yield { name: 'news looked again' };
  await show(page, `${session}/news`, '.one-news');
  yield { name: 'news so far' };

  await show(page, `${session}/review`, '.to-review');
  const days = page.locator('.to-review input');
  for (const [i, day] of ['2020-11-20', '2020-11-30', '0202-01-01'].entries()) {
    await days.nth(i).fill(day);
    await days.nth(i).blur();
  }
  yield { name: 'review' };
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
async function* handingOn(page, url) {
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
  const locked = new URL('../../../tests/exchange/frozen/locked-session-1.waymark', import.meta.url);
  await openFile(page, 'locked.waymark', await readFile(locked, 'utf8'));
  await page.locator('.unlock input').fill('not the one');
  await page.locator('.unlock .first').click();
  await page.locator('.unlock .problem').waitFor();
  yield { name: 'files locked' };
  await openFile(page, 'cut.waymark', backup.slice(0, 9000));
  await page.locator('.error-summary').waitFor();
  yield { name: 'files refused' };
  await show(page, link, '.answer-list');
  yield { name: 'answers of a link' };
  await show(page, `${link}x`, '.trouble');
  yield { name: 'answers refused' };
}

/** @param {Page} page @param {string} name @param {string} text */
async function openFile(page, name, text) {
  await page
    .locator('.files [type=file]')
    .last()
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** Ends with everything wiped. @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
async function* protecting(page, url) {
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

/** @param {import('@playwright/test').Locator} scope @param {string} kind @param {string} text */
async function writeAddition(scope, kind, text) {
  await scope.locator('.additions-of > .ways .go').click();
  await scope.locator('.addition-form select').selectOption(kind);
  await scope.locator('.addition-form [name=text]').fill(text);
  await scope.locator('.addition-form [name=author]').fill('A. Berg, Eastern desk');
}

/** @param {Page} page @param {unknown} content */
async function chooseFile(page, content) {
  const buffer = Buffer.from(JSON.stringify(content));
  await page
    .locator('.share [type=file]')
    .setInputFiles({ name: 'from-fink.json', mimeType: 'application/json', buffer });
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
async function* workshop(page, url) {
  await show(page, `${url}#/workshop`, '.page.workshop .row-link');
  await page.locator('.input.code').fill('ABCD');
  await page.keyboard.press('Enter');
  await page.locator('.problem').waitFor();
  yield { name: 'workshop' };
  await page.locator('.row-link').first().click();
  await page.locator('ol.rehearsed').waitFor();
  await openFolds(page);
  yield { name: 'workshop exercise' };
  await page.locator('.bar .first').click();
  await page.locator('.code-box svg').waitFor();
  const join = (await page.locator('.code-box .characters').textContent()) ?? '';
  // Two tables on paper, with another answer to each question.
  for (const [table, option] of [
    [0, 0],
    [1, 1],
  ]) {
    await page
      .locator('.at-tables a')
      .nth(table ?? 0)
      .click();
    await page.locator('.ballot').waitFor();
    await page
      .locator('.prediction .option label')
      .nth(table ?? 0)
      .click();
    const lists = page.locator('.ballot .options');
    for (let at = 0; at < (await lists.count()); at++)
      await lists
        .nth(at)
        .locator('label')
        .nth(option ?? 0)
        .click();
    if (table === 1) yield { name: 'workshop ballot' };
    await page.locator('.bar .first').click();
    await page.locator('.at-tables').waitFor();
  }
  yield { name: 'workshop collect' };
  await page.locator('.bar .first').click();
  await page.locator('.sayings').waitFor();
  await page.locator('.next-steps .ruled .button').first().click();
  await page.locator('.announce').waitFor();
  await page.locator('.page > .choices button').click();
  yield { name: 'workshop board' };
  const board = page.url();
  await show(page, board.replace('/board/', '/wall/'), '.wall .sayings');
  yield { name: 'workshop wall' };
  await show(page, board, '.sayings');
  await page.locator('.bar .first').click();
  await page.locator('.debrief-part').first().waitFor();
  await page.locator('.action-form [name=what]').fill('Ask the registry once more, in writing');
  await page.locator('.action-form button').click();
  await page.locator('.actions-of li').waitFor();
  yield { name: 'workshop debrief' };
  await show(page, `${url}#/workshop`, '.input.code');
  await page.locator('.input.code').fill(join);
  await page.keyboard.press('Enter');
  await page.locator('input[type=number]').fill('3');
  yield { name: 'workshop which table' };
  await page.keyboard.press('Enter');
  await page.locator('.sheet').waitFor();
  await openFolds(page);
  yield { name: 'workshop sheet' };
  await page.locator('.bar .first').click();
  await page.locator('#table-question').waitFor();
  await choose(page, 0);
  await openFolds(page);
  yield { name: 'workshop question' };
  const at = page.url().replace(/-[^/]*$/, '-hand-in');
  await show(page, at, '.code-box svg');
  yield { name: 'workshop hand in' };
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
async function* home(page, url) {
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

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
async function* nothing(page, url) {
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

/** @param {Page} page */
async function openFolds(page) {
  // Each that is opened is no longer among the closed ones.
  const closed = page.locator('details:not([open]) > summary').filter({ visible: true });
  while ((await closed.count()) > 0) await closed.first().click();
}
