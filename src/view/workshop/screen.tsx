/** The screens of workshops: which one an address shows. */

import { isSecret } from '../../session/workshop/fold-room.ts';
import type { Edition } from '../../session/workshop/workshop.ts';
import type { Route, WorkshopPart } from '../app.ts';
import { useApp } from '../context.ts';
import { Missing } from '../missing.tsx';
import { Ballot } from './ballot.tsx';
import { Board } from './board.tsx';
import { Collect } from './collect.tsx';
import { Debrief } from './debrief.tsx';
import { Edit } from './edit/screen.tsx';
import { ExercisePage } from './exercise.tsx';
import { Give } from './give.tsx';
import { PaperKit } from './paper/screen.tsx';
import { Passing } from './pass/passing.tsx';
import { Start } from './start.tsx';
import { TableScreen } from './table.tsx';
import { Take } from './take.tsx';
import { Wall } from './wall.tsx';
import './room.css';
import './workshop.css';

/** What shows anything of what tables said, or takes it along. */
const SECRET: readonly WorkshopPart[] = ['pass', 'collect', 'ballot', 'board', 'debrief', 'give'];

export function WorkshopScreen({ route }: { route: Extract<Route, { name: 'workshop' }> }) {
  const { workshop } = useApp();
  const own = workshop.value;
  if (own === undefined) return null;
  const { part, id, item } = route;
  const edition = own.editions.value.find(({ digest }) => digest === id);
  const draft = own.drafts.value.find((one) => one.id === id);
  const room = own.rooms.value.find(({ state }) => state.id === id);
  // Whoever holds the tablet: nothing of the room until it is revealed, whatever the address.
  if (room && SECRET.includes(part) && isSecret(room.state)) return <Passing room={room} item={item} />;
  switch (part) {
    case 'start':
      return <Start />;
    case 'exercise':
      return edition ? <ExercisePage key={id} edition={edition} /> : <Missing what="page" />;
    case 'table':
      return edition ? <TableScreen key={id} edition={edition} item={item} /> : <Missing what="page" />;
    case 'paper':
      return room || edition ? (
        <PaperKit key={id} edition={room?.edition ?? (edition as Edition)} room={room} />
      ) : (
        <Missing what="page" />
      );
    case 'edit':
      return draft ? <Edit key={id} draft={draft} item={item} /> : <Missing what="page" />;
    case 'collect':
      return room ? <Collect room={room} /> : <Missing what="page" />;
    case 'ballot':
      return room ? <Ballot key={item} room={room} table={Number(item)} /> : <Missing what="page" />;
    // Once it is revealed, the tablet has gone round.
    case 'pass':
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
