// @ts-check
/**
 * `npm run screenshots`: a picture of every screen in every form, in light and dark, in English and in the
 * pseudo-locale, into screenshots/. With `--readme` only the few that are kept with the project: those of README into
 * docs/pictures/, and those that the browser shows when it offers to install into public/install/.
 * Words besides narrow it down: `npm run screenshots -- result phone` takes only what has both in its name.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, LAUNCH } from './browser.mjs';
import { built } from './built.mjs';
import { ROOT } from './run.mjs';
import { takeKept } from './screenshots/kept.mjs';
import { AREAS, everyScreen, LANDSCAPE, PHONE, PORTRAIT } from './screenshots/screens.mjs';
import { serve } from './serve.mjs';

const FOLDER = join(ROOT, 'screenshots');
const FORMS = { portrait: PORTRAIT, landscape: LANDSCAPE, phone: PHONE };
/** @type {readonly ('light' | 'dark')[]} */
const SCHEMES = ['light', 'dark'];
const LANGUAGES = ['en', 'en-XA'];

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const code = await built();
if (code !== 0) process.exit(code);
const executablePath = await findBrowser();
if (!executablePath) process.exit(1);
const served = await serve({ folder: join(ROOT, 'dist'), port: 0 });
const browser = await chromium.launch({ ...LAUNCH, executablePath });
try {
  if (process.argv.includes('--readme')) await takeKept(browser, served.url);
  else await takeAll();
} finally {
  await browser.close();
  await served.close();
}

async function takeAll() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  let taken = 0;
  for (const language of LANGUAGES) taken += await takeLanguage(language);
  console.log(`${taken} pictures are in screenshots/.`);
}

/**
 * @param {string} language
 * @returns {Promise<number>} how many pictures
 */
async function takeLanguage(language) {
  let taken = 0;
  let number = 0;
  // Each part of the walk in a browser with nothing in it, as the tests do: what one leaves is in the way of another.
  for (const area of Object.keys(AREAS)) {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    await context.addInitScript({ content: `localStorage.setItem('waymark.language', '${language}')` });
    const page = await context.newPage();
    for await (const { name, upright } of everyScreen(page, served.url, [area])) {
      number += 1;
      for (const [form, viewport] of Object.entries(FORMS)) {
        for (const colorScheme of SCHEMES) {
          const picture = `${String(number).padStart(3, '0')}-${name} ${form} ${colorScheme} ${language}`;
          if (upright && form === 'landscape') continue;
          if (!wanted.every((word) => picture.includes(word))) continue;
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme });
          await page.screenshot({ path: join(FOLDER, `${picture.replaceAll(' ', '-')}.png`) });
          taken += 1;
        }
      }
    }
    await context.close();
  }
  return taken;
}
