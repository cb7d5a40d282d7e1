/** One tablet for all tables: the turn of the table that has it, or on its way to the next. */
import type { TableWork } from '../../../session/workshop/table-work.ts';
import { atTurn, turnsIn } from '../../../session/workshop/turns.ts';
import type { OpenRoom } from '../../../session/workshop/workshop.ts';
import { useApp } from '../../context.ts';
import { HandOver } from './hand-over.tsx';
import { Turn } from './turn.tsx';

/** @param item `3-buyout`: a question at table 3's turn. Of any other table it leads to what is on now. */
export function Passing({ room, item }: { room: OpenRoom; item: string }) {
  const { workshop } = useApp();
  const turns = turnsIn(workshop.value?.tables.value ?? [], room.state);
  const work = atTurn(turns, room.state);
  if (work === undefined) return <HandOver key={room.state.round} room={room} turns={turns} />;
  return <Turn key={keyOf(work)} room={room} work={work} step={stepAt(item, work.handIn.table)} />;
}

function keyOf({ handIn: { table, round } }: TableWork): string {
  return `${round} ${table}`;
}

function stepAt(item: string, table: number): string {
  const [of, ...step] = item.split('-');
  return of === String(table) ? step.join('-') : '';
}
