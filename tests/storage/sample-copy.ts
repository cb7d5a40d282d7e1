/** A second copy without a browser: its worker's work done in place, over files that lie in memory. */
import type { SessionStore, StoredSession } from '../../src/session/store.ts';
import { createAdditionDatabase } from '../../src/storage/addition-database.ts';
import { createConnection } from '../../src/storage/connection.ts';
import {
  type FileName,
  type Folder,
  openFileMedium,
  type SyncFile,
} from '../../src/storage/copy/file-medium.ts';
import type { Answer } from '../../src/storage/copy/protocol.ts';
import { serveCopy } from '../../src/storage/copy/serve.ts';
import { createFirstStore } from '../../src/storage/first-store.ts';
import { createGistStore } from '../../src/storage/gist-store.ts';
import { createHints } from '../../src/storage/hints.ts';
import type { SecondCopy } from '../../src/storage/second-copy.ts';
import { createSecondOnlyStore } from '../../src/storage/second-only.ts';
import { createSessionStore } from '../../src/storage/session-store.ts';
import { createTwiceKeptStore } from '../../src/storage/twice-kept.ts';

/** Two files in memory that fail as real ones do. */
export class Disk implements Folder {
  readonly files: Record<FileName, Uint8Array> = { a: new Uint8Array(), b: new Uint8Array() };
  /** So many bytes may still be written; a write beyond that is short, as on a full disk. */
  room = Number.POSITIVE_INFINITY;
  /** Files that do not open. */
  readonly locked = new Set<FileName>();
  /** Once so many bytes are written, every call throws: the browser was killed. */
  killAfter = Number.POSITIVE_INFINITY;

  async open(name: FileName): Promise<SyncFile> {
    if (this.locked.has(name)) throw new DOMException('in use', 'InvalidStateError');
    const disk = this;
    return {
      getSize: () => disk.files[name].length,
      read(into, { at }) {
        into.set(disk.files[name].subarray(at, at + into.length));
        return into.length;
      },
      write(bytes, { at }) {
        const alive = Math.min(bytes.length, disk.killAfter);
        const length = Math.min(alive, disk.room);
        const grown = new Uint8Array(Math.max(disk.files[name].length, at + length));
        grown.set(disk.files[name]);
        grown.set(bytes.subarray(0, length), at);
        disk.files[name] = grown;
        disk.room -= length;
        disk.killAfter -= length;
        if (alive < bytes.length) throw new Error('killed');
        return length;
      },
      truncate(size) {
        if (disk.killAfter === 0) throw new Error('killed');
        disk.files[name] = disk.files[name].slice(0, size);
      },
      flush: () => undefined,
      close: () => undefined,
    };
  }
  async look(name: FileName) {
    return this.files[name];
  }
  async sizeOf(name: FileName) {
    return this.files[name].length;
  }
  text(): string {
    return new TextDecoder().decode(this.files.a) + new TextDecoder().decode(this.files.b);
  }
}

export interface Window {
  store: SessionStore;
  second: SecondCopy;
  opened: Promise<Answer>;
  sessions(): Promise<StoredSession[]>;
}

/** A window with a worker of its own, on a database and a disk. The last one must be done before the next begins. */
export function windowOn(
  database: string,
  disk: Disk,
  more: { idleAfter?: number; limit?: number; alone?: boolean } = {},
): Window {
  const connection = createConnection(database);
  const served = serveCopy({
    first: createFirstStore(createConnection(database)),
    additions: createAdditionDatabase(`${database}-additions`, 5000),
    openMedium: () => openFileMedium(disk),
    heal: async () => undefined,
    otherTitle: '{title} (other copy)',
    idleAfter: 60_000,
    ...more,
  });
  const second: SecondCopy = {
    opened: served.opened,
    ask: (request) => served.answer(request),
    touch: async () => void (await served.answer({ type: 'touch' })),
    async keep(request) {
      const { fault } = await served.answer(request);
      return fault === '' ? { kind: 'saved' } : { kind: 'saved', once: fault };
    },
    close: () => undefined,
  };
  const limit = more.limit ?? 5000;
  const gists = createGistStore(database);
  const first = createSessionStore(connection, createHints(database), limit, false, gists);
  const store = more.alone
    ? createSecondOnlyStore(second)
    : createTwiceKeptStore(first, second, first.verify, connection.failed);
  return { store, second, opened: served.opened, sessions: async () => (await store.list()).sessions };
}
