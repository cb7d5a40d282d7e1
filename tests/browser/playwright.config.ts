import { defineConfig } from '@playwright/test';
import { installedBrowser, installedShell, LAUNCH } from '../../src/tools/browser.mjs';
import { ROOT } from '../../src/tools/run.mjs';

/**
 * What is about the pages themselves: their screens, words and keys. All else needs the whole browser, which puts pages
 * aside, promises to keep, asks for permissions and takes over files.
 */
const SCREENS = [
  'accessibility',
  'additions',
  'asking-for-all',
  'at-once',
  'edit',
  'evidence',
  'map',
  'news',
  'next',
  'note',
  'otherwise',
  'overview',
  'paper',
  'pass',
  'proof',
  'result',
  'typed',
  'typed-twice',
  'upgrade',
  'wizard',
].map((name) => `**/${name}.spec.ts`);

const launch = (executablePath: string | undefined) => ({
  launchOptions: { ...LAUNCH, ...(executablePath && { executablePath }) },
});

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: './releases.setup.ts',
  outputDir: `${ROOT}/test-results/browser`,
  reporter: [
    ['list'],
    ['json', { outputFile: `${ROOT}/test-results/playwright.json` }],
    // Without it a run that goes well is taken for one that hangs.
    [`${ROOT}/src/tools/watch/playwright-reporter.mjs`],
  ],
  // Two at most: each starts a browser.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second attempt is a test that fails.
  retries: 0,
  // Each is to take 20 seconds at most on idle cores; a busy machine gets three times as long, and none gets more
  // (tests/limits.test.ts).
  timeout: 60_000,
  // What hangs ends before the whole test does, and so says what it waited for.
  expect: { timeout: 20_000 },
  // Where the whole run hangs: it ends, and lists what was not run.
  globalTimeout: 40 * 60_000,
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    trace: 'off',
    screenshot: 'only-on-failure',
    browserName: 'chromium',
  },
  projects: [
    { name: 'screens', testMatch: SCREENS, use: launch(await installedShell()) },
    { name: 'chromium', testIgnore: SCREENS, use: launch(await installedBrowser()) },
  ],
});
