/**
 * Texts typed into the app, locked with a passphrase, and then looked for in every file of the browser's profile. They
 * must be found before, or the search shows nothing; and be back once it is unlocked, or too much was locked.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startSession } from '../screenshots/steps.mjs';
import type { Campaign } from './campaign.ts';

/** Keys are slow on purpose. */
const SLOW = 60_000;

export const vault: Campaign = {
  name: 'vault',
  about:
    'a title and notes typed, before and after a passphrase is set, and looked for in the profile once it is locked',
  full: 20,
  short: 1,
  browsers: ['chromium', 'firefox'],
  async run({ url, profile, start, times, random, progress }) {
    const counts = { found: 0, locked: 0, again: 0, back: 0 };
    for (let time = 0; time < times; time++) {
      const folder = join(profile, String(time));
      const word = `canary${Math.floor(random() * 2 ** 32).toString(36)}`;
      let browser = await start(folder);
      const session = await startSession(browser.page, url, 'P2');
      await typeTitle(browser.page, session, word);
      await note(browser.page, session, `${word} before`);
      await listed(browser.page, url, 'waymark');
      const before = filesWith(folder, word);
      progress(`found in ${before}`);
      if (before.length > 0) counts.found += 1;
      const passphrase = await protect(browser.page, url);
      await note(browser.page, session, `${word} after`);
      await listed(browser.page, url, 'waymark-sealed');
      await browser.page.goto(`${url}#/protection`);
      await browser.page.getByRole('button', { name: 'Lock now' }).first().click();
      await browser.page.locator('.gate').waitFor({ timeout: SLOW });
      const atOnce = filesWith(folder, word);
      await browser.close();
      const closed = filesWith(folder, word);
      if (atOnce.length > 0) progress(`locked: ${atOnce}`);
      if (closed.length > 0) progress(`closed: ${closed}`);
      counts.locked += atOnce.length;
      counts.again += closed.length;
      browser = await start(folder);
      await browser.page.goto(`${url}#/`);
      await unlock(browser.page, passphrase);
      await browser.page.locator('.row', { hasText: word }).waitFor({ timeout: SLOW });
      counts.back += 1;
      await browser.close();
      progress(JSON.stringify(counts));
    }
    const { found, locked, again, back } = counts;
    return {
      rows: [
        {
          profiles: times,
          'found in it before': found,
          'files with it, locked': locked,
          'files with it, closed': again,
          'back when unlocked': back,
        },
      ],
      failed: times - found + locked + again + (times - back),
    };
  },
};

async function typeTitle(page: Page, session: string, title: string): Promise<void> {
  await page.goto(`${session}/details`);
  await page.locator('#details-title').fill(title);
  await page.locator('#details-title').blur();
}

/** At home, until what its list says is kept beside the journals as well (docs/decisions/031-gists.md). */
async function listed(page: Page, url: string, place: string): Promise<void> {
  await page.goto(`${url}#/`);
  await page.evaluate(`new Promise((resolve) => {
    const look = () => {
      const opening = indexedDB.open('${place} gists');
      opening.onupgradeneeded = () => opening.transaction.abort();
      opening.onerror = (event) => {
        event.preventDefault();
        setTimeout(look, 200);
      };
      opening.onsuccess = () => {
        const count = opening.result.transaction('gists').objectStore('gists').count();
        count.onsuccess = () => {
          opening.result.close();
          if (count.result > 0) resolve();
          else setTimeout(look, 200);
        };
      };
    };
    look();
  })`);
}

async function note(page: Page, session: string, text: string): Promise<void> {
  await page.goto(`${session}/question/buyout`);
  await page.locator('.evidence summary').click();
  const field = page.locator('.evidence').getByLabel('Note');
  await field.fill(text);
  await field.blur();
  await page.getByText('Saved on this device').waitFor();
}

/** Sets a passphrase and returns it, with the app unlocked by it. */
async function protect(page: Page, url: string): Promise<string> {
  await page.goto(`${url}#/protection`);
  const field = page.getByRole('textbox', { name: 'Passphrase' });
  let passphrase = '';
  // Drawn a moment after the field is there.
  while (!/^([a-z]+ ){5}[a-z]+$/.test(passphrase)) passphrase = await field.inputValue();
  await page.locator('.option label', { hasText: 'written the passphrase down' }).click();
  await page.getByRole('button', { name: 'Lock with this passphrase' }).click();
  await unlock(page, passphrase);
  await page.locator('.protection', { hasText: 'are encrypted' }).waitFor({ timeout: SLOW });
  return passphrase;
}

/** At the gate. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.locator('#gate').fill(passphrase, { timeout: SLOW });
  await page.locator('#gate').press('Enter');
}

/** Files of a profile that hold a text, in either way in which browsers write texts. */
export function filesWith(profile: string, text: string): string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => forms.some((form) => read(path).includes(form)))
    .map((path) => path.slice(profile.length));
}

/** A running browser deletes some of its files meanwhile. */
function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
