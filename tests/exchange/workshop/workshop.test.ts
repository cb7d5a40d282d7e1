/** A whole workshop over a store: prepared, joined, answered, handed in, collected on two devices, read again. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkshop } from '../../../src/exchange/workshop/create-workshop.ts';
import type { BackedRecord } from '../../../src/session/workshop/backed-record.ts';
import { foldRoom, taking } from '../../../src/session/workshop/fold-room.ts';
import { addToRoom } from '../../../src/session/workshop/room.ts';
import type { WorkshopStore } from '../../../src/session/workshop/store.ts';
import { joinTable } from '../../../src/session/workshop/table-work.ts';
import type { OpenRoom, Workshop } from '../../../src/session/workshop/workshop.ts';
import { createMemoryWorkshopStore } from '../../../src/storage/memory-workshop-store.ts';
import { createWorkshopStore } from '../../../src/storage/workshop-store.ts';
import { Random } from '../../engine/random.ts';
import { smallPack } from '../../session/small-pack.ts';
import { exercise } from '../../session/workshop/sample-exercise.ts';
import { pictureOf, VIEWS } from './pictures.ts';

let databases = 0;
const open: { close(): void }[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});
function tabOn(database: string): WorkshopStore {
  const store = createWorkshopStore({ database });
  open.push(store);
  return store;
}
let clock = 0;
const device = (store: WorkshopStore, shipped = [exercise]) =>
  createWorkshop({
    pack: smallPack,
    store,
    shipped,
    app: '0.1.0',
    now: () => new Date(Date.UTC(2026, 10, 27, 9, 0, ++clock)).toISOString(),
    newId: () => `room-${++clock}`,
  });
const bytes = (text: string) => new TextEncoder().encode(text);
const only = <T>(list: readonly T[]): T => {
  if (list.length !== 1) throw new Error(`${list.length} instead of one`);
  return list[0] as T;
};
const edition = (workshop: Workshop) => only(workshop.editions.value);
const room = (workshop: Workshop): OpenRoom => only(workshop.rooms.value);
const at = (workshop: Workshop, table: number) => ({ exercise: edition(workshop).digest, room: '', table });
async function take(workshop: Workshop, code: string) {
  const read = workshop.readHandIn(room(workshop).edition, code, room(workshop).tag);
  if ('problem' in read) throw new Error(read.problem);
  return workshop.add(room(workshop).state.id, taking(room(workshop).state, read.handIn, 'typed'));
}

describe.each([
  ['IndexedDB', () => tabOn(`workshop-${++databases}`)],
  ['memory', () => createMemoryWorkshopStore()],
])('in %s', (_, store) => {
  it('from hand-out to verdicts', async () => {
    const trainer = await device(store());
    const tablet = await device(store());
    await trainer.openRoom(exercise);
    const join = tablet.readJoin(trainer.writeJoin(room(trainer), 1));
    const found = 'join' in join ? tablet.joined(join.join) : undefined;
    if (found?.kind !== 'here') throw new Error('the exercise is not here');
    const work = joinTable({ exercise: found.exercise.digest, room: found.room, table: 3 }, found.round);
    const handIn = { ...work.handIn, answers: { decisions: 'taken', mandate: 'no' }, predicted: ['R1'] };
    await tablet.keepTable({ ...work, handIn });
    const kept = only(tablet.tables.value);
    expect(await take(trainer, tablet.writeHandIn(edition(tablet), kept.handIn, kept.room ?? ''))).toEqual({
      kind: 'saved',
    });
    const { tables, verdicts } = trainer.verdicts(room(trainer).state, 1);
    expect(tables).toEqual([3]);
    expect(verdicts.find(({ output }) => output === 'R1')?.statuses).toEqual(['holds']);
  });
  it('keeps exercises that were taken in, once, and the file of one opens', async () => {
    const workshop = await device(store());
    const other = { ...exercise, id: 'other' };
    const read = workshop.readExercise(bytes(workshop.writeExercise(other)));
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    await workshop.keepExercise(read.exercise);
    await workshop.keepExercise(exercise);
    expect(workshop.editions.value.map((one) => [one.exercise.id, one.shipped])).toEqual([
      ['refinery', true],
      ['other', false],
    ]);
    await workshop.removeExercise(workshop.editions.value[1]?.digest ?? '');
    expect(workshop.editions.value).toHaveLength(1);
  });
  it('a second device takes the room over, and both go on', async () => {
    const [first, second] = [await device(store()), await device(store())];
    await first.openRoom(exercise);
    const code = (table: number) =>
      first.writeHandIn(
        edition(first),
        {
          ...joinTable(at(first, table), 1).handIn,
          answers: { decisions: 'taken' },
        },
        room(first).tag,
      );
    await take(first, code(1));
    const file = second.readRoom(bytes(first.writeRoom(room(first).entries)));
    if ('problems' in file) throw new Error(JSON.stringify(file.problems));
    await second.takeOver(file.entries);
    await take(second, code(2));
    await take(first, code(3));
    await second.takeOver(room(first).entries);
    expect([...(room(second).state.hands.get(1)?.keys() ?? [])].sort()).toEqual([1, 2, 3]);
    // Marked, and run from here again once it is taken back.
    await first.giveAway(room(first).state.id);
    expect(first.given.value.has(room(first).state.id)).toBe(true);
    const codes = await second.writeRoomCodes(room(second));
    const read = await first.readRoomCodes(codes ?? []);
    if (read.kind !== 'whole') throw new Error(JSON.stringify(read));
    await first.takeOver(read.entries);
    expect(room(first).entries).toEqual(room(second).entries);
    expect(first.given.value.size).toBe(0);
    await second.giveAway(room(second).state.id);
    await second.removeRoom(room(second).state.id);
    expect([second.rooms.value, second.given.value.size]).toEqual([[], 0]);
  });
});

it('a room of another exercise under the same name is refused, and the one here stays', async () => {
  const workshop = await device(createMemoryWorkshopStore());
  await workshop.openRoom(exercise);
  const before = room(workshop);
  const other = { ...exercise, threshold: 80 };
  const foreign = addToRoom(
    [],
    { type: 'opened', room: before.state.id, exercise: other },
    '2026-11-27T09:00:00.000Z',
  );
  expect(await workshop.takeOver(foreign)).toHaveProperty('refused');
  expect(room(workshop)).toEqual(before);
});

it('two tabs that add at once lose nothing', async () => {
  const database = `workshop-${++databases}`;
  const [one, other] = [await device(tabOn(database)), await device(tabOn(database))];
  const made = await one.openRoom(exercise);
  const id = 'id' in made ? made.id : '';
  const { handIn } = joinTable(at(one, 1), 1);
  await one.add(id, { type: 'handedIn', by: 'typed', handIn, replaces: [] });
  await Promise.all([
    one.add(id, { type: 'wrote', part: 'notes', text: 'a' }),
    other.add(id, { type: 'wrote', part: 'hotWash', text: 'b' }),
    one.add(id, { type: 'revealed', round: 1 }),
  ]);
  const again = await device(tabOn(database));
  expect(foldRoom(room(again).entries)).toMatchObject({
    revealed: [1],
    debrief: { notes: 'a', hotWash: 'b' },
  });
});

it('what cannot be read stays as it is, and is counted', async () => {
  const store = createMemoryWorkshopStore();
  await store.update('room', 'r', () => ({ some: 'thing' }));
  await store.update('exercise', 'e', () => ({ ...exercise, pack: { ...exercise.pack, hash: 'older' } }));
  await store.update('table', 't', () => ({ exercise: 'nowhere' }));
  const workshop = await device(store);
  expect(workshop.unread.value).toBe(3);
  expect(await workshop.add('r', { type: 'revealed', round: 1 })).toMatchObject({ kind: 'refused' });
  expect((await store.list()).find(({ key }) => key === 'r')?.value).toEqual({ some: 'thing' });
});

describe('pictures of codes', () => {
  const random = new Random(3);
  it.each(Object.entries(VIEWS))('%s ones are read', async (_, view) => {
    const workshop = await device(createMemoryWorkshopStore());
    for (let table = 1; table <= 5; table++) {
      const { handIn } = joinTable(at(workshop, table), 1);
      const code = workshop.writeHandIn(
        edition(workshop),
        { ...handIn, answers: { decisions: 'taken' } },
        '7K2',
      );
      expect(await workshop.readPicture(pictureOf(code, view, random))).toBe(code);
    }
  });
  it('one of nothing says nothing', async () => {
    const workshop = await device(createMemoryWorkshopStore());
    const data = new Uint8ClampedArray(64 * 64 * 4).fill(200);
    expect(await workshop.readPicture({ width: 64, height: 64, data })).toBeUndefined();
  });
});

describe('in a backup of everything', () => {
  async function filled() {
    const workshop = await device(createMemoryWorkshopStore());
    await workshop.openRoom(exercise);
    await workshop.keepExercise({ ...exercise, id: 'other' });
    await workshop.keepTable(
      joinTable({ exercise: workshop.editions.value[0]?.digest ?? '', room: '7K2', table: 3 }, 1),
    );
    await workshop.keepDraft({ ...workshop.startDraft(workshop.editions.value[0], 'en'), revision: 1 });
    return workshop;
  }
  const standings = (list: { standing: string }[]) => list.map(({ standing }) => standing);
  const all = (workshop: Workshop) => [
    workshop.rooms.value.map(({ entries }) => entries),
    workshop.editions.value.map(({ digest }) => digest).sort(),
    workshop.tables.value,
    workshop.drafts.value.map((draft) => draft.exercise),
  ];

  it('everything comes back elsewhere, and is then the same', async () => {
    const from = await filled();
    const records = JSON.parse(JSON.stringify((await from.backedUp()).records)) as BackedRecord[];
    const to = await device(createMemoryWorkshopStore());
    const incoming = to.compare(records);
    expect(standings(incoming)).toEqual(['new', 'new', 'new', 'new']);
    expect(await to.restore(incoming)).toBe('');
    expect(all(to)).toEqual(all(from));
    expect(standings(to.compare(records))).toEqual(['same', 'same', 'same', 'same']);
  });

  it('a room that went on in both is joined; what a table answered since is told, and stays unless chosen', async () => {
    const here = await filled();
    const { records } = await here.backedUp();
    const { id } = room(here).state;
    await here.add(id, { type: 'wrote', part: 'notes', text: 'later' });
    expect(here.compare(records).find(({ kind }) => kind === 'room')?.standing).toBe('same');
    const there = await device(createMemoryWorkshopStore());
    await there.restore(there.compare(records));
    await there.add(id, { type: 'wrote', part: 'points', text: 'elsewhere' });
    const table = only(there.tables.value);
    const handIn = { ...table.handIn, answers: { mandate: 'no' } };
    await there.keepTable({ ...table, handIn });
    const incoming = here.compare((await there.backedUp()).records);
    expect(standings(incoming).sort()).toEqual(['differs', 'joins', 'same', 'same']);
    await here.restore(incoming.filter(({ standing }) => standing === 'joins'));
    expect(room(here).state.debrief).toMatchObject({ notes: 'later', points: 'elsewhere' });
    expect(only(here.tables.value)).toEqual(table);
    await here.restore(incoming.filter(({ standing }) => standing === 'differs'));
    expect(only(here.tables.value).handIn.answers).toEqual({ mandate: 'no' });
  });

  it('a record that no JSON holds is unread and not in a backup, and the others are there', async () => {
    const store = createMemoryWorkshopStore();
    const circle: Record<string, unknown> = { exercise: 'x' };
    circle.self = circle;
    const action = { type: 'opened', room: 'r', exercise: circle };
    const bad = [null, circle, [{ seq: 1, time: '', id: '', action }], Number.NaN, new Map(), 7n];
    for (const kind of ['exercise', 'room', 'table', 'draft', 'given'] as const)
      for (const [i, value] of bad.entries()) await store.update(kind, `bad${i}`, () => value);
    const workshop = await device(store);
    await workshop.openRoom(exercise);
    expect(workshop.unreadable.value).toBe('');
    expect(workshop.rooms.value).toHaveLength(1);
    expect(workshop.unread.value).toBe(30);
    const { records, damaged } = await workshop.backedUp();
    // Nothing is wrong with the form of null: what it is worth is judged by whoever reads it.
    expect(records.filter(({ value }) => value !== null)).toHaveLength(1);
    expect(damaged).toBe(20);
  });

  it('what cannot be used is told and never kept; what cannot be read stops the backup', async () => {
    const store = createMemoryWorkshopStore();
    const workshop = await device(store);
    const kinds = ['exercise', 'room', 'table', 'draft'] as const;
    const bad = kinds.flatMap((kind) =>
      [null, 7, 'x', [], {}, [{ seq: 1 }], { exercise: 'none' }].map((value) => ({ kind, key: 'k', value })),
    );
    const incoming = workshop.compare(bad);
    expect(new Set(standings(incoming))).toEqual(new Set(['unread']));
    expect(await workshop.restore(incoming)).toBe('unknown');
    expect(await workshop.backedUp()).toEqual({ records: [], damaged: 0 });
    await store.update('exercise', 'damaged', () => undefined);
    await store.update('draft', 'whole', () => ({ any: 'thing' }));
    // It is told, and does not keep the others out.
    expect(await workshop.backedUp()).toEqual({
      records: [{ kind: 'draft', key: 'whole', value: { any: 'thing' } }],
      damaged: 1,
    });
  });
});
