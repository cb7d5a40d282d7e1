/** A room from another device beside the one here: what taking it over would bring, before anything is kept. */
import { digestOfExercise } from './digest.ts';
import { foldRoom, type RoomState } from './fold-room.ts';
import { joinRooms, type RoomEntry } from './room.ts';

/**
 * `new`: not here. `same`: nothing in it that is not here. `later`: all that is here, and more. `both`: each has
 * something that the other has not; nothing of either is lost. `otherExercise`: it says that it is a room here, and is
 * of another exercise; it cannot be taken over.
 */
export type Relation = 'new' | 'same' | 'later' | 'both' | 'otherExercise';

export interface TakingOver {
  relation: Relation;
  theirs: RoomState;
  /** What there would be. */
  after: RoomState;
  /** Tables of which both devices took something, and not the same; by round. The later one counts until it is settled. */
  differ: { round: number; tables: number[] }[];
}

/** @param ours entries of the room of the same id on this device */
export function takingOver(theirs: readonly RoomEntry[], ours: readonly RoomEntry[] = []): TakingOver {
  const state = foldRoom(theirs);
  const [here] = ours.length === 0 ? [] : [foldRoom(ours)];
  if (here !== undefined && digestOfExercise(here.exercise) !== digestOfExercise(state.exercise))
    return { relation: 'otherExercise', theirs: state, after: here, differ: [] };
  const joined = joinRooms(ours, theirs);
  const after = foldRoom(joined);
  const differ = [...after.hands].flatMap(([round, hands]) => {
    const tables = [...hands].filter(([, { entries }]) => entries.length > 1).map(([table]) => table);
    return tables.length === 0 ? [] : [{ round, tables: tables.sort((a, b) => a - b) }];
  });
  return { relation: relationOf(ours.length, theirs.length, joined.length), theirs: state, after, differ };
}

function relationOf(ours: number, theirs: number, joined: number): Relation {
  if (ours === 0) return 'new';
  if (joined === ours) return 'same';
  return joined === theirs ? 'later' : 'both';
}
