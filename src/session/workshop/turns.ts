/**
 * A tablet that goes from table to table: which tables it is for, whose turn it is, and what becomes of a turn that is
 * over. It is a thing of the device and of a round: how one table answers is never the room's.
 */
import { MOST_ROUNDS, MOST_TABLES } from '../../engine/exercise/exercise.ts';
import { missingTables, type RoomState } from './fold-room.ts';
import { joinTable, type TableWork } from './table-work.ts';

/** Kept on the device while it goes round, by the room's id. */
export interface Passing {
  /** In another one it is over. */
  round: number;
  /** The tables that it is for. */
  tables: number[];
}

export function isPassing(value: unknown): value is Passing {
  if (typeof value !== 'object' || value === null) return false;
  const { round, tables } = value as Record<string, unknown>;
  return (
    isUpTo(round, MOST_ROUNDS) && Array.isArray(tables) && tables.every((one) => isUpTo(one, MOST_TABLES))
  );
}

function isUpTo(value: unknown, most: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= most;
}

/**
 * The tables that this device goes round; undefined where the trainer has it. While it goes round nothing of what tables
 * said is to be seen on it.
 * @param passing what is kept of it on this device
 */
export function goesRound(
  state: Pick<RoomState, 'passing' | 'round' | 'tables'>,
  passing: Passing | undefined,
): number[] | undefined {
  const all = Array.from({ length: state.tables }, (_, i) => i + 1);
  if (passing?.round === state.round) return all.filter((table) => passing.tables.includes(table));
  return state.passing ? all : undefined;
}

/** Turns of a room that are kept on this device. */
export function turnsIn(tables: readonly TableWork[], { id }: Pick<RoomState, 'id'>): TableWork[] {
  return tables.filter(({ turn }) => turn?.room === id);
}

/**
 * The table that has the tablet, or had it when the trainer took it back; undefined where it is on its way.
 * @param among tables that the tablet goes round
 */
export function atTurn(
  turns: readonly TableWork[],
  { round }: Pick<RoomState, 'round'>,
  among: readonly number[],
): TableWork | undefined {
  return turns.find(
    ({ turn, handIn }) => turn?.done === false && handIn.round === round && among.includes(handIn.table),
  );
}

/** Turns that are over and not yet in the room; those that are not over stay as they are. */
export function handedOn(turns: readonly TableWork[]): TableWork[] {
  return turns.filter(({ turn }) => turn?.done);
}

/** Tables that are still to come, in order. */
export function toCome(turns: readonly TableWork[], state: RoomState, among: readonly number[]): number[] {
  const done = handedOn(turns)
    .filter(({ handIn }) => handIn.round === state.round)
    .map(({ handIn }) => handIn.table);
  return missingTables(state).filter((table) => among.includes(table) && !done.includes(table));
}

/**
 * A table takes the tablet. What it said in the round before is there only where the room has seen that: until then
 * whoever holds the tablet could be another table. @param digest of the exercise
 */
export function turnOf(state: RoomState, digest: string, table: number): TableWork {
  const before = state.revealed.includes(state.round - 1)
    ? state.hands.get(state.round - 1)?.get(table)?.handIn
    : undefined;
  const fresh = joinTable({ exercise: digest, room: '', table }, state.round);
  return {
    ...fresh,
    handIn: { ...(before ?? fresh.handIn), round: state.round },
    opened: state.injects.filter((one) => one.round <= state.round).map(({ inject }) => inject),
    turn: { room: state.id, done: false },
  };
}
