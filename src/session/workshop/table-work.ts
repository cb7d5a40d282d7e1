/** What one table works on, on its tablet: kept at every tap, handed in as it stands. */
import type { Exercise } from '../../engine/exercise/exercise.ts';
import type { Pack } from '../../engine/pack.ts';
import type { HandIn } from './hand-in.ts';
import { isHandIn } from './judge-hand-in.ts';

export interface TableWork {
  /** Digest of the exercise. */
  exercise: string;
  /** What it would hand in now; the round is the one it joined last. */
  handIn: HandIn;
  /** Injects that its word opened. */
  opened: string[];
}

export function tableKey({ exercise, handIn }: Pick<TableWork, 'exercise' | 'handIn'>): string {
  return `${exercise}/${handIn.table}`;
}

/** Joins at a table: what was answered there before is still there, for another round too. */
export function joinTable(digest: string, table: number, round: number, before?: TableWork): TableWork {
  if (before !== undefined) return { ...before, handIn: { ...before.handIn, round } };
  return {
    exercise: digest,
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
  const { exercise: of, handIn, opened } = value as Partial<Record<keyof TableWork, unknown>>;
  return (
    of === digest &&
    isHandIn(handIn, exercise, pack) &&
    Array.isArray(opened) &&
    opened.every((id) => exercise.injects.some((inject) => inject.id === id))
  );
}
