// @ts-check
/** The part of `npm run bench` that opens very many sessions in a browser, kept in both stores, and then locked. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, LAUNCH } from '../browser.mjs';
import { built } from '../built.mjs';
import { ROOT } from '../run.mjs';
import { LANDSCAPE } from '../screenshots/screens.mjs';
import { serve } from '../serve.mjs';
import { rowOf } from './in-browser.mjs';

/** @typedef {import('playwright-core').BrowserContext} Context */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./in-browser.mjs').Row} Row */

const PASSPHRASE = 'words that nobody else has thought of';
const PATIENCE = { timeout: 300_000 };
/** Records put in one go. */
const SLICE = 5000;

/**
 * In the page, as text because there are no types of it here. `painted(selector)` resolves with the time since the page
 * was asked for, at the first frame in which such an element stands.
 */
const WATCHING = `
  painted = (selector) => new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(selector) === null) return;
      watcher.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(undefined);
      });
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document, { subtree: true, childList: true });
    look();
  });
  homePainted = painted('.rows > li');
`;

/**
 * @param {import('./many-sessions.ts').ManySessions} many
 * @param {{ rounds: number, locked: boolean }} effort `locked`: with a passphrase as well
 * @returns {Promise<{ version: string, rows: Row[], bytes: { database: number, copy: number } } | undefined>}
 *   undefined: no browser is there
 */
export async function manyInBrowser(many, { rounds, locked }) {
  if ((await built()) !== 0) return undefined;
  const executablePath = await findBrowser();
  if (!executablePath) return undefined;
  const served = await serve({ folder: join(ROOT, 'dist'), port: 0 });
  /** @type {string[]} */
  const profiles = [];
  let profile = '';
  /** @type {Context | undefined} */
  let context;
  const anew = () => {
    profile = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
    profiles.push(profile);
  };
  /** A browser that was closed, as in the morning. @returns {Promise<Page>} */
  const start = async () => {
    await context?.close();
    context = await chromium.launchPersistentContext(profile, {
      ...LAUNCH,
      executablePath,
      viewport: LANDSCAPE,
    });
    await context.addInitScript({ content: WATCHING });
    return context.pages()[0] ?? context.newPage();
  };
  try {
    const times = noTimes();
    anew();
    let page = await start();
    await putInDatabase(page, served.url, firstOf(many));
    await homeTime(page, served.url);
    await page.waitForTimeout(5000);
    for (let round = 0; round < rounds; round++) {
      page = await start();
      times.one.push(await homeTime(page, served.url));
      await page.waitForTimeout(3000);
    }
    anew();
    page = await start();
    await putInDatabase(page, served.url, many);
    const first = await homeTime(page, served.url);
    const bytes = await secondCopyDone(page);
    for (let round = 0; round < rounds; round++) {
      page = await start();
      times.list.push(await homeTime(page, served.url));
      await page.waitForTimeout(3000);
      for (const sought of ['p', 'po', 'pot', 'pota']) times.letter.push(await searchTime(page, sought));
      times.cleared.push(await searchTime(page, ''));
      times.opened.push(await clickTime(page, '.rows > li:nth-child(20) a.open', '.option'));
      times.back.push(await clickTime(page, '.brand', '.rows > li'));
    }
    const locking = locked ? await lock(page, served.url) : 0;
    for (let round = 0; locked && round < rounds; round++) {
      page = await start();
      await page.goto(served.url);
      await page.locator('.gate input').fill(PASSPHRASE, PATIENCE);
      times.unlocked.push(await clickTime(page, '.gate .button.first', '.rows > li'));
      await page.waitForTimeout(3000);
    }
    return {
      version: context?.browser()?.version() ?? '',
      bytes,
      rows: [
        once('opening for the first time, the second copy still to be made, to the list', first),
        rowOf('opening, to the list', times.list),
        rowOf('the same with one session', times.one),
        rowOf('a letter in the search, to the list', times.letter),
        rowOf('the search emptied, to the list', times.cleared),
        rowOf('a tap on a session, to its question', times.opened),
        rowOf('back home, to the list', times.back),
        ...(locked
          ? [
              once('locking everything with a passphrase', locking),
              rowOf('unlocking, to the list', times.unlocked),
            ]
          : []),
      ],
    };
  } finally {
    await context?.close();
    await served.close();
    for (const path of profiles) rmSync(path, { recursive: true, force: true });
  }
}

/** @param {import('./many-sessions.ts').ManySessions} many */
function firstOf({ metas, entries }) {
  const [one] = metas.filter(({ deletedAt }) => deletedAt === '');
  return { metas: one ? [one] : [], entries: entries.filter(({ session }) => session === one?.id) };
}

/** As if the app had kept them: on a page of the same origin that is not the app. @param {Page} page @param {string} url @param {import('./many-sessions.ts').ManySessions} many */
async function putInDatabase(page, url, { metas, entries }) {
  await page.goto(`${url}manifest.webmanifest`);
  await page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('waymark', 2);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('entries', { keyPath: ['session', 'seq'] });
      opening.result.createObjectStore('sessions', { keyPath: 'id' });
      opening.result.createObjectStore('removed', { keyPath: 'id' });
    };
    opening.onerror = reject;
    opening.onsuccess = () => {
      putAll = (store, records) => new Promise((resolve, reject) => {
        const tx = opening.result.transaction(store, 'readwrite');
        for (const record of records) tx.objectStore(store).put(record);
        tx.oncomplete = resolve;
        tx.onerror = reject;
      });
      resolve();
    };
  })`);
  for (let from = 0; from < entries.length; from += SLICE)
    await page.evaluate(`putAll('entries', ${JSON.stringify(entries.slice(from, from + SLICE))})`);
  await page.evaluate(`putAll('sessions', ${JSON.stringify(metas)})`);
}

/** Milliseconds from asking for the page. @param {Page} page @param {string} url @returns {Promise<number>} */
async function homeTime(page, url) {
  await page.goto(url);
  await page.locator('.rows > li').first().waitFor(PATIENCE);
  return page.evaluate('homePainted');
}

/** Until its files grow no more. @param {Page} page */
async function secondCopyDone(page) {
  let before = -1;
  for (;;) {
    /** @type {{ indexedDB?: number, fileSystem?: number }} */
    const now = await page.evaluate('navigator.storage.estimate().then((told) => told.usageDetails ?? {})');
    const copy = now.fileSystem ?? 0;
    if (copy > 1_000_000 && copy === before) return { database: now.indexedDB ?? 0, copy };
    before = copy;
    await page.waitForTimeout(6000);
  }
}

/** @param {Page} page @param {string} sought @returns {Promise<number>} */
function searchTime(page, sought) {
  return page.evaluate(`new Promise((resolve) => {
    const field = document.querySelector('.find input');
    const begun = performance.now();
    field.value = ${JSON.stringify(sought)};
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // What it changes is on the page by then, and is painted before the message arrives.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun)));
  })`);
}

/** @param {Page} page @param {string} pressed @param {string} awaited @returns {Promise<number>} */
async function clickTime(page, pressed, awaited) {
  await page.locator(pressed).first().waitFor(PATIENCE);
  return page.evaluate(`(async () => {
    const begun = performance.now();
    document.querySelector(${JSON.stringify(pressed)}).click();
    return (await painted(${JSON.stringify(awaited)})) - begun;
  })()`);
}

/** @param {Page} page @param {string} url @returns {Promise<number>} milliseconds until the passphrase is asked for */
async function lock(page, url) {
  await page.goto(`${url}#/protection`);
  await page.locator('#device-passphrase').fill(PASSPHRASE);
  await page.locator('.protection .options.several label').click();
  const begun = performance.now();
  await page.locator('.protection .button.first').click();
  await page.locator('.gate input').waitFor({ timeout: 900_000 });
  return performance.now() - begun;
}

/** @param {string} name @param {number} time @returns {Row} */
function once(name, time) {
  return { name, median: time, p95: time };
}

/** Milliseconds, a round each. */
function noTimes() {
  /** @type {number[][]} */
  const [list = [], one = [], letter = [], cleared = [], opened = [], back = [], unlocked = []] = [];
  return { list, one, letter, cleared, opened, back, unlocked };
}
