/** One tablet that goes from table to table: whose turn it is, and what becomes of a turn that is over. */
import type { RoomState } from './fold-room.ts';
import { missingTables } from './fold-room.ts';
import { joinTable, type TableWork } from './table-work.ts';

/** Turns of a room that are kept on this device. */
export function turnsIn(tables: readonly TableWork[], { id }: Pick<RoomState, 'id'>): TableWork[] {
  return tables.filter(({ turn }) => turn?.room === id);
}

/** The table that has the tablet; undefined where it is on its way. Turns of another round are over. */
export function atTurn(
  turns: readonly TableWork[],
  { round }: Pick<RoomState, 'round'>,
): TableWork | undefined {
  return turns.find(({ turn, handIn }) => turn?.done === false && handIn.round === round);
}

/** Tables that are still to come, in order. */
export function toCome(turns: readonly TableWork[], state: RoomState): number[] {
  const done = turns.filter(({ turn }) => turn?.done).map(({ handIn }) => handIn.table);
  return missingTables(state).filter((table) => !done.includes(table));
}

/**
 * A table takes the tablet. What it said in the round before is there only where the room has seen that: until then
 * whoever holds the tablet could be another table. @param digest of the exercise
 */
export function turnOf(state: RoomState, digest: string, table: number): TableWork {
  const before = state.revealed.includes(state.round - 1)
    ? state.hands.get(state.round - 1)?.get(table)?.handIn
    : undefined;
  const fresh = joinTable(digest, table, state.round);
  return {
    ...fresh,
    handIn: { ...(before ?? fresh.handIn), round: state.round },
    opened: state.injects.filter((one) => one.round <= state.round).map(({ inject }) => inject),
    turn: { room: state.id, done: false },
  };
}
