/**
 * Several windows on one session, all answering at once: every answer that was called saved is there, in both stores.
 * Each window's clock is a year away from the others': so one knows whose an entry is, and that no clock decides.
 */
import type { Page } from '@playwright/test';
import type { Campaign } from './campaign.ts';
import { openSession, startSession, tapOn } from './person.ts';
import { type Found, inDatabase, inSecondCopy } from './stores.ts';

/** More would make the history of one session long and the rounds slow. */
const ROUNDS_A_SESSION = 50;
const WINDOWS = 4;

export const tabs: Campaign = {
  name: 'tabs',
  about: '2 to 4 windows on one session, each answering 1 to 4 times at once with the others',
  full: 2000,
  short: 40,
  parts: 4,
  browsers: ['chromium'],
  async run({ url, profile, start, times, random, progress }) {
    const browser = await start(profile);
    const pages: Page[] = [];
    for (let i = 0; i < WINDOWS; i++) pages.push(await windowIn(browser.context, i));
    const [first] = pages;
    if (first === undefined) throw new Error('there are windows');
    const counts = { rounds: 0, taps: 0, lost: 0, copyLost: 0, once: 0, notSaved: 0 };
    try {
      while (counts.rounds < times) {
        const id = await startSession(first, url);
        for (const page of pages.slice(1)) await openSession(page, url, id);
        await openSession(first, url, id);
        // Of each window, what was called saved; the first one's beginning of the session too.
        const expected = yearsOf((await inDatabase(first, id))[id]);
        for (let round = 0; round < ROUNDS_A_SESSION && counts.rounds < times; round++) {
          const some = pages.slice(0, 2 + Math.floor(random() * (WINDOWS - 1)));
          await Promise.all(
            some.map(async (page, i) => {
              const said = await tapOn(page, 1 + Math.floor(random() * 4));
              const saved = said.filter((one) => one !== 'notSaved').length;
              expected[i] = (expected[i] ?? 0) + saved;
              counts.taps += said.length;
              counts.notSaved += said.length - saved;
              counts.once += said.filter((one) => one === 'once').length;
            }),
          );
          counts.rounds += 1;
          counts.lost += told('database', (await inDatabase(first, id))[id]);
        }
        if (counts.once === 0) counts.copyLost += told('second copy', (await inSecondCopy(first, id))[id]);
        progress(JSON.stringify(counts));

        function told(where: string, found: Found | undefined): number {
          const there = yearsOf(found);
          const lost = expected.reduce((sum, n, i) => sum + Math.max(0, n - (there[i] ?? 0)), 0);
          if (lost > 0) {
            progress(`round ${counts.rounds}, ${where}: ${expected} expected, ${there} there`);
            // Each is counted once.
            expected.splice(0, expected.length, ...there);
          }
          return lost;
        }
      }
    } finally {
      await browser.close();
    }
    const { rounds, taps, lost, copyLost, once, notSaved } = counts;
    return {
      rows: [
        {
          interleavings: rounds,
          taps,
          lost,
          'lacking in the second copy': copyLost,
          'kept once only': once,
          'not saved, and said so': notSaved,
        },
      ],
      failed: lost + copyLost,
    };
  },
};

export const FIRST_YEAR = 2021;

/** A window whose clock is years away from the others'. */
export async function windowIn(context: { newPage(): Promise<Page> }, i: number): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(`{
    const real = Date;
    const away = new real(${FIRST_YEAR + i}, 5, 1).getTime() - real.now();
    globalThis.Date = class extends real {
      constructor(...given) {
        super(...(given.length > 0 ? given : [real.now() + away]));
      }
      static now() {
        return real.now() + away;
      }
    };
  }`);
  return page;
}

/** How many entries each window has in a journal; none where it does not hang together. */
function yearsOf(found: Found | undefined): number[] {
  return Array.from(
    { length: WINDOWS },
    (_, i) =>
      (found?.joined ? found.times : []).filter((time) => time.startsWith(`${FIRST_YEAR + i}-`)).length,
  );
}
