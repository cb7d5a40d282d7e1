/** Two stores, one of them harmed: nothing that was saved is missing, nothing that was removed is there again. */
import { describe, expect, it, vi } from 'vitest';
import { createAdditionStore } from '../../src/storage/addition-store.ts';
import { addition } from '../session/additions/sample-additions.ts';
import { extended, journalOf } from '../session/samples.ts';
import { Disk, windowOn } from './sample-copy.ts';
import { behind, newDatabase } from './sample-database.ts';

vi.setConfig({ testTimeout: 20_000 });

const answer = (text: string) => ({ type: 'answered', question: 'energy', answer: text }) as const;
const journal = journalOf(answer('yes'), answer('no'), answer('yes'));
const SAVED = { kind: 'saved' };

const wipe = (database: string) =>
  behind(database, async (raw) => {
    for (const name of ['entries', 'sessions', 'removed']) await raw.clear(name);
  });

/** Both stores with one session of four entries, brought in step. */
async function kept() {
  const [database, disk] = [newDatabase(), new Disk()];
  const { store } = windowOn(database, disk);
  expect(await store.append('a', journal)).toEqual(SAVED);
  return { database, disk, store };
}

describe('the files cleared under their handles', () => {
  /** As in a browser: what is open goes on in a file that nobody finds any more. */
  function clearable() {
    const disk = new Disk();
    let open = 0;
    let there = disk;
    const folder = Object.assign(Object.create(disk) as Disk, {
      open: (name: 'a' | 'b') => {
        open += 1;
        return there.open(name);
      },
      look: (name: 'a' | 'b') => there.look(name),
      sizeOf: (name: 'a' | 'b') => there.sizeOf(name),
    });
    return {
      folder,
      clear: () => {
        there = new Disk();
      },
      text: () => there.text(),
      lock: () => there.locked.add('a').add('b'),
      opened: () => open,
    };
  }

  it('are noticed before the next step, which is in the new ones with all before it', async () => {
    const { folder, clear, text } = clearable();
    const { store } = windowOn(newDatabase(), folder);
    await store.append('a', journal.slice(0, 3));
    clear();
    expect(await store.append('a', journal.slice(3))).toEqual(SAVED);
    for (const { hash } of journal) expect(text()).toContain(hash);
  });

  it('where new ones cannot be opened, that is said at once from the second step on', async () => {
    const { folder, clear, lock, opened } = clearable();
    const { store } = windowOn(newDatabase(), folder);
    await store.append('a', journal.slice(0, 2));
    clear();
    lock();
    expect(await store.append('a', journal.slice(2, 3))).toMatchObject({ kind: 'saved', once: 'unknown' });
    const tried = opened();
    expect(await store.append('a', journal.slice(3))).toMatchObject({ kind: 'saved', once: 'unknown' });
    expect(opened()).toBe(tried);
  });
});

describe('the database wiped while the app is open', () => {
  it('a session is read all the same', async () => {
    const { database, store } = await kept();
    await wipe(database);
    expect(await store.read('a')).toMatchObject({ entries: journal });
  });

  it('the list has it', async () => {
    const { database, store } = await kept();
    await wipe(database);
    expect((await store.list()).sessions).toMatchObject([{ id: 'a', entries: journal }]);
  });

  it('it is made good as soon as it is quiet, without being asked', async () => {
    const [database, disk] = [newDatabase(), new Disk()];
    const { store, second } = windowOn(database, disk, { idleAfter: 20 });
    expect(await store.append('a', journal)).toEqual(SAVED);
    await wipe(database);
    await second.touch();
    const count = () => behind(database, (raw) => raw.count('entries'));
    await vi.waitFor(async () => expect(await count()).toBe(journal.length));
  });

  it('what was removed for good stays away', async () => {
    const { database, store } = await kept();
    await store.remove('a');
    await wipe(database);
    expect(await store.read('a')).toBeUndefined();
    expect((await store.list()).sessions).toEqual([]);
  });
});

describe('one of them harmed while closed', () => {
  it.each<[string, (database: string, disk: Disk) => unknown]>([
    ['the database wiped', wipe],
    ['the database cut to an older state', (name) => behind(name, (raw) => raw.delete('entries', ['a', 4]))],
    [
      'an entry of the database altered',
      (name) => behind(name, (raw) => raw.put('entries', { ...journal[1], session: 'a', time: 'x' })),
    ],
    [
      'the files emptied',
      (_, disk) => Object.assign(disk, { files: { a: new Uint8Array(), b: new Uint8Array() } }),
    ],
    ['the files filled with zeros', (_, disk) => void disk.files.a.fill(0)],
    ['the files cut', (_, disk) => Object.assign(disk.files, { a: disk.files.a.slice(0, 700) })],
    ['a byte of a line in the middle changed', (_, disk) => disk.files.a.fill(0, 600, 601)],
    ['the first line changed', (_, disk) => disk.files.a.fill(0, 20, 21)],
  ])('%s', async (_, harm) => {
    const { database, disk } = await kept();
    await harm(database, disk);
    const again = windowOn(database, disk);
    await again.opened;
    expect(await again.store.read('a')).toMatchObject({ entries: journal });
    // What was made good must be good: the other is taken away now, first the one, then the other.
    await wipe(database);
    const third = windowOn(database, disk);
    expect((await third.sessions()).map(({ entries }) => entries)).toEqual([journal]);
    const empty = new Disk();
    const fourth = windowOn(database, empty);
    await fourth.opened;
    await wipe(database);
    expect((await windowOn(database, empty).sessions()).map(({ entries }) => entries)).toEqual([journal]);
  });

  it('opened by its address at once, before both were brought in step', async () => {
    const { database, disk } = await kept();
    await wipe(database);
    expect(await windowOn(database, disk).store.read('a')).toMatchObject({ entries: journal });
  });

  it('an address that neither knows stays unknown', async () => {
    const { store } = await kept();
    expect(await store.read('b')).toBeUndefined();
  });

  it('both harmed beyond repair: told, by number, and nothing is changed', async () => {
    const { database, disk } = await kept();
    await behind(database, (raw) => raw.delete('entries', ['a', 3]));
    const at = disk.text().indexOf(`"seq":3`);
    disk.files.a[at] = 0;
    const before = disk.files.a.slice();
    const again = windowOn(database, disk);
    const { report } = await again.opened;
    expect(report?.damaged).toEqual([
      { id: 'a', reason: 'incomplete', whole: 2, known: 4, title: expect.any(String) },
    ]);
    expect((await again.store.list()).damaged).toMatchObject([{ id: 'a', reason: 'incomplete' }]);
    await expect(again.store.read('a')).rejects.toThrow('incomplete');
    expect(disk.files.a.subarray(0, before.length)).toEqual(before);
    // A way on: what fits together becomes a session of its own, once.
    expect(await again.store.keepWhole?.('a')).toEqual(SAVED);
    expect(await again.store.keepWhole?.('a')).toEqual(SAVED);
    const [left, ...more] = await again.sessions();
    expect(left?.entries.slice(0, 2)).toEqual(journal.slice(0, 2));
    expect([left?.entries.length, more]).toEqual([3, []]);
  });
});

describe('asked how the copies do', () => {
  const FINE = { fault: '', mended: 0, damaged: 0 };

  it('all is well', async () => {
    expect(await (await kept()).store.copies?.(false)).toEqual(FINE);
  });

  it('either is made good from the other when that is wanted', async () => {
    const { database, disk, store } = await kept();
    await wipe(database);
    expect(await store.copies?.(true)).toEqual({ ...FINE, mended: 1 });
    expect(await behind(database, (raw) => raw.count('entries'))).toBe(journal.length);
    for (const name of ['a', 'b'] as const) disk.files[name] = new Uint8Array();
    expect(await windowOn(database, disk).store.copies?.(true)).toEqual(FINE);
    expect(disk.text()).toContain(journal.at(-1)?.hash);
  });

  it('what cannot be made good is counted, looked for anew or not', async () => {
    const { database, disk } = await kept();
    await behind(database, (raw) => raw.delete('entries', ['a', 3]));
    disk.files.a[disk.text().indexOf(`"seq":3`)] = 0;
    const { store } = windowOn(database, disk);
    for (const mend of [false, true]) expect(await store.copies?.(mend)).toEqual({ ...FINE, damaged: 1 });
  });

  it('no room for the second copy: why', async () => {
    const { disk, store } = await kept();
    disk.room = 0;
    await store.append('b', journal.slice(0, 1));
    expect(await store.copies?.(true)).toMatchObject({ fault: 'quota' });
  });
});

describe('one of them refuses', () => {
  it('no room for the second copy: a full disk, on which the database alone is not trusted; later both have it', async () => {
    const { database, disk, store } = await kept();
    disk.room = 30;
    const more = extended(journal, answer('no'));
    expect(await store.append('a', more.slice(4))).toEqual({ kind: 'refused', reason: 'quota' });
    disk.room = Number.POSITIVE_INFINITY;
    expect(await store.append('a', more.slice(4))).toEqual(SAVED);
    await wipe(database);
    expect((await windowOn(database, disk).sessions())[0]?.entries).toEqual(more);
  });

  it('what failed once is made up for when it is quiet', async () => {
    const [database, disk] = [newDatabase(), new Disk()];
    const { store } = windowOn(database, disk, { idleAfter: 20 });
    await store.append('a', journal.slice(0, 1));
    disk.room = 0;
    expect(await store.append('a', journal.slice(1))).toEqual({ kind: 'refused', reason: 'quota' });
    disk.room = Number.POSITIVE_INFINITY;
    await vi.waitFor(() => expect(disk.text()).toContain('"seq":4'), 5000);
  });

  it('the database refuses: the second copy has it, then the next too, and the database gets both', async () => {
    const { database, disk, store } = await kept();
    const fail = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const one = extended(journal, answer('no'));
    const two = extended(one, answer('yes'));
    expect(await store.append('a', one.slice(4))).toEqual({ kind: 'saved', once: 'quota' });
    expect(await store.append('a', two.slice(5))).toEqual({ kind: 'saved', once: 'quota' });
    fail.mockRestore();
    put.mockRestore();
    expect(await store.append('a', [])).toEqual(SAVED);
    expect(await behind(database, (raw) => raw.count('entries'))).toBe(6);
    expect(await windowOn(database, disk).store.read('a')).toMatchObject({ entries: two });
  });

  it('neither takes it: refused', async () => {
    const { disk, store } = await kept();
    const fail = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    disk.room = 10;
    const more = extended(journal, answer('no'));
    expect(await store.append('a', more.slice(4))).toEqual({ kind: 'refused', reason: 'quota' });
    fail.mockRestore();
    disk.room = Number.POSITIVE_INFINITY;
    expect(await store.append('a', more.slice(4))).toEqual(SAVED);
  });

  it('a database that failed since it was opened is not trusted alone, until the second copy has it too', async () => {
    const { disk, store } = await kept();
    const fail = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const one = extended(journal, answer('no'));
    const two = extended(one, answer('yes'));
    expect(await store.append('a', one.slice(4))).toEqual({ kind: 'saved', once: 'quota' });
    fail.mockRestore();
    expect(await store.append('a', two.slice(5))).toEqual(SAVED);
    disk.room = 10;
    const three = extended(two, answer('no'));
    expect(await store.append('a', three.slice(6))).toEqual({ kind: 'refused', reason: 'quota' });
    disk.room = Number.POSITIVE_INFINITY;
    expect(await store.append('a', three.slice(6))).toEqual(SAVED);
    expect(disk.text()).toContain('"seq":7');
  });
});

it('two windows: the one whose entry came first and was handed on last is not told of a failure', async () => {
  const { database, disk } = await kept();
  const { store, second } = windowOn(database, disk);
  const one = extended(journal, answer('no'));
  const two = extended(one, answer('yes'));
  await second.opened;
  // The database has both; the second copy is told of the later one first.
  await behind(database, async (raw) => {
    for (const entry of two.slice(4)) await raw.put('entries', { ...entry, session: 'a' });
    const meta = await raw.get('sessions', 'a');
    await raw.put('sessions', { ...meta, count: 6, last: two[5]?.hash });
  });
  expect(await second.keep({ type: 'append', id: 'a', entries: two.slice(5) })).toEqual(SAVED);
  expect(await second.keep({ type: 'append', id: 'a', entries: one.slice(4) })).toEqual(SAVED);
  expect((await store.read('a'))?.entries).toEqual(two);
});

it('the database cannot be opened: all is there from the second copy, goes on there, and the database gets it later', async () => {
  const { database, disk, store } = await kept();
  await store.append('b', journal.slice(0, 1));
  await store.append('c', journal.slice(0, 1));
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const alone = windowOn(database, disk, { alone: true });
  expect((await alone.sessions()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  const more = extended(journal, answer('no'));
  expect(await alone.store.append('a', more.slice(4))).toEqual({ kind: 'saved', once: 'database' });
  expect(await alone.store.append('a', more.slice(3, 4))).toEqual({ kind: 'saved', once: 'database' });
  expect(await alone.store.append('b', more.slice(3, 5))).toEqual({ kind: 'stale' });
  await alone.store.setDeleted('b', '2026');
  await alone.store.remove('c');
  expect((await alone.store.read('a'))?.entries).toEqual(more);
  expect(begun).not.toHaveBeenCalled();
  begun.mockRestore();
  const again = windowOn(database, disk);
  expect((await again.opened).report).toMatchObject({ parted: [], damaged: [] });
  const { sessions } = await again.store.list();
  expect(sessions.map(({ id, entries }) => [id, entries.length])).toEqual([
    ['a', 5],
    ['b', 1],
  ]);
});

describe('removed for good', () => {
  it('is nowhere in the files, and does not come back though the database forgets', async () => {
    const { database, disk, store } = await kept();
    await store.append('b', journalOf(answer('canary')));
    expect(disk.text()).toContain('canary');
    expect(await store.remove('b')).toEqual(SAVED);
    expect(disk.text()).not.toContain('canary');
    await wipe(database);
    const again = windowOn(database, disk);
    expect((await again.sessions()).map(({ id }) => id)).toEqual(['a']);
  });

  it('is removed at the next opening where the files had no room for it', async () => {
    const { database, disk, store } = await kept();
    await store.append('b', journalOf(answer('canary')));
    disk.room = 0;
    expect(await store.remove('b')).toEqual({ kind: 'saved', once: 'quota' });
    disk.room = Number.POSITIVE_INFINITY;
    const again = windowOn(database, disk);
    await again.opened;
    expect((await again.sessions()).map(({ id }) => id)).toEqual(['a']);
    expect(disk.text()).not.toContain('canary');
  });

  it('and restored from a backup under its old id, it stays, and so where one store is harmed then', async () => {
    for (const harm of [
      async () => undefined,
      wipe,
      // Both files: after a removal what is there lies in the other one.
      async (_: string, disk: Disk) => void [disk.files.a.fill(0), disk.files.b.fill(0)],
    ]) {
      const { database, disk, store } = await kept();
      await store.remove('a');
      expect(await store.append('a', journal.slice(0, 2))).toEqual(SAVED);
      await harm(database, disk);
      const again = windowOn(database, disk);
      // Before that, the list is what the database has, whatever it has been judged to be.
      expect((await again.opened).report).toMatchObject({ damaged: [], parted: [] });
      expect((await again.sessions()).map(({ entries }) => entries)).toEqual([journal.slice(0, 2)]);
      // And gone when it is removed again.
      await again.store.remove('a');
      expect(await windowOn(database, disk).sessions()).toEqual([]);
    }
  });

  it('an erased text is in neither, though the session of before and that of after begin alike', async () => {
    const { database, disk, store } = await kept();
    const before = extended(journal, { type: 'described', details: { title: 'canary' } });
    await store.append('a', before.slice(4));
    await store.append('new', extended(journal, { type: 'erased', texts: 1 }));
    await store.remove('a');
    const again = windowOn(database, disk);
    expect((await again.opened).report).toMatchObject({ restored: [], parted: [], damaged: [] });
    expect((await again.sessions()).map(({ id }) => id)).toEqual(['new']);
    const all = await behind(database, (raw) => Promise.all([raw.getAll('entries'), raw.getAll('removed')]));
    expect(JSON.stringify(all)).not.toContain('canary');
    expect(disk.text()).not.toContain('canary');
  });
});

it('two copies that went different ways: both are kept, the second under a name that says so', async () => {
  const { database, disk } = await kept();
  const [ours, theirs] = [extended(journal, answer('ours')), extended(journal, answer('theirs'))];
  const { second } = windowOn(database, disk);
  await second.ask({ type: 'append', id: 'a', entries: theirs.slice(4) });
  await behind(database, async (raw) => {
    await raw.put('entries', { ...ours[4], session: 'a' });
    await raw.put('sessions', { ...(await raw.get('sessions', 'a')), count: 5, last: ours[4]?.hash });
  });
  const again = windowOn(database, disk);
  const { report } = await again.opened;
  expect(report?.parted).toHaveLength(1);
  const sessions = await again.sessions();
  expect(sessions).toHaveLength(2);
  expect(sessions.find(({ id }) => id === 'a')?.entries).toEqual(ours);
  expect(sessions.find(({ id }) => id !== 'a')?.entries.slice(0, 5)).toEqual(theirs);
  // And only once.
  expect(await windowOn(database, disk).sessions()).toHaveLength(2);
});

describe('own additions', () => {
  const open = (database: string, disk: Disk) =>
    createAdditionStore({ database: `${database}-additions`, second: windowOn(database, disk).second });
  const clear = (database: string) =>
    behind(`${database}-additions`, async (raw) => {
      for (const name of ['additions', 'changes']) await raw.clear(name);
    });

  it('come back from the second copy, in their last state; removed ones do not, nor is their text there', async () => {
    const [database, disk] = [newDatabase(), new Disk()];
    const store = open(database, disk);
    expect(await store.put([addition({ id: 'x' }), addition({ id: 'y', text: 'canary' })])).toEqual(SAVED);
    await store.put([addition({ id: 'x', revision: 2, text: 'later' })]);
    await store.remove(addition({ id: 'y', text: 'canary' }));
    expect(disk.text()).not.toContain('canary');
    await clear(database);
    const again = await open(database, disk).list();
    expect(again.additions).toEqual([addition({ id: 'x', revision: 2, text: 'later' })]);
  });

  it('come forward again where the database fell back to an older state', async () => {
    const [database, disk] = [newDatabase(), new Disk()];
    const store = open(database, disk);
    await store.put([addition({ id: 'x' }), addition({ id: 'y', text: 'canary' })]);
    const older = await behind(`${database}-additions`, (raw) =>
      Promise.all(['additions', 'changes'].map(async (name) => ({ name, values: await raw.getAll(name) }))),
    );
    await store.put([addition({ id: 'x', revision: 2, text: 'later' })]);
    await store.remove(addition({ id: 'y', text: 'canary' }));
    await clear(database);
    await behind(`${database}-additions`, async (raw) => {
      for (const { name, values } of older) for (const value of values) await raw.put(name, value);
    });
    const again = windowOn(database, disk);
    await again.opened;
    const { additions } = await createAdditionStore({ database: `${database}-additions` }).list();
    expect(additions).toEqual([addition({ id: 'x', revision: 2, text: 'later' })]);
    expect(disk.text()).not.toContain('canary');
  });

  it('stay where the second copy is lost, and come back to it; one removed and put again is there', async () => {
    const [database, disk] = [newDatabase(), new Disk()];
    const store = open(database, disk);
    await store.put([addition({ id: 'x' })]);
    await store.remove(addition({ id: 'x' }));
    await store.put([addition({ id: 'x', text: 'again' })]);
    const empty = new Disk();
    await windowOn(database, empty).opened;
    await clear(database);
    expect((await open(database, empty).list()).additions).toEqual([addition({ id: 'x', text: 'again' })]);
  });

  it('no room for the second copy: said', async () => {
    const [database, disk] = [newDatabase(), new Disk()];
    const store = open(database, disk);
    await store.put([addition({ id: 'x' })]);
    disk.room = 0;
    expect(await store.put([addition({ id: 'z' })])).toEqual({ kind: 'saved', once: 'quota' });
  });
});
