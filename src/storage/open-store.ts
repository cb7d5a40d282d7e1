import type { SessionStore } from '../session/store.ts';
import { createConnection } from './connection.ts';
import { createHints } from './hints.ts';
import { type RefusalReason, refusalFrom } from './refusal.ts';
import { createSessionStore } from './session-store.ts';

export interface StoreOptions {
  /** Name of the database and of the channel between tabs. */
  database?: string;
  /** A write that has not settled after so many milliseconds is refused. */
  limit?: number;
}

export type OpenedStore = { store: SessionStore; close(): void } | { none: RefusalReason };

/**
 * Opens the sessions kept in this browser. Writes once to see whether anything can be kept at all: private
 * windows and blocked site data fail here. `none` says why not; sessions then live in memory only
 * (see createMemoryStore).
 */
export async function openStore({
  database = 'waymark',
  limit = 5000,
}: StoreOptions = {}): Promise<OpenedStore> {
  const connection = createConnection(database);
  try {
    await connection.run('readwrite', limit, async (tx) => {
      const probe = { id: ' probe', place: '', deletedAt: '', count: 0, last: '' };
      await tx.objectStore('sessions').put(probe);
      await tx.objectStore('sessions').delete(probe.id);
    });
  } catch (error) {
    connection.close();
    return { none: refusalFrom(error).reason };
  }
  const hints = createHints(database);
  // A page put aside for going back must not hold the database against other tabs; the next use opens it again.
  const letGo = () => connection.close();
  globalThis.addEventListener?.('pagehide', letGo);
  return {
    store: createSessionStore(connection, hints, limit),
    close() {
      globalThis.removeEventListener?.('pagehide', letGo);
      hints.close();
      connection.close();
    },
  };
}
