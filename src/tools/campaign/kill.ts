/** SIGKILL while answers are being given: what the app called saved must be there after the next start. */
import type { Campaign, Row } from './campaign.ts';
import { startChromium } from './chromium.ts';
import { listenTo, missing, openHome, openSession, startSession, tapOn, troubles } from './person.ts';

export const kill: Campaign = {
  name: 'kill',
  about: 'SIGKILL to the browser at a random moment while answers are given',
  full: 300,
  short: 3,
  async run({ url, profile, times, random, progress }) {
    const expected = new Map<string, number>();
    const counts = { kills: 0, acknowledged: 0, lost: 0, restored: 0, unopened: 0 };
    for (let cycle = 0; cycle <= times; cycle++) {
      const browser = await startChromium(profile);
      await openHome(browser.page, url);
      const lost = await missing(browser.page, expected);
      for (const one of lost) {
        counts.lost += one.expected - one.found;
        progress(`lost ${one.expected - one.found} of ${one.expected} in ${one.id}`);
        expected.delete(one.id);
      }
      if (/second copy/.test(await troubles(browser.page))) counts.restored += 1;
      const [newest] = [...expected.keys()].slice(-1);
      if (newest !== undefined)
        await openSession(browser.page, url, newest).catch(() => {
          counts.unopened += 1;
        });
      if (cycle === times) {
        await browser.close();
        break;
      }
      let heard = 0;
      await listenTo(browser.context, (said) => {
        if (said !== 'notSaved') heard += 1;
      });
      const id = await startSession(browser.page, url);
      const tapping = tapOn(browser.page, 100_000).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 20 + random() * 500));
      await browser.kill();
      await tapping;
      // The session's beginning was saved before its first question was shown.
      expected.set(id, 1 + heard);
      counts.kills += 1;
      counts.acknowledged += 1 + heard;
      progress(`${counts.kills} kills, ${counts.acknowledged} acknowledged, ${counts.lost} lost`);
    }
    const row: Row = {
      kills: counts.kills,
      acknowledged: counts.acknowledged,
      lost: counts.lost,
      'starts that restored from the second copy': counts.restored,
      'sessions that did not open': counts.unopened,
    };
    return { rows: [row], failed: counts.lost + counts.unopened };
  },
};
