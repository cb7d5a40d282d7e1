// @ts-check
/**
 * Finds a Chromium or Chrome for the browser tests, the screenshots and the measurements: one that is installed, else
 * Debian's package, else Playwright's own download. `node src/tools/browser.mjs` prints its path.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run, runInstalled } from './run.mjs';

const MINUTE = 60_000;
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const WELL_KNOWN = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google\\Chrome\\Application\\chrome.exe')),
};

const SHELL_PACKAGE = 'chromium-headless-shell';
const PACKAGES = ['chromium', SHELL_PACKAGE, 'fonts-texgyre', 'fonts-inter'];

/** How Playwright starts it: no sandbox, since containers run as root, and nothing that calls home. */
export const LAUNCH = {
  chromiumSandbox: false,
  args: [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/**
 * The browser that is there, without installing anything.
 * @returns {Promise<string | undefined>} its path
 * @throws when CHROME_PATH names something that does not run: the wish is not silently passed over
 */
export async function installedBrowser() {
  found ??= await look();
  return found;
}

/**
 * Looked for once: to ask a browser for its version takes a good part of what it takes to start it.
 * @type {string | undefined}
 */
let found;

async function look() {
  const wished = process.env.CHROME_PATH;
  if (wished) {
    if (runs(wished)) return wished;
    throw new Error(
      `CHROME_PATH is "${wished}", which does not run. Correct it, or unset it to have one looked for.`,
    );
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name + suffix)));
  const { chromium } = await import('@playwright/test');
  return [...(WELL_KNOWN[process.platform] ?? []), ...onPath, chromium.executablePath()].find(runs);
}

/**
 * Chromium without windows, tabs and menus around its pages: the same engine, and less than half of the work. Where it
 * is not there, the whole browser does the same.
 * @returns {Promise<string | undefined>} its path, or that of the whole browser
 * @throws as `installedBrowser`
 */
export async function installedShell() {
  return shell() ?? (await installedBrowser());
}

function shell() {
  return [process.env.CHROME_SHELL_PATH ?? '', '/usr/bin/chromium-headless-shell'].find(
    (path) => path && runs(path),
  );
}

/**
 * The same, or installed now where Debian has it. That it cannot be installed is no failure.
 * @returns {Promise<string | undefined>}
 */
export async function findShell() {
  if (!shell() && isRootOnDebian()) {
    console.log(
      `No Chromium without windows here. Installing Debian's: apt-get install ${SHELL_PACKAGE} ...`,
    );
    await install([SHELL_PACKAGE]);
  }
  return installedShell();
}

/**
 * The browser that is there, or one installed now. Says what it does before it does it.
 * @returns {Promise<string | undefined>} its path; undefined when nothing worked, after saying what to do
 */
export async function findBrowser() {
  try {
    const there = await installedBrowser();
    if (there) return there;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
  if (isRootOnDebian()) {
    console.log(`No Chromium here. Installing Debian's: apt-get install ${PACKAGES.join(' ')} ...`);
    await install(PACKAGES);
    const installed = await installedBrowser();
    if (installed) return installed;
  }
  console.log(
    "No Chromium here. Downloading Playwright's own (npx playwright install chromium, 5 minutes at most) ...",
  );
  await runInstalled('@playwright/test/cli.js', ['install', 'chromium'], { timeLimit: 5 * MINUTE });
  const downloaded = await installedBrowser();
  if (!downloaded) {
    console.error(
      'No browser could be found or installed. Install Chromium or Chrome, or set CHROME_PATH to where one is, then try again.',
    );
  }
  return downloaded;
}

/** @param {readonly string[]} packages of Debian */
async function install(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update'], { env, timeLimit: 5 * MINUTE })) === 0)
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
      env,
      timeLimit: 10 * MINUTE,
    });
}

/**
 * Being there is not enough: Ubuntu's `chromium-browser` is a script that only says how to install a snap.
 * @param {string} path
 */
function runs(path) {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: MINUTE / 2 }).status === 0;
}

function isRootOnDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release'))
    return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = await findBrowser();
  if (!path) process.exit(1);
  console.log(path);
}
