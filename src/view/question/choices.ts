/** What a tap on an option means. Plain functions of a question, its answer and the options ruled out. */
import type { Answer, Question } from '../../engine/pack.ts';
import { DONT_KNOW } from '../../session/desk.ts';

export interface Tapped {
  /** The answer afterwards; undefined: unanswered. */
  answer: Answer | undefined;
  /** Options the tap unticked besides its own: an exclusive one stands alone, and is no company to others. */
  unticked: string[];
}

/** The options ticked or chosen, "don't know" among them, in the order shown. */
export function chosen(question: Question, answer: Answer | undefined): string[] {
  if (answer === undefined) return [];
  const given = typeof answer === 'string' ? [answer] : answer;
  return rows(question).filter((option) => given.includes(option));
}

/** The rows of the list, in order: the options, then "don't know". */
export function rows(question: Question): string[] {
  return [...question.options.map((option) => option.id), DONT_KNOW];
}

/** The answer after `option` (or "don't know") is tapped. A single choice takes it; a multiple one turns it over. */
export function afterTap(question: Question, answer: Answer | undefined, option: string): Tapped {
  if (question.kind === 'one') return { answer: option, unticked: [] };
  const before = chosen(question, answer);
  if (before.includes(option)) return { answer: listed(before.filter((id) => id !== option)), unticked: [] };
  const kept = isExclusive(question, option) ? [] : before.filter((id) => !isExclusive(question, id));
  const after = rows(question).filter((id) => id === option || kept.includes(id));
  return { answer: listed(after), unticked: before.filter((id) => !after.includes(id)) };
}

/**
 * Whether an option can be ruled out: not what is chosen, not "none of these", not "don't know", and of a single
 * choice not the last one possible.
 */
export function canRuleOut(
  question: Question,
  answer: Answer | undefined,
  ruledOut: readonly string[],
  option: string,
): boolean {
  if (option === DONT_KNOW || isExclusive(question, option) || ruledOut.includes(option)) return false;
  if (chosen(question, answer).includes(option)) return false;
  if (question.kind === 'several') return true;
  return question.options.some(({ id }) => id !== option && !ruledOut.includes(id));
}

/** "None of these": it stands alone. */
export function isExclusive(question: Question, option: string): boolean {
  return question.options.some(({ id, exclusive }) => id === option && exclusive);
}

function listed(ticks: string[]): string[] | undefined {
  return ticks.length === 0 ? undefined : ticks;
}
