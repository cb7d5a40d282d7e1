// @ts-check
/** `npm test`: everything, on a machine that has nothing but Node. The last line counts the tests. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ready } from './ready.mjs';
import { ROOT, runInstalled } from './run.mjs';
import { FAST_STEPS, LONG_STEP, PLAYWRIGHT_REPORT, playwright, runSteps, VITEST_REPORTS } from './steps.mjs';
import { seconds, slowest, toldByPlaywright, toldByVitest } from './watch/slowest.mjs';

await ready();
const { findBrowser, findShell } = await import('./browser.mjs');

let browser = '';
// Figures of an earlier run must not be counted, whatever stops this one.
for (const report of [...Object.values(VITEST_REPORTS), PLAYWRIGHT_REPORT])
  rmSync(join(ROOT, report), { force: true });

const begun = performance.now();
const code = await runSteps([
  ...FAST_STEPS,
  LONG_STEP,
  {
    name: 'Build, within its size',
    run: () => runInstalled('vite/bin/vite.js', ['build', '--logLevel', 'warn']),
  },
  {
    name: 'A browser',
    run: async () => {
      browser = (await findBrowser()) ?? '';
      if (browser) console.log(`${browser}\n${await findShell()}`);
      return browser ? 0 : 1;
    },
  },
  { name: 'Tests in a browser (Playwright)', run: () => playwright(browser) },
]);

const told = [...Object.values(VITEST_REPORTS).map(toldByVitest), toldByPlaywright(PLAYWRIGHT_REPORT)];
console.log(`\nThe slowest of ${seconds(performance.now() - begun)}:`);
for (const { name, milliseconds } of slowest(told.flatMap(({ tests }) => tests)))
  console.log(`${seconds(milliseconds).padStart(8)}  ${name}`);
const sum = (/** @type {'passed' | 'failed'} */ of) => told.reduce((all, one) => all + one[of], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(code);
