// @ts-check
/** The few pictures that are kept with the project: of README, of the trainer's guide, and of the offer to install. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run.mjs';
import { choose, LANDSCAPE, PHONE, PORTRAIT, show, startSession } from './screens.mjs';
import { workshop } from './walk-workshop.mjs';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

const README = join(ROOT, 'docs/pictures');
/** Of docs/workshop.md, by the screens of the walk. */
const GUIDE = join(ROOT, 'docs/pictures/workshop');
/** @type {Record<string, { width: number, height: number }>} */
const OF_GUIDE = {
  'workshop collect': LANDSCAPE,
  'workshop board': LANDSCAPE,
  'workshop question': LANDSCAPE,
};
const INSTALL = join(ROOT, 'public/install');

/**
 * Takes them anew, in the place of those that are there.
 * @param {Browser} browser
 * @param {string} url of the app, with a slash at the end
 */
export async function takeKept(browser, url) {
  for (const folder of [README, INSTALL, GUIDE]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    colorScheme: 'light',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  /** @param {string} folder @param {string} name @param {{ width: number, height: number }} form */
  const take = async (folder, name, form) => {
    await page.setViewportSize(form);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(`${name}.png`);
  };

  await show(page, url, '.first-time');
  await take(INSTALL, 'wide-1-home', LANDSCAPE);
  await take(INSTALL, 'narrow-1-home', PHONE);

  const session = await refinery(page, url);
  await show(page, `${session}/question/bidders_blocked`, '.options');
  await choose(page, 2);
  await choose(page, 0);
  await take(README, 'question', LANDSCAPE);
  await take(INSTALL, 'wide-2-question', LANDSCAPE);
  await take(INSTALL, 'narrow-2-question', PHONE);
  await page.setViewportSize(PORTRAIT);
  await show(page, `${session}/result`, '.result');
  await take(README, 'result', PORTRAIT);
  await take(INSTALL, 'narrow-3-result', PHONE);
  await page.setViewportSize(PORTRAIT);
  await show(page, `${session}/note`, '.paper');
  await take(README, 'note', PORTRAIT);
  await page.setViewportSize(LANDSCAPE);
  for await (const { name } of workshop(page, url)) {
    const form = OF_GUIDE[name];
    // The walk may have scrolled.
    if (form) await page.locator('.page.workshop').evaluate((screen) => screen.scrollIntoView());
    if (form) await take(GUIDE, name.replaceAll(' ', '-').replace('workshop-', ''), form);
  }
  await context.close();
}

/** The refinery, described as one would for a meeting. @param {Page} page @param {string} url */
async function refinery(page, url) {
  const session = await startSession(page, url, 'P2');
  await show(page, `${session}/details`, '.details');
  const said = ['The refinery', 'Head of delegation', 'Eastern desk', 'Foreign Affairs Council'];
  const fields = page.locator('.details .input:not([type=date])');
  for (const [i, text] of said.entries()) await fields.nth(i).fill(text);
  await page.locator('.details [type=date]').fill('2026-11-22');
  return session;
}
