/**
 * The service worker: keeps one release whole, answers from it, and gives way only when asked to. Built as one
 * classic script by src/tools/release.ts, which puts WAYMARK_RELEASE in front of it.
 *
 * Each release has a cache of its own. An older one stays as long as a tab may still run it, so that such a tab finds
 * its own files even when a newer worker answers it.
 */
import { PrecacheController } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import type { Checked, Request as PageRequest, Release, Status, WhichBuild } from './protocol.ts';
import { laidAside, SHARE_ADDRESS } from './shared.ts';
import { type FileState, stateOf } from './whole.ts';

declare const self: ServiceWorkerGlobalScope;
declare const WAYMARK_RELEASE: Release;

const { build, files } = WAYMARK_RELEASE;
const scope = self.registration.scope;
/** The scope is part of the name: several copies of the app may live on one host, and share its caches. */
const CACHE_PREFIX = `waymark ${scope} `;
const cacheName = CACHE_PREFIX + build;
/** How long a tab has to say which build it runs. One that is frozen or still loading says nothing. */
const ANSWER_MS = 2000;
/** A server that has not begun to answer by then is not to be reached now. */
const REACH_MS = 8000;

const controller = new PrecacheController({
  cacheName,
  plugins: [
    {
      // What the browser has already is asked for, not trusted: a damaged copy of a file that may be kept for a year
      // would otherwise stand in the way of every later attempt.
      requestWillFetch: async ({ request }) =>
        request.cache === 'default' ? new Request(request, { cache: 'no-cache' }) : request,
    },
  ],
});
controller.addToCacheList(files);

const urlOf = (file: string) => new URL(file, scope).href;
const PAGE = urlOf('index.html');
const isPage = ({ origin, pathname }: URL) => [scope, PAGE].includes(origin + pathname);

self.addEventListener('install', (event) => controller.install(event));
// Nothing else here: requests wait until this is done.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const answerWithPage = controller.createHandlerBoundToURL(PAGE);
registerRoute(
  new NavigationRoute(async (options) => {
    const file = options.url.origin + options.url.pathname;
    if (isPage(options.url)) return answerWithPage(options);
    if (controller.getCacheKeyForURL(file)) return controller.createHandlerBoundToURL(file)(options);
    // Addresses inside the app are behind the #, and the page's own files are named relative to its folder.
    return Response.redirect(scope);
  }),
);

registerRoute(
  ({ url }) => url.href === urlOf(SHARE_ADDRESS),
  ({ request }) => laidAside(request, scope),
  'POST',
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && keyOf(url.origin + url.pathname),
  // Falls back to the network where an entry is gone, and keeps what it finds if it is the same to the bit.
  controller.strategy,
);

registerRoute(
  ({ sameOrigin }) => sameOrigin,
  async ({ request }) => (await fromOtherRelease(request)) ?? fetch(request),
);

self.addEventListener('message', (event) => {
  const request = event.data as PageRequest;
  if (request?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (request?.type === 'CHECK')
    event.waitUntil(check(event, request.repair).then((checked) => event.ports[0]?.postMessage(checked)));
  if (request?.type === 'STATUS' || request?.type === 'REPAIR') {
    event.waitUntil(
      (async () => {
        if (request.type === 'REPAIR') await repair(event);
        event.ports[0]?.postMessage(await status(request.build));
        await sweep();
      })(),
    );
  }
});

/** Where an entry of this release is kept, and what it must be; undefined for a file that is not of it. */
function keyOf(url: string) {
  const cacheKey = controller.getCacheKeyForURL(url);
  return cacheKey ? { cacheKey, integrity: controller.getIntegrityForCacheKey(cacheKey) } : undefined;
}

async function fromOtherRelease(request: Request): Promise<Response | undefined> {
  for (const name of await otherReleases()) {
    const cache = await caches.open(name);
    // The revision of a file without a hash in its name is kept in the search part of the key.
    const found = await cache.match(request, { ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
}

async function otherReleases(): Promise<string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== cacheName);
}

async function status(pageBuild: string): Promise<Status> {
  const kept = pageBuild === build || (await caches.has(CACHE_PREFIX + pageBuild));
  return { build, missing: await missing(), kept };
}

async function missing(): Promise<string[]> {
  return (await states()).filter(({ state }) => state !== 'whole').map(({ url }) => url);
}

/** Reads every entry and compares it with its hash: an entry that is there may still be damaged. */
async function states(): Promise<{ url: string; state: FileState }[]> {
  const cache = await caches.open(cacheName);
  return Promise.all(
    files.map(async ({ url, integrity }) => {
      const kept = await cache.match(keyOf(urlOf(url))?.cacheKey ?? '').catch(() => undefined);
      // One that cannot be read is there and of no use.
      return { url, state: await stateOf(kept, integrity).catch((): FileState => 'altered') };
    }),
  );
}

async function check(event: ExtendableMessageEvent, toRepair: boolean): Promise<Checked> {
  if (toRepair) await repair(event);
  const found = await states();
  const of = (wanted: FileState) => found.filter(({ state }) => state === wanted).map(({ url }) => url);
  const [gone, altered] = [of('missing'), of('altered')];
  // Also where nothing was to be repaired now: one who looks again must not hear less than one who just tried.
  const reached = gone.length + altered.length === 0 || (await serverAnswers());
  return { build, files: files.length, missing: gone, altered, reached };
}

function serverAnswers(): Promise<boolean> {
  // The worker's own script is never kept: what answers is the server.
  const request = fetch(urlOf('sw.js'), {
    method: 'HEAD',
    cache: 'no-store',
    signal: AbortSignal.timeout(REACH_MS),
  });
  return request.then(
    ({ ok }) => ok,
    () => false,
  );
}

let repairing = Promise.resolve();

/**
 * Fetches what is missing or damaged. What cannot be had, or is by now of another release, stays missing. One after
 * the other: two at once would each take away what the other has just fetched.
 */
function repair(event: ExtendableMessageEvent): Promise<void> {
  repairing = repairing.then(() => mend(event)).catch(() => undefined);
  return repairing;
}

async function mend(event: ExtendableMessageEvent): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const file of await missing()) {
    const url = urlOf(file);
    const params = keyOf(url);
    if (!params) continue;
    await cache.delete(params.cacheKey);
    const request = new Request(url, { cache: 'reload', credentials: 'same-origin' });
    await Promise.allSettled(controller.strategy.handleAll({ event, request, params }));
  }
}

/** Deletes releases that no tab runs. In doubt nothing is deleted: a tab that does not answer may run any of them. */
async function sweep(): Promise<void> {
  const { installing, waiting } = self.registration;
  // Only the release in force may tidy up, and not while the next one is on its way.
  if (installing || waiting || (self.serviceWorker && self.serviceWorker.state !== 'activated')) return;
  const names = await otherReleases();
  if (names.length === 0) return;
  const clients = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const pages = clients.filter((client) => isPage(new URL(client.url)));
  const builds = await Promise.all(pages.map(buildOf));
  if (builds.includes(undefined)) return;
  const unused = names.filter((name) => !builds.includes(name.slice(CACHE_PREFIX.length)));
  await Promise.all(unused.map((name) => caches.delete(name)));
}

function buildOf(client: Client): Promise<string | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const question: WhichBuild = { type: 'WHICH_BUILD' };
    port1.onmessage = ({ data }) => resolve(String(data));
    setTimeout(() => resolve(undefined), ANSWER_MS);
    client.postMessage(question, [port2]);
  });
}
