/** A tablet that goes round tables: which ones, whose turn it is, what is secret until when, and what a table finds on it. */
import { describe, expect, it } from 'vitest';
import { createWorkshop } from '../../../src/exchange/workshop/create-workshop.ts';
import { canReveal, foldRoom, taking } from '../../../src/session/workshop/fold-room.ts';
import { readRoom } from '../../../src/session/workshop/read-room.ts';
import { addToRoom, type RoomAction } from '../../../src/session/workshop/room.ts';
import { isAtTable, isTableWork, joinTable, tableKey } from '../../../src/session/workshop/table-work.ts';
import {
  atTurn,
  goesRound,
  isPassing,
  toCome,
  turnOf,
  turnsIn,
} from '../../../src/session/workshop/turns.ts';
import { createMemoryWorkshopStore } from '../../../src/storage/memory-workshop-store.ts';
import { smallPack } from '../small-pack.ts';
import { exercise, known } from './sample-exercise.ts';

const TIME = '2026-11-27T09:00:00.000Z';
const SEAT = { exercise: known.digest, room: '', table: 2 };
const ALL = [1, 2, 3];
function entriesOf(...actions: RoomAction[]) {
  let entries = addToRoom([], { type: 'opened', room: 'r', exercise }, TIME);
  for (const action of [{ type: 'seated', tables: 3 } as const, ...actions])
    entries = addToRoom(entries, action, TIME);
  return entries;
}
const roomOf = (...actions: RoomAction[]) => foldRoom(entriesOf(...actions));
const handed = (table: number, round = 1): RoomAction =>
  taking(roomOf(), { table, round, answers: { decisions: 'taken' }, ruledOut: {}, confidence: {} }, 'passed');
const second: RoomAction = { type: 'roundBegun', round: 2 };
const device = (newId = () => 'r') =>
  createWorkshop({
    pack: smallPack,
    store: createMemoryWorkshopStore(),
    shipped: [exercise],
    app: '0.1.0',
    now: () => TIME,
    newId,
  });

it.each<[string, RoomAction[], Parameters<typeof goesRound>[1], number[] | undefined]>([
  ['the trainer has it', [], undefined, undefined],
  ['it is handed to one table', [], { round: 1, tables: [3] }, [3]],
  ['it is handed to some, one of which does not sit here', [], { round: 1, tables: [1, 3, 8] }, [1, 3]],
  [
    'the round is revealed meanwhile',
    [handed(1), { type: 'revealed', round: 1 }],
    { round: 1, tables: [3] },
    [3],
  ],
  ['another round begins: nothing is inherited', [second], { round: 1, tables: [3] }, undefined],
])('%s', (_, actions, passing, among) => {
  expect(goesRound(roomOf(...actions), passing)).toEqual(among);
});

describe('rooms of which it was once said as a whole', () => {
  const on: RoomAction = { type: 'passing', on: true };
  const reveal: RoomAction = { type: 'revealed', round: 1 };
  it.each<[string, RoomAction[], number[] | undefined]>([
    ['in the round', [on], ALL],
    ['ended', [on, { type: 'passing', on: false }], undefined],
    ['once revealed', [on, handed(1), reveal], undefined],
    ['in the round after it', [on, handed(1), reveal, second], undefined],
    ['in the round after one that was never revealed', [on, second], undefined],
  ])('%s', (_, actions, among) => {
    expect(goesRound(roomOf(...actions), undefined)).toEqual(among);
    expect(readRoom(entriesOf(...actions), smallPack)).toHaveProperty('entries');
  });
  it('neither on nor off is refused', () => {
    const odd = { type: 'passing', on: 'yes' } as unknown as RoomAction;
    expect(readRoom(entriesOf(odd), smallPack)).toMatchObject({ problems: [{ fault: 'malformed' }] });
  });
  it('is taken back, and the room is as it was but for that', async () => {
    const workshop = await device();
    await workshop.openRoom(exercise);
    await workshop.add('r', on);
    await workshop.add('r', handed(1));
    const [room] = workshop.rooms.value;
    if (room === undefined) throw new Error('no room');
    await workshop.takeBack(room);
    const [after] = workshop.rooms.value;
    expect(after && goesRound(after.state, workshop.passing.value.get('r'))).toBeUndefined();
    expect(after?.state).toEqual({ ...room.state, passing: false });
  });
});

it.each<[string, unknown, boolean]>([
  ['as it should be', { round: 2, tables: [1, 40] }, true],
  ['nothing', null, false],
  ['of no round', { tables: [1] }, false],
  ['of a round that there is not', { round: 9, tables: [1] }, false],
  ['of no tables', { round: 1, tables: 'all' }, false],
  ['of a table that is none', { round: 1, tables: [0] }, false],
])('what is kept of it: %s', (_, value, holds) => expect(isPassing(value)).toBe(holds));

it('is the device’s: it is in no backup, and goes with the room', async () => {
  const workshop = await device();
  await workshop.openRoom(exercise);
  await workshop.pass('r', { round: 1, tables: [3] });
  expect(workshop.passing.value.get('r')).toEqual({ round: 1, tables: [3] });
  expect(workshop.rooms.value[0]?.entries).toHaveLength(1);
  expect((await workshop.backedUp()).records.map(({ kind }) => kind)).toEqual(['room']);
  await workshop.removeRoom('r');
  expect(workshop.passing.value.size).toBe(0);
});

it('a round that was revealed before anybody had handed in is still to be revealed', () => {
  const empty = roomOf(handed(1), { type: 'revealed', round: 1 }, second, { type: 'revealed', round: 2 });
  expect([empty.revealed, canReveal(empty)]).toEqual([[1], false]);
  const later = roomOf(handed(1), second, { type: 'revealed', round: 2 }, handed(1, 2));
  expect([later.revealed, canReveal(later)]).toEqual([[], true]);
  const told = roomOf(handed(1), second, handed(1, 2), { type: 'revealed', round: 2 });
  expect([told.revealed, canReveal(told)]).toEqual([[2], false]);
});

describe('a turn', () => {
  const turn = turnOf(roomOf(), known.digest, 2);
  it('is the table’s alone, apart from the work of its own tablet', () => {
    const own = joinTable(SEAT, 1);
    expect([own, turn].filter((work) => isAtTable(work, SEAT))).toEqual([own]);
    expect(turnsIn([own, turn], { id: 'r' })).toEqual([turn]);
    expect(turnsIn([own, turn], { id: 'another' })).toEqual([]);
    expect(isTableWork(turn, exercise, known.digest, smallPack)).toBe(true);
    expect(isTableWork({ ...turn, turn: { room: 'r' } }, exercise, known.digest, smallPack)).toBe(false);
  });
  it('is over at the tap, before the room has what was said', () => {
    const done = { ...turn, turn: { room: 'r', done: true } };
    expect(atTurn([turn], roomOf(), ALL)).toBe(turn);
    expect(atTurn([done], roomOf(), ALL)).toBeUndefined();
    expect(toCome([done], roomOf(), ALL)).toEqual([1, 3]);
    expect(toCome([], roomOf(handed(2)), ALL)).toEqual([1, 3]);
    expect(toCome([], roomOf(handed(2)), [2, 3])).toEqual([3]);
  });
  it('waits, untouched, while the tablet is for others', () => {
    expect(atTurn([turn], roomOf(), [1, 3])).toBeUndefined();
    expect(atTurn([turn], roomOf(), [2])).toBe(turn);
  });
  it('is over with its round, and one of the next round does not write over it', () => {
    const next = roomOf(second);
    expect(atTurn([turn], next, ALL)).toBeUndefined();
    expect(toCome([{ ...turn, turn: { room: 'r', done: true } }], next, ALL)).toEqual(ALL);
    expect(tableKey(turnOf(next, known.digest, 2))).not.toBe(tableKey(turn));
  });
  it('begins with nothing, also where the table has answered: another one may hold the tablet', () => {
    expect(turnOf(roomOf(handed(2)), known.digest, 2).handIn.answers).toEqual({});
    expect(turnOf(roomOf(handed(2), second), known.digest, 2).handIn.answers).toEqual({});
  });
  it('finds what was revealed, and the news that is open by then', () => {
    const later = roomOf(
      handed(2),
      { type: 'revealed', round: 1 },
      { type: 'injectOpened', inject: 'tender', round: 2 },
      second,
    );
    expect(turnOf(later, known.digest, 2)).toMatchObject({
      handIn: { table: 2, round: 2, answers: { decisions: 'taken' } },
      opened: ['tender'],
    });
  });
  it('does not write over the work of the table’s own tablet', async () => {
    const workshop = await device();
    await workshop.keepTable(joinTable(SEAT, 1));
    await workshop.keepTable(turn);
    expect(workshop.tables.value).toHaveLength(2);
    await workshop.removeTable(turn);
    expect(workshop.tables.value).toEqual([joinTable(SEAT, 1)]);
  });
});

describe('two rooms of one exercise', () => {
  it('what a table answered in one is apart from what it answered in the other, and from what it answered in none', async () => {
    const workshop = await device();
    const works = ['', '7K2', 'ABC'].map((room, i) => ({
      ...joinTable({ ...SEAT, room }, 1),
      opened: i === 1 ? ['tender'] : [],
    }));
    for (const work of works) await workshop.keepTable(work);
    expect(workshop.tables.value).toEqual(works);
    expect(works.map((work) => isAtTable(work, { ...SEAT, room: 'ABC' }))).toEqual([false, false, true]);
    expect(works.map((work) => isTableWork(work, exercise, known.digest, smallPack))).not.toContain(false);
  });
  it('of one device never have the same tag, even where chance would have it', async () => {
    // The second and the fifth name have the tag of the first.
    const names = ['one', 'one', 'two', 'two', 'one', 'three'];
    const workshop = await device(() => names.shift() ?? 'none');
    for (let room = 0; room < 3; room++) await workshop.openRoom(exercise);
    expect(workshop.rooms.value.map(({ state }) => state.id).sort()).toEqual(['one', 'three', 'two']);
    expect(new Set(workshop.rooms.value.map(({ tag }) => tag)).size).toBe(3);
  });
});
