/** What tests ask the service worker and its caches, from a page of the app. */
import { expect, type Page } from '@playwright/test';
import type { Status } from '../../src/offline/protocol.ts';

/**
 * How long a worker may take to fetch and check every file of a release before a test gives up: on two busy cores
 * that is more than the runner's five seconds. It says nothing of what must be true then.
 */
export const INSTALLING = { timeout: 40_000 };

/** Loads the app and waits until it can do without a network: a worker in charge, with every file. */
export async function openOffline(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const whole = { build: await buildOf(page), missing: [], kept: true };
  await expect.poll(() => askWorker(page, 'STATUS'), INSTALLING).toEqual(whole);
}

/** Id of the build that the page runs. */
export async function buildOf(page: Page): Promise<string> {
  return String(await page.locator('meta[name="waymark-build"]').getAttribute('content'));
}

/** What the worker in charge of the page says of its files; undefined when there is none. @param of the page's build */
export async function askWorker(
  page: Page,
  type: 'STATUS' | 'REPAIR',
  of?: string,
): Promise<Status | undefined> {
  const build = of ?? (await buildOf(page));
  return page.evaluate(
    (request) =>
      new Promise<Status | undefined>((resolve) => {
        const worker = navigator.serviceWorker.controller;
        if (!worker) return resolve(undefined);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(data);
        worker.postMessage(request, [port2]);
      }),
    { type, build },
  );
}

/** Ids of the builds that have a cache in this browser, sorted. */
export async function keptBuilds(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => caches.keys());
  return names.map((name) => name.slice(name.lastIndexOf(' ') + 1)).sort();
}

/** Addresses of everything that one build keeps, without the revisions. */
export async function keptFiles(page: Page, build: string): Promise<string[]> {
  return page.evaluate(async (build) => {
    const name = (await caches.keys()).find((each) => each.endsWith(` ${build}`));
    const keys = name ? await (await caches.open(name)).keys() : [];
    return keys.map(({ url }) => url.replace(/\?.*/, ''));
  }, build);
}

/** Status and length of what the page gets for an address; status 0 when it gets nothing. */
export async function fetched(page: Page, url: string): Promise<{ status: number; length: number }> {
  return page.evaluate(
    (url) =>
      fetch(url).then(
        async (response) => ({ status: response.status, length: (await response.text()).length }),
        () => ({ status: 0, length: 0 }),
      ),
    url,
  );
}
