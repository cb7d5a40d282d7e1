import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { RELEASES } from './releases.ts';
import { expect, test } from './served.ts';
import { askWorker, buildOf, fetched, INSTALLING, keptFiles, openOffline } from './worker.ts';

const heading = { level: 1 } as const;

test('with the server stopped, everything goes on: reload, a new tab, an address inside the app', async ({
  page,
  context,
  served,
}) => {
  await openOffline(page, served.url);
  await expect(page.getByText('Ready to use offline.')).toBeVisible(INSTALLING);
  await served.stop();
  await expect(fetch(served.url)).rejects.toThrow();

  await page.reload();
  await expect(page.getByText('Ready to use offline.')).toBeVisible(INSTALLING);
  await expect(page.getByRole('heading', heading)).toBeVisible();

  const tab = await context.newPage();
  await tab.goto(`${served.url}#/about`);
  await expect(tab.getByRole('heading', heading)).toBeVisible();
  expect(tab.url()).toBe(`${served.url}#/about`);

  await tab.goto(`${served.url}index.html?from=elsewhere`);
  await expect(tab.getByRole('heading', heading)).toBeVisible();
});

test('the first visit is enough: nothing needs a reload to be there without a network', async ({
  page,
  served,
}) => {
  await openOffline(page, served.url);
  await served.stop();
  // The browser keeps files of its own accord, but promises nothing; only the worker's count.
  await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
  const files = await keptFiles(page, await buildOf(page));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    expect(await fetched(page, file), file).toMatchObject({ status: 200 });
  }
});

test('an address that is none leads to the app, the part behind the # kept', async ({ page, served }) => {
  await openOffline(page, served.url);
  await served.stop();
  await page.goto(`${served.url}there/is/nothing#/about`);
  expect(page.url()).toBe(`${served.url}#/about`);
  await expect(page.getByRole('heading', heading)).toBeVisible();
});

test('a visit that was cut short says that something is missing, and makes up for it', async ({
  page,
  served,
}) => {
  // One file cannot be had: the worker does not install, for it takes all or nothing.
  await page.context().route('**/icons/any-512.png', (route) => route.abort());
  await page.goto(served.url);
  await expect(page.getByText(/^Not yet complete for use offline/)).toBeVisible(INSTALLING);
  await page.context().unroute('**/icons/any-512.png');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.getByText('Ready to use offline.')).toBeVisible(INSTALLING);
});

test('a kept file that is gone or damaged is noticed, and repaired as soon as there is a network', async ({
  page,
  served,
}) => {
  await openOffline(page, served.url);
  const build = await buildOf(page);
  // The app looks several times at first, and repairs what it finds: here nobody is to do so but the test.
  await page.goto(`${served.url}icons/mark.svg`);
  const [gone, damaged] = (await keptFiles(page, build)).filter((url) =>
    /\/(messages\.en-XA|proof)\.[^/]+\.json$/.test(url),
  );
  expect(damaged).toBeDefined();
  await page.evaluate(
    async ({ build, gone, damaged }) => {
      const name = (await caches.keys()).find((each) => each.endsWith(` ${build}`)) ?? '';
      const cache = await caches.open(name);
      await cache.delete(gone);
      await cache.put(damaged, new Response('{"cut'));
    },
    { build, gone: String(gone), damaged: String(damaged) },
  );
  const missing = [gone, damaged].map((url) => String(url).slice(served.url.length));
  expect(await askWorker(page, 'STATUS', build)).toEqual({ build, missing, kept: true });

  await served.stop();
  expect(await askWorker(page, 'REPAIR', build)).toEqual({ build, missing, kept: true });
  await served.restart();
  // Several at once, as pages and their second attempts ask: none takes away what another one has fetched.
  let fetched = 0;
  await page.context().route(/\/(messages\.en-XA|proof)\.[^/]+\.json$/, (route) => {
    fetched += 1;
    return route.continue();
  });
  const asked = Array.from({ length: 5 }, () => askWorker(page, 'REPAIR', build));
  for (const said of await Promise.all(asked)) expect(said).toEqual({ build, missing: [], kept: true });
  expect(fetched).toBe(2);
});

const DAMAGES: Record<string, (file: string) => Promise<void>> = {
  missing: (file) => rm(file),
  cut: async (file) => truncate(file, (await readFile(file)).length - 1),
  changed: async (file) => writeFile(file, `${await readFile(file, 'utf8')} `),
};
const WAYS = Object.keys(DAMAGES).length;

for (const [turn, [harm, damage]] of Object.entries(DAMAGES).entries())
  test(`a release of which any file is ${harm} is not taken`, async ({ page, served, context }, testInfo) => {
    const devtools = await context.newCDPSession(page);
    await openOffline(page, served.url);
    const build = await buildOf(page);
    const entries = await readdir(RELEASES.next.folder, { recursive: true, withFileTypes: true });
    // The pictures of the offer to install are the browser's business: no release hangs on them.
    const files = entries.filter(
      (entry) =>
        entry.isFile() && !/^sw\.js$|\.gz$/.test(entry.name) && !entry.parentPath.endsWith('install'),
    );
    const folder = testInfo.outputPath('release');
    await cp(RELEASES.next.folder, folder, { recursive: true });
    // Every file is damaged in one of the ways, an installation each.
    for (const { parentPath, name } of files.filter((_, index) => index % WAYS === turn)) {
      const file = join(folder, relative(RELEASES.next.folder, parentPath), name);
      // Else the server would send what is whole in it.
      await rm(`${file}.gz`, { force: true });
      await damage(file);
      await served.swapFolder(folder);
      await forget(relative(folder, file).replaceAll('\\', '/'));
      expect(await installed(), file).toBe('redundant');
      // The next damage is the only one again.
      await cp(join(parentPath, name), file);
    }
    expect(await askWorker(page, 'STATUS')).toEqual({ build, missing: [], kept: true });
    await served.stop();
    await page.reload();
    expect(await buildOf(page)).toBe(build);
    await expect(page.getByRole('heading', heading)).toBeVisible();

    // Whole, it is taken: the damage was the reason.
    await served.swapRelease('next');
    expect(await installed()).toBe('installed');

    /**
     * Files that were whole are kept from one attempt to the next, so that all attempts together fetch each file once,
     * and this one again: it may be in no cache of the release that is tried, nor in the browser's own.
     */
    async function forget(path: string): Promise<void> {
      await devtools.send('Network.clearBrowserCache');
      const kept = await page.evaluate(
        async ([build, file]) => {
          const { href } = new URL(String(file), location.href.replace(/[#?].*$/, ''));
          for (const name of await caches.keys()) {
            if (name.endsWith(` ${build}`)) continue;
            const cache = await caches.open(name);
            await cache.delete(href, { ignoreSearch: true });
            if (await cache.match(href, { ignoreSearch: true })) return name;
          }
          return '';
        },
        [build, path],
      );
      expect(kept, path).toBe('');
    }

    /** Where the attempt to install what is served now ends. */
    function installed(): Promise<string> {
      return page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const ended = new Promise<string>((resolve) => {
          const follow = () => {
            const worker = registration.installing;
            worker?.addEventListener('statechange', () => resolve(worker.state));
          };
          registration.addEventListener('updatefound', follow, { once: true });
        });
        await registration.update();
        return ended;
      });
    }
  });
