/** What a worked case says of a decision, so that a wrong rule would make it fail. */
import type { Case } from '../compile/checked.ts';
import { DONT_KNOW } from '../pack.ts';
import type { Situation } from '../verdict.ts';
import type { About } from './soundness.ts';

/** Whether the case says how the decision must turn out. */
export function shows({ situation, expected }: Pick<Case, 'situation' | 'expected'>, about: About): boolean {
  switch (about.kind) {
    case 'output':
      return Object.hasOwn(expected.verdicts, about.id);
    case 'warning':
      return true; // its list is always compared
    case 'question':
      return isAnswered(situation, about.id); // whether it is set aside tells whether it applies
  }
}

export function isAnswered({ answers }: Situation, question: string): boolean {
  const answer = answers[question] ?? [];
  return (typeof answer === 'string' ? [answer] : answer).some((option) => option !== DONT_KNOW);
}
