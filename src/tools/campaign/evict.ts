/** One store taken away, as browsers do when room is short, with the app closed or open; and all of them at once. */
import type { Page } from '@playwright/test';
import type { Campaign, Row } from './campaign.ts';
import { type Driven, startChromium } from './chromium.ts';
import { missing, openHome, openSession, startSession, tapOn } from './person.ts';

const STORES = { IndexedDB: 'indexeddb', OPFS: 'file_systems' };

export const evict: Campaign = {
  name: 'evict',
  about: 'each store cleared alone, in turn with the app closed and open; then everything at once',
  full: 20,
  short: 2,
  async run({ url, profile, times, progress }) {
    const browser = await startChromium(profile);
    const rows: Row[] = [];
    let failed = 0;
    try {
      for (const [store, type] of Object.entries(STORES)) {
        const counts = { restored: 0, lost: 0 };
        for (let time = 0; time < times; time++) {
          const lost = await evictOnce(browser, url, type, time % 2 === 1);
          counts[lost ? 'lost' : 'restored'] += 1;
          if (lost) progress(`${store}, ${time % 2 === 1 ? 'open' : 'closed'}: lost`);
        }
        failed += counts.lost;
        rows.push({ cleared: store, times, restored: counts.restored, lost: counts.lost });
        progress(JSON.stringify(rows.at(-1)));
      }
      let welcomed = 0;
      for (let time = 0; time < times; time++) {
        await startSession(browser.page, url);
        await clear(browser.page, url, 'all');
        await openHome(browser.page, url);
        if ((await browser.page.locator('.row').count()) === 0) welcomed += 1;
      }
      rows.push({
        cleared: 'everything',
        times,
        restored: 'nothing is left',
        lost: `welcomed anew: ${welcomed}`,
      });
      if (welcomed < times) failed += 1;
    } finally {
      await browser.close();
    }
    return { rows, failed };
  },
};

/** Whether anything that was called saved is missing, after two further starts, each after the other store is gone. */
async function evictOnce({ page }: Driven, url: string, type: string, open: boolean): Promise<boolean> {
  const id = await startSession(page, url);
  let saved = 1 + (await tapOn(page, 5)).length;
  if (open) {
    await clear(page, url, type, true);
    // Long enough for the worker to notice.
    await page.waitForTimeout(4000);
    await openHome(page, url);
    await openSession(page, url, id);
    saved += (await tapOn(page, 3)).filter((said) => said !== 'notSaved').length;
  } else await clear(page, url, type);
  await openHome(page, url);
  const lost = (await missing(page, new Map([[id, saved]]), 5000)).length;
  // The one that was made good must be good: the other is taken away now.
  const other = type === 'indexeddb' ? 'file_systems' : 'indexeddb';
  await clear(page, url, other);
  await openHome(page, url);
  return lost + (await missing(page, new Map([[id, saved]]), 5000)).length > 0;
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
