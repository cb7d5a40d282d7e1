/** Workshops in a backup of everything: what a record of it is beside what is here, before anything is kept. */
import { canonicalJson } from '../../engine/canonical.ts';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { readExercise } from '../../engine/exercise/read-exercise.ts';
import type { Pack } from '../../engine/pack.ts';
import type { BackedRecord } from './backed-record.ts';
import { digestOfExercise } from './digest.ts';
import { type Draft, isDraft } from './draft.ts';
import { foldRoom } from './fold-room.ts';
import { readRoom } from './read-room.ts';
import type { RoomEntry } from './room.ts';
import { isTableWork, type TableWork, tableKey } from './table-work.ts';
import { takingOver } from './take-over.ts';

/**
 * `new`: not here. `same`: nothing in it that is not here. `joins`: a room that is here, and what it has more is put to
 * it. `differs`: a table's work, or a draft, that would stand in the place of the one here. `unread`: it cannot be used here.
 */
export type BackedStanding = 'new' | 'same' | 'joins' | 'differs' | 'unread';

export type IncomingRecord = { standing: BackedStanding; name: string } & (
  | { kind: 'exercise'; exercise: Exercise }
  | { kind: 'room'; exercise: Exercise; entries: RoomEntry[] }
  | { kind: 'table'; exercise: Exercise; work: TableWork }
  | { kind: 'draft'; exercise: Exercise; draft: Draft }
  | { kind: 'unread' }
);

interface Here {
  pack: Pack;
  /** Those that came with Waymark too. */
  exercises: readonly Exercise[];
  rooms: readonly RoomEntry[][];
  tables: readonly TableWork[];
  drafts: readonly Draft[];
}

/** In the order of the file. Never throws, whatever is in the records. */
export function compareBacked(
  records: readonly BackedRecord[],
  { pack, exercises, rooms, tables, drafts }: Here,
): IncomingRecord[] {
  const known = new Map(exercises.map((exercise) => [digestOfExercise(exercise), exercise]));
  const here = new Set(known.keys());
  for (const { kind, value } of records) {
    const read = kind === 'exercise' ? readExercise(value, pack) : undefined;
    if (read && 'exercise' in read) known.set(digestOfExercise(read.exercise), read.exercise);
  }
  return records.map(({ kind, key, value }): IncomingRecord => {
    const name = `${kind} ${key}`;
    const unread: IncomingRecord = { kind: 'unread', standing: 'unread', name };
    if (kind === 'exercise') {
      const read = readExercise(value, pack);
      if (!('exercise' in read)) return unread;
      const { exercise } = read;
      return { kind, name, exercise, standing: here.has(digestOfExercise(exercise)) ? 'same' : 'new' };
    }
    if (kind === 'room') {
      const read = readRoom(value, pack);
      if ('problems' in read) return unread;
      const { entries } = read;
      const { id, exercise } = foldRoom(entries);
      const { relation } = takingOver(
        entries,
        rooms.find((ours) => foldRoom(ours).id === id),
      );
      if (relation === 'otherExercise') return unread;
      const standing = relation === 'new' || relation === 'same' ? relation : 'joins';
      return { kind, name, exercise, entries, standing };
    }
    if (kind === 'draft') {
      if (!isDraft(value)) return unread;
      const ours = drafts.find(({ id }) => id === value.id);
      // Written over with the next revision, so that an older window does not write over it.
      const draft = { ...value, revision: (ours?.revision ?? value.revision) + 1 };
      return {
        kind,
        name,
        draft,
        exercise: value.exercise,
        standing: standingOf(ours?.exercise, value.exercise),
      };
    }
    const digest = typeof value === 'object' && value !== null && 'exercise' in value ? value.exercise : '';
    const exercise = known.get(String(digest));
    if (exercise === undefined || !isTableWork(value, exercise, String(digest), pack)) return unread;
    const ours = tables.find((one) => tableKey(one) === tableKey(value));
    return { kind, name, exercise, work: value, standing: standingOf(ours, value) };
  });
}

function standingOf(ours: unknown, theirs: unknown): BackedStanding {
  if (ours === undefined) return 'new';
  return canonicalJson(ours) === canonicalJson(theirs) ? 'same' : 'differs';
}
