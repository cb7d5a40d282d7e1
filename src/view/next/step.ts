/** Which question matters most now, or why none is asked any more. */
import type { Pack } from '../../engine/pack.ts';
import type { NextQuestion, Reasoner } from '../../engine/reasoner.ts';
import type { Situation } from '../../engine/verdict.ts';
import { type OpenSession, stripOrder } from '../../session/desk.ts';

export type Step =
  | { kind: 'ask'; question: string }
  /** Nothing that could be answered would change a recommendation or option. */
  | { kind: 'settled'; unanswered: number }
  /** What is left was asked in this pass: passed over, or not known. */
  | { kind: 'asked'; skipped: string[] };

type Read = Pick<OpenSession, 'situation' | 'leftToSettle' | 'progress'>;

/** @param asked questions that were asked in this pass */
export function stepOf(session: Read, reasoner: Reasoner, pack: Pack, asked: readonly string[]): Step {
  const situation = session.situation.value;
  const left = reasoner.next(situation, stripOrder(pack));
  const waiting = left.filter(({ question }) => situation.answers[question] === undefined);
  const [first] = waiting.filter(({ question }) => !asked.includes(question));
  if (first !== undefined) return { kind: 'ask', question: first.question };
  if (left.length > 0 || reasoner.fewest(situation, stripOrder(pack)).kind !== 'fewest')
    return { kind: 'asked', skipped: waiting.map(({ question }) => question) };
  const unanswered = session.progress.value.filter(
    ({ state }) => state === 'unanswered' || state === 'narrowed',
  );
  return { kind: 'settled', unanswered: unanswered.length };
}

/**
 * Why a question is asked: what an answer to it could settle, as things stand without one, so that the reason stays
 * while it is being answered. undefined: nothing hangs on it.
 */
export function whyAsked(
  situation: Situation,
  reasoner: Reasoner,
  pack: Pack,
  question: string,
): NextQuestion | undefined {
  return reasoner
    .next(without(situation, question), stripOrder(pack))
    .find((one) => one.question === question);
}

/** Nothing known of this question. */
export function without(situation: Situation, question: string): Situation {
  const { [question]: _, ...answers } = situation.answers;
  const { [question]: __, ...ruledOut } = situation.ruledOut;
  return { ...situation, answers, ruledOut };
}
