/** The screens of workshops: which one an address shows. */

import { goesRound } from '../../session/workshop/turns.ts';
import type { Route, WorkshopPart } from '../app.ts';
import { useApp } from '../context.ts';
import { Missing } from '../missing.tsx';
import { Ballot } from './ballot.tsx';
import { Board } from './board.tsx';
import { Collect } from './collect.tsx';
import { Debrief } from './debrief.tsx';
import { Edit } from './edit/screen.tsx';
import { ExercisePage } from './exercise.tsx';
import { ForTrainer, OnItsRound, onItsRound } from './for-trainer.tsx';
import { Give } from './give.tsx';
import { PaperKit } from './paper/screen.tsx';
import { Passing } from './pass/passing.tsx';
import { Start } from './start.tsx';
import { TableScreen } from './table.tsx';
import { Take } from './take.tsx';
import { Wall } from './wall.tsx';
import './room.css';
import './workshop.css';

/** The trainer's: what shows anything of what tables said, or takes it along, and news that is still closed. */
const TRAINERS: readonly WorkshopPart[] = ['pass', 'collect', 'ballot', 'board', 'debrief', 'give', 'paper'];

export function WorkshopScreen({ route }: { route: Extract<Route, { name: 'workshop' }> }) {
  const { workshop } = useApp();
  const own = workshop.value;
  if (own === undefined) return null;
  const { part, id, item } = route;
  const edition = own.editions.value.find(({ digest }) => digest === id);
  const draft = own.drafts.value.find((one) => one.id === id);
  const room = own.rooms.value.find(({ state }) => state.id === id);
  // Whoever holds the tablet: nothing of the room until the trainer has it again, whatever the address.
  const among = room && goesRound(room.state, own.passing.value.get(id));
  if (room && among && TRAINERS.includes(part)) return <Passing room={room} among={among} item={item} />;
  switch (part) {
    case 'start':
      return <Start />;
    case 'exercise':
      if (edition === undefined) return <Missing what="page" />;
      return (
        <ForTrainer key={id} edition={edition}>
          <ExercisePage edition={edition} />
        </ForTrainer>
      );
    case 'table':
      return edition ? <TableScreen key={id} edition={edition} item={item} /> : <Missing what="page" />;
    case 'paper':
      if (room) return <PaperKit key={id} edition={room.edition} room={room} />;
      if (edition === undefined) return <Missing what="page" />;
      return (
        <ForTrainer key={id} edition={edition}>
          <PaperKit edition={edition} />
        </ForTrainer>
      );
    case 'edit':
      if (draft === undefined) return <Missing what="page" />;
      return onItsRound(own) ? <OnItsRound /> : <Edit key={id} draft={draft} item={item} />;
    // The tablet has gone round.
    case 'pass':
    case 'collect':
      return room ? <Collect room={room} /> : <Missing what="page" />;
    case 'ballot':
      return room ? <Ballot key={item} room={room} table={Number(item)} /> : <Missing what="page" />;
    case 'board':
      return room ? <Board room={room} /> : <Missing what="page" />;
    case 'wall':
      return room ? <Wall room={room} /> : <Missing what="page" />;
    case 'give':
      return room ? <Give room={room} /> : <Missing what="page" />;
    case 'take':
      return <Take />;
    case 'debrief':
      return room ? <Debrief room={room} /> : <Missing what="page" />;
  }
}
