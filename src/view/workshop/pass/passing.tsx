/** This device at the tables that it goes round: the turn of the one that has it, or on its way to the next. */
import { atTurn, turnsIn } from '../../../session/workshop/turns.ts';
import type { OpenRoom } from '../../../session/workshop/workshop.ts';
import { useApp } from '../../context.ts';
import { HandOver } from './hand-over.tsx';
import { Turn } from './turn.tsx';

interface PassingProps {
  room: OpenRoom;
  /** The tables. */
  among: number[];
  /** `3-buyout`: a question at table 3's turn. Of any other table it leads to what is on now. */
  item: string;
}

export function Passing({ room, among, item }: PassingProps) {
  const { workshop } = useApp();
  const { state } = room;
  const turns = turnsIn(workshop.value?.tables.value ?? [], state);
  const work = atTurn(turns, state, among);
  if (work === undefined) return <HandOver key={state.round} room={room} among={among} turns={turns} />;
  const { table } = work.handIn;
  return <Turn key={`${state.round} ${table}`} room={room} work={work} step={stepAt(item, table)} />;
}

function stepAt(item: string, table: number): string {
  const [of, ...step] = item.split('-');
  return of === String(table) ? step.join('-') : '';
}
