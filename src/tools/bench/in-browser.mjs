// @ts-check
/** The part of `npm run bench` that needs a browser: from a tap to the screen, and a large pack in its engine. */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser, LAUNCH } from '../browser.mjs';
import { built } from '../built.mjs';
import { ROOT } from '../run.mjs';
import { choose, LANDSCAPE, startSession } from '../screenshots/screens.mjs';
import { serve } from '../serve.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ name: string, median: number, p95: number }} Row milliseconds */

/** How much slower than this machine: what Lighthouse takes for a cheap phone is 4. */
export const THROTTLE = 6;

/**
 * In the page, as text because there are no types of it here. A frame's callbacks run before it is painted; a message
 * sent in one arrives after.
 */
const TIMING_TAPS = `
  tapTimes = [];
  addEventListener('click', (event) => {
    if (!event.target.closest('.option label')) return;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => tapTimes.push(performance.now() - event.timeStamp);
      port2.postMessage(undefined);
    });
  }, { capture: true });
`;

/**
 * @param {object} large the sources of a large pack, as JSON
 * @param {{ taps: number, changes: number }} effort how many of each are timed
 * @returns {Promise<{ version: string, taps: Row[], calls: Row[] } | undefined>} undefined: no browser is there
 */
export async function inBrowser(large, { taps: count, changes }) {
  if ((await built()) !== 0) return undefined;
  const executablePath = await findBrowser();
  if (!executablePath) return undefined;
  const served = await serve({ folder: join(ROOT, 'dist'), port: 0 });
  const browser = await chromium.launch({ ...LAUNCH, executablePath });
  try {
    const page = await browser.newPage({ viewport: LANDSCAPE, hasTouch: true });
    const taps = await tapTimes(page, served.url, count);
    const calls = await largePackTimes(browser, large, changes);
    return { version: browser.version(), taps, calls };
  } finally {
    await browser.close();
    await served.close();
  }
}

/**
 * From the moment the system reports a tap on an option to the first frame after the verdicts beside it are new, at
 * one sixth of the machine's speed.
 * @param {Page} page @param {string} url @param {number} count
 * @returns {Promise<Row[]>}
 */
async function tapTimes(page, url, count) {
  await startSession(page, url, 'whole');
  await page.evaluate(TIMING_TAPS);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const options = await page.locator('.option label').count();
  // The first ones warm up.
  for (let i = 0; i < count + 5; i++) {
    await choose(page, i % options);
    await page.waitForFunction((n) => Reflect.get(globalThis, 'tapTimes').length > n, i);
  }
  /** @type {number[]} */
  const times = await page.evaluate(() => Reflect.get(globalThis, 'tapTimes'));
  return [rowOf('a tap on an option, to the screen', times.slice(5))];
}

/**
 * @param {import('playwright-core').Browser} browser @param {object} large @param {number} changes
 * @returns {Promise<Row[]>}
 */
async function largePackTimes(browser, large, changes) {
  const made = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: join(ROOT, 'src/tools/bench/page-entry.ts'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const [chunk] = 'output' in made ? made.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The part that runs in the browser was not built.');
  const content = chunk.code;
  /** @type {Row[]} */
  const rows = [];
  for (const rate of [1, THROTTLE]) {
    // A page of its own each time, so that nothing is warm.
    const page = await browser.newPage();
    await page.addScriptTag({ content });
    // As a script: as an argument it would be taken apart and put together piece by piece, and be too large for that.
    await page.addScriptTag({ content: `largeSources = ${JSON.stringify(large)}` });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    /** @type {import('./page-entry.ts').Followed} */
    const { compiling, readying, changed } = await page.evaluate(
      (count) => Reflect.get(globalThis, 'followLargePack')(Reflect.get(globalThis, 'largeSources'), count),
      changes,
    );
    const at = rate === 1 ? '' : `, at a ${THROTTLE}th of the speed`;
    rows.push(
      { name: `compile${at}`, median: compiling, p95: compiling },
      { name: `make ready${at}`, median: readying, p95: readying },
      { name: `one changed answer, all verdicts${at}`, ...changed },
    );
  }
  return rows;
}

/** @param {string} name @param {number[]} times @returns {Row} */
export function rowOf(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { name, median: at(0.5), p95: at(0.95) };
}
