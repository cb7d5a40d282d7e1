/** Where a session stands on the way through the questions. Plain functions of a situation and its evaluation. */
import type { Engine } from '../engine/engine.ts';
import type { Answer, Question } from '../engine/pack.ts';
import { DONT_KNOW } from '../engine/pack.ts';
import type { Evaluation, Situation } from '../engine/verdict.ts';
import type { Change, QuestionProgress, QuestionState } from './desk.ts';
import { stripOrder } from './desk.ts';
import type { SessionState } from './journal.ts';

/** Progress of every question, in pack order. */
export function progressOf(
  engine: Engine,
  state: SessionState,
  situation: Situation,
  evaluation: Evaluation,
): QuestionProgress[] {
  const matters = new Set(engine.stillMatters(situation));
  const decides = new Set(engine.deciding(situation.readings));
  return engine.pack.questions.map((question) => ({
    question,
    state: questionState(question.id, situation, evaluation),
    matters: matters.has(question.id),
    decides: decides.has(question.id),
    unchecked: state.unchecked.includes(question.id),
  }));
}

function questionState(id: string, situation: Situation, evaluation: Evaluation): QuestionState {
  const answer = situation.answers[id];
  if (evaluation.applies[id] === 'never') return evaluation.setAside.includes(id) ? 'set_aside' : 'not_asked';
  if (answer !== undefined) return isDontKnow(answer) ? 'dont_know' : 'answered';
  return (situation.ruledOut[id] ?? []).length > 0 ? 'narrowed' : 'unanswered';
}

function isDontKnow(answer: Answer): boolean {
  return typeof answer === 'string' ? answer === DONT_KNOW : answer.every((option) => option === DONT_KNOW);
}

/** Questions to walk through: on the short path those that decide, on the whole one all that may apply. */
export function walkOf(state: SessionState, progress: readonly QuestionProgress[]): Question[] {
  return progress
    .filter(({ state: is }) => is !== 'not_asked' && is !== 'set_aside')
    .filter(({ decides }) => state.path === 'whole' || decides)
    .map(({ question }) => question);
}

/** Unanswered questions on which a recommendation or option depends or is unconfirmed, in pack order. */
export function leftToSettle(engine: Engine, situation: Situation, evaluation: Evaluation): string[] {
  const wanted = new Set<string>();
  for (const output of stripOrder(engine.pack)) {
    const verdict = evaluation.verdicts[output];
    for (const id of [...(verdict?.dependsOn ?? []), ...(verdict?.unconfirmed ?? [])]) wanted.add(id);
  }
  return engine.pack.questions
    .map(({ id }) => id)
    .filter((id) => wanted.has(id) && situation.answers[id] === undefined);
}

/** Unchecked answers without which the verdict would not stand, in the order of its grounds. */
export function restsOnUnchecked(
  engine: Engine,
  situation: Situation,
  unchecked: readonly string[],
  output: string,
): string[] {
  if (unchecked.length === 0) return [];
  const grounds = engine.grounds(situation, output, unchecked);
  const questions = grounds.flatMap((ground) => (ground.kind === 'reading' ? [] : [ground.question]));
  return [...new Set(questions)].filter((question) => unchecked.includes(question));
}

/** Verdicts that differ in status, or in being confirmed, in pack order. */
export function changesBetween(before: Evaluation, after: Evaluation): Change[] {
  return Object.entries(after.verdicts).flatMap(([output, now]) => {
    const then = before.verdicts[output];
    if (then === undefined) return [];
    const confirmation = then.status === now.status;
    const sameConfirmation = (then.unconfirmed.length === 0) === (now.unconfirmed.length === 0);
    if (confirmation && sameConfirmation) return [];
    return [{ output, from: then.status, to: now.status, confirmation }];
  });
}
