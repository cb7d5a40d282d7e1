/** The command line of the campaigns: builds the app, does harm to it, prints a table; exit code 1 on any loss. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from '../built.mjs';
import { ROOT } from '../run.mjs';
import { serve } from '../serve.mjs';
import { installed } from './browsers.ts';
import { type BrowserName, seeded, tableOf } from './campaign.ts';
import { CAMPAIGNS } from './campaigns.ts';
import { CLOCK_USAGE, clock } from './clock/clock.ts';

const USAGE = `npm run campaign -- ${CAMPAIGNS.map(({ name }) => name).join('|')} [--short] [--times N] [--seed N] [--browser chromium|firefox]
${CLOCK_USAGE}`;

/** Firefox is the slower one to drive: so much less often, where nothing else is said. */
const FIREFOX_SHARE = 10;

/** @returns the exit code: 0, 1 where something was lost, 2 where the arguments are wrong. */
export async function campaign(args: readonly string[]): Promise<number> {
  // It moves the clock of the tests, and harms nothing.
  if (args[0] === 'clock') return clock(args.slice(1));
  const chosen = CAMPAIGNS.find(({ name }) => name === args[0]);
  const after = (name: string) => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? '') : undefined);
  const browser = (after('--browser') ?? 'chromium') as BrowserName;
  const usual = args.includes('--short') ? (chosen?.short ?? 0) : (chosen?.full ?? 0);
  const times = Number(
    after('--times') ?? (browser === 'firefox' ? Math.ceil(usual / FIREFOX_SHARE) : usual),
  );
  const seed = Number(after('--seed') ?? Date.now() % 1_000_000);
  if (chosen === undefined || !(times > 0) || !Number.isSafeInteger(times) || !Number.isSafeInteger(seed)) {
    console.error(USAGE);
    return 2;
  }
  if (!chosen.browsers.includes(browser)) {
    console.error(`${chosen.name} is for ${chosen.browsers.join(' and ')}, not for "${browser}".\n${USAGE}`);
    return 2;
  }
  const there = await installed(browser);
  if (there === undefined) {
    console.log(`${chosen.name}: skipped, since ${browser} is not installed here. Nothing was tried.`);
    return 0;
  }
  if ((await built()) !== 0) return 1;
  const server = await serve({ folder: join(ROOT, 'dist'), port: 0 });
  const profile = mkdtempSync(join(tmpdir(), 'waymark-campaign-'));
  console.log(
    `${chosen.name}: ${chosen.about}. ${times} times, seed ${seed}, ${there.version}, Node ${process.version}`,
  );
  // Ended by hand, it leaves nothing behind.
  process.once('exit', () =>
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  const start = Date.now();
  try {
    const { rows, failed } = await chosen.run({
      url: server.url,
      browser,
      start: there.start,
      profile,
      times,
      random: seeded(seed),
      progress: (text) => console.error(text),
    });
    console.log(`\n${tableOf(rows)}\n\n${Math.round((Date.now() - start) / 1000)} s`);
    return failed === 0 ? 0 : 1;
  } finally {
    await server.close();
  }
}
