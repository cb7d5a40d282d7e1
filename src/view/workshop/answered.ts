/** A hand-in after a tap. */
import { CONFIDENCES } from '../../session/journal.ts';
import type { HandIn } from '../../session/workshop/hand-in.ts';

/** With another answer; what was ruled out or rated of the one before goes with it. */
export function answered(
  handIn: HandIn,
  question: string,
  answer: HandIn['answers'][string] | undefined,
): HandIn {
  const without = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => id !== question));
  return {
    ...handIn,
    answers: { ...without(handIn.answers), ...(answer === undefined ? {} : { [question]: answer }) },
    ruledOut: without(handIn.ruledOut),
    confidence: without(handIn.confidence),
  };
}

export function withPrediction({ predicted: _, ...handIn }: HandIn, predicted: string[] | undefined): HandIn {
  return predicted === undefined ? handIn : { ...handIn, predicted };
}

/** '': not rated, which is not the same as low. */
export const LEVELS = [...CONFIDENCES, ''] as const;
export type Level = (typeof LEVELS)[number];

export function withLevel(handIn: HandIn, question: string, level: Level): HandIn {
  const { [question]: _, ...others } = handIn.confidence;
  return { ...handIn, confidence: level === '' ? others : { ...others, [question]: level } };
}
