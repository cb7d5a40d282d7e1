/**
 * What every browser test starts with: `import { expect, test } from './served.ts'`. Each test gets a server of its
 * own (so an origin and a storage of its own), and fails by itself when anything was asked of another origin, the
 * content security policy was violated, or an error was left uncaught.
 */
import { type BrowserContext, test as base, expect } from '@playwright/test';
import { type Served as Server, serve } from '../../src/tools/serve.mjs';
import { RELEASES, type ReleaseName } from './releases.ts';

export { expect };

export interface Served {
  /** Address of the app, with a slash at the end; the same after restart and swap. */
  url: string;
  /** The server is gone, as in a train: connections are refused. Stronger than the browser's offline switch. */
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** Serves another release at the same address. */
  swapRelease(release: ReleaseName): Promise<void>;
  /** Serves any folder at the same address. */
  swapFolder(folder: string): Promise<void>;
}

/** What went wrong unnoticed. Empty it (`length = 0`) in a test that provokes it. */
export interface Watched {
  offOrigin: string[];
  violations: string[];
  errors: string[];
}

export const test = base.extend<{ served: Served; watched: Watched }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
  served: async ({}, use) => {
    let folder = RELEASES.current.folder;
    let server: Server | undefined = await serve({ folder, port: 0 });
    const { url, port } = server;
    const stop = async () => {
      await server?.close();
      server = undefined;
    };
    const restart = async () => {
      await stop();
      server = await serve({ folder, port });
    };
    const swapFolder = async (next: string) => {
      folder = next;
      await restart();
    };
    const swapRelease = (name: ReleaseName) => swapFolder(RELEASES[name].folder);
    await use({ url, stop, restart, swapRelease, swapFolder });
    await stop();
  },

  watched: [
    async ({ context, served }, use) => {
      const watched: Watched = { offOrigin: [], violations: [], errors: [] };
      await watch(context, served.url, watched);
      await use(watched);
      expect(watched).toEqual({ offOrigin: [], violations: [], errors: [] });
    },
    { auto: true },
  ],
});

async function watch(context: BrowserContext, url: string, watched: Watched): Promise<void> {
  context.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) {
      watched.offOrigin.push(request.url());
    }
  });
  context.on('console', (message) => {
    if (/content security policy|trusted ?(type|script)/i.test(message.text())) {
      watched.violations.push(message.text());
    }
  });
  context.on('weberror', (error) => watched.errors.push(error.error().stack ?? error.error().message));
  await context.exposeBinding('reportViolation', (_, text: string) => watched.violations.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = window as unknown as { reportViolation(text: string): void };
      reportViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
}
