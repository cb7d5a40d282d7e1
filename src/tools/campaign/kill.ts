/** SIGKILL while answers are being given: what the app called saved must be there after the next start. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign, Harm, Row } from './campaign.ts';
import { type Driven, startChromium } from './chromium.ts';
import { FIREFOX, startFirefox } from './firefox.ts';
import { listenTo, missing, openHome, openSession, startSession, tapOn } from './person.ts';

/** Each tap waits for what is said of it: so many milliseconds are enough for some, on a busy machine too. */
const UP_TO_MS = 1500;
/** As often as in Chromium would take hours: it is the slower one to drive. */
const FIREFOX_SHARE = 10;

export const kill: Campaign = {
  name: 'kill',
  about: 'SIGKILL to the browser at a random moment while answers are given, in Firefox a tenth as often',
  full: 300,
  short: 5,
  async run(harm) {
    const rows = [await killed(harm, 'Chromium', startChromium, harm.times)];
    if (existsSync(FIREFOX)) {
      const profile = join(harm.profile, 'firefox');
      rows.push(
        await killed({ ...harm, profile }, 'Firefox', startFirefox, Math.ceil(harm.times / FIREFOX_SHARE)),
      );
    } else harm.progress(`No Firefox at ${FIREFOX}: it is left out.`);
    return {
      rows,
      failed: rows.reduce(
        (sum, row) => sum + Number(row.lost) + Number(row['sessions that did not open']),
        0,
      ),
    };
  },
};

async function killed(
  { url, profile, random, progress }: Harm,
  name: string,
  start: (profile: string) => Promise<Driven>,
  times: number,
): Promise<Row> {
  const expected = new Map<string, number>();
  const counts = { kills: 0, acknowledged: 0, lost: 0, restored: 0, unopened: 0 };
  for (;;) {
    const browser = await start(profile);
    await openHome(browser.page, url);
    const lost = await missing(browser.page, expected);
    for (const one of lost) {
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
    if (counts.kills === times) {
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
    await browser.kill();
    await tapping;
    // The session's beginning was saved before its first question was shown.
    expected.set(id, 1 + heard);
    counts.kills += 1;
    counts.acknowledged += 1 + heard;
    progress(`${name}: ${JSON.stringify(counts)}`);
  }
  return {
    browser: name,
    kills: counts.kills,
    acknowledged: counts.acknowledged,
    lost: counts.lost,
    'starts that made good from the second copy': counts.restored,
    'sessions that did not open': counts.unopened,
  };
}
