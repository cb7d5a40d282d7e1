/** Reads a room's entries that may be anything: all of them hold, or everything that is wrong is told. */

import type { Exercise } from '../../engine/exercise/exercise.ts';
import { MOST_ROUNDS } from '../../engine/exercise/exercise.ts';
import { readExercise } from '../../engine/exercise/read-exercise.ts';
import type { Pack } from '../../engine/pack.ts';
import { isCalendarDay } from '../additions/addition.ts';
import { digestOfExercise } from './digest.ts';
import { isHandIn, mostTables } from './judge-hand-in.ts';
import { DEBRIEF_PARTS, inOrder, type RoomEntry, roomEntryId, WAYS_IN } from './room.ts';
import type { ReadRoom, RoomFileProblem } from './room-file.ts';

/** Far more than any workshop has: sixty tables, three rounds, every hand-in ten times. */
const MOST_ENTRIES = 5000;
const LONGEST = 20_000;
const HASH = /^[0-9a-f]{64}$/;

export function readRoom(value: unknown, pack: Pack): ReadRoom {
  if (!Array.isArray(value) || value.length > MOST_ENTRIES)
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
  if (!isObject(item) || !isObject(item.action)) return undefined;
  return item.action.type === 'opened' ? (item.action.exercise ?? {}) : undefined;
}

type EntryFault = Extract<RoomFileProblem, { code: 'entry' }>['fault'];

function faultOf(item: unknown, exercise: Exercise, pack: Pack): EntryFault | undefined {
  if (!isObject(item) || !isObject(item.action)) return 'malformed';
  const { seq, time, action, id } = item;
  if (Object.keys(item).length !== 4 || !Number.isSafeInteger(seq) || Number(seq) < 1) return 'malformed';
  if (!isTime(time) || typeof id !== 'string') return 'malformed';
  if (id !== roomEntryId(item as unknown as RoomEntry)) return 'altered';
  const known = isAction(action, exercise, pack);
  if (known === undefined) return 'malformed';
  return known ? undefined : 'noFit';
}

/** undefined: of no known form. false: it does not fit the exercise. */
function isAction(action: Record<string, unknown>, exercise: Exercise, pack: Pack): boolean | undefined {
  const { type, ...fields } = action;
  const form = typeof type === 'string' && Object.hasOwn(FORMS, type) ? FORMS[type] : undefined;
  if (form === undefined) return undefined;
  const names = Object.keys(form);
  if (Object.keys(fields).length !== names.length) return undefined;
  if (!names.every((name) => Object.hasOwn(fields, name) && form[name]?.(fields[name]) === true))
    return undefined;
  if (type === 'handedIn') return isHandIn(fields.handIn, exercise, pack);
  if (type === 'seated') return Number(fields.tables) <= mostTables(exercise);
  if (type === 'injectOpened') return exercise.injects.some(({ id }) => id === fields.inject);
  return true;
}

type Form = Record<string, (value: unknown) => boolean>;

const isText = (value: unknown) => typeof value === 'string' && value.length <= LONGEST;
const isHash = (value: unknown) => typeof value === 'string' && HASH.test(value);
const isRound = (value: unknown) =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= MOST_ROUNDS;
const oneOf = (known: readonly string[]) => (value: unknown) => known.some((one) => one === value);

const FORMS: Record<string, Form> = {
  opened: { room: isText, exercise: isObject },
  handedIn: {
    by: oneOf(WAYS_IN),
    handIn: isObject,
    replaces: (value) => Array.isArray(value) && value.length <= MOST_ENTRIES && value.every(isHash),
  },
  undone: { entry: isHash },
  redone: { entry: isHash },
  roundBegun: { round: isRound },
  injectOpened: { inject: isText, round: isRound },
  revealed: { round: isRound },
  passing: { on: (value) => typeof value === 'boolean' },
  seated: { tables: (value) => Number.isSafeInteger(value) && Number(value) >= 1 },
  wrote: { part: oneOf(DEBRIEF_PARTS), text: isText },
  agreed: { action: isAgreed },
};

function isAgreed(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length !== 4) return false;
  const { id, what, owner, due } = value;
  const day = due === '' || (typeof due === 'string' && isCalendarDay(due));
  return isText(id) && isText(what) && isText(owner) && day;
}

function isTime(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 30) return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
