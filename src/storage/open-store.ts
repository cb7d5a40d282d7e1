import type { Addition } from '../session/additions/addition.ts';
import type { SessionStore } from '../session/store.ts';
import { createConnection } from './connection.ts';
import type { Answer } from './copy/protocol.ts';
import { createGistStore } from './gist-store.ts';
import { createHints } from './hints.ts';
import { askToKeepQuietly } from './keep.ts';
import { type RefusalReason, refusalFrom } from './refusal.ts';
import { type CopyWorker, openSecondCopy, type SecondCopy } from './second-copy.ts';
import { createSessionStore } from './session-store.ts';
import { createTwiceKeptStore } from './twice-kept.ts';

export interface StoreOptions {
  /** Name of the database and of the channel between tabs. */
  database?: string;
  /** Name of that of own additions, which the second copy keeps too. */
  additions?: string;
  /** A write that has not settled after so many milliseconds is refused. */
  limit?: number;
  /** Makes the worker of the second copy; without it everything is kept once. */
  startCopy?: () => CopyWorker;
  /** How a session found beside another is called; `{title}` stands for that one's. */
  otherTitle?: Promise<string>;
}

export type OpenedStore =
  | { store: SessionStore; second: SecondCopy | undefined; close(): void }
  | { none: RefusalReason; alone?: { store: SessionStore; additions: Addition[] } };

/**
 * Opens the sessions kept in this browser. Writes once to see whether anything can be kept at all: private
 * windows and blocked site data fail here. `none` says why not; sessions then live in memory only
 * (see createMemoryStore), unless the second copy can be had alone: `alone` is that, and own additions as it has them.
 */
export async function openStore({
  database = 'waymark',
  additions = 'waymark-additions',
  limit = 5000,
  startCopy,
  otherTitle = Promise.resolve('{title}'),
}: StoreOptions = {}): Promise<OpenedStore> {
  const connection = createConnection(database);
  // Without the second copy's worker nobody else looks at the journals: then the list does.
  const gists = startCopy && createGistStore(database);
  try {
    await connection.run('readwrite', limit, async (tx) => {
      const probe = { id: ' probe', place: '', deletedAt: '', count: 0, last: '' };
      await tx.objectStore('sessions').put(probe);
      await tx.objectStore('sessions').delete(probe.id);
    });
  } catch (error) {
    connection.close();
    const second = startCopy && openSecondCopy(startCopy, { database, additions }, otherTitle, true);
    const kept = await readAlone(second);
    const none = refusalFrom(error).reason;
    if (second === undefined || kept === undefined) return { none };
    const { createSecondOnlyStore } = await import('./second-only.ts');
    return { none, alone: { store: createSecondOnlyStore(second), additions: kept.additions } };
  }
  if (typeof navigator !== 'undefined') askToKeepQuietly(navigator);
  const hints = createHints(database);
  // A page put aside for going back must not hold the database against other tabs; the next use opens it again.
  const letGo = () => connection.close();
  globalThis.addEventListener?.('pagehide', letGo);
  // At once, not after the list: what an unclean end left torn is healed before anything more is written after it.
  const second = startCopy && openSecondCopy(startCopy, { database, additions }, otherTitle);
  const first = createSessionStore(connection, hints, limit, second === undefined, gists);
  return {
    store:
      second === undefined ? first : createTwiceKeptStore(first, second, first.verify, connection.failed),
    second,
    close() {
      globalThis.removeEventListener?.('pagehide', letGo);
      hints.close();
      gists?.close();
      second?.close();
      connection.close();
    },
  };
}

/** undefined where there is no second copy either, as in a private window, or it holds nothing. */
async function readAlone(second: SecondCopy | undefined): Promise<Answer['kept']> {
  const opened = await second?.opened;
  if (second === undefined || opened?.fault !== '') return undefined;
  const { kept } = await second.ask({ type: 'list' });
  const empty =
    kept === undefined || kept.sessions.length + kept.damaged.length + kept.additions.length === 0;
  return empty ? undefined : kept;
}
