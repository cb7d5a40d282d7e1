/** Reads a room's entries that may be anything: all of them hold, or everything that is wrong is told. */

import type { Exercise } from '../../engine/exercise/exercise.ts';
import { readExercise } from '../../engine/exercise/read-exercise.ts';
import type { Pack } from '../../engine/pack.ts';
import { digestOfExercise } from './digest.ts';
import { isHandIn, mostTables } from './judge-hand-in.ts';
import { HIGHEST_SEQ, inOrder, type RoomAction, type RoomEntry, roomEntryId } from './room.ts';
import { healed, judgeRoomAction, MOST_ENTRIES } from './room-action.ts';
import type { ReadRoom, RoomFileProblem } from './room-file.ts';

/** Earlier versions kept more than may be in a room now, and joined two such. */
const MOST_READ = 2 * MOST_ENTRIES + 1;

export function readRoom(value: unknown, pack: Pack): ReadRoom {
  if (!Array.isArray(value) || value.length > MOST_READ)
    return { problems: [{ code: 'room', fault: 'malformed' }] };
  const problems: RoomFileProblem[] = [];
  const exercises = new Map<string, Exercise>();
  for (const item of value) {
    const exercise = openingOf(item);
    if (exercise === undefined) continue;
    const read = readExercise(exercise, pack);
    if ('problems' in read)
      problems.push(...read.problems.map((problem) => ({ code: 'exercise' as const, ...problem })));
    else exercises.set(digestOfExercise(read.exercise), read.exercise);
  }
  const [exercise] = exercises.values();
  if (problems.length > 0) return { problems };
  if (exercise === undefined) return { problems: [{ code: 'room', fault: 'noOpening' }] };
  if (exercises.size > 1) return { problems: [{ code: 'room', fault: 'twoExercises' }] };
  const ids = new Set<string>();
  value.forEach((item: unknown, i) => {
    const fault = faultOf(item, exercise, pack) ?? (ids.has((item as RoomEntry).id) ? 'twice' : undefined);
    if (fault === undefined) ids.add((item as RoomEntry).id);
    else problems.push({ code: 'entry', place: i + 1, fault });
  });
  return problems.length > 0 ? { problems } : { entries: inOrder(value as RoomEntry[]) };
}

function openingOf(item: unknown): unknown {
  if (!isObject(item) || !isObject(item.action) || Number(item.seq) > HIGHEST_SEQ) return undefined;
  return item.action.type === 'opened' ? (item.action.exercise ?? {}) : undefined;
}

type EntryFault = Extract<RoomFileProblem, { code: 'entry' }>['fault'];

function faultOf(item: unknown, exercise: Exercise, pack: Pack): EntryFault | undefined {
  if (!isObject(item) || !isObject(item.action)) return 'malformed';
  const { seq, time, action, id } = item;
  if (Object.keys(item).length !== 4 || !Number.isInteger(seq) || Number(seq) < 1) return 'malformed';
  if (!isTime(time) || typeof id !== 'string') return 'malformed';
  if (id !== roomEntryId(item as unknown as RoomEntry)) return 'altered';
  const known = isAction(action, exercise, pack);
  if (known === undefined) return 'malformed';
  return known ? undefined : 'noFit';
}

/**
 * undefined: of no known form. false: it does not fit the exercise. One that an earlier version wrote against its form
 * stays in the room, and counts as far as it can be used (room-action.ts).
 */
function isAction(action: Record<string, unknown>, exercise: Exercise, pack: Pack): boolean | undefined {
  const { type, ...fields } = action;
  const judgement = judgeRoomAction(action);
  if (judgement === 'unknown') return undefined;
  if (judgement === 'malformed')
    return healed(action as unknown as RoomAction) === undefined ? undefined : true;
  if (type === 'handedIn') return isHandIn(fields.handIn, exercise, pack);
  if (type === 'seated') return Number(fields.tables) <= mostTables(exercise);
  if (type === 'injectOpened') return exercise.injects.some(({ id }) => id === fields.inject);
  return true;
}

function isTime(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 30) return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
