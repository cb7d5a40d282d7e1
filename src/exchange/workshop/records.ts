/**
 * What is kept of workshops, read: the one reader, which is also asked of what is about to be kept, so that nothing is
 * written that it would refuse.
 */

import type { Exercise } from '../../engine/exercise/exercise.ts';
import { readExercise } from '../../engine/exercise/read-exercise.ts';
import type { Pack } from '../../engine/pack.ts';
import { digestOfExercise } from '../../session/workshop/digest.ts';
import { type Draft, isDraft } from '../../session/workshop/draft.ts';
import { foldRoom } from '../../session/workshop/fold-room.ts';
import { readRoom } from '../../session/workshop/read-room.ts';
import type { RoomEntry } from '../../session/workshop/room.ts';
import { MOST_ENTRIES } from '../../session/workshop/room-action.ts';
import type { WorkshopRecord } from '../../session/workshop/store.ts';
import { isTableWork, type TableWork } from '../../session/workshop/table-work.ts';
import { isPassing, type Passing } from '../../session/workshop/turns.ts';
import type { Edition } from '../../session/workshop/workshop.ts';
import { isPlain } from '../hostile.ts';

export interface Stored {
  editions: Edition[];
  rooms: RoomEntry[][];
  tables: TableWork[];
  given: Map<string, string>;
  passing: Map<string, Passing>;
  drafts: Draft[];
  unread: number;
}

export function nothing(): Stored {
  return {
    editions: [],
    rooms: [],
    tables: [],
    given: new Map(),
    passing: new Map(),
    drafts: [],
    unread: 0,
  };
}

export function editionOf(exercise: Exercise, shipped: boolean): Edition {
  return { exercise, digest: digestOfExercise(exercise), shipped };
}

/** What is kept is believed no more than what comes from elsewhere. @param others exercises that are at hand besides */
export function readRecords(
  records: readonly WorkshopRecord[],
  others: readonly Edition[],
  pack: Pack,
): Stored {
  const read = nothing();
  /** A database keeps what no JSON can hold: what ends whoever looks at it is unread, and ends nothing else. */
  const take = (kind: WorkshopRecord['kind'], isTaken: (value: unknown, key: string) => boolean): void => {
    for (const record of records) {
      if (record.kind !== kind) continue;
      try {
        if (!isPlain(record.value) || !isTaken(record.value, record.key)) read.unread += 1;
      } catch {
        read.unread += 1;
      }
    }
  };
  take('exercise', (value) => {
    const found = readExercise(value, pack);
    return 'exercise' in found && read.editions.push(editionOf(found.exercise, false)) > 0;
  });
  take('draft', (value) => isDraft(value) && read.drafts.push(value) > 0);
  take('room', (value) => {
    const found = readRoom(value, pack);
    // What it comes to is asked for at once, so that no list has to stand still for it later.
    return 'entries' in found && foldRoom(found.entries).id !== '' && read.rooms.push(found.entries) > 0;
  });
  take('given', (value, key) => typeof value === 'string' && read.given.set(key, value).size > 0);
  take('passing', (value, key) => isPassing(value) && read.passing.set(key, value).size > 0);
  // A table may be at an exercise that is here in a room only.
  const inRooms = read.rooms.map((entries) => editionOf(foldRoom(entries).exercise, false));
  const known = [...others, ...read.editions, ...inRooms];
  take('table', (value) => {
    const edition = known.find(({ digest }) => digest === (value as Partial<TableWork> | null)?.exercise);
    if (edition === undefined || !isTableWork(value, edition.exercise, edition.digest, pack)) return false;
    return read.tables.push(value) > 0;
  });
  return read;
}

/** `unfit`: it would not be read. `full`: a room with more in it than any workshop has. */
export type RecordFault = 'unfit' | 'full';

/** Why something is not to be kept; '' where nothing speaks against it. */
export function recordFault(
  record: WorkshopRecord,
  others: readonly Edition[],
  pack: Pack,
): RecordFault | '' {
  const { kind, value } = record;
  if (kind === 'room' && Array.isArray(value) && value.length > MOST_ENTRIES) return 'full';
  return readRecords([record], others, pack).unread === 0 ? '' : 'unfit';
}
