/** A browser that does not do its part: every write is either kept or refused, in time and with a reason. */
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { VERSION } from '../../src/storage/migrations.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { refusalFrom } from '../../src/storage/refusal.ts';
import { extended, journalOf } from '../session/samples.ts';
import { behind, newDatabase, tabOn } from './sample-database.ts';

const yes = { type: 'answered', question: 'energy', answer: 'yes' } as const;
const journal = journalOf(yes, { ...yes, answer: 'no' });

// Limits here are far from what a busy machine needs, so that only what hangs is refused.
vi.setConfig({ testTimeout: 20_000 });

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

type Transact = IDBDatabase['transaction'];

/** Changes what the next so many transactions do. */
function failing(
  times: number,
  fail: (database: IDBDatabase, begin: () => IDBTransaction) => IDBTransaction,
) {
  const original: Transact = IDBDatabase.prototype.transaction;
  let left = times;
  return vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args: Parameters<Transact>
  ) {
    const begin = () => original.apply(this, args);
    return left-- > 0 ? fail(this, begin) : begin();
  });
}

const lost = (): never => {
  throw new DOMException('the connection is closing', 'InvalidStateError');
};
const aborted = (_: IDBDatabase, begin: () => IDBTransaction) => {
  const transaction = begin();
  if (transaction.mode !== 'versionchange') queueMicrotask(() => transaction.abort());
  return transaction;
};
const upgradeAborted = (_: IDBDatabase, begin: () => IDBTransaction) => {
  const transaction = begin();
  if (transaction.mode === 'versionchange') queueMicrotask(() => transaction.abort());
  return transaction;
};

/** Another tab at work on the stores for as long as it likes: nobody else's transaction gets its turn. */
async function occupied(database: string): Promise<{ release(): Promise<void> }> {
  const raw = await openDB(database);
  const transaction = raw.transaction(['entries', 'sessions'], 'readwrite');
  let wanted = true;
  const working = (async () => {
    while (wanted) await transaction.objectStore('sessions').get('nothing');
    await transaction.done;
    raw.close();
  })();
  return {
    release: () => {
      wanted = false;
      return working;
    },
  };
}

describe('a write', () => {
  it('is strictly durable', async () => {
    const store = await tabOn(newDatabase());
    const begun = failing(0, (_, begin) => begin());
    await store.append('a', journal);
    expect(begun.mock.calls).toEqual([
      [['entries', 'sessions', 'removed'], 'readwrite', { durability: 'strict' }],
      // What was written is read back.
      [['entries', 'sessions', 'removed'], 'readonly', { durability: 'strict' }],
    ]);
  });

  it('is acknowledged after its transaction, not before', async () => {
    const store = await tabOn(newDatabase());
    const events: string[] = [];
    failing(1, (_, begin) => {
      const transaction = begin();
      transaction.addEventListener('complete', () => events.push('complete'));
      return transaction;
    });
    await store.append('a', journal).then(() => events.push('acknowledged'));
    expect(events).toEqual(['complete', 'acknowledged']);
  });

  const losses: [string, Parameters<typeof failing>[1]][] = [
    ['before it began', lost],
    ['while it ran', aborted],
  ];
  it.each(losses)('is done again, once, where the connection was lost %s', async (_, fail) => {
    const store = await tabOn(newDatabase());
    failing(1, fail);
    expect(await store.append('a', journal)).toEqual({ kind: 'saved' });
    expect((await store.read('a'))?.entries).toEqual(journal);
  });

  it.each(losses)(
    'is refused where it was lost twice %s; nothing is kept, the next one works',
    async (_, fail) => {
      const store = await tabOn(newDatabase());
      failing(3, fail);
      expect(await store.append('a', journal)).toEqual({ kind: 'refused', reason: 'closed' });
      vi.restoreAllMocks();
      expect(await store.read('a')).toBe(undefined);
      expect(await store.append('a', journal)).toEqual({ kind: 'saved' });
    },
  );

  it('that a full disk aborts is refused as such, and not tried twice', async () => {
    const store = await tabOn(newDatabase());
    const begun = failing(9, lost);
    begun.mockImplementation(() => {
      throw new DOMException('Internal error: NO_SPACE', 'UnknownError');
    });
    expect(await store.append('a', journal)).toEqual({ kind: 'refused', reason: 'quota' });
    // The write, and the look whether it was kept after all.
    expect(begun.mock.calls.map(([, mode]) => mode)).toEqual(['readwrite', 'readonly']);
  });

  it('that never settles is refused in time and leaves nothing behind', async () => {
    const database = newDatabase();
    const store = await tabOn(database, 1500);
    const other = await occupied(database);
    const start = performance.now();
    expect(await store.append('a', journal)).toEqual({ kind: 'refused', reason: 'timeout' });
    expect(performance.now() - start).toBeLessThan(3000);
    await other.release();
    expect(await store.read('a')).toBe(undefined);
    expect(await store.append('a', journal)).toEqual({ kind: 'saved' });
  });

  it('that was kept, though nobody said so in time, is found out by reading', async () => {
    const store = await tabOn(newDatabase(), 3000);
    failing(1, (_, begin) => {
      const transaction = begin();
      // Commits, and its end is never heard of.
      const add: EventTarget['addEventListener'] = transaction.addEventListener.bind(transaction);
      transaction.addEventListener = (...args: Parameters<typeof add>) => {
        if (args[0] !== 'complete') add(...args);
      };
      return transaction;
    });
    expect(await store.append('a', journal)).toEqual({ kind: 'saved' });
    expect((await store.read('a'))?.entries).toEqual(journal);
  });
});

describe('the connection', () => {
  it('gives way to a later version in another tab, and then refuses', async () => {
    const database = newDatabase();
    const store = await tabOn(database);
    await store.append('a', journal);
    const later = await openDB(database, VERSION + 1);
    expect(later.version).toBe(VERSION + 1);
    expect(await store.append('a', extended(journal, yes).slice(3))).toEqual({
      kind: 'refused',
      reason: 'closed',
    });
    later.close();
  });

  it('gives way to a deletion, and begins anew', async () => {
    const database = newDatabase();
    const store = await tabOn(database);
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(database);
      request.onsuccess = resolve;
      request.onblocked = reject;
    });
    expect(await store.append('a', journal)).toEqual({ kind: 'saved' });
  });

  it('that another tab blocks is told', async () => {
    const database = newDatabase();
    const old = await openDB(database, VERSION);
    // An old tab that does not let go, and an upgrade waiting for it.
    const upgrade = indexedDB.open(database, VERSION + 1);
    await new Promise((resolve) => {
      upgrade.onblocked = resolve;
    });
    expect(await openStore({ database, limit: 200 })).toEqual({ none: 'timeout' });
    old.close();
    await new Promise((resolve) => {
      upgrade.onsuccess = resolve;
    });
    upgrade.result.close();
  });

  it('is let go when the page is put aside, and taken up again', async () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    const database = newDatabase();
    const store = await tabOn(database);
    const closed = vi.spyOn(IDBDatabase.prototype, 'close');
    page.dispatchEvent(new Event('pagehide'));
    await Promise.resolve();
    expect(closed).toHaveBeenCalledTimes(1);
    expect(await store.append('a', journal)).toEqual({ kind: 'saved' });
  });
});

describe('a browser that keeps nothing is noticed at the start', () => {
  it.each([
    ['no IndexedDB', undefined, 'unknown'],
    [
      'site data blocked',
      {
        open: () => {
          throw new DOMException('', 'SecurityError');
        },
      },
      'blocked',
    ],
    [
      'a private window of old',
      {
        open: () => {
          throw new DOMException('', 'InvalidStateError');
        },
      },
      'closed',
    ],
  ])('%s', async (_, factory, none) => {
    vi.stubGlobal('indexedDB', factory);
    expect(await openStore({ database: newDatabase() })).toEqual({ none });
  });

  it('a store that opens and takes no write', async () => {
    failing(9, aborted);
    expect(await openStore({ database: newDatabase() })).toEqual({ none: 'closed' });
  });

  it('a database that cannot be made', async () => {
    failing(9, upgradeAborted);
    expect(await openStore({ database: newDatabase() })).toEqual({ none: 'closed' });
  });

  it('leaves no trace where it works', async () => {
    const database = newDatabase();
    await tabOn(database);
    expect(await behind(database, (raw) => raw.getAll('sessions'))).toEqual([]);
  });
});

describe('reasons', () => {
  it.each([
    [new DOMException('', 'QuotaExceededError'), 'quota'],
    [new DOMException('Encountered full disk while opening backing store', 'UnknownError'), 'quota'],
    [new DOMException('... NO_SPACE', 'UnknownError'), 'quota'],
    [new DOMException('', 'InvalidStateError'), 'closed'],
    [new DOMException('', 'AbortError'), 'closed'],
    [new DOMException('', 'VersionError'), 'closed'],
    [new DOMException('', 'SecurityError'), 'blocked'],
    [new DOMException('odd', 'UnknownError'), 'unknown'],
    [new Error('odd'), 'unknown'],
    [undefined, 'unknown'],
  ])('%s', (error, reason) => {
    expect(refusalFrom(error).reason).toBe(reason);
  });
});
