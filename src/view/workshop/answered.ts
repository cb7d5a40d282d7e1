/** A hand-in after a tap. */
import type { Question } from '../../engine/pack.ts';
import { DONT_KNOW } from '../../session/desk.ts';
import { CONFIDENCES } from '../../session/journal.ts';
import type { HandIn } from '../../session/workshop/hand-in.ts';

/**
 * With another answer. What was rated of the one before goes with it; what is ruled out stays as long as something is
 * still open, but for what is ticked now.
 */
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
    ruledOut: {
      ...without(handIn.ruledOut),
      ...listed(question, isOpen(answer) ? stillOut(handIn, question, answer) : []),
    },
    confidence: without(handIn.confidence),
  };
}

type Answer = HandIn['answers'][string] | undefined;

/** Something is left that can be ruled out: nothing said, "don't know", or some ticks and not sure of the rest. */
export function isOpen(answer: Answer): boolean {
  return answer === undefined || [answer].flat().includes(DONT_KNOW);
}

function stillOut(handIn: HandIn, question: string, answer: Answer): string[] {
  const ticked = [answer ?? []].flat();
  return (handIn.ruledOut[question] ?? []).filter((option) => !ticked.includes(option));
}

function listed(question: string, options: string[]): Record<string, string[]> {
  return options.length === 0 ? {} : { [question]: options };
}

/** With an option ruled out, or brought back. */
export function withRuledOut(
  { id, options }: Question,
  handIn: HandIn,
  option: string,
  out: boolean,
): HandIn {
  const { [id]: before = [], ...others } = handIn.ruledOut;
  const after = options.map((one) => one.id).filter((one) => (one === option ? out : before.includes(one)));
  return { ...handIn, ruledOut: { ...others, ...listed(id, after) } };
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

/** Something was said of which one can be sure or not. */
export function isRateable(answer: Answer): boolean {
  return answer !== undefined && [answer].flat().some((option) => option !== DONT_KNOW);
}
