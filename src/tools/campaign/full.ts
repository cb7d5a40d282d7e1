/** A disk that fills up while answers are given: "saved" is said of nothing that is not there afterwards. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Campaign } from './campaign.ts';
import { listenTo, openHome, type Said, startSession, tapOn } from './person.ts';
import { inDatabase, inSecondCopy, missing } from './stores.ts';

const DISK_MB = 200;
/** Room is made again once so many answers were not taken as usual, or after so many milliseconds. */
const FELT = 2;
const FILLER = 'filler-';
const FELT_MS = 20_000;

export const full: Campaign = {
  name: 'full',
  about: `a disk of ${DISK_MB} MB in memory, filled up at a random moment while answers are given, with storage that the browser promises to keep`,
  full: 50,
  short: 2,
  parts: 2,
  browsers: ['chromium'],
  async run({ url, profile, start, times, random, progress }) {
    const disk = join(profile, 'disk');
    mkdirSync(disk);
    if (!mount(disk)) throw new Error(DISK_NEEDS);
    const counts = { points: 0, felt: 0, saved: 0, once: 0, notSaved: 0, falseSaved: 0, cleared: 0 };
    const expected = new Map<string, number>();
    let fillers = 0;
    try {
      agreeToKeep(join(disk, 'profile'), url);
      for (let point = 0; point < times; point++) {
        const inUse = join(disk, 'profile');
        const browser = await start(inUse);
        const said = { saved: 0, once: 0, notSaved: 0 };
        /** The last of them, to be told where something is lost. */
        let last: Said[] = [];
        await listenTo(browser.context, (one) => {
          said[one] += 1;
          last = [...last.slice(-19), one];
        });
        const id = await startSession(browser.page, url);
        if ((await browser.page.evaluate('navigator.storage.persisted()')) !== true)
          throw new Error('The storage of the app is not promised to be kept.');
        const tapping = tapOn(browser.page, 100_000).catch(() => undefined);
        await wait(random() * 200);
        // From nothing to some pages left; what the browser tidies away meanwhile is filled up as well.
        let left = Math.floor(random() * 12) * 4096;
        const until = Date.now() + FELT_MS;
        while (said.once + said.notSaved < FELT && Date.now() < until) {
          fillUp(join(disk, `${FILLER}${fillers++}`), disk, left);
          left = Math.max(0, left - 4096);
          await wait(100);
        }
        for (const name of readdirSync(disk)) if (name.startsWith(FILLER)) rmSync(join(disk, name));
        // There is room again, and answers go on.
        await wait(random() * 500);
        // Whether closed or killed, in turn.
        await (point % 2 === 0 ? browser.close() : browser.kill());
        // The page is gone, and with it who would tell.
        await Promise.race([tapping, wait(2000)]);
        const again = await start(inUse);
        await openHome(again.page, url);
        expected.set(id, 1 + said.saved + said.once);
        const wiped = await isCleared(again.page);
        if (wiped) {
          counts.cleared += 1;
          progress(`point ${point}: the browser has cleared everything of the origin, said last: ${last}`);
          expected.clear();
        }
        const lost = await missing(again.page, expected);
        for (const one of lost) {
          progress(
            `point ${point}: ${one.expected - one.found} of ${one.expected} called saved and not there${one.id === id ? `, said last: ${last}` : ''}`,
          );
          counts.falseSaved += one.expected - one.found;
          expected.delete(one.id);
        }
        await again.close();
        counts.points += 1;
        if (said.once + said.notSaved > 0) counts.felt += 1;
        counts.saved += said.saved;
        counts.once += said.once;
        counts.notSaved += said.notSaved;
        progress(JSON.stringify(counts));
      }
    } finally {
      unmount(disk);
    }
    const { points, felt, saved, once, notSaved, falseSaved, cleared } = counts;
    return {
      rows: [
        {
          points,
          'at which it was felt': felt,
          'called saved': saved,
          'called saved, second copy failing': once,
          'called not saved': notSaved,
          'false "saved"': falseSaved,
          'everything cleared by the browser': cleared,
        },
      ],
      // A disk that was never full would show nothing.
      failed: falseSaved + (felt === 0 ? 1 : 0),
    };
  },
};

/**
 * Both stores are empty at once, and the app welcomes whoever opens it as a new user. That is the browser's doing, which
 * the app can neither hinder nor make good: it is counted apart from what the app itself said wrongly.
 */
async function isCleared(page: Page): Promise<boolean> {
  if (!(await page.locator('.first-time').isVisible())) return false;
  const stores = await Promise.all(
    [inDatabase(page), inSecondCopy(page)].map((one) => one.catch(() => undefined)),
  );
  return stores.every((found) => found !== undefined && Object.keys(found).length === 0);
}

/**
 * The browser has agreed to keep the storage of the app, as it does of one that is installed: noted in the profile, where
 * it notes it itself. A permission granted through its debugging protocol would not do: it makes `persisted()` true, but
 * what clears storage on a full disk looks at the profile alone (docs/reliability.md).
 */
function agreeToKeep(profile: string, url: string): void {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const site = { [`${new URL(url).origin},*`]: { setting: 1, last_modified: '0' } };
  const preferences = { profile: { content_settings: { exceptions: { durable_storage: site } } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

export const DISK_NEEDS = 'A disk that may be filled is mounted for it: that needs Linux and root.';

/** Whether a disk can be mounted here. */
export function hasDisk(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-disk-'));
  const can = mount(folder);
  if (can) unmount(folder);
  rmdirSync(folder);
  return can;
}

/** Taken away when a campaign is ended by hand, too. */
const mounted = new Set<string>();
process.once('exit', () => {
  for (const folder of mounted) unmount(folder);
});

function mount(folder: string): boolean {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder]);
  if (status === 0) mounted.add(folder);
  return status === 0;
}

function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder]);
  mounted.delete(folder);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function fillUp(file: string, disk: string, left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const size = Math.max(0, bavail * bsize - left);
  if (size === 0) return;
  try {
    writeFileSync(file, Buffer.alloc(size));
  } catch {
    // The browser took some of it meanwhile: full is what it is meant to be.
  }
}
