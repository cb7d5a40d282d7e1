// @ts-check
/** `npm run test:firefox`: what is to be shown in Firefox too; skipped with a word where there is none. */
import { existsSync } from 'node:fs';
import { ready } from './ready.mjs';
import { runInstalled } from './run.mjs';

const WELL_KNOWN = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

await ready();
const found = [process.env.FIREFOX_PATH ?? '', ...WELL_KNOWN].find((path) => path !== '' && existsSync(path));
if (found === undefined) {
  console.log('Skipped: no Firefox here. Install it (Debian: firefox-esr), or set FIREFOX_PATH.');
  process.exit(0);
}
process.exit(
  await runInstalled(
    '@playwright/test/cli.js',
    ['test', '--config', 'tests/browser/playwright.firefox.config.ts'],
    { env: { FIREFOX_PATH: found } },
  ),
);
