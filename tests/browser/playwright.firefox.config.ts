/** What is shown in Firefox as well, with the browser that `npm run test:firefox` found. */
import { defineConfig } from '@playwright/test';
import { ROOT } from '../../src/tools/run.mjs';
import chromium from './playwright.config.ts';

export default defineConfig({
  ...chromium,
  testMatch: '**/single.spec.ts',
  outputDir: `${ROOT}/test-results/firefox`,
  reporter: [['list']],
  use: {
    launchOptions: {
      executablePath: process.env.FIREFOX_PATH ?? '',
      // As it is for everyone; the driver loosens it.
      firefoxUserPrefs: { 'security.fileuri.strict_origin_policy': true },
    },
  },
  projects: [{ name: 'firefox', use: { browserName: 'firefox', channel: 'moz-firefox' } }],
});
