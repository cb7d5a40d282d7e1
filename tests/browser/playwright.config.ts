import { defineConfig } from '@playwright/test';
import { installedBrowser, LAUNCH } from '../../src/tools/browser.mjs';
import { ROOT } from '../../src/tools/run.mjs';

const executablePath = await installedBrowser();

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: './releases.setup.ts',
  outputDir: `${ROOT}/test-results/browser`,
  reporter: [['list'], ['json', { outputFile: `${ROOT}/test-results/playwright.json` }]],
  // Two at most: each starts a browser.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second attempt is a test that fails.
  retries: 0,
  timeout: 30_000,
  use: {
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { ...LAUNCH, ...(executablePath && { executablePath }) },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
});
