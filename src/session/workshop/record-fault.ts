/** Whether what is to be kept of a workshop would be read again: asked before it is written, with the readers' own eyes. */
import { readExercise } from '../../engine/exercise/read-exercise.ts';
import type { Pack } from '../../engine/pack.ts';
import { isDraft } from './draft.ts';
import { readRoom } from './read-room.ts';
import { MOST_ENTRIES } from './room-action.ts';
import type { WorkshopKind } from './store.ts';
import { isTableWork, type TableWork } from './table-work.ts';
import { isPassing } from './turns.ts';
import type { Edition } from './workshop.ts';

/** `full`: a room with more in it than any workshop has. */
export type RecordFault = 'unfit' | 'full';

/** @param editions of all exercises on this device, those of its rooms too */
export function recordFault(
  kind: WorkshopKind,
  value: unknown,
  editions: readonly Edition[],
  pack: Pack,
): RecordFault | '' {
  if (kind === 'room' && Array.isArray(value) && value.length > MOST_ENTRIES) return 'full';
  return isRead(kind, value, editions, pack) ? '' : 'unfit';
}

function isRead(kind: WorkshopKind, value: unknown, editions: readonly Edition[], pack: Pack): boolean {
  switch (kind) {
    case 'exercise':
      return 'exercise' in readExercise(value, pack);
    case 'draft':
      return isDraft(value);
    case 'room':
      return 'entries' in readRoom(value, pack);
    case 'passing':
      return isPassing(value);
    case 'given':
      return typeof value === 'string';
    case 'table': {
      const edition = editions.find(({ digest }) => digest === (value as Partial<TableWork>).exercise);
      return edition !== undefined && isTableWork(value, edition.exercise, edition.digest, pack);
    }
  }
}
