/** One tablet for all tables: whose turn it is, what is secret until when, and what a table finds on it. */
import { describe, expect, it } from 'vitest';
import { createWorkshop } from '../../../src/exchange/workshop/create-workshop.ts';
import { foldRoom, isSecret, taking } from '../../../src/session/workshop/fold-room.ts';
import { readRoom } from '../../../src/session/workshop/read-room.ts';
import { addToRoom, type RoomAction } from '../../../src/session/workshop/room.ts';
import { isAtTable, isTableWork, joinTable } from '../../../src/session/workshop/table-work.ts';
import { atTurn, toCome, turnOf, turnsIn } from '../../../src/session/workshop/turns.ts';
import { createMemoryWorkshopStore } from '../../../src/storage/memory-workshop-store.ts';
import { smallPack } from '../small-pack.ts';
import { exercise, known } from './sample-exercise.ts';

const TIME = '2026-11-27T09:00:00.000Z';
function entriesOf(...actions: RoomAction[]) {
  let entries = addToRoom([], { type: 'opened', room: 'r', exercise }, TIME);
  for (const action of [{ type: 'seated', tables: 3 } as const, ...actions])
    entries = addToRoom(entries, action, TIME);
  return entries;
}
const roomOf = (...actions: RoomAction[]) => foldRoom(entriesOf(...actions));
const on: RoomAction = { type: 'passing', on: true };
const handed = (table: number, round = 1): RoomAction =>
  taking(roomOf(), { table, round, answers: { decisions: 'taken' }, ruledOut: {}, confidence: {} }, 'passed');

it.each<[string, RoomAction[], boolean]>([
  ['a room without passing', [], false],
  ['passing', [on], true],
  ['passing, revealed', [on, { type: 'revealed', round: 1 }], false],
  ['passing, the next round', [on, { type: 'revealed', round: 1 }, { type: 'roundBegun', round: 2 }], true],
  ['passing no more', [on, { type: 'passing', on: false }], false],
])('%s', (_, actions, secret) => {
  expect(isSecret(roomOf(...actions))).toBe(secret);
  expect(readRoom(entriesOf(...actions), smallPack)).toHaveProperty('entries');
});

it('a room in which passing is neither on nor off is refused', () => {
  const odd = { type: 'passing', on: 'yes' } as unknown as RoomAction;
  expect(readRoom(entriesOf(odd), smallPack)).toMatchObject({ problems: [{ fault: 'malformed' }] });
});

describe('a turn', () => {
  const turn = turnOf(roomOf(on), known.digest, 2);
  it('is the table’s alone, apart from the work of its own tablet', () => {
    const own = joinTable(known.digest, 2, 1);
    expect([own, turn].filter((work) => isAtTable(work, known.digest, 2))).toEqual([own]);
    expect(turnsIn([own, turn], { id: 'r' })).toEqual([turn]);
    expect(turnsIn([own, turn], { id: 'another' })).toEqual([]);
    expect(isTableWork(turn, exercise, known.digest, smallPack)).toBe(true);
    expect(isTableWork({ ...turn, turn: { room: 'r' } }, exercise, known.digest, smallPack)).toBe(false);
  });
  it('is over at the tap, before the room has what was said', () => {
    const done = { ...turn, turn: { room: 'r', done: true } };
    expect(atTurn([turn], roomOf(on))).toBe(turn);
    expect(atTurn([done], roomOf(on))).toBeUndefined();
    expect(toCome([done], roomOf(on))).toEqual([1, 3]);
    expect(toCome([], roomOf(on, handed(2)))).toEqual([1, 3]);
  });
  it('is over with its round', () => {
    const second = roomOf(on, { type: 'revealed', round: 1 }, { type: 'roundBegun', round: 2 });
    expect(atTurn([turn], second)).toBeUndefined();
  });
  it('begins with nothing, also where the table has answered: another one may hold the tablet', () => {
    expect(turnOf(roomOf(on, handed(2)), known.digest, 2).handIn.answers).toEqual({});
    expect(
      turnOf(roomOf(on, handed(2), { type: 'roundBegun', round: 2 }), known.digest, 2).handIn.answers,
    ).toEqual({});
  });
  it('finds what was revealed, and the news that is open by then', () => {
    const second = roomOf(
      on,
      handed(2),
      { type: 'revealed', round: 1 },
      { type: 'injectOpened', inject: 'tender', round: 2 },
      { type: 'roundBegun', round: 2 },
    );
    expect(turnOf(second, known.digest, 2)).toMatchObject({
      handIn: { table: 2, round: 2, answers: { decisions: 'taken' } },
      opened: ['tender'],
    });
  });
  it('does not write over the work of the table’s own tablet', async () => {
    const workshop = await createWorkshop({
      pack: smallPack,
      store: createMemoryWorkshopStore(),
      shipped: [exercise],
      app: '0.1.0',
      now: () => TIME,
      newId: () => 'r',
    });
    await workshop.keepTable(joinTable(known.digest, 2, 1));
    await workshop.keepTable(turn);
    expect(workshop.tables.value).toHaveLength(2);
    await workshop.removeTable(turn);
    expect(workshop.tables.value).toEqual([joinTable(known.digest, 2, 1)]);
  });
});
