/** The page's side of working offline: registers the worker, asks it whether everything is there, offers updates. */
import type { Checked, Request, Status, WhichBuild } from './protocol.ts';

/**
 * `checking` until the worker has answered; `partly`: something is missing and is being fetched again; `inFile`: there
 * is nothing to fetch.
 */
export type OfflineState = 'checking' | 'ready' | 'partly' | 'inFile' | 'unavailable';

export interface OfflineNow {
  /** `ready` only when a worker is active and says that it has looked at every file. */
  state: OfflineState;
  /** A newer release is there; this tab goes on with its own until the user accepts. */
  updateReady: boolean;
}

export interface Offline {
  /** Calls the listener at once, then at each change. Returns a function that stops it. */
  subscribe(listener: (now: OfflineNow) => void): () => void;
  /** Goes over to the newer release: reloads this tab, once. Other tabs stay as they are and get the offer. */
  acceptUpdate(): void;
  /** How each kept file is; `repair`: after fetching what is not whole. undefined: no worker answers. */
  checkFiles(repair: boolean): Promise<Checked | undefined>;
}

const HOUR = 3_600_000;
/** A worker that is busy installing answers late; one that does not answer at all must not leave us waiting. */
const ANSWER_MS = 10_000;
/** Fetching files again takes as long as the network does. */
const REPAIR_MS = 120_000;

/**
 * Starts it all; call once. Never throws: where the browser has no service workers the state is `unavailable`.
 * @param scriptUrl URL of the worker; '' while developing, where there is none
 * @param build id of the build that this page runs
 */
export function startOffline({ scriptUrl, build }: { scriptUrl: string; build: string }): Offline {
  let now: OfflineNow = { state: 'checking', updateReady: false };
  const listeners = new Set<(now: OfflineNow) => void>();
  const tell = (change: Partial<OfflineNow>) => {
    now = { ...now, ...change };
    for (const listener of listeners) listener(now);
  };
  const subscribe = (listener: (now: OfflineNow) => void) => {
    listeners.add(listener);
    listener(now);
    return () => void listeners.delete(listener);
  };
  if (!('serviceWorker' in navigator) || scriptUrl === '') {
    tell({ state: location.protocol === 'file:' ? 'inFile' : 'unavailable' });
    return { subscribe, acceptUpdate: () => location.reload(), checkFiles: async () => undefined };
  }

  const container = navigator.serviceWorker;
  const url = trustedScript(scriptUrl);
  let registration: ServiceWorkerRegistration | undefined;
  let updateLooked = Date.now();
  let accepted = false;
  let reloading = false;

  const reload = () => {
    if (reloading) return;
    reloading = true;
    location.reload();
  };

  async function register(): Promise<void> {
    try {
      registration = await container.register(url, { updateViaCache: 'none' });
    } catch {
      tell({ state: 'unavailable' });
      return;
    }
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration?.installing));
    look();
  }

  /** Follows a worker while it installs: at its end a newer release is there, or the first attempt has failed. */
  function watch(installing: ServiceWorker | null | undefined): void {
    installing?.addEventListener('statechange', () => {
      // Nothing is kept then, and the browser has forgotten the worker: `wake` tries again.
      if (installing.state === 'redundant' && !registration?.active) tell({ state: 'partly' });
      else look();
    });
  }

  async function check(type: 'STATUS' | 'REPAIR'): Promise<void> {
    if (!registration?.active) return;
    const status = await ask<Status>(registration.active, { type, build });
    tell({ updateReady: registration.waiting !== null || (status !== undefined && status.build !== build) });
    if (!status) return;
    const whole = status.missing.length === 0 && status.kept;
    tell({ state: whole ? 'ready' : 'partly' });
    if (!whole && type === 'STATUS') await check('REPAIR');
  }

  // One after the other, so that an older answer never overwrites a newer one.
  let looking = Promise.resolve();
  function look(): void {
    looking = looking.then(() => check('STATUS'));
  }

  /** The tab is looked at again, or the network is back: a moment to catch up with what was missed meanwhile. */
  function wake(): void {
    if (document.visibilityState === 'hidden') return;
    if (!registration?.active && !registration?.installing) void register();
    else look();
    if (Date.now() - updateLooked > HOUR) {
      updateLooked = Date.now();
      // Fails without a network, and then there is nothing newer to be had.
      registration?.update().catch(() => {});
    }
  }

  container.addEventListener('message', ({ data, ports }) => {
    if ((data as WhichBuild | undefined)?.type === 'WHICH_BUILD') ports[0]?.postMessage(build);
  });
  container.addEventListener('controllerchange', () => (accepted ? reload() : look()));
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('online', wake);
  void container.ready.then(look);
  void register();

  return {
    subscribe,
    acceptUpdate() {
      accepted = true;
      const request: Request = { type: 'SKIP_WAITING' };
      if (registration?.waiting) registration.waiting.postMessage(request);
      // Another tab accepted before: the newer release is in force already, for the next load.
      else reload();
    },
    async checkFiles(repair) {
      if (!registration?.active) return undefined;
      const checked = await ask<Checked>(registration.active, { type: 'CHECK', repair }, REPAIR_MS);
      if (repair) look();
      return checked;
    },
  };
}

/** Resolves to undefined when the worker does not answer in time. */
function ask<T>(worker: ServiceWorker, request: Request, limit = ANSWER_MS): Promise<T | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data as T);
    setTimeout(() => resolve(undefined), limit);
    worker.postMessage(request, [port2]);
  });
}

let policy: ReturnType<TrustedTypesFactory['createPolicy']> | undefined;

/**
 * The one place where a text becomes a script's address (Trusted Types); the policy's name is in the CSP.
 * @throws Error on an address of another origin
 */
export function trustedScript(scriptUrl: string): string {
  const absolute = new URL(scriptUrl, document.baseURI);
  // A blob can only be our own; whether it may run, the page's policy says.
  if (absolute.origin !== location.origin && absolute.protocol !== 'blob:')
    throw new Error(`${absolute.href} is not ours`);
  const factory = (window as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  policy ??= factory?.createPolicy('waymark-worker', { createScriptURL: (text) => text });
  // Browsers without Trusted Types take the text.
  return policy?.createScriptURL(absolute.href) ?? absolute.href;
}

/** The part of the Trusted Types API that is used; a TrustedScriptURL goes where a text goes. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (text: string) => string },
  ): { createScriptURL(text: string): string };
}
