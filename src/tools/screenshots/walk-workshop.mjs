// @ts-check
/** The walk: a workshop, as its trainer, with one tablet for all, writing an exercise, and as a table. */
import { choose, openFolds, show } from './steps.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./steps.mjs').Screen} Screen */

/** @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>} */
export async function* workshop(page, url) {
  await show(page, `${url}#/workshop`, '.page.workshop .row-link');
  await page.locator('.input.code').fill('ABCD');
  await page.keyboard.press('Enter');
  await page.locator('.problem').waitFor();
  yield { name: 'workshop' };
  await show(page, `${url}#/workshop/take/codes`, '.camera');
  yield { name: 'workshop take' };
  await show(page, `${url}#/workshop`, '.page.workshop .row-link');
  await page.locator('.row-link').first().click();
  await page.locator('.bar .first').waitFor();
  yield { name: 'workshop who runs it' };
  await runIt(page);
  await openFolds(page);
  yield { name: 'workshop exercise' };
  const exercise = page.url();
  await show(page, exercise.replace('/exercise/', '/paper/'), '.kit-page');
  yield { name: 'workshop paper kit' };
}

/**
 * A room of two tables, up to its debrief.
 * @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>}
 */
export async function* running(page, url) {
  await show(page, `${url}#/workshop`, '.page.workshop .row-link');
  await page.locator('.row-link').first().click();
  await runIt(page);
  await page.locator('.bar .first').click();
  await page.locator('.code-box svg').waitFor();
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
    const lists = page.locator('.tap-row');
    for (let at = 0; at < (await lists.count()); at++)
      await lists
        .nth(at)
        .locator('.tap')
        .nth(option ?? 0)
        .click();
    if (table === 1) yield { name: 'workshop ballot' };
    await page.locator('.bar .first').click();
    await page.locator('.at-tables').waitFor();
  }
  yield { name: 'workshop collect' };
  const collect = page.url();
  await show(page, collect.replace('/collect/', '/give/'), '.page.workshop .choices');
  await page.locator('.page .choices .button').first().click();
  await page.locator('.in-turn svg').waitFor();
  await page.locator('.choices .first').click();
  await page.locator('.given').waitFor();
  yield { name: 'workshop room given away' };
  await page.locator('.given button').click();
  await show(page, collect, '.at-tables');
  await page.locator('.bar .first').click();
  await page.locator('.sayings').waitFor();
  await page.locator('.next-steps .ruled .button').first().click();
  await page.locator('.announce').waitFor();
  await page.locator('.page > .choices button').click();
  yield { name: 'workshop board' };
  const board = page.url();
  await show(page, board.replace('/board/', '/wall/'), '.wall .sayings');
  await page.locator('.wall-mark').click();
  await page.locator('.set-clock .button').first().click();
  yield { name: 'workshop wall steered' };
  await page.locator('.wall-mark').click();
  await page.locator('.wall-clock').waitFor();
  yield { name: 'workshop wall' };
  await show(page, board, '.sayings');
  await page.locator('.bar .first').click();
  await page.locator('.debrief-part').first().waitFor();
  await page.locator('.action-form [name=what]').fill('Ask the registry once more, in writing');
  await page.locator('.action-form button').click();
  await page.locator('.actions-of li').waitFor();
  yield { name: 'workshop debrief' };
}

/**
 * At a table of a room that is opened here.
 * @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>}
 */
export async function* sitting(page, url) {
  await show(page, `${url}#/workshop`, '.page.workshop .row-link');
  await page.locator('.row-link').first().click();
  await runIt(page);
  await page.locator('.bar .first').click();
  await page.locator('.code-box svg').waitFor();
  const join = (await page.locator('.code-box .characters').textContent()) ?? '';
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

/**
 * Past the step before what is for the trainer alone, which is asked once a visit.
 * @param {Page} page @returns {Promise<void>}
 */
async function runIt(page) {
  const inside = page.locator('ol.rehearsed');
  await inside.or(page.locator('.bar .first')).first().waitFor();
  if (!(await inside.isVisible())) await page.locator('.bar .first').click();
  await inside.waitFor();
}

/**
 * A tablet handed round, in a room of its own.
 * @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>}
 */
export async function* passing(page, url) {
  await show(page, `${url}#/workshop`, '.page.workshop .row-link');
  await page.locator('.row-link').first().click();
  await runIt(page);
  await page.locator('.bar .first').click();
  await page.locator('.at-tables').waitFor();
  await openFolds(page);
  yield { name: 'workshop hand this tablet' };
  await page.locator('.folded .choices .button').first().click();
  await page.locator('.stages').waitFor({ state: 'detached' });
  await openFolds(page);
  await page.locator('.choices .button').last().click();
  await page.locator('.said .button').first().waitFor();
  yield { name: 'workshop hand over' };
  await page.locator('.bar .first').click();
  await page.locator('.sheet').waitFor();
  const turn = page.url();
  await show(page, `${turn}-hand-in`, '.handed');
  yield { name: 'workshop hand on' };
  await show(page, `${url}#/workshop`, '.page.workshop .row-link');
  await page.locator('.row-link').first().click();
  await page.locator('.page .word').waitFor();
  yield { name: 'workshop with the tables' };
  await show(page, turn, '.sheet');
  await openFolds(page);
  await page.locator('.choices .button').last().click();
  await page.locator('.said .button').last().click();
  await page.locator('.at-tables').waitFor();
}

/**
 * An exercise being written: a copy with something missing in each part.
 * @param {Page} page @param {string} url @returns {AsyncGenerator<Screen, void, void>}
 */
export async function* editing(page, url) {
  await show(page, `${url}#/workshop`, '.page.workshop .row-link');
  await page.locator('.row-link').first().click();
  await runIt(page);
  await page.locator('.choices .button').last().click();
  await page.locator('#title').waitFor();
  await page.locator('#title').fill('');
  await page.locator('.languages-of select').last().selectOption('be');
  await page.locator('.original').first().waitFor();
  yield { name: 'workshop edit texts' };
  const draft = page.url();
  await show(page, `${draft}/questions`, '.edit .taps');
  await page.locator('.edit li').first().locator('.tap').nth(1).click();
  yield { name: 'workshop edit questions' };
  await show(page, `${draft}/news`, '.settled');
  yield { name: 'workshop edit news' };
  await show(page, `${draft}/course`, '.minutes-of');
  yield { name: 'workshop edit course' };
  await show(page, `${draft}/check`, '.edit .row-link');
  yield { name: 'workshop edit check' };
}
