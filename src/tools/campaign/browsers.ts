/** The browsers that campaigns are run in. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installedBrowser } from '../browser.mjs';
import type { BrowserName, Harm } from './campaign.ts';
import { startChromium } from './chromium.ts';
import { FIREFOX, startFirefox } from './firefox.ts';

export interface Installed {
  start: Harm['start'];
  /** As it tells it itself. */
  version: string;
}

/** @returns undefined where it is not on this machine. */
export async function installed(name: BrowserName): Promise<Installed | undefined> {
  const path = name === 'chromium' ? await installedBrowser() : FIREFOX;
  if (path === undefined || !existsSync(path)) return undefined;
  const version = spawnSync(path, ['--version']).stdout.toString().trim();
  return { start: name === 'chromium' ? startChromium : startFirefox, version };
}
