// @ts-check
/** The walk: what the user adds, news, review dates. */
import { readFile } from 'node:fs/promises';
import { choose, openFolds, show, startSession } from './steps.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./steps.mjs').Screen} Screen */

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* additions(page, url) {
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
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* allAdditions(page, url) {
  const session = await startSession(page, url, 'P2');
  await show(page, `${session}/result/R1`, '#output-R1 .additions-of');
  const item = page.locator('#output-R1');
  for (const [n, [kind, text]] of [
    ['body', 'Foreign Affairs Council, on a proposal of the High Representative'],
    ['deadline', '2026-12-11'],
  ].entries()) {
    await writeAddition(item, kind ?? '', text ?? '');
    await item.locator('.addition-form [type=submit]').click();
    await item.locator('.addition').nth(n).waitFor();
  }
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
export async function* comingBack(page, url) {
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
}

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* news(page, url) {
  const session = await startSession(page, url, 'P2');
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
