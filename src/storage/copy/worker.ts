/** The worker that keeps the second copy: synchronous files can be written in a worker only. */
import { createAdditionDatabase } from '../addition-database.ts';
import { createConnection } from '../connection.ts';
import { createFirstStore } from '../first-store.ts';
import { heal } from '../heal.ts';
import { timeLimit, within } from '../time-limit.ts';
import { openCacheMedium } from './cache-medium.ts';
import { type FileName, type Folder, isTaken, openFileMedium } from './file-medium.ts';
import { CopyFailure, type Medium } from './medium.ts';
import type { Answer, Request } from './protocol.ts';
import { serveCopy } from './serve.ts';
import { shareCopy, type Word } from './share.ts';

/** A call to the database of additions that has not settled by then has failed. */
const ADDITIONS_MS = 5000;
/** So has a place for the copy. */
const PLACE_MS = 3000;

declare const self: DedicatedWorkerGlobalScope;

const { locks } = navigator as Partial<WorkerNavigator>;

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
  // Without it other windows are not heard, and are told that nobody answers.
  const channel =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`${database} second copy`);
  return shareCopy({
    me: crypto.getRandomValues(new Uint32Array(4)).join('-'),
    channel: {
      post: (word) => channel?.postMessage(word),
      listen: (listener) =>
        channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => listener(data)),
    },
    whenHolder(hold) {
      if (locks === undefined) return hold();
      locks
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
  if (folder !== undefined && locks !== undefined) return openFileMedium(folder);
  // Without locks, files let one window in by themselves. Caches would let in all.
  if (folder !== undefined)
    return openFileMedium(folder).catch((error: unknown) => {
      throw isTaken(error) ? new CopyFailure('elsewhere', error) : error;
    });
  if (typeof caches === 'undefined' || locks === undefined) throw new CopyFailure('missing');
  const silent = () => new CopyFailure('timeout');
  return timeLimit(PLACE_MS).hold(openCacheMedium(`${database} second copy`, caches), silent);
}

/** undefined where the browser has no synchronous files here, as an old one or a private window, or does not answer. */
async function privateFolder(database: string): Promise<Folder | undefined> {
  // A name that is not there at all may not even be asked for its parts.
  if (typeof FileSystemFileHandle === 'undefined') return undefined;
  if (typeof FileSystemFileHandle.prototype.createSyncAccessHandle !== 'function') return undefined;
  const { storage } = navigator as Partial<WorkerNavigator>;
  const asked = Promise.resolve(storage?.getDirectory?.()).catch(() => undefined);
  const root = await within(PLACE_MS, asked);
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
