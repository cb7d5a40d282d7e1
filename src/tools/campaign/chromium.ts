/** A Chromium of our own on a profile of our own, which can be killed at any moment and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { installedBrowser, LAUNCH } from '../browser.mjs';

export interface Driven {
  context: BrowserContext;
  page: Page;
  /** SIGKILL to the browser and all its processes, as the system does when memory runs out. */
  kill(): Promise<void>;
  /** As a person closes it. */
  close(): Promise<void>;
}

const STARTED_MS = 30_000;

const CLOSED_MS = 5000;

/** What still runs when a campaign fails half-way goes with it. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
});

/** @param path of a browser; without it the one that is installed */
export async function startChromium(profile: string, path?: string): Promise<Driven> {
  path ??= await installedBrowser();
  if (path === undefined) throw new Error('No Chromium here: `node src/tools/browser.mjs` looks for one.');
  // Left over from a kill: who had the profile, and at which port it listened.
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie', 'DevToolsActivePort'])
    rmSync(join(profile, name), { force: true });
  const child = spawn(
    path,
    [
      ...LAUNCH.args,
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    // A group of its own, so that its helpers die with it.
    { detached: true, stdio: 'ignore' },
  );
  running.add(child);
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      running.delete(child);
      resolve();
    }),
  );
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portOf(profile, child)}`);
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('Chromium has no window.');
  const page = context.pages()[0] ?? (await context.newPage());
  const kill = async () => {
    signal(child, 'SIGKILL');
    await ended;
    await atMost(
      CLOSED_MS,
      browser.close().catch(() => undefined),
    );
  };
  return {
    context,
    page,
    kill,
    async close() {
      // Nobody answers where it crashed meanwhile.
      const asked = browser.newBrowserCDPSession().then((session) => session.send('Browser.close'));
      asked.catch(() => undefined);
      await atMost(CLOSED_MS, ended);
      await kill();
    },
  };
}

function atMost(milliseconds: number, promise: Promise<unknown>): Promise<unknown> {
  return Promise.race([promise, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}

/** The port that it chose, from the file that it writes when it listens. */
async function portOf(profile: string, child: ChildProcess): Promise<number> {
  const end = Date.now() + STARTED_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`Chromium ended with exit code ${child.exitCode}.`);
    try {
      const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
      if (port) return Number(port);
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  signal(child, 'SIGKILL');
  throw new Error('Chromium did not start.');
}

function signal(child: ChildProcess, name: 'SIGKILL'): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // Gone already.
  }
}
