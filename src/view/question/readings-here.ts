/** Which ambiguities of the text bear on a question: how it is worded, when it is asked, what its answers count for. */
import type { Condition } from '../../engine/condition.ts';
import type { Pack, Question, Replacement } from '../../engine/pack.ts';
import { questionsIn } from './questions-in.ts';

/**
 * Ids of readings and remarks, in pack order: those that lie in a statement shown with the question, and the
 * readings that put another condition in the place of one that asks for it.
 */
export function readingsHere(pack: Pack, question: Question): string[] {
  const shares = (statements: readonly string[]) => statements.some((id) => question.statements.includes(id));
  const readings = pack.readings.filter(
    ({ statements, letters }) =>
      shares(statements) ||
      letters.some(({ replaces }) => replaces.some((replacement) => bearsOn(pack, replacement, question.id))),
  );
  const remarks = pack.remarks.filter(({ statements }) => shares(statements));
  return [...readings, ...remarks].map(({ id }) => id);
}

function bearsOn(pack: Pack, replacement: Replacement, question: string): boolean {
  // When a question is asked is an ambiguity of that question, not of those that guard it.
  if (replacement.target === 'applies') return replacement.question === question;
  const replaced = original(pack, replacement);
  const conditions = replaced === undefined ? [replacement.condition] : [replacement.condition, replaced];
  return conditions.some((condition) => questionsIn(pack, condition).includes(question));
}

/** What stands in the pack where the letter puts its own. */
function original(
  pack: Pack,
  replacement: Exclude<Replacement, { target: 'applies' }>,
): Condition | undefined {
  switch (replacement.target) {
    case 'when':
      return pack.outputs.find(({ id }) => id === replacement.output)?.when;
    case 'lapses':
      return pack.outputs.find(({ id }) => id === replacement.output)?.lapses;
    case 'condition':
      return pack.conditions.find(({ id }) => id === replacement.name)?.when;
  }
}
