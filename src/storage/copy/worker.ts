/** The worker that keeps the second copy: synchronous files can be written in a worker only. */
import { createAdditionDatabase } from '../addition-database.ts';
import { createConnection } from '../connection.ts';
import { createFirstStore } from '../first-store.ts';
import { heal } from '../heal.ts';
import { openCacheMedium } from './cache-medium.ts';
import { type FileName, type Folder, openFileMedium } from './file-medium.ts';
import { CopyFailure, type Medium } from './medium.ts';
import type { Answer, Request } from './protocol.ts';
import { serveCopy } from './serve.ts';
import { shareCopy, type Word } from './share.ts';

/** A call to the database of additions that has not settled by then has failed. */
const ADDITIONS_MS = 5000;

declare const self: DedicatedWorkerGlobalScope;

let ask: ((request: Request) => Promise<Answer>) | undefined;

self.addEventListener('message', ({ data, ports }: MessageEvent<Request>) => {
  if (data.type === 'open') ask ??= begin(data);
  void ask?.(data).then((answer) => ports[0]?.postMessage(answer));
});

function begin({
  database,
  additions,
  otherTitle,
  alone,
}: Request & { type: 'open' }): (request: Request) => Promise<Answer> {
  const channel = new BroadcastChannel(`${database} second copy`);
  return shareCopy({
    me: crypto.randomUUID(),
    channel: {
      post: (word) => channel.postMessage(word),
      listen: (listener) =>
        channel.addEventListener('message', ({ data }: MessageEvent<Word>) => listener(data)),
    },
    whenHolder(hold) {
      navigator.locks
        .request(`${database} second copy`, () => {
          hold();
          // Until this worker ends, with its window.
          return new Promise(() => undefined);
        })
        // Refused where site data is blocked: whoever asks is told that nobody answers.
        .catch(() => undefined);
    },
    serve: () =>
      serveCopy({
        first: createFirstStore(createConnection(database)),
        additions: createAdditionDatabase(additions, ADDITIONS_MS),
        openMedium: () => openMedium(database),
        heal: async () => {
          if (isChromium()) await heal(`${database} scratch`);
        },
        otherTitle,
        alone,
      }),
  });
}

async function openMedium(database: string): Promise<Medium> {
  const folder = isFirefox() ? undefined : await privateFolder(database);
  if (folder !== undefined) return openFileMedium(folder);
  if (typeof caches === 'undefined') throw new CopyFailure('missing');
  return openCacheMedium(`${database} second copy`, caches);
}

/** undefined where the browser has no synchronous files here: an old one, or a private window. */
async function privateFolder(database: string): Promise<Folder | undefined> {
  if (typeof FileSystemFileHandle?.prototype.createSyncAccessHandle !== 'function') return undefined;
  const root = await navigator.storage.getDirectory().catch(() => undefined);
  if (root === undefined) return undefined;
  const nameOf = (name: FileName) => `${database}.${name}`;
  return {
    open: async (name) => (await root.getFileHandle(nameOf(name), { create: true })).createSyncAccessHandle(),
    look: async (name) => new Uint8Array(await (await fileOf(root, nameOf(name))).arrayBuffer()),
    sizeOf: (name) =>
      fileOf(root, nameOf(name)).then(
        ({ size }) => size,
        () => undefined,
      ),
  };
}

async function fileOf(root: FileSystemDirectoryHandle, name: string): Promise<File> {
  return (await root.getFileHandle(name)).getFile();
}

/**
 * Its private files share a register with its databases: where that is damaged, both are emptied at once. Its caches
 * do not (docs/decisions). There is no feature to ask for that.
 */
function isFirefox(): boolean {
  return navigator.userAgent.includes('Firefox/');
}

/** Only its database needs healing. */
function isChromium(): boolean {
  return 'userAgentData' in navigator;
}
