// @ts-check
/** `npm test`: everything, on a machine that has nothing but Node. The last line counts the tests. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ready } from './ready.mjs';
import { ROOT, runInstalled } from './run.mjs';
import { FAST_STEPS, PLAYWRIGHT_REPORT, runSteps, VITEST_REPORT } from './steps.mjs';

await ready();
const { findBrowser } = await import('./browser.mjs');

let browser = '';
// Figures of an earlier run must not be counted.
for (const report of [VITEST_REPORT, PLAYWRIGHT_REPORT]) rmSync(join(ROOT, report), { force: true });

const code = await runSteps([
  ...FAST_STEPS,
  {
    name: 'Build, within its size',
    run: () => runInstalled('vite/bin/vite.js', ['build', '--logLevel', 'warn']),
  },
  {
    name: 'A browser',
    run: async () => {
      browser = (await findBrowser()) ?? '';
      if (browser) console.log(browser);
      return browser ? 0 : 1;
    },
  },
  {
    name: 'Tests in a browser (Playwright)',
    run: () =>
      runInstalled('@playwright/test/cli.js', ['test', '--config', 'tests/browser/playwright.config.ts'], {
        env: { CHROME_PATH: browser },
      }),
  },
]);

const vitest = report(VITEST_REPORT);
const playwright = report(PLAYWRIGHT_REPORT)?.stats;
const passed = (vitest?.numPassedTests ?? 0) + (playwright?.expected ?? 0) + (playwright?.flaky ?? 0);
let failed = (vitest?.numFailedTests ?? 0) + (playwright?.unexpected ?? 0);
// A test file that cannot be loaded fails the run without failing a test.
if (failed === 0 && vitest && !vitest.success) failed = vitest.numFailedTestSuites || 1;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(code);

/** @param {string} path */
function report(path) {
  const file = join(ROOT, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
