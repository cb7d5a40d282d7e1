/**
 * `npm run campaign -- clock`: every test with the clock of its runner moved, by Debian's `faketime`. Nothing is
 * harmed, so it is none of the others' kind: what it counts are tests that depend on a day, an hour or a zone.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedBrowser } from '../../browser.mjs';
import { builtSingle } from '../../build-single.mjs';
import { built } from '../../built.mjs';
import { ROOT } from '../../run.mjs';
import { PLAYWRIGHT_REPORT } from '../../steps.mjs';
import { type Told, toldByPlaywright, toldByVitest } from '../../watch/slowest.mjs';
import { runWatched } from '../../watch/watched.mjs';
import { HEAD, lineOf, nextMoment } from './log.ts';
import { instantOf, MOMENTS, type Moment, nameOf } from './moments.ts';
import { treeOf } from './tree.ts';

export const CLOCK_USAGE = `npm run campaign -- clock [--busy] [--runs N] [--at 1..${MOMENTS.length}] [--only PART OF A PATH]`;

const LOG = join(ROOT, 'docs/clock-runs.md');
/** What is done already of a run that was ended half-way. */
const HALF = join(ROOT, '.cache/clock-half.json');
const VITEST_REPORT = 'test-results/vitest-clock.json';
const LOOPS = 2;

interface Asked {
  busy: boolean;
  runs: number;
  /** One of the moments, from 1; 0: the next one that was not tried. */
  at: number;
  /** Only tests with this in their path; nothing is logged then. */
  only: string;
}

/** @returns the exit code: 0, 1 where a test failed, 2 where the arguments are wrong. */
export async function clock(args: readonly string[]): Promise<number> {
  const asked = askedBy(args);
  if (asked === undefined) {
    console.error(CLOCK_USAGE);
    return 2;
  }
  if (spawnSync('faketime', ['--version'], { stdio: 'ignore' }).status !== 0) {
    console.log('clock: skipped, since there is no `faketime` here (Debian: apt-get install faketime).');
    return 0;
  }
  const browser = await installedBrowser();
  if (browser === undefined) {
    console.log('clock: skipped, since there is no Chromium here (`node src/tools/browser.mjs`).');
    return 0;
  }
  // Under the true clock, as everything that asks a network is.
  if ((await built()) || (await built({ folder: '.cache/next-release', release: 'next' }))) return 1;
  if ((await builtSingle()) !== 0) return 1;
  let failed = 0;
  for (let run = 0; run < asked.runs; run++) failed += await runOnce(asked, browser);
  return failed === 0 ? 0 : 1;
}

function askedBy(args: readonly string[]): Asked | undefined {
  const asked: Asked = { busy: false, runs: 1, at: 0, only: '' };
  for (let i = 0; i < args.length; i++) {
    const [name, value = ''] = [args[i], args[i + 1]];
    if (name === '--busy') asked.busy = true;
    else {
      i += 1;
      if (name === '--runs') asked.runs = Number(value);
      else if (name === '--at') asked.at = Number(value);
      else if (name === '--only' && value !== '') asked.only = value;
      else return undefined;
    }
  }
  const { runs, at } = asked;
  return Number.isSafeInteger(runs) && runs > 0 && Number.isSafeInteger(at) && at >= 0 && at <= MOMENTS.length
    ? asked
    : undefined;
}

/** @returns how many tests failed */
async function runOnce({ busy, at, only }: Asked, browser: string): Promise<number> {
  const tree = treeOf(ROOT);
  const log = existsSync(LOG) ? readFileSync(LOG, 'utf8') : HEAD;
  const moment = MOMENTS[at - 1] ?? nextMoment(log, tree, MOMENTS);
  if (moment === undefined) return 0;
  console.log(`\n== ${nameOf(moment)} (${moment.about}), ${busy ? 'busy' : 'idle'}, tree ${tree}`);
  const loops = busy ? startLoops() : [];
  const began = performance.now();
  try {
    const key = `${tree} ${nameOf(moment)} ${busy}`;
    const half = only === '' ? readHalf(key) : undefined;
    const first = half?.told ?? (await vitest(moment, only));
    const spent = half?.seconds ?? (performance.now() - began) / 1000;
    if (only === '') writeHalf({ key, told: first, seconds: spent });
    const second = await playwright(moment, only, browser);
    const seconds = (half?.seconds ?? 0) + (performance.now() - began) / 1000;
    const sum = (of: 'passed' | 'failed' | 'skipped') => first[of] + second[of];
    const counts = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
    const firstFailing = first.firstFailing || second.firstFailing;
    const line = lineOf({ tree, moment, busy, seconds, ...counts, firstFailing });
    console.log(`\n${line}`);
    if (only === '') {
      rmSync(HALF, { force: true });
      // What was changed while it ran belongs to no state.
      if (treeOf(ROOT) !== tree) console.error('Sources or tests were changed meanwhile: not logged.');
      else if (existsSync(LOG)) appendFileSync(LOG, line);
      else writeFileSync(LOG, HEAD + line);
    }
    return counts.failed;
  } finally {
    for (const loop of loops) loop.kill('SIGKILL');
  }
}

async function vitest(moment: Moment, only: string): Promise<Told> {
  rmSync(join(ROOT, VITEST_REPORT), { force: true });
  const code = await moved(moment, 'vitest-clock', [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    '--reporter=./src/tools/watch/vitest-reporter.mjs',
    `--outputFile.json=${VITEST_REPORT}`,
    ...(only === '' ? [] : [only]),
  ]);
  return judged(toldByVitest(VITEST_REPORT), code, 'Vitest');
}

async function playwright(moment: Moment, only: string, browser: string): Promise<Told> {
  rmSync(join(ROOT, PLAYWRIGHT_REPORT), { force: true });
  const code = await moved(
    moment,
    'playwright-clock',
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'tests/browser/playwright.config.ts',
      '--pass-with-no-tests',
      ...(only === '' ? [] : [only.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')]),
    ],
    { CHROME_PATH: browser },
  );
  return judged(toldByPlaywright(PLAYWRIGHT_REPORT), code, 'Playwright');
}

/** A runner that fails without a test that does has failed all the same. */
function judged(told: Told, code: number, runner: string): Told {
  if (code === 0 || told.failed > 0) return told;
  return { ...told, failed: 1, firstFailing: `${runner} itself (exit code ${code})` };
}

/**
 * Runs Node with the clock of that moment, in its zone; so has all that it starts. Timers stay true, and so do the
 * times of files, by which it is told what is built.
 */
function moved(
  moment: Moment,
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  const away = Math.round((instantOf(moment) - Date.now()) / 1000);
  return runWatched('faketime', ['-f', `${away < 0 ? '' : '+'}${away}s`, process.execPath, ...args], {
    name,
    env: { ...env, TZ: moment.zone, NO_FAKE_STAT: '1' },
  });
}

/** On two cores, all that there is. */
function startLoops(): ChildProcess[] {
  const loops = Array.from({ length: LOOPS }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  process.once('exit', () => {
    for (const loop of loops) loop.kill('SIGKILL');
  });
  return loops;
}

interface Half {
  key: string;
  told: Told;
  seconds: number;
}

function readHalf(key: string): Half | undefined {
  if (!existsSync(HALF)) return undefined;
  const half = JSON.parse(readFileSync(HALF, 'utf8')) as Half;
  if (half.key !== key) return undefined;
  console.log('Goes on where it was ended: the tests without a browser are done.');
  return half;
}

function writeHalf(half: Half): void {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(HALF, JSON.stringify({ ...half, told: { ...half.told, tests: [] } }));
}
