/** Several windows on one session, all answering at once: every answer that was called saved is there, in both stores. */
import type { Campaign } from './campaign.ts';
import { startChromium } from './chromium.ts';
import { inDatabase, openSession, startSession, tapOn } from './person.ts';

/** More would make the history of one session long and the rounds slow. */
const ROUNDS_A_SESSION = 50;

export const tabs: Campaign = {
  name: 'tabs',
  about: '2 to 4 windows on one session, each answering 1 to 4 times at once with the others',
  full: 2000,
  short: 10,
  async run({ url, profile, times, random, progress }) {
    const browser = await startChromium(profile);
    const pages = [browser.page];
    while (pages.length < 4) pages.push(await browser.context.newPage());
    const counts = { rounds: 0, taps: 0, lost: 0, once: 0, notSaved: 0 };
    try {
      while (counts.rounds < times) {
        const id = await startSession(browser.page, url);
        for (const page of pages.slice(1)) await openSession(page, url, id);
        await openSession(browser.page, url, id);
        let expected = (await inDatabase(browser.page))[id]?.count ?? 0;
        for (let round = 0; round < ROUNDS_A_SESSION && counts.rounds < times; round++) {
          const some = pages.slice(0, 2 + Math.floor(random() * 3));
          const said = (
            await Promise.all(some.map((page) => tapOn(page, 1 + Math.floor(random() * 4))))
          ).flat();
          counts.rounds += 1;
          counts.taps += said.length;
          counts.once += said.filter((one) => one === 'once').length;
          counts.notSaved += said.filter((one) => one === 'notSaved').length;
          expected += said.filter((one) => one !== 'notSaved').length;
          const found = (await inDatabase(browser.page))[id];
          const lost = expected - (found?.joined ? found.count : 0);
          if (lost > 0) {
            counts.lost += lost;
            progress(`round ${counts.rounds}: ${lost} of ${expected} lost`);
          }
          expected = found?.count ?? 0;
        }
        progress(JSON.stringify(counts));
      }
    } finally {
      await browser.close();
    }
    const { rounds, taps, lost, once, notSaved } = counts;
    return {
      rows: [
        { interleavings: rounds, taps, lost, 'kept once only': once, 'not saved, and said so': notSaved },
      ],
      failed: lost,
    };
  },
};
