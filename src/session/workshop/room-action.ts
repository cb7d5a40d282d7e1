/**
 * The form of what happens in a room, whoever wrote it down. Of an entry that an earlier version wrote and that is not of
 * it, what can be used is used: a room that was kept must always open.
 */
import { MOST_ROUNDS } from '../../engine/exercise/exercise.ts';
import { isCalendarDay } from '../additions/addition.ts';
import {
  type AgreedAction,
  DEBRIEF_PARTS,
  HIGHEST_SEQ,
  type RoomAction,
  type RoomEntry,
  WAYS_IN,
} from './room.ts';

/** Far more than any workshop has: sixty tables, three rounds, every hand-in ten times. No more is put into a room. */
export const MOST_ENTRIES = 5000;
/** Letters of one text. */
export const LONGEST = 20_000;
const HASH = /^[0-9a-f]{64}$/;

type Form = Record<string, (value: unknown) => boolean>;

const isText = (value: unknown) => typeof value === 'string' && value.length <= LONGEST;
const isHash = (value: unknown) => typeof value === 'string' && HASH.test(value);
const isRound = (value: unknown) =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= MOST_ROUNDS;
const oneOf = (known: readonly string[]) => (value: unknown) => known.some((one) => one === value);

const FORMS: Record<RoomAction['type'], Form> = {
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

/** `unknown`: of a type that is not known here. `malformed`: of a known type, and not of its form. */
export function judgeRoomAction(action: Record<string, unknown>): 'fine' | 'unknown' | 'malformed' {
  const { type, ...fields } = action;
  if (typeof type !== 'string' || !Object.hasOwn(FORMS, type)) return 'unknown';
  const form = FORMS[type as RoomAction['type']];
  const names = Object.keys(form);
  return Object.keys(fields).length === names.length &&
    names.every((name) => Object.hasOwn(fields, name) && form[name]?.(fields[name]) === true)
    ? 'fine'
    : 'malformed';
}

const judged = new WeakMap<RoomEntry, RoomAction | undefined>();

/** What of an entry counts; undefined: nothing. Each entry is judged once. */
export function usableInRoom(entry: RoomEntry): RoomAction | undefined {
  if (!judged.has(entry)) judged.set(entry, entry.seq > HIGHEST_SEQ ? undefined : healed(entry.action));
  return judged.get(entry);
}

/**
 * What earlier versions wrote against the form, and their own reader then refused: a due day that no calendar has, as in a
 * year of five digits. What somebody will do is still to be done. undefined: it cannot be used.
 */
export function healed(action: RoomAction): RoomAction | undefined {
  const isFine = (one: RoomAction) => judgeRoomAction(one as unknown as Record<string, unknown>) === 'fine';
  if (isFine(action)) return action;
  if (action.type !== 'agreed' || !isObject(action.action)) return undefined;
  const found: RoomAction = { type: 'agreed', action: { ...(action.action as AgreedAction), due: '' } };
  return isFine(found) ? found : undefined;
}

function isAgreed(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length !== 4) return false;
  const { id, what, owner, due } = value;
  const day = due === '' || (typeof due === 'string' && isCalendarDay(due));
  return isText(id) && isText(what) && isText(owner) && day;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
