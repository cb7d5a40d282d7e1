/** Whether something is a hand-in for this exercise, whoever wrote it. */
import { type Exercise, MOST_ROUNDS, MOST_TABLES } from '../../engine/exercise/exercise.ts';
import { DONT_KNOW, type Pack } from '../../engine/pack.ts';
import { parseSituation } from '../../engine/situation.ts';
import { CONFIDENCES } from '../journal.ts';
import type { HandIn } from './hand-in.ts';

const FIELDS = ['table', 'round', 'answers', 'ruledOut', 'confidence', 'predicted'];

export function isHandIn(value: unknown, exercise: Exercise, pack: Pack): value is HandIn {
  if (!isObject(value) || Object.keys(value).some((key) => !FIELDS.includes(key))) return false;
  const { table, round, answers, ruledOut, confidence, predicted } = value;
  if (!isNumber(table, mostTables(exercise)) || !isNumber(round, MOST_ROUNDS)) return false;
  if (!isObject(answers) || !isObject(ruledOut) || !isObject(confidence)) return false;
  const named = [...Object.keys(answers), ...Object.keys(ruledOut), ...Object.keys(confidence)];
  if (named.some((id) => !exercise.questions.includes(id))) return false;
  if (!('situation' in parseSituation(pack, { answers, ruledOut }))) return false;
  if (!isAskedFor({ ruledOut, confidence }, exercise)) return false;
  return isRated(answers, confidence) && isPrediction(predicted, exercise, pack);
}

/** What a table says beside its answers, only where the exercise asks for it. */
export function isAskedFor(
  { ruledOut, confidence }: { ruledOut: object; confidence: object },
  exercise: Pick<Exercise, 'confidence' | 'rulingOut'>,
): boolean {
  const rates = Object.keys(confidence).length > 0;
  const rulesOut = Object.values(ruledOut).some((options: unknown[]) => options.length > 0);
  return (exercise.confidence || !rates) && (exercise.rulingOut === true || !rulesOut);
}

/** How many sit in a room is said there; numbered tables may be more than the exercise was prepared for. */
export function mostTables({ tables }: Exercise): number {
  return 'count' in tables ? MOST_TABLES : tables.names.length;
}

function isRated(answers: Record<string, unknown>, confidence: Record<string, unknown>): boolean {
  return Object.entries(confidence).every(([id, rating]) => {
    const given = [answers[id] ?? []].flat();
    return given.some((option) => option !== DONT_KNOW) && CONFIDENCES.some((known) => known === rating);
  });
}

function isPrediction(value: unknown, { prediction }: Exercise, { outputs }: Pack): boolean {
  if (value === undefined) return true;
  if (!prediction || !Array.isArray(value) || new Set(value).size !== value.length) return false;
  return value.every((id) => outputs.some((output) => output.id === id && isDecision(output.kind)));
}

/** Recommendations and options: what a table is asked to predict. */
export function isDecision(kind: string): boolean {
  return kind === 'recommendation' || kind === 'option';
}

function isNumber(value: unknown, most: number): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= most;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
