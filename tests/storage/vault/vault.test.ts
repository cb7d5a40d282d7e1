/** Sealing everything and taking that off again: nothing is lost and nothing stays behind, wherever it is cut off. */
import { describe, expect, it } from 'vitest';
import type { Addition } from '../../../src/session/additions/addition.ts';
import { nextEntry } from '../../../src/session/chain.ts';
import { DamagedJournal, type SessionStore, type StoredSession } from '../../../src/session/store.ts';
import { addToRoom, type RoomAction, type RoomEntry } from '../../../src/session/workshop/room.ts';
import { createMemoryAdditionStore } from '../../../src/storage/memory-addition-store.ts';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import { createMemoryWorkshopStore } from '../../../src/storage/memory-workshop-store.ts';
import { createSealedStore } from '../../../src/storage/vault/sealed-store.ts';
import {
  changePassphrase,
  type Held,
  type Places,
  sealAll,
  settle,
  unlock,
  unsealAll,
} from '../../../src/storage/vault/vault.ts';
import { rich } from '../../exchange/hand-on-samples.ts';
import { extended } from '../../session/samples.ts';

const FEW = 100_000;
const RIGHT = 'abandon ability able about above absent';
const OTHER = 'zoo zone zero youth young yellow';
const addition: Addition = {
  id: 'a',
  output: 'R1',
  kind: 'body',
  text: 'Canary Council',
  author: 'AB',
  date: '2026-01-01',
  pack: 'small',
  revision: 3,
  deletedAt: '',
};

const said = (text: string): RoomAction => ({ type: 'wrote', part: 'notes', text });
const room = addToRoom(addToRoom([], said('Canary one'), '2026-11-20'), said('Canary two'), '2026-11-21');

class Cut extends Error {}

/** Two places on a device. `cutAt`: the power goes before that write (counted over both), and at each after it. */
async function device() {
  const disk = {
    open: {
      store: createMemoryStore(),
      additions: createMemoryAdditionStore(),
      workshops: createMemoryWorkshopStore(),
    } as Held,
    sealed: createMemoryStore(),
    writes: 0,
    cutAt: Number.POSITIVE_INFINITY,
    clears: [] as string[],
  };
  const write = () => {
    disk.writes += 1;
    if (disk.writes >= disk.cutAt) throw new Cut();
  };
  const cuttable = <T extends object>(store: () => T, writing: string[]): T =>
    new Proxy({} as T, {
      get:
        (_, name: string) =>
        async (...args: unknown[]) => {
          if (writing.includes(name)) write();
          return (store() as Record<string, (...args: unknown[]) => unknown>)[name]?.(...args);
        },
    });
  const WRITES = ['append', 'setPlace', 'setDeleted', 'remove', 'put', 'update'];
  const places: Places = {
    sealed: cuttable(() => disk.sealed, WRITES),
    open: {
      store: cuttable(() => disk.open.store, WRITES),
      additions: cuttable(() => disk.open.additions, WRITES),
      workshops: cuttable(() => disk.open.workshops, WRITES),
    },
    async clearSealed() {
      write();
      disk.sealed = createMemoryStore();
    },
    // In steps, as on a disk.
    async clearOpen() {
      write();
      disk.open = { ...disk.open, store: createMemoryStore() };
      write();
      disk.open = { ...disk.open, additions: createMemoryAdditionStore() };
      write();
      disk.open = { ...disk.open, workshops: createMemoryWorkshopStore() };
    },
    openIsThere: async () => (await saying(disk.open)) !== NOTHING,
  };
  const { store, additions, workshops } = disk.open;
  await store.append('one', rich);
  await store.setPlace('one', 'question/buyout');
  await store.append('two', rich.slice(0, 4));
  await store.setDeleted('two', '2026-11-25T10:00:00.000Z');
  await additions.put([{ ...addition, revision: 1 }]);
  await workshops.update('room', 'r', () => room);
  await workshops.update('table', 'e/1', () => ({ handIn: 'Canary table' }));
  return { disk, places };
}

const NOTHING = '[[],[],[]]';

async function saying({ store, additions, workshops }: Held): Promise<string> {
  const { sessions } = await store.list();
  const own = await additions.list();
  const records = await workshops.list();
  const plain = ({ id, entries, place, deletedAt }: StoredSession) => ({ id, entries, place, deletedAt });
  return JSON.stringify([
    sessions.map(plain).sort((a, b) => (a.id < b.id ? -1 : 1)),
    own.additions.map(({ revision: _, ...one }) => one),
    records.map(({ kind, key, value }) => JSON.stringify([kind, key, value])).sort(),
  ]);
}

/** A start of the app: what it comes to, as somebody sees who knows the passphrase. */
async function started(places: Places, passphrase = RIGHT): Promise<Held & { sealed: boolean }> {
  const standing = await settle(places);
  if (standing.kind === 'lost') throw new Error('lost');
  if (standing.kind === 'open') return { ...places.open, sealed: false };
  const unlocked = await unlock(places, standing.header, passphrase);
  if (unlocked === undefined) throw new Error('locked out');
  return { ...unlocked, sealed: true };
}

async function dump(store: SessionStore): Promise<string> {
  return JSON.stringify(await store.list());
}

describe('sealed', () => {
  it('all is there with the passphrase, nothing can be read without, and nothing is left in the open', async () => {
    const { disk, places } = await device();
    const before = await saying(disk.open);
    await sealAll(places, RIGHT, FEW);
    const after = await started(places);
    expect(after.sealed).toBe(true);
    expect(await saying(after)).toBe(before);
    expect(await saying(disk.open)).toBe(NOTHING);
    const raw = await dump(disk.sealed);
    for (const canary of ['refinery', 'Cable', 'russian', 'buyout', 'Canary', 'doubt', '2026-11-2'])
      expect(raw.replace('2026-11-25T10:00:00.000Z', '')).not.toContain(canary);
    const standing = await settle(places);
    expect(standing.kind === 'sealed' && (await unlock(places, standing.header, OTHER))).toBe(undefined);
  });

  it('it is worked with as before; another window that was first is noticed; done twice is done once', async () => {
    const { disk, places } = await device();
    await sealAll(places, RIGHT, FEW);
    const { store, additions } = await started(places);
    const second = await started(places);
    const longer = extended(rich, { type: 'answered', question: 'buyout', answer: 'russian' });
    const more = longer.slice(rich.length);
    expect(await store.append('one', more)).toEqual({ kind: 'saved' });
    const count = (await disk.sealed.read('one'))?.entries.length;
    const inner = createSealedStore(disk.sealed, (await unlockedOf(places)).sealing);
    expect((await inner.append('one', more)).kind).not.toBe('refused');
    expect((await disk.sealed.read('one'))?.entries).toHaveLength(count ?? 0);
    const others = extended(rich, { type: 'cleared', question: 'buyout' }).slice(rich.length);
    expect(await second.store.append('one', others)).toEqual({ kind: 'stale' });
    expect((await second.store.read('one'))?.entries).toEqual(longer);
    expect(await additions.put([{ ...addition, text: 'New', revision: 2 }])).toEqual({ kind: 'saved' });
    expect(await second.additions.put([{ ...addition, text: 'Newer', revision: 2 }])).toEqual({
      kind: 'stale',
    });
    expect(await second.additions.remove({ ...addition, revision: 2 })).toEqual({ kind: 'saved' });
    expect((await additions.list()).additions).toEqual([]);
    await store.remove('one');
    expect(await second.store.read('one')).toBeUndefined();
  });

  it('a sealed entry that was changed, or moved elsewhere, is damage', async () => {
    const { disk, places } = await device();
    await sealAll(places, RIGHT, FEW);
    const { store } = await started(places);
    const entries = (await disk.sealed.read('one'))?.entries ?? [];
    const [first, second, third] = entries;
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few');
    // Chained anew by whoever can write on the disk.
    const swapped = nextEntry(first, third.action, third.time);
    await disk.sealed.append('three', [first, swapped]);
    await expect(store.read('three')).rejects.toThrow();
    expect((await store.list()).damaged).toEqual([{ id: 'three', reason: 'broken' }]);
  });

  it('how long a text is does not tell which it is', async () => {
    const { places } = await device();
    await sealAll(places, RIGHT, FEW);
    const { sealing } = await unlockedOf(places);
    const [yes, no] = [await sealing.seal('"yes"', 'p'), await sealing.seal('"certainly not"', 'p')];
    expect(yes.length).toBe(no.length);
    expect(await sealing.seal('"yes"', 'p')).toBe(yes);
    expect(await sealing.seal('"yes"', 'q')).not.toBe(yes);
    expect(await sealing.open(yes, 'q')).toBeUndefined();
  });
});

async function unlockedOf(places: Places) {
  const standing = await settle(places);
  const unlocked = standing.kind === 'sealed' && (await unlock(places, standing.header, RIGHT));
  if (!unlocked) throw new Error('not unlocked');
  return unlocked;
}

describe('the passphrase', () => {
  it('is changed: the new one opens, the old one does not, and nothing it opens is left', async () => {
    const { disk, places } = await device();
    const before = await saying(disk.open);
    await sealAll(places, RIGHT, FEW);
    const { header } = await unlockedOf(places);
    expect(await changePassphrase(places, header, OTHER, 'whatever else')).toBeUndefined();
    expect((await changePassphrase(places, header, RIGHT, OTHER))?.n).toBe(2);
    expect(await saying(await started(places, OTHER))).toBe(before);
    await expect(started(places, RIGHT)).rejects.toThrow('locked out');
    expect(await dump(disk.sealed)).not.toContain(header.wrapped.check);
  });

  it('is taken off: all is in the open again, and nothing sealed is left', async () => {
    const { disk, places } = await device();
    const before = await saying(disk.open);
    await sealAll(places, RIGHT, FEW);
    await unsealAll(places, await unlockedOf(places));
    const after = await started(places);
    expect(after.sealed).toBe(false);
    expect(await saying(after)).toBe(before);
    expect((await disk.sealed.list()).sessions).toEqual([]);
  });
});

describe('cut off before any write', () => {
  const steps: [string, (places: Places) => Promise<unknown>, ((places: Places) => Promise<unknown>)?][] = [
    ['sealing', (places) => sealAll(places, RIGHT, FEW)],
    [
      'taking it off',
      async (places) => unsealAll(places, await unlockedOf(places)),
      (places) => sealed(places),
    ],
    ['the first unlocking', (places) => started(places), (places) => sealAll(places, RIGHT, FEW)],
    [
      'a change of the passphrase to itself',
      async (places) => changePassphrase(places, (await unlockedOf(places)).header, RIGHT, RIGHT),
      (places) => sealed(places),
    ],
  ];
  async function sealed(places: Places) {
    await sealAll(places, RIGHT, FEW);
    await started(places);
  }
  it.each(steps)('%s: all is there at the next start, in one place only', async (_, work, prepare) => {
    let cuts = 0;
    for (let cut = 1; ; cut++) {
      const { disk, places } = await device();
      const before = await saying(disk.open);
      await prepare?.(places);
      disk.writes = 0;
      disk.cutAt = cut;
      const whole = await work(places).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Cut) return false;
          throw error;
        },
      );
      disk.cutAt = Number.POSITIVE_INFINITY;
      const after = await started(places);
      expect(await saying(after)).toBe(before);
      expect(after.sealed ? await saying(disk.open) : (await disk.sealed.list()).sessions.length).toEqual(
        after.sealed ? NOTHING : 0,
      );
      if (whole) break;
      cuts += 1;
    }
    expect(cuts).toBeGreaterThan(1);
  });
});

it('what a window that slept through it wrote in the open is taken in, and goes', async () => {
  const { disk, places } = await device();
  await sealAll(places, RIGHT, FEW);
  const sleeper = disk.open.store;
  await sleeper.append('late', rich.slice(0, 2));
  const longer = extended(rich, { type: 'cleared', question: 'buyout' });
  await sleeper.append('one', longer.slice(rich.length));
  const { store } = await started(places);
  expect((await store.read('late'))?.entries).toEqual(rich.slice(0, 2));
  expect((await store.read('one'))?.entries).toEqual(longer);
  expect(await saying(disk.open)).toBe(NOTHING);
});

it('and so with its mark of deletion and its place, wherever taking it in is cut off', async () => {
  for (let cut = 1, whole = false; !whole; cut++) {
    const { disk, places } = await device();
    await sealAll(places, RIGHT, FEW);
    await disk.open.store.append('late', rich.slice(0, 2));
    await disk.open.store.setDeleted('late', '2026-11-26T10:00:00.000Z');
    await disk.open.store.setPlace('late', 'question/buyout');
    disk.writes = 0;
    disk.cutAt = cut;
    whole = await started(places).then(
      () => true,
      () => false,
    );
    disk.cutAt = Number.POSITIVE_INFINITY;
    expect(await (await started(places)).store.read('late')).toMatchObject({
      entries: rich.slice(0, 2),
      deletedAt: '2026-11-26T10:00:00.000Z',
      place: 'question/buyout',
    });
    expect(await saying(disk.open)).toBe(NOTHING);
  }
});

it('with what cannot be read it does not begin, and with its key damaged it says so and touches nothing', async () => {
  const { disk, places } = await device();
  const damaged = { id: 'three', reason: 'broken' };
  const list = disk.open.store.list;
  disk.open.store.list = async () => ({ ...(await list()), damaged: [damaged] });
  await expect(sealAll(places, RIGHT, FEW)).rejects.toMatchObject({ reason: 'damaged' });
  disk.open.store.list = list;
  expect((await started(places)).sealed).toBe(false);
  await sealAll(places, RIGHT, FEW);
  const { sessions } = await disk.sealed.list();
  await disk.sealed.remove('vault b');
  expect(await settle(places)).toEqual({ kind: 'lost' });
  expect((await disk.sealed.list()).sessions).toHaveLength(sessions.length - 1);
});

it('a key that is there and cannot be read is a lost one', async () => {
  const { disk, places } = await device();
  await sealAll(places, RIGHT, FEW);
  const { read } = disk.sealed;
  disk.sealed.read = async (id) => {
    if (id.startsWith('vault ')) throw new DamagedJournal('broken');
    return read(id);
  };
  expect(await settle(places)).toEqual({ kind: 'lost' });
});

it('an own addition written in the open by a window that slept is taken in, though others went there', async () => {
  const { disk, places } = await device();
  const own = disk.open.additions;
  await own.put([{ ...addition, id: 'often changed', revision: 1 }]);
  for (const revision of [2, 3, 4])
    await own.put([{ ...addition, id: 'often changed', text: `${revision}`, revision }]);
  await sealAll(places, RIGHT, FEW);
  await own.remove({ ...addition, id: 'often changed', revision: 4 });
  await own.put([{ ...addition, id: 'late', text: 'Late', revision: 1 }]);
  await settle(places);
  const { additions } = await (await started(places)).additions.list();
  expect(additions.map(({ text }) => text)).toContain('Late');
});

describe('workshops that are sealed', () => {
  async function two() {
    const { disk, places } = await device();
    await sealAll(places, RIGHT, FEW);
    const [first, second] = [await started(places), await started(places)];
    const roomIn = async ({ workshops }: Held) =>
      (await workshops.list()).find(({ kind }) => kind === 'room')?.value;
    return { disk, places, first: first.workshops, second: second.workshops, roomIn, after: first };
  }

  it('are written as before, and of a room that grew only what was added', async () => {
    const { disk, first, after, roomIn } = await two();
    const size = async () => (await dump(disk.sealed)).length;
    const before = await size();
    const long = addToRoom(room, said('x'.repeat(20_000)), '2026-11-22');
    expect(await first.update('room', 'r', () => long)).toEqual({ kind: 'saved' });
    const large = (await size()) - before;
    const longer = addToRoom(long, said('short'), '2026-11-23');
    expect(await first.update('room', 'r', () => longer)).toEqual({ kind: 'saved' });
    expect((await size()) - before - large).toBeLessThan(2000);
    expect(await roomIn(after)).toEqual(longer);
    const same = await size();
    await first.update('room', 'r', (there) => there);
    expect(await size()).toBe(same);
    expect(await first.remove('room', 'r')).toEqual({ kind: 'saved' });
    expect((await first.list()).map(({ kind }) => kind)).toEqual(['table']);
    expect(await first.update('room', 'r', (there) => there ?? ['anew'])).toEqual({ kind: 'saved' });
    expect(await roomIn(after)).toEqual(['anew']);
  });

  it('lose nothing where two windows write at once', async () => {
    const { first, second, after, roomIn } = await two();
    const add = (text: string) => (there: unknown) =>
      addToRoom(there as RoomEntry[], said(text), '2026-11-22');
    const windows = [first, second, first, second];
    const results = await Promise.all(windows.map((one, i) => one.update('room', 'r', add(`at once ${i}`))));
    expect(results.every(({ kind }) => kind === 'saved')).toBe(true);
    expect(await roomIn(after)).toHaveLength(room.length + 4);
  });

  it('refuse what cannot be done, and write nothing', async () => {
    const { disk, first } = await two();
    const before = await dump(disk.sealed);
    const result = await first.update('room', 'r', () => {
      throw new Error('not this');
    });
    expect(result).toEqual({ kind: 'refused', reason: 'unknown' });
    expect(await dump(disk.sealed)).toBe(before);
  });

  it('tell one that was moved or changed as damaged, and are then not put into the open', async () => {
    const { disk, places, first } = await two();
    const ids = (await disk.sealed.list()).sessions
      .map(({ id }) => id)
      .filter((id) => id.startsWith('workshop '));
    const [one, other] = await Promise.all(
      ids.map(async (id) => (await disk.sealed.read(id))?.entries ?? []),
    );
    await disk.sealed.remove(ids[0] ?? '');
    await disk.sealed.append(ids[0] ?? '', other ?? []);
    expect(one).not.toEqual(other);
    const records = await first.list();
    expect(records.filter(({ value }) => value === undefined)).toHaveLength(1);
    await expect(unsealAll(places, await unlockedOf(places))).rejects.toMatchObject({ reason: 'damaged' });
  });

  it('take in what a window that slept wrote in the open: both parts of a room', async () => {
    const { disk, places, first, roomIn } = await two();
    await first.update('room', 'r', () => addToRoom(room, said('sealed'), '2026-11-22'));
    const slept = addToRoom(room, said('in the open'), '2026-11-23');
    await disk.open.workshops.update('room', 'r', () => slept);
    const found = (await roomIn(await started(places))) as RoomEntry[];
    const texts = found.map(({ action }) => action.type === 'wrote' && action.text);
    expect(texts).toEqual(['Canary one', 'Canary two', 'sealed', 'in the open']);
    expect(await saying(disk.open)).toBe(NOTHING);
  });

  it('take in those of before workshops were sealed at all', async () => {
    const { disk, places } = await two();
    const { list } = disk.open.workshops;
    await disk.open.workshops.update('exercise', 'e', () => ({ title: 'of before' }));
    disk.open.workshops.list = async () => (await list()).map(({ mark: _, ...one }) => one);
    const after = await started(places);
    expect((await after.workshops.list()).some((one) => one.kind === 'exercise')).toBe(true);
    expect(await saying(disk.open)).toBe(NOTHING);
  });
});
