/** A disk that fills up while answers are given: "saved" is said of nothing that is not there afterwards. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from './campaign.ts';
import { startChromium } from './chromium.ts';
import { listenTo, missing, openHome, startSession, tapOn } from './person.ts';

const DISK_MB = 200;
const TAPS = 40;

export const full: Campaign = {
  name: 'full',
  about: `a disk of ${DISK_MB} MB in memory, filled up to a few kilobytes at a random moment while answers are given`,
  full: 50,
  short: 2,
  async run({ url, profile, times, random, progress }) {
    const disk = join(profile, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', disk]);
    if (mounted.status !== 0)
      throw new Error(`A disk of its own needs root: ${mounted.stderr.toString().trim()}`);
    const counts = { points: 0, saved: 0, once: 0, notSaved: 0, silent: 0, falseSaved: 0 };
    const expected = new Map<string, number>();
    try {
      for (let point = 0; point < times; point++) {
        const inUse = join(disk, 'profile');
        const filler = join(disk, 'filler');
        const browser = await startChromium(inUse);
        const said = { saved: 0, once: 0, notSaved: 0 };
        await listenTo(browser.context, (one) => {
          said[one] += 1;
        });
        const id = await startSession(browser.page, url);
        const tapping = tapOn(browser.page, TAPS).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, random() * 200));
        // From nothing to some pages left.
        fillUp(filler, disk, Math.floor(random() * 12) * 4096);
        await Promise.race([tapping, new Promise((resolve) => setTimeout(resolve, 30_000))]);
        rmSync(filler, { force: true });
        // Whether closed or killed, in turn.
        await (point % 2 === 0 ? browser.close() : browser.kill());
        const again = await startChromium(inUse);
        await openHome(again.page, url);
        expected.set(id, 1 + said.saved + said.once);
        const lost = await missing(again.page, expected);
        for (const one of lost) {
          progress(
            `point ${point}: ${one.expected - one.found} of ${one.expected} called saved and not there`,
          );
          counts.falseSaved += one.expected - one.found;
          expected.delete(one.id);
        }
        await again.close();
        counts.points += 1;
        counts.saved += said.saved;
        counts.once += said.once;
        counts.notSaved += said.notSaved;
        progress(JSON.stringify(counts));
      }
    } finally {
      spawnSync('umount', ['-l', disk]);
    }
    const { points, saved, once, notSaved, falseSaved } = counts;
    return {
      rows: [
        {
          points,
          'called saved': saved,
          'called saved, second copy failing': once,
          'called not saved': notSaved,
          'false "saved"': falseSaved,
        },
      ],
      failed: falseSaved,
    };
  },
};

function fillUp(file: string, disk: string, left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const size = Math.max(0, bavail * bsize - left);
  try {
    writeFileSync(file, Buffer.alloc(size));
  } catch {
    // The browser took some of it meanwhile: full is what it is meant to be.
  }
}
