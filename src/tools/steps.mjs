// @ts-check
/** The steps that `npm test` and `npm run check` are made of, in the order in which they run. */
import { run, runInstalled } from './run.mjs';

/** @typedef {{ name: string, run: () => Promise<number> }} Step */

/** Where the two test runners write their figures, besides showing them. */
export const VITEST_REPORT = 'test-results/vitest.json';
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

/** What needs no build and no browser. */
/** @type {Step[]} */
export const FAST_STEPS = [
  { name: 'Format and lint (Biome)', run: () => runInstalled('@biomejs/biome/bin/biome', ['check']) },
  ...Object.entries(ENVIRONMENTS).map(([name, project]) => ({
    name: `Types: ${name}`,
    run: () => runInstalled('typescript/bin/tsc', ['--noEmit', '-p', project]),
  })),
  {
    name: 'Tests without a browser (Vitest)',
    run: () =>
      runInstalled('vitest/vitest.mjs', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${VITEST_REPORT}`,
      ]),
  },
  { name: 'Rule packs', run: () => run(process.execPath, ['src/tools/waymark.mjs', 'check']) },
];

/**
 * Runs steps until one fails, with a heading each.
 * @param {Step[]} steps
 * @returns {Promise<number>} the exit code of the one that failed, or 0
 */
export async function runSteps(steps) {
  for (const step of steps) {
    console.log(`\n== ${step.name}`);
    const code = await step.run();
    if (code !== 0) {
      console.error(`\nStopped at "${step.name}" (exit code ${code}).`);
      return code;
    }
  }
  return 0;
}
