/** The browser ends while answers are being given: what the app called saved must be there after the next start. */
import type { Campaign, Harm, Row } from './campaign.ts';
import type { Driven } from './chromium.ts';
import { listenTo, openHome, openSession, startSession, tapOn } from './person.ts';
import { missing } from './stores.ts';

/** Each tap waits for what is said of it: so many milliseconds are enough for some, on a busy machine too. */
const UP_TO_MS = 1500;

export const kill: Campaign = {
  name: 'kill',
  about: 'SIGKILL to the browser at a random moment while answers are given',
  full: 300,
  short: 2,
  parts: 2,
  browsers: ['chromium', 'firefox'],
  run: (harm) => ended(harm, 'kills', (browser) => browser.kill()),
};

export const restart: Campaign = {
  name: 'restart',
  about: 'the browser closed, as a person closes it, at a random moment while answers are given',
  full: 100,
  short: 2,
  parts: 2,
  browsers: ['chromium', 'firefox'],
  run: (harm) => ended(harm, 'restarts', (browser) => browser.close()),
};

async function ended(
  { url, profile, start, times, random, progress }: Harm,
  what: string,
  end: (browser: Driven) => Promise<void>,
): Promise<{ rows: Row[]; failed: number }> {
  const expected = new Map<string, number>();
  const counts = { ends: 0, acknowledged: 0, lost: 0, restored: 0, unopened: 0 };
  for (;;) {
    const browser = await start(profile);
    await openHome(browser.page, url);
    for (const one of await missing(browser.page, expected)) {
      counts.lost += one.expected - one.found;
      progress(`lost ${one.expected - one.found} of ${one.expected} in ${one.id}`);
      expected.delete(one.id);
    }
    if ((await browser.page.locator('.mended').count()) > 0) counts.restored += 1;
    const [newest] = [...expected.keys()].slice(-1);
    if (newest !== undefined)
      await openSession(browser.page, url, newest).catch(() => {
        counts.unopened += 1;
      });
    if (counts.ends === times) {
      await browser.close();
      break;
    }
    let heard = 0;
    await listenTo(browser.context, (said) => {
      if (said !== 'notSaved') heard += 1;
    });
    const id = await startSession(browser.page, url);
    const tapping = tapOn(browser.page, 100_000).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20 + random() * UP_TO_MS));
    await end(browser);
    await tapping;
    // The session's beginning was saved before its first question was shown.
    expected.set(id, 1 + heard);
    counts.ends += 1;
    counts.acknowledged += 1 + heard;
    progress(JSON.stringify(counts));
  }
  const { ends, acknowledged, lost, restored, unopened } = counts;
  return {
    rows: [
      {
        [what]: ends,
        acknowledged,
        lost,
        'starts that made good from the second copy': restored,
        'sessions that did not open': unopened,
      },
    ],
    failed: lost + unopened,
  };
}
