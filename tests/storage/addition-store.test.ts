/** Own additions on the device: kept or refused, never overwritten by a tab that did not see what is there. */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Addition } from '../../src/session/additions/addition.ts';
import { createAdditions } from '../../src/session/additions/create-additions.ts';
import type { AdditionStore } from '../../src/session/additions/store.ts';
import { createAdditionStore } from '../../src/storage/addition-store.ts';
import { createMemoryAdditionStore } from '../../src/storage/memory-addition-store.ts';
import { ADDITION_MIGRATIONS } from '../../src/storage/migrations.ts';
import { addition } from '../session/additions/sample-additions.ts';
import { smallPack } from '../session/small-pack.ts';

const LATER = ADDITION_MIGRATIONS.length + 1;

let databases = 0;
const openTabs: { close(): void }[] = [];
const newDatabase = () => `additions-test-${++databases}`;
function tabOn(database: string, limit = 5000): AdditionStore {
  const store = createAdditionStore({ database, limit });
  openTabs.push(store);
  return store;
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const tab of openTabs.splice(0)) tab.close();
});

const saved = { kind: 'saved' };

describe.each([
  ['IndexedDB', () => tabOn(newDatabase())],
  ['memory', () => createMemoryAdditionStore()],
])('in %s', (_, open) => {
  it('keeps, changes, marks as deleted and removes', async () => {
    const store = open();
    expect(await store.put([addition(), addition({ id: 'b' })])).toEqual(saved);
    const changed = addition({ text: 'Council', revision: 2 });
    expect(await store.put([changed])).toEqual(saved);
    expect((await store.list()).additions).toEqual([changed, addition({ id: 'b' })]);
    const gone = { ...changed, revision: 3, deletedAt: '2026' };
    expect(await store.put([gone])).toEqual(saved);
    expect(await store.remove(gone)).toEqual(saved);
    expect(await store.list()).toEqual({ additions: [addition({ id: 'b' })], damaged: 0 });
  });

  it.each<[string, Addition[]]>([
    ['a second beginning', [addition({ text: 'Other' })]],
    ['a gap', [addition({ revision: 3 })]],
    ['a change of what is not there', [addition({ id: 'b', revision: 2 })]],
    ['one of several', [addition({ id: 'b' }), addition({ text: 'Other' })]],
  ])('is stale, and keeps nothing: %s', async (_name, put) => {
    const store = open();
    await store.put([addition()]);
    expect(await store.put(put)).toEqual({ kind: 'stale' });
    expect((await store.list()).additions).toEqual([addition()]);
  });

  it('does not remove what was changed meanwhile', async () => {
    const store = open();
    await store.put([addition()]);
    await store.put([addition({ revision: 2, text: 'Other' })]);
    expect(await store.remove(addition())).toEqual({ kind: 'stale' });
    expect((await store.list()).additions).toHaveLength(1);
  });

  it('keeps packs apart, also where they use one id', async () => {
    const store = open();
    expect(await store.put([addition(), addition({ pack: 'big' })])).toEqual(saved);
    expect((await store.list()).additions).toHaveLength(2);
  });
});

describe('the database', () => {
  it('takes the same write once more, after one that was not acknowledged', async () => {
    const store = tabOn(newDatabase());
    await store.put([addition()]);
    expect(await store.put([addition()])).toEqual(saved);
  });

  it('writes strictly durable, and acknowledges after the transaction', async () => {
    const store = tabOn(newDatabase());
    await store.list();
    const original = IDBDatabase.prototype.transaction;
    const events: unknown[] = [];
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      const transaction = original.apply(this, args);
      events.push(args[2]);
      transaction.addEventListener('complete', () => events.push('complete'));
      return transaction;
    });
    await store.put([addition()]).then(() => events.push('acknowledged'));
    // It looks first, then writes, then reads back.
    const once = [{ durability: 'strict' }, 'complete'];
    expect(events).toEqual([...once, ...once, ...once, 'acknowledged']);
  });

  it('reports records that are no additions, and leaves them', async () => {
    const database = newDatabase();
    const store = tabOn(database);
    await store.put([addition()]);
    const raw = await openDB(database);
    await raw.put('additions', { pack: 'small', id: 'x', text: 7 });
    expect(await store.list()).toEqual({ additions: [addition()], damaged: 1 });
    expect(await raw.getAll('additions')).toHaveLength(2);
    raw.close();
  });

  it('that is full refuses with that reason and keeps nothing', async () => {
    const database = newDatabase();
    const store = tabOn(database);
    await store.list();
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    expect(await store.put([addition()])).toEqual({ kind: 'refused', reason: 'quota' });
    vi.restoreAllMocks();
    expect((await store.list()).additions).toEqual([]);
  });

  it('of a later version refuses, and changes nothing', async () => {
    const database = newDatabase();
    (await openDB(database, LATER)).close();
    expect(await tabOn(database).put([addition()])).toEqual({ kind: 'refused', reason: 'closed' });
  });

  it('that another one blocks is told in time', async () => {
    const database = newDatabase();
    await tabOn(database).put([addition()]);
    const old = await openDB(database);
    const upgrade = indexedDB.open(database, LATER);
    await new Promise((resolve) => {
      upgrade.onblocked = resolve;
    });
    expect(await tabOn(database, 200).put([addition({ id: 'b' })])).toEqual({
      kind: 'refused',
      reason: 'timeout',
    });
    old.close();
    await new Promise((resolve) => {
      upgrade.onsuccess = resolve;
    });
    upgrade.result.close();
  });

  it('holds no connection: it can be upgraded at any time', async () => {
    const database = newDatabase();
    await tabOn(database).put([addition()]);
    (await openDB(database, LATER)).close();
  });
});

describe('two tabs', () => {
  const text = (words: string) => ({
    output: 'R1',
    kind: 'body' as const,
    text: words,
    author: 'AB',
    date: '2026-11-26',
  });
  let ids = 0;
  const additionsOver = async (store: AdditionStore) => {
    const own = createAdditions({ pack: smallPack, store, now: () => '2026', newId: () => `n${++ids}` });
    await expect.poll(() => own.ready.value).toBe(true);
    return own;
  };

  it('hear of each other', async () => {
    const database = newDatabase();
    const [here, there] = [await additionsOver(tabOn(database)), await additionsOver(tabOn(database))];
    expect(await here.keep(text('Council'))).toEqual({ kind: 'kept' });
    await expect.poll(() => there.all.value.map((one) => one.text)).toEqual(['Council']);
  });

  it('lose no update: the second is told what the first wrote, and may then put its own in its place', async () => {
    const database = newDatabase();
    const [here, there] = [await additionsOver(tabOn(database)), await additionsOver(tabOn(database))];
    await here.keep(text('Council'));
    await expect.poll(() => there.all.value).toHaveLength(1);
    const base = there.all.value[0];
    if (base === undefined) throw new Error('no addition');
    // Both begin from the same.
    const outcomes = await Promise.all([here.keep(text('Here'), base), there.keep(text('There'), base)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['kept', 'stale']);
    const late = outcomes.find((one) => one.kind === 'stale');
    const first = outcomes[0]?.kind === 'kept' ? 'Here' : 'There';
    expect(late).toMatchObject({ now: { text: first, revision: 2 } });
    const now = late?.kind === 'stale' ? late.now : undefined;
    expect(await here.keep(text('Mine'), now)).toEqual({ kind: 'kept' });
    await expect.poll(() => there.all.value.map((one) => one.text)).toEqual(['Mine']);
  });

  it('deleting is undone, also elsewhere; what changed meanwhile is not deleted', async () => {
    const database = newDatabase();
    const [here, there] = [await additionsOver(tabOn(database)), await additionsOver(tabOn(database))];
    await here.keep(text('Council'));
    await expect.poll(() => there.all.value).toHaveLength(1);
    const [seen] = there.all.value;
    if (seen === undefined) throw new Error('no addition');
    await here.keep(text('Changed'), seen);
    expect(await there.delete(seen)).toMatchObject({ kind: 'stale', now: { text: 'Changed' } });
    const [now] = here.all.value;
    if (now === undefined) throw new Error('no addition');
    await here.delete(now);
    await expect.poll(() => there.deleted.value).toHaveLength(1);
    const [gone] = there.deleted.value;
    if (gone === undefined) throw new Error('nothing deleted');
    expect(await there.restore(gone)).toEqual({ kind: 'kept' });
    await expect.poll(() => here.all.value.map((one) => one.text)).toEqual(['Changed']);
  });

  it('taking over from a file is all or nothing', async () => {
    const database = newDatabase();
    const [here, there] = [await additionsOver(tabOn(database)), await additionsOver(tabOn(database))];
    const output = smallPack.outputs[0]?.id ?? '';
    const theirs = ['x', 'y'].map((id) => ({ id, ...text(id), output }));
    const incoming = here.compare(theirs);
    expect(incoming.map(({ state }) => state)).toEqual(['new', 'new']);
    await there.takeOver(there.compare(theirs.slice(0, 1).map((one) => ({ ...one, text: 'first' }))), {});
    expect(await here.takeOver(incoming, {})).toMatchObject({ kind: 'stale' });
    expect(here.all.value.map((one) => one.text)).toEqual(['first']);
    expect(here.compare(theirs).map(({ state }) => state)).toEqual(['differs', 'new']);
  });
});
