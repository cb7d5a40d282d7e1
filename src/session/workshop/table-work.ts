/** What one table works on, on its tablet: kept at every tap, handed in as it stands. */
import type { Exercise } from '../../engine/exercise/exercise.ts';
import type { Pack } from '../../engine/pack.ts';
import type { HandIn } from './hand-in.ts';
import { isHandIn } from './judge-hand-in.ts';

export interface TableWork {
  /** Digest of the exercise. */
  exercise: string;
  /** Tag of the room that it joined; not there where it joined by a code that names none. */
  room?: string;
  /** What it would hand in now; the round is the one it joined last. */
  handIn: HandIn;
  /** Injects that its word opened. */
  opened: string[];
  /** Where one tablet goes round a room: its turn there. `done`: it is over, and nothing of it is shown again. */
  turn?: { room: string; done: boolean };
}

/** Where a table sits: the exercise by its digest, and the room by its tag; '' where no room is named. */
export interface Seat {
  exercise: string;
  room: string;
  table: number;
}

/**
 * A turn in a room is apart from the table's own tablet, should that be the same one, and from turns of other rounds; what
 * was answered in one room from what was answered in another.
 */
export function tableKey({
  exercise,
  room,
  handIn: { table, round },
  turn,
}: Pick<TableWork, 'exercise' | 'room' | 'handIn' | 'turn'>): string {
  if (turn !== undefined) return round === 1 ? `${turn.room}/${table}` : `${turn.room}/${round}/${table}`;
  return room === undefined ? `${exercise}/${table}` : `${exercise}/${room}/${table}`;
}

/** The work of a table's own tablet, and not of a turn in a room. */
export function isAtTable({ exercise, room = '', handIn, turn }: TableWork, seat: Seat): boolean {
  return (
    turn === undefined && exercise === seat.exercise && room === seat.room && handIn.table === seat.table
  );
}

/** Joins at a table: what was answered there before is still there, for another round too. */
export function joinTable({ exercise, room, table }: Seat, round: number, before?: TableWork): TableWork {
  if (before !== undefined) return { ...before, handIn: { ...before.handIn, round } };
  return {
    exercise,
    ...(room && { room }),
    handIn: { table, round, answers: {}, ruledOut: {}, confidence: {} },
    opened: [],
  };
}

/** Nothing was said there yet. */
export function isUntouched({ handIn }: TableWork): boolean {
  const { answers, ruledOut, confidence, predicted } = handIn;
  return (
    predicted === undefined && [answers, ruledOut, confidence].every((all) => Object.keys(all).length === 0)
  );
}

/** What the table handed in from another tablet, as this one's work; the round stays the one that is on here. */
export function takeUp(work: TableWork, { round: _, ...handedIn }: HandIn): TableWork {
  return { ...work, handIn: { ...handedIn, round: work.handIn.round } };
}

/** Questions that the table is asked: those that opened news settles are not. */
export function askedOf({ questions, injects }: Exercise, opened: readonly string[]): string[] {
  const settled = injects
    .filter(({ id }) => opened.includes(id))
    .flatMap(({ answers }) => Object.keys(answers));
  return questions.filter((id) => !settled.includes(id));
}

/** What is not asked of the table any more is not handed in. @param asked ids of questions */
export function onlyAsked(handIn: HandIn, asked: readonly string[]): HandIn {
  const of = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => asked.includes(id)));
  return {
    ...handIn,
    answers: of(handIn.answers),
    ruledOut: of(handIn.ruledOut),
    confidence: of(handIn.confidence),
  };
}

export function isTableWork(
  value: unknown,
  exercise: Exercise,
  digest: string,
  pack: Pack,
): value is TableWork {
  if (typeof value !== 'object' || value === null) return false;
  const { exercise: of, room, handIn, opened, turn } = value as Partial<Record<keyof TableWork, unknown>>;
  return (
    of === digest &&
    isHandIn(handIn, exercise, pack) &&
    (room === undefined || (typeof room === 'string' && TAG.test(room))) &&
    (turn === undefined || isTurn(turn)) &&
    Array.isArray(opened) &&
    opened.every((id) => exercise.injects.some((inject) => inject.id === id))
  );
}

/** Of the alphabet of all codes. */
const TAG = /^[0-9A-HJKMNP-TV-Z]{3}$/;

function isTurn(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { room, done } = value as Record<string, unknown>;
  return typeof room === 'string' && typeof done === 'boolean';
}
