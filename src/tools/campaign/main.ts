/** The command line of the campaigns: builds the app, does harm to it, prints a table; exit code 1 on any loss. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedBrowser } from '../browser.mjs';
import { built } from '../built.mjs';
import { ROOT } from '../run.mjs';
import { serve } from '../serve.mjs';
import { type Campaign, seeded, tableOf } from './campaign.ts';
import { corrupt } from './corrupt.ts';
import { crypto } from './crypto.ts';
import { evict } from './evict.ts';
import { full } from './full.ts';
import { importing } from './import.ts';
import { kill } from './kill.ts';
import { tabs } from './tabs.ts';

export const CAMPAIGNS: Campaign[] = [kill, corrupt, full, evict, tabs, importing, crypto];

const USAGE = `npm run campaign -- ${CAMPAIGNS.map(({ name }) => name).join('|')} [--short] [--times N] [--seed N]`;

/** @returns the exit code: 0, 1 where something was lost, 2 where the arguments are wrong. */
export async function campaign(args: readonly string[]): Promise<number> {
  const chosen = CAMPAIGNS.find(({ name }) => name === args[0]);
  const number = (name: string, otherwise: number) => {
    const at = args.indexOf(name);
    return at < 0 ? otherwise : Number(args[at + 1]);
  };
  const times = number('--times', args.includes('--short') ? (chosen?.short ?? 0) : (chosen?.full ?? 0));
  const seed = number('--seed', Date.now() % 1_000_000);
  if (chosen === undefined || !Number.isSafeInteger(times) || !Number.isSafeInteger(seed)) {
    console.error(USAGE);
    return 2;
  }
  if ((await built()) !== 0) return 1;
  const server = await serve({ folder: join(ROOT, 'dist'), port: 0 });
  const profile = mkdtempSync(join(tmpdir(), 'waymark-campaign-'));
  const version = spawnSync((await installedBrowser()) ?? '', ['--version'])
    .stdout.toString()
    .trim();
  console.log(
    `${chosen.name}: ${chosen.about}. ${times} times, seed ${seed}, ${version}, Node ${process.version}`,
  );
  const start = Date.now();
  try {
    const { rows, failed } = await chosen.run({
      url: server.url,
      profile,
      times,
      random: seeded(seed),
      progress: (text) => console.error(text),
    });
    console.log(`\n${tableOf(rows)}\n\n${Math.round((Date.now() - start) / 1000)} s`);
    return failed === 0 ? 0 : 1;
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
