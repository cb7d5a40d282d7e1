/** What a browser does not have, or has and never gets an answer from: the app opens, and says of each step how it is kept. */
import type { Page } from '@playwright/test';
import { heading, startSession } from './asking.ts';
import { expect, test } from './served.ts';

/** A store is waited for for some seconds, on a machine that may be busy. */
const PATIENT = { timeout: 20_000 };

/** What a page or a worker is run before anything else; a worker hears of no script that a page is given. */
async function before(page: Page, inPage: string, inWorker: string): Promise<void> {
  // Its own worker is not needed here, and takes seconds.
  await page.addInitScript(`Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'); ${inPage}`);
  if (inWorker === '') return;
  await page.route('**/assets/copy.*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${inWorker};\n${await response.text()}` });
  });
}

const without = (owner: string, name: string) => `Reflect.deleteProperty(${owner}, '${name}')`;
const silent = (owner: string, name: string) => `${owner}.${name} = () => new Promise(() => undefined)`;

const TWICE = 'Saved on this device';
const HANDLE = without('self', 'FileSystemFileHandle');
const WORKER = 'WorkerNavigator.prototype';

/** Name, before the page, before the worker of the second copy, what is said after an answer, and where the copy is. */
const CASES: [string, string, string, string, 'files' | 'caches' | 'nowhere'][] = [
  ['private files (FileSystemFileHandle)', HANDLE, HANDLE, TWICE, 'caches'],
  ['locks', without('Navigator.prototype', 'locks'), without(WORKER, 'locks'), TWICE, 'files'],
  ['channels', without('self', 'BroadcastChannel'), without('self', 'BroadcastChannel'), TWICE, 'files'],
  ['storage', without('Navigator.prototype', 'storage'), without(WORKER, 'storage'), TWICE, 'caches'],
  [
    'all that came late',
    `${without('IDBFactory.prototype', 'databases')}; ${without('Crypto.prototype', 'randomUUID')};
     ${without('AbortSignal', 'timeout')}; ${without('self', 'CompressionStream')};
     ${without('self', 'requestIdleCallback')}; ${without('self', 'caches')}; ${HANDLE}`,
    `${without('Crypto.prototype', 'randomUUID')}; ${without('AbortSignal', 'timeout')}`,
    TWICE,
    'files',
  ],
  [
    'any place for a second copy',
    '',
    `${HANDLE}; ${without('WorkerGlobalScope.prototype', 'caches')}`,
    TWICE,
    'nowhere',
  ],
];

test.describe('a browser without', () => {
  for (const [name, inPage, inWorker, said, place] of CASES)
    test(name, async ({ page, served, context }) => {
      await before(page, inPage, inWorker);
      await startSession(page, served.url, 'short');
      await page.locator('.option label').first().click();
      await expect(page.locator('.saved').first()).toHaveText(said, PATIENT);
      await expect(page.locator('.notice')).toHaveCount(0);
      expect(await copiesAt(context, served.url)).toEqual(place === 'nowhere' ? [] : [place]);
      await page.goto(`${served.url}#/protection`);
      await expect(heading(page)).toHaveText('Protection', PATIENT);
    });
});

/** Where the second copy has the answer, looked for by a page without the app. */
async function copiesAt(context: import('@playwright/test').BrowserContext, url: string): Promise<string[]> {
  const beside = await context.newPage();
  await beside.goto(`${url}manifest.webmanifest`);
  const found = await beside.evaluate(async () => {
    const places: string[] = [];
    const folder = await navigator.storage.getDirectory();
    for (const name of ['waymark.a', 'waymark.b']) {
      const handle = await folder.getFileHandle(name).catch(() => undefined);
      if ((await (await handle?.getFile())?.text())?.includes('"answered"')) places.push('files');
    }
    if (await caches.has('waymark second copy')) {
      const cache = await caches.open('waymark second copy');
      const texts = (await cache.keys()).map(async (key) => (await cache.match(key))?.text());
      if ((await Promise.all(texts)).some((text) => text?.includes('"answered"'))) places.push('caches');
    }
    return places;
  });
  await beside.close();
  return found;
}

/** Name, before the page, before the worker, and what is said after an answer. */
const SILENT: [string, string, string, string][] = [
  [
    'private files',
    silent('StorageManager.prototype', 'getDirectory'),
    silent('StorageManager.prototype', 'getDirectory'),
    TWICE,
  ],
  ['the list of databases', silent('IDBFactory.prototype', 'databases'), '', TWICE],
  [
    'caches',
    silent('CacheStorage.prototype', 'has'),
    `${silent('CacheStorage.prototype', 'open')}; ${HANDLE}`,
    'Saved, second copy failing',
  ],
  [
    'databases',
    `IDBFactory.prototype.open = () => new EventTarget()`,
    `IDBFactory.prototype.open = () => new EventTarget()`,
    'Only in this window',
  ],
];

test.describe('a store that never answers', () => {
  for (const [name, inPage, inWorker, said] of SILENT)
    test(name, async ({ page, served }) => {
      await before(page, inPage, inWorker);
      await page.goto(served.url);
      await expect(heading(page)).toBeVisible(PATIENT);
      await page.goto(`${served.url}#/new/short`);
      await expect(page).toHaveURL(/question/, PATIENT);
      await page.locator('.option label').first().click();
      await expect(page.locator('.saved').first()).toHaveText(said, PATIENT);
    });
});
