/** A Firefox on a profile of our own, which can be killed at any moment and started again. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { firefox } from '@playwright/test';
import type { Driven } from './chromium.ts';

/** As Debian installs it. */
export const FIREFOX = '/usr/bin/firefox-esr';

/** @param profile which no other process has in its arguments. */
export async function startFirefox(profile: string): Promise<Driven> {
  for (const name of ['lock', '.parentlock']) rmSync(join(profile, name), { force: true });
  const context = await firefox.launchPersistentContext(profile, {
    channel: 'moz-firefox',
    executablePath: FIREFOX,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    async kill() {
      for (const pid of processesOn(profile)) process.kill(pid, 'SIGKILL');
      await context.close().catch(() => undefined);
    },
    close: () => context.close(),
  };
}

/** Its processes, by the profile in their arguments: the driver does not tell their numbers. */
function processesOn(profile: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(profile);
      } catch {
        return false;
      }
    });
}
