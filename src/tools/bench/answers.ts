/** Answers by chance, the same in each run. */
import type { Pack, Question } from '../../engine/pack.ts';
import type { Situation } from '../../engine/verdict.ts';
import type { Complete } from './closures.ts';
import type { Random } from './random.ts';

/** Every question answered. */
export function completeAnswers(pack: Pack, random: Random, count: number): Complete[] {
  return Array.from(
    { length: count },
    () => Object.fromEntries(pack.questions.map((q) => [q.id, answerTo(q, random)])) as Complete,
  );
}

export function answerTo(question: Question, random: Random): string | string[] {
  if (question.kind === 'one') return random.pick(question.options).id;
  const ticks = question.options.filter((o) => !o.exclusive).map((o) => o.id);
  const ticked = random.some(ticks, 1 / 3);
  return ticked.length > 0 ? ticked : question.options.filter((o) => o.exclusive).map((o) => o.id);
}

/** Every second answer. */
export function halfKnown(answers: Complete): Situation {
  return situationOf(Object.fromEntries(Object.entries(answers).filter((_, i) => i % 2 === 0)) as Complete);
}

export function situationOf(answers: Complete): Situation {
  return { answers, readings: {}, ruledOut: {} };
}
