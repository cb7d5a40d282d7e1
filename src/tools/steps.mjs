// @ts-check
/** The steps that `npm test` and `npm run check` are made of, in the order in which they run. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, runInstalled } from './run.mjs';
import { seconds } from './watch/slowest.mjs';
import { runWatched } from './watch/watched.mjs';

/** @typedef {{ name: string, run: () => Promise<number> }} Step */
/** @typedef {'quick' | 'long'} Project */

/** Where the test runners write their figures, besides showing them. */
export const VITEST_REPORTS = { quick: 'test-results/vitest.json', long: 'test-results/vitest-long.json' };
export const PLAYWRIGHT_REPORT = 'test-results/playwright.json';

/** One project for each place that code runs in, so that the compiler knows what is there and what is not. */
const ENVIRONMENTS = {
  'page and tests': 'tsconfig.json',
  engine: 'src/engine',
  session: 'src/session',
  'service worker': 'src/offline/worker.tsconfig.json',
  'worker of the second copy': 'src/storage/worker.tsconfig.json',
  tools: 'src/tools',
};

/** What needs no build and no browser, and is done within a minute. */
/** @type {Step[]} */
export const FAST_STEPS = [
  { name: 'Format and lint (Biome)', run: () => runInstalled('@biomejs/biome/bin/biome', ['check']) },
  ...Object.entries(ENVIRONMENTS).map(([name, project]) => ({
    name: `Types: ${name}`,
    run: () => runInstalled('typescript/bin/tsc', ['--noEmit', '-p', project]),
  })),
  { name: 'Tests without a browser (Vitest)', run: () => vitest('quick') },
  { name: 'Rule packs', run: () => run(process.execPath, ['src/tools/waymark.mjs', 'check']) },
];

/** What needs no browser either, and takes its time. */
/** @type {Step} */
export const LONG_STEP = {
  name: 'Tests without a browser that take their time (Vitest)',
  run: () => vitest('long'),
};

/** @param {Project} project of vitest.config.ts */
function vitest(project) {
  const report = VITEST_REPORTS[project];
  // Figures of an earlier run must not be counted.
  rmSync(join(ROOT, report), { force: true });
  return runWatched(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      '--reporter=./src/tools/watch/vitest-reporter.mjs',
      `--outputFile.json=${report}`,
    ],
    { name: `vitest-${project}` },
  );
}

/** @param {string} browser path of it */
export function playwright(browser) {
  rmSync(join(ROOT, PLAYWRIGHT_REPORT), { force: true });
  return runWatched(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/browser/playwright.config.ts'],
    { name: 'playwright', env: { CHROME_PATH: browser } },
  );
}

/**
 * Runs steps until one fails, with a heading each and how long it took.
 * @param {Step[]} steps
 * @returns {Promise<number>} the exit code of the one that failed, or 0
 */
export async function runSteps(steps) {
  for (const step of steps) {
    console.log(`\n== ${step.name}`);
    const begun = performance.now();
    const code = await step.run();
    console.log(`-- ${seconds(performance.now() - begun)}`);
    if (code !== 0) {
      console.error(`\nStopped at "${step.name}" (exit code ${code}).`);
      return code;
    }
  }
  return 0;
}
