/** One store taken away, as browsers do when room is short, with the app closed or open; and all of them at once. */
/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import type { Campaign, Row } from './campaign.ts';
import type { Driven } from './chromium.ts';
import { openHome, openSession, startSession, tapOn } from './person.ts';
import { inDatabase, inSecondCopy, missing } from './stores.ts';

const STORES = { IndexedDB: 'indexeddb', OPFS: 'file_systems' };
/** The part after that of each store. */
const EVERYTHING = Object.keys(STORES).length;

export const evict: Campaign = {
  name: 'evict',
  about: 'each store cleared alone, in turn with the app closed and open; then everything at once',
  full: 20,
  short: 1,
  parts: 3,
  browsers: ['chromium'],
  async run({ url, profile, start, times, part, progress }) {
    let driven = await start(profile);
    /** As after a night: whatever the browser knew of files and locks is gone. */
    const restart = async () => {
      await driven.close();
      driven = await start(profile);
      return driven;
    };
    const rows: Row[] = [];
    let failed = 0;
    try {
      for (const [i, [store, type]] of Object.entries(STORES).entries()) {
        if (part !== undefined && part !== i) continue;
        const counts = { restored: 0, once: 0, lost: 0 };
        for (let time = 0; time < times; time++) {
          const open = (time + i) % 2 === 1;
          const { lost, once } = await evictOnce({ driven, restart, url, type, open });
          counts[lost ? 'lost' : 'restored'] += 1;
          counts.once += once;
          progress(`${store}, ${open ? 'open' : 'closed'}: ${lost ? 'lost' : 'all there'}`);
        }
        failed += counts.lost;
        rows.push({
          cleared: store,
          times,
          restored: counts.restored,
          'said to be kept once': counts.once,
          lost: counts.lost,
        });
        progress(JSON.stringify(rows.at(-1)));
      }
      if (part !== undefined && part !== EVERYTHING) return { rows, failed };
      let welcomed = 0;
      for (let time = 0; time < times; time++) {
        await startSession(driven.page, url);
        await clear(driven.page, url, 'all');
        await openHome(driven.page, url);
        if ((await driven.page.locator('.row').count()) === 0) welcomed += 1;
      }
      rows.push({
        cleared: 'everything',
        times,
        restored: 'nothing is left',
        'said to be kept once': '',
        lost: `welcomed anew: ${welcomed}`,
      });
      if (welcomed < times) failed += 1;
    } finally {
      await driven.close();
    }
    return { rows, failed };
  },
};

interface Trial {
  driven: Driven;
  restart(): Promise<Driven>;
  url: string;
  /** Which store, as DevTools names it. */
  type: string;
  /** With the app on the screen. */
  open: boolean;
}

/**
 * Whether anything that was called saved is missing, after two further starts, each after the other store is gone; and
 * how often "second copy failing" was said of a step.
 */
async function evictOnce({
  driven,
  restart,
  url,
  type,
  open,
}: Trial): Promise<{ lost: boolean; once: number }> {
  let { page } = driven;
  const id = await startSession(page, url);
  const said = await tapOn(page, 5);
  await clear(page, url, type, open);
  if (open) {
    // Long enough for the worker to notice.
    await page.waitForTimeout(4000);
    await openHome(page, url);
    await openSession(page, url, id);
    said.push(...(await tapOn(page, 3)));
  } else {
    ({ page } = await restart());
  }
  const saved = new Map([[id, 1 + said.filter((one) => one !== 'notSaved').length]]);
  await openHome(page, url);
  const lost = (await missing(page, saved, 5000, inDatabase)).length;
  // Files that were cleared while they were open, Chromium holds locked until its next start: that long it is said
  // that the second copy fails, and there is one only.
  if (open) {
    ({ page } = await restart());
    await openHome(page, url);
  }
  // The one that was made good must be good: the other is taken away now, once the copy is there.
  await missing(page, saved, 5000, inSecondCopy);
  await clear(page, url, type === 'indexeddb' ? 'file_systems' : 'indexeddb');
  ({ page } = await restart());
  await openHome(page, url);
  return {
    lost: lost + (await missing(page, saved, 5000, inDatabase)).length > 0,
    once: said.filter((one) => one === 'once').length,
  };
}

/** @param open with the app on screen; otherwise it is left first. */
async function clear(page: Page, url: string, storageTypes: string, open = false): Promise<void> {
  if (!open) {
    await page.goto('about:blank');
    // Locks and handles are free a moment after the page's end.
    await page.waitForTimeout(200);
  }
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes });
  await session.detach();
}
